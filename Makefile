# The commands of a developer's day. `make` with uv where it is installed, else python3 -m venv and pip; as root or as an ordinary user.
VENV := .venv
PY := $(VENV)/bin/python
ARGS ?=

.PHONY: help setup demo test test-bench check lint lock messages openapi pictures bench debian clean
help:           ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 18

setup:          ## make .venv with everything pinned, and the browser, fonts and tools of the tests where that is allowed
	@sh scripts/setup.sh

$(VENV)/ready: requirements-dev.lock pyproject.toml
	@sh scripts/setup.sh

demo: $(VENV)/ready   ## the whole installation with invented people; ARGS="--port 8010"
	@$(VENV)/bin/gandan demo $(ARGS)

test: $(VENV)/ready   ## every test, in parallel; ARGS="tests/units -x"
	@$(VENV)/bin/pytest -n auto --dist loadgroup $(ARGS)

test-bench: $(VENV)/ready  ## the benchmarks at a tiny size: some minutes, apart from the other tests
	@$(VENV)/bin/pytest -n auto -m bench tests/cli

check: $(VENV)/ready  ## linters, types, import contracts, and the tests without browser and without long runs
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports
	@$(PY) scripts/migrations.py
	@$(VENV)/bin/pytest -n auto --dist loadgroup -m "not browser and not slow and not debian and not bench" $(ARGS)

lint: $(VENV)/ready   ## mend what can be mended
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

lock:           ## pin again after a change of pyproject.toml (needs uv)
	@sh scripts/lock.sh

messages: $(VENV)/ready  ## collect the sentences of every room for translation, and compile them
	@sh scripts/messages.sh

openapi: $(VENV)/ready ## write docs/api/openapi.json from the code
	@$(PY) scripts/openapi.py

pictures: $(VENV)/ready ## pictures of the main screens into .pictures; README's into docs/pictures
	@$(PY) scripts/pictures.py

bench: $(VENV)/ready  ## every measurement beside what it is compared to; ARGS="ingest --json"
	@sh scripts/bench.sh $(if $(ARGS),$(ARGS),all)

debian: $(VENV)/ready ## the tests that run on Debian's own PostgreSQL
	@$(VENV)/bin/pytest -m debian $(ARGS)

clean:          ## forget what can be made again; the data folder .gandan stays
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache build dist
