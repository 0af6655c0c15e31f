# make demo    run the sample archive of data/raw to data/processed
# make test    run the tests
# Each target sets up what it needs in .venv; only Python 3.11 or newer is asked for.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := data/processed
TESTS ?=

.DEFAULT_GOAL := help
.PHONY: help setup demo test check static format-check lint types contracts bench floors format docs clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-13s %s\n", $$1, $$2}' Makefile

# ---- set-up: one stamp for what running needs, one for what developing needs

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "tutanak needs Python 3.11 or newer, and '$(PYTHON)' is $$($(PYTHON) -V 2>&1)."; \
	  echo "Install one and name it: make PYTHON=python3.12 $(or $(MAKECMDGOALS),setup)"; exit 1; } >&2
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "'$(PYTHON) -m venv' failed: see above. On Debian and Ubuntu: apt-get install python3-venv"; \
	  exit 1; } >&2

$(VENV)/.run: pyproject.toml constraints.txt models/tr_tutanak_md/CHECKSUMS | $(BIN)/python
	@echo "Setting up $(VENV) (once; takes a minute or two)"
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[archives]' \
	  ./models/tr_tutanak_md
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt \
	  $$($(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"])')
	@touch $@

setup: $(VENV)/.run  ## make .venv with everything that running needs

# ---- the main job

demo: setup  ## read the sample archive: records and tables in data/processed
	@$(BIN)/tutanak run data/raw --out $(OUT) --summary
	@ls -1 $(OUT) | sed 's,^,  $(OUT)/,'

# ---- checks

test: $(VENV)/.dev  ## run the tests (TESTS=tests/cli for some of them)
	@$(BIN)/python -m pytest -n auto $(TESTS)

check: static test  ## format, lint, types, import contracts and tests

static: format-check lint types contracts

format-check: $(VENV)/.dev
	@$(BIN)/ruff format --check .

lint: $(VENV)/.dev
	@$(BIN)/ruff check .

types: $(VENV)/.dev
	@$(BIN)/mypy

contracts: $(VENV)/.dev
	@$(BIN)/lint-imports

format: $(VENV)/.dev  ## format the code and mend what the linter can mend
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

bench: $(VENV)/.dev  ## words per second, and where the time goes
	@$(BIN)/python benchmarks/throughput.py

floors: $(VENV)/.dev  ## raise the quality floors to what is reached now
	@$(BIN)/python tests/golden/floors.py --raise

docs: $(VENV)/.dev  ## renew what the pages show: figures, outputs, picture, notebook
	@PYTHONPATH=. $(BIN)/python docs/make_accuracy.py
	@$(BIN)/python docs/make_why.py
	@$(BIN)/python docs/make_readme.py
	@$(BIN)/python docs/make_picture.py
	@$(BIN)/python docs/make_notebook.py

clean:  ## remove what can be made again (.venv stays: rm -r .venv)
	@rm -rf dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find $(OUT) -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +
	@find pipeline tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
