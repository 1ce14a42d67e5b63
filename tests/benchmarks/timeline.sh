#!/usr/bin/env bash
# How well timelines are chosen, and how long it takes: the figures of README.md beside this file.
# BRIEFING_DATA names the folder of articles and human timelines; the scorers stand beside it, in bench/, or where BRIEFING_BENCH says.
set -euo pipefail
data=${BRIEFING_DATA:?names the folder of articles and human timelines}
bench=${BRIEFING_BENCH:-$data/../bench}
python=${PYTHON:-.venv/bin/python}
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

for topics in t17-dev entities-dev; do
    echo "== $topics"
    "$python" "$bench/run_tls.py" "$data/$topics" "$work/$topics" | tail -1
    "$python" "$bench/tls_eval.py" score --pred-dir "$work/$topics" --ref-dir "$data/$topics" | grep -E '^(task|average F1)'
done
