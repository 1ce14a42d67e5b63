#!/usr/bin/env bash
# How well and how fast English time expressions are found: the figures of README.md beside this file.
# BRIEFING_DATA names the folder of annotated texts; the scorers stand beside it, in bench/, or where BRIEFING_BENCH says.
set -euo pipefail
data=${BRIEFING_DATA:?names the folder of annotated texts}
bench=${BRIEFING_BENCH:-$data/../bench}
python=${PYTHON:-.venv/bin/python}
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

for corpus in TimeBank AQUAINT; do
    echo "== $corpus"
    "$python" "$bench/tml_to_text.py" "$data/timex-tbaq/$corpus" >"$work/$corpus.jsonl" 2>/dev/null
    "$python" "$bench/run_timex.py" "$work/$corpus.jsonl" "$work/$corpus.found"
    "$python" "$bench/timex_eval.py" "$data/timex-tbaq/$corpus" "$work/$corpus.found" | grep -E '^(strict|relaxed|value|date value)'
done
echo "== timex-dev"
"$python" "$bench/score_cases.py" "$data/timex-dev" --language en | sed -n 1p
