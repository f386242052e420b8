# `make run` starts Chemise, `make test` checks it: on a fresh machine with Python 3.11 or later, nothing else.
PORT ?= 8501
ONLY ?=
VENV := .venv
BIN := $(VENV)/bin
# The first candidate that runs, is recent enough and can make environments; a name alone proves nothing.
PYTHON ?= $(shell for one in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$one -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$one && break; done)

.PHONY: run test lint promises campaign editor browser

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Chemise needs Python 3.11 or later with venv (Debian: apt-get install python3-venv)."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.dev: requirements-dev.txt requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ $(VENV)/.run

run: $(VENV)/.run
	$(BIN)/python -m db migrate
	@echo "Chemise: http://localhost:$(PORT)"
	$(BIN)/streamlit run Home.py --server.port $(PORT)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Chromium draws the pages for the tests that need a browser. Its headless shell, of the same source, does so with a
# fifth less work where it can be had; the promises are measured in the whole one.
AS_ROOT = $(if $(filter 0,$(shell id -u)),,sudo -n)
APT_INSTALL = DEBIAN_FRONTEND=noninteractive $(AS_ROOT) apt-get install -y -qq --no-install-recommends
browser:
	@command -v chromium >/dev/null || { $(AS_ROOT) apt-get update -qq && $(APT_INSTALL) chromium; } \
		|| { echo "The tests need Chromium: install the package chromium, then run make test again."; exit 1; }
	@command -v chromium-headless-shell >/dev/null || $(APT_INSTALL) chromium-headless-shell >/dev/null 2>&1 || true

# The built editor is committed: Node is needed to check it against its sources, never to run or test Chemise.
editor:
	@if command -v npm >/dev/null 2>&1; then cd editor && npm ci --no-audit --no-fund --silent && npm run --silent check && npm test --silent; \
	else echo "npm is not here: the editor's own tests are left out."; fi

# The checks that do not wait for each other go side by side; the browser's tests wait for the others, which measure.
test:
	@$(MAKE) --no-print-directory -j 2 lint browser editor
	$(BIN)/python -m pytest -n 2 --dist loadfile --ignore=tests/e2e
	$(BIN)/python -m pytest -n 2 --dist loadfile tests/e2e

promises: $(VENV)/.dev browser
	@$(BIN)/python -m tests.promises $(ONLY)

campaign: $(VENV)/.dev browser
	@$(BIN)/python -m tests.campaign $(ONLY)
