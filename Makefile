# What a developer does with govpub. `make` alone lists it; a line needs `##` to be listed.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check bench fuzz golden pictures catalogs build clean programs
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
JOBS ?= 2
VENV := .venv
BIN := $(VENV)/bin
DEMO := dist/demo
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# The installed package is the checkout; only its metadata and compiled catalogs are made anew.
INSTALL_WHEN := pyproject.toml hatch_build.py $(wildcard locales/*/LC_MESSAGES/*.po)
# Tests read every file with a named encoding; Python then says where one was forgotten.
PYTEST := PYTHONWARNDEFAULTENCODING=1 $(BIN)/pytest

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/installed ## Set up govpub and make the releases of all samples
	@rm -rf $(DEMO)
	cd samples && ../$(BIN)/govpub check
	cd samples && ../$(BIN)/govpub export articles --out ../$(DEMO)
	@printf '\nThe releases are made. Look at:\n'
	@find $(DEMO) -name '*.bilingual.html' | sort | sed 's/^/  /'
	@printf 'Beside each: the zh-CN and en editions, DOCX and text, manifest.json and SHA256SUMS.\n'
	@printf 'The articles they come from: samples/articles. The command: $(BIN)/govpub --help\n'

test: programs $(VENV)/test ## Set up and run every test, with coverage of branches
	$(PYTEST) -n $(JOBS) --cov --cov-report=term

check: $(VENV)/check ## Lint, format, types, layers, catalogs, tracked files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	.ci/catalogs $(BIN)
	.ci/tracked-files

bench: $(VENV)/bench ## Measure against other tools; fails when a target is missed
	PYTHONPATH=tests $(BIN)/python -m benchmarks $(BENCH)

fuzz: programs $(VENV)/test ## Run the random tests in full: 10,000 mutations, 1,000 kills
	GOVPUB_FUZZ=10000 $(PYTEST) -n $(JOBS) -m slow

golden: $(VENV)/test ## Write the golden files anew; their diff is the review
	$(PYTEST) -n $(JOBS) -q --update-golden

pictures: programs $(VENV)/test ## Draw the README's pictures anew
	.ci/pictures $(BIN)/govpub

catalogs: $(VENV)/installed ## Extract the fixed strings and update the catalogs
	$(BIN)/govpub catalog extract
	$(BIN)/govpub catalog update
	$(BIN)/govpub catalog compile
	$(BIN)/govpub catalog status

build: $(VENV)/test ## Build wheel and sdist into dist/
	$(BIN)/python -m build --outdir dist

clean: ## Remove all that was made, the environment too
	rm -rf $(VENV) .node dist build .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -f locales/*/LC_MESSAGES/*.mo

programs:
	@.ci/programs

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'govpub needs Python 3.11 or newer; name one: make PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo 'install the venv module first (Debian: python3-venv)' >&2; exit 1; }
	@# Start-up: the command that an older pip writes imports `re` before it calls anything.
	$(PIP_INSTALL) --upgrade 'pip>=25.1'

$(VENV)/installed: $(INSTALL_WHEN) | $(BIN)/python
	$(PIP_INSTALL) --editable .
	@touch $@

$(VENV)/test $(VENV)/check $(VENV)/bench: $(VENV)/%: $(INSTALL_WHEN) | $(BIN)/python
	$(PIP_INSTALL) --editable '.[$*]'
	@touch $@ $(VENV)/installed
