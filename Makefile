# Every target makes its own environment; it needs Python 3.11 or later and make.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: serve test check site lint-front lint-html review publish bench lock clean

serve: .venv/ready ## The site at http://127.0.0.1:8000, rebuilt as records are edited
	$(BIN)/mkdocs serve --dirty

test: .venv/ready ## Everything: style, imports, the form of the records, then tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	PYTHONPATH=scripts $(BIN)/lint-imports --no-cache
	PYTHONPATH=scripts $(BIN)/python -m intermestic format --check
	$(BIN)/pytest

check: .venv/ready ## The records, by themselves and against the texts if they are at hand
	PYTHONPATH=scripts $(BIN)/python -m intermestic check

site: .venv/ready ## The site in site/: built strictly and checked before it replaces the last one
	$(BIN)/python scripts/build_site.py

lint-front: tests/lint/node_modules/.package-lock.json ## The scripts and styles, their form too; needs npm
	tests/lint/node_modules/.bin/biome ci --config-path tests/lint --error-on-warnings docs/assets/*.js docs/assets/*.css

lint-html: tests/lint/node_modules/.package-lock.json ## The markup of every page in site/; needs npm
	tests/lint/node_modules/.bin/html-validate --config tests/lint/.htmlvalidate.json 'site/**/*.html'

tests/lint/node_modules/.package-lock.json: tests/lint/package-lock.json
	npm ci --silent --prefix tests/lint
	@touch $@

review: BASE ?= main
review: FORMAT ?= text
review: .venv/ready ## What the records change on the site since they left the branch BASE, in words
	@PYTHONPATH=scripts $(BIN)/python -m intermestic review --format $(FORMAT) $(BASE)

publish: ## The site, tested and built from what is committed, to the branch gh-pages
	@test -z "$$(git status --porcelain)" \
	  || { echo "Commit or stash your changes: what is published must be in the history." >&2; exit 1; }
	$(MAKE) test check site
	$(BIN)/ghp-import --no-jekyll --push --message "The site of $$(git rev-parse --short HEAD)" site

bench: .venv/ready ## Time and memory of each stage, and from saving a record to the reload
	$(BIN)/python scripts/benchmark.py
	$(BIN)/python scripts/benchmark_preview.py

lock: .venv/ready ## requirements.lock anew from pyproject.toml
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-annotate --no-header --no-emit-index-url --quiet --output-file requirements.lock

clean: ## All that was made
	rm -rf .venv site
	git clean -fdXq docs

.venv/ready: requirements.lock
	@test ! -L .venv || { echo ".venv is a link; what it leads to would be emptied." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or later is needed; name one with: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --require-hashes --only-binary :all: -r requirements.lock
	@printf '#!/bin/sh\nPYTHONPATH="%s/scripts" exec "%s/.venv/bin/python" -m intermestic "$$@"\n' \
	  "$(CURDIR)" "$(CURDIR)" > $(BIN)/intermestic
	@chmod +x $(BIN)/intermestic
	@touch $@
