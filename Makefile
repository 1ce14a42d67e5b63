# Two commands to know: `make brief` and `make test`. Both set up what they need, the first time and whenever it changed.

.DEFAULT_GOAL := help
.PHONY: help brief test check bench clean machine
PYTHON ?= python3

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

brief: .venv/brief ## the brief of examples/ as Markdown, PDF and JSON, in output/
	.venv/bin/brief make examples --title "Gaza ceasefire talks" --since 2024-09-01 --format md,pdf,json --output output

test: .venv/test ## tests, style and types; minutes
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/pytest --numprocesses auto

check: .venv/test ## the slow tests: the built wheel in an empty environment, mail, browser, two hundred kills
	.venv/bin/pytest -m slow --numprocesses auto --dist loadfile

bench: .venv/brief ## the figures of tests/benchmarks/README.md
	.venv/bin/python tests/benchmarks/startup.py
	.venv/bin/python tests/benchmarks/names.py
	.venv/bin/python tests/benchmarks/long_story.py

clean: ## remove the environment and the caches; briefs in output/ stay
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# ---- the environment --------------------------------------------------------------------------
# .venv/brief and .venv/test are empty files that say: all packages for this are there. While packages are being
# installed there is .venv/unfinished; a later run that finds it starts the environment over instead of trusting it.

define install
	@[ ! -e .venv/unfinished ] && .venv/bin/python -c 'import pip' 2>/dev/null || rm -rf .venv
	@mkdir -p .venv && touch .venv/unfinished
	@[ -e .venv/bin/python ] || { echo "Setting up .venv, once; this takes a minute."; $(PYTHON) -m venv .venv; }
	@.venv/bin/python -m pip install -qq --no-input --disable-pip-version-check --editable $(1)
	@rm .venv/unfinished
endef

.venv/brief: pyproject.toml | machine
	$(call install,.)
	@touch $@

.venv/test: pyproject.toml .venv/brief
	$(call install,'.[dev]')
	@touch .venv/brief $@

# ---- the machine ------------------------------------------------------------------------------
# Debian and Ubuntu keep two things in packages of their own: Python's ensurepip (for a virtual environment) and Pango
# (for PDF). They are installed through apt where that needs no question; else the line to type is printed.

has_venv := $(PYTHON) -c 'import ensurepip' 2>/dev/null
has_pango := $(PYTHON) -c 'from ctypes import CDLL; CDLL("libpangoft2-1.0.so.0"), CDLL("libharfbuzz-subset.so.0")' 2>/dev/null
as_root := $(shell [ "$$(id -u)" = 0 ] || echo sudo -n)
apt_get := $(as_root) env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120
apt_install := $(apt_get) install -y --no-install-recommends

machine:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	    echo "$(PYTHON) is missing or too old; briefing needs Python 3.11 or later: make PYTHON=python3.12 brief" >&2; exit 1; }
	@missing=; $(has_venv) || missing="python3-venv"; \
	$(has_pango) || missing="$$missing libpangoft2-1.0-0 libharfbuzz-subset0"; \
	[ -n "$$missing" ] || exit 0; \
	if command -v apt-get >/dev/null && $(as_root) true 2>/dev/null; then \
	    echo "Installing through apt:" $$missing; \
	    $(apt_install) $$missing >/dev/null 2>&1 || { $(apt_get) update && $(apt_install) $$missing >/dev/null; }; \
	fi; \
	$(has_venv) && $(has_pango) && exit 0; \
	echo "This machine lacks something that may not be installed from here. Type:" >&2; \
	echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends" $$missing >&2; \
	$(has_venv) || exit 1; \
	echo "Going on without Pango: everything but the PDF can be made." >&2
