# The Essex Collaborative evaluation dashboard. `make` alone lists what can be done.
# PYTHON=python3.12 chooses a Python; each chosen Python keeps its own environment.
PYTHON ?=
VENV ?= $(if $(PYTHON),.venv-$(notdir $(PYTHON)),.venv)
BOOT := $(or $(PYTHON),$(shell for p in python3 python3.12 python3.11 python; do $$p -c '' 2>/dev/null && echo $$p && break; done),python3)
PREPARE = $(BOOT) tools/environment.py --folder $(VENV) $(if $(PYTHON),--python $(PYTHON))
RUN = $(VENV)/bin/python

.DEFAULT_GOAL := help
.PHONY: help run test test-3.12 bench lint pictures reference clean

help: ## list these commands
	@sed -n 's/^\([a-z][a-z0-9.-]*\):.*## /  make \1  - /p' Makefile

run: ## start the dashboard with the illustrative data and say its address
	@$(PREPARE)
	@$(RUN) tools/run.py

test: ## run every test: unit, property, both databases, browser, docs, import rules
	@$(PREPARE) --dev
	$(RUN) -m pytest $(ARGS)

test-3.12: ## run every test on Python 3.12
	@$(MAKE) test PYTHON=python3.12

bench: ## measure speed and accuracy against peers; ARGS=survey for one bench
	@$(PREPARE) --dev
	@$(RUN) -m bench $(ARGS)

lint: ## check style (ruff) and the import rules (import-linter)
	@$(PREPARE) --dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/lint-imports

pictures: ## take the pictures of every page into docs/pictures
	@$(PREPARE) --dev
	@$(RUN) tools/screenshots.py

reference: ## write what the documents take from the code: indicators, faults, the map
	@$(PREPARE) --dev
	@$(RUN) tools/reference.py

clean: ## remove the environments, caches and the local store
	rm -rf .venv .venv-* var .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
