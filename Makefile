# Handlerum: every task of the house. `make` alone lists them.
# GNU make and a POSIX shell are all it needs; what a target installs goes into .venv.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

BIN := .venv/bin
STAMPS := .venv/.stamps
# What decides whether the installed packages are still the right ones.
LOCKED := pyproject.toml scripts/environment.sh requirements/bootstrap.txt
COMPILE := $(BIN)/uv pip compile --no-header -q --generate-hashes --universal -p 3.11

# Neither tool may fetch a Python of its own or ask a question.
export UV_PYTHON_DOWNLOADS := never
export PIP_NO_INPUT := 1

.PHONY: help run test test-fast lint format lock messages bench-search bench-privacy bench-legislation bench-live bench-insight fit-search train-names screenshot clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(STAMPS)/runtime ## Install what is missing and start Handlerum (PORT=8000 unless set)
	@exec $(BIN)/handlerum serve

test: $(STAMPS)/dev ## Every check: lint, types, both databases, the browser
	@sh scripts/check.sh full

test-fast: $(STAMPS)/dev ## Lint, types and the tests on SQLite, without the browser
	@sh scripts/check.sh fast

lint: $(STAMPS)/dev ## Lint, types, import direction, forgotten migrations
	@sh scripts/check.sh lint

format: $(STAMPS)/dev ## Put code in order
	$(BIN)/ruff check --fix-only -q .
	$(BIN)/ruff format .

lock: $(STAMPS)/dev ## Choose versions anew within pyproject.toml, with hashes (UPGRADE=1: the newest)
	$(COMPILE) $(if $(UPGRADE),--upgrade) --group bootstrap -o requirements/bootstrap.txt
	$(COMPILE) $(if $(UPGRADE),--upgrade) pyproject.toml -o requirements/runtime.txt
	$(COMPILE) $(if $(UPGRADE),--upgrade) pyproject.toml --extra onnx --extra dask --group dev -o requirements/dev.txt

messages: $(STAMPS)/dev ## Gather the Danish texts into the English translation, and compile it
	@$(BIN)/python scripts/messages.py

bench-search: $(STAMPS)/dev ## Measure search: speed at a million, quality, balance, import (an hour)
	@$(BIN)/python -m bench.search --write

bench-privacy: $(STAMPS)/dev ## Measure what is found, what is missed, how fast, and what reaches the disk
	@$(BIN)/python -m bench.privacy --write

bench-legislation: $(STAMPS)/dev ## Measure how acts are taken in, shown, found and cited (some minutes)
	@$(BIN)/python -m bench.legislation --write

bench-live: $(STAMPS)/dev ## Measure live sessions: phones, answers, crashes, opinion maps (some ten minutes)
	@$(BIN)/uv pip install -q --python $(BIN)/python --group opinions
	@$(BIN)/python -m bench.live --write

bench-insight: $(STAMPS)/dev ## Measure the overview, the year's document and flags (some minutes)
	@$(BIN)/python -m bench.insight --write

fit-search: $(STAMPS)/dev ## Fit weights, curves and thresholds of search on half of the judged collection
	@$(BIN)/uv pip install -q --python $(BIN)/python --group fit
	@$(BIN)/python scripts/search/fit.py

train-names: $(STAMPS)/dev ## Train the name model anew (needs ../shared; some 15 minutes on two cores)
	@$(BIN)/uv pip install -q --python $(BIN)/python --group train
	@$(BIN)/python scripts/names/train.py

screenshot: $(STAMPS)/dev ## Draw the README's picture of the start page
	@$(BIN)/python scripts/screenshot.py

clean: ## Remove what was built or cached here (never your data)
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The development packages include the runtime ones, so either stamp is enough to run.
$(STAMPS)/runtime: requirements/runtime.txt $(LOCKED)
	@sh scripts/environment.sh runtime

$(STAMPS)/dev: requirements/dev.txt requirements/runtime.txt $(LOCKED)
	@sh scripts/environment.sh dev
