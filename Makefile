.DEFAULT_GOAL := help
PORT ?= 8501

# The newest of 3.14 to 3.11 that really runs: a name on the path may be the stub of a version manager.
PYTHON ?= $(shell for name in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	$$name -c 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null \
	&& echo $$name && break; done)

BIN := .venv/bin
SOURCES := rates pages app.py tests

.PHONY: help
help:  ## this list
	@sed -n 's/^\([a-z]*\):.*##/\1\t/p' $(MAKEFILE_LIST)

.PHONY: run
run: setup  ## serve the dashboard and open the browser (PORT=8501)
	@$(BIN)/streamlit run app.py --server.port $(PORT)

.PHONY: setup
setup: .venv/.running  ## make .venv with what running needs

.venv/.python:
	@test -n "$(PYTHON)" || { \
		echo "No Python of 3.11 to 3.14 was found. Install one from your system's packages or python.org" \
		"(on Debian: apt-get install python3 python3-venv), or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv .venv || { \
		echo "$(PYTHON) cannot make a virtual environment: install its venv module" \
		"(on Debian: apt-get install python3-venv)."; rm -rf .venv; exit 1; }
	@touch $@

.venv/.running: .venv/.python pyproject.toml constraints.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/.testing: .venv/.running
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@

.PHONY: test
test: .venv/.testing  ## format, lint, types, import contracts, every test
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/ruff format --check $(SOURCES)
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/mypy
	@PYTHONPATH=. $(BIN)/lint-imports --cache-dir .cache/imports
	@$(BIN)/coverage run -m pytest

.PHONY: format
format: .venv/.testing  ## put the code into the house's form
	@$(BIN)/ruff check --fix $(SOURCES)
	@$(BIN)/ruff format $(SOURCES)

.PHONY: screens
screens: .venv/.testing  ## draw the README's pictures of every page
	@$(BIN)/python -m tests.browser.screens

.PHONY: clean
clean:  ## remove what the above made
	@rm -rf .venv .cache build *.egg-info
