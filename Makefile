# Every target that needs it makes the environment; it takes Python 3.11 or later and make.
PYTHON ?= python3
PORT := 8000
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help serve test quick check site lint-front lint-html check-all review publish bench budget lock fonts clean

help: ## This list
	@sed -n 's/^\([a-z-]*\):.*## /\1 /p' $(firstword $(MAKEFILE_LIST)) \
	  | while read -r target does; do printf '  make %-10s %s\n' "$$target" "$$does"; done

serve: .venv/ready ## The site at http://127.0.0.1:8000 (or PORT=8001), rebuilt as records are edited
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

test: .venv/ready ## Everything: style, types, imports, the form of the records, then tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/intermestic format --check
	$(BIN)/pytest --numprocesses auto --dist worksteal

quick: .venv/ready ## Style, and the tests that need no browser, no site and not the real records
	$(BIN)/ruff check .
	$(BIN)/pytest --numprocesses auto --dist worksteal -m "not slow"

check: .venv/ready ## The records, by themselves and against the texts; then what editors complete by
	$(BIN)/intermestic check
	@$(BIN)/intermestic schemas

site: .venv/ready ## The site in site/, checked before it replaces the last one (or RENDERER=plain)
	$(BIN)/intermestic site $(if $(RENDERER),--renderer $(RENDERER))

lint-front: tests/lint/node_modules/.package-lock.json ## The scripts and styles, their form too; needs npm
	tests/lint/node_modules/.bin/biome ci --config-path tests/lint --error-on-warnings docs/assets/*.js docs/assets/*.css

lint-html: tests/lint/node_modules/.package-lock.json ## The markup of every page in site/; needs npm
	tests/lint/node_modules/.bin/html-validate --config tests/lint/.htmlvalidate.json 'site/**/*.html'

tests/lint/node_modules/.package-lock.json: tests/lint/package-lock.json
	npm ci --silent --prefix tests/lint
	@touch $@

check-all: ## All that must pass before anything lands
	$(MAKE) lint-front test check site lint-html budget

review: BASE ?= main
review: FORMAT ?= text
review: .venv/ready ## What the records change on the site since they left the branch BASE, in words
	@$(BIN)/intermestic review --format $(FORMAT) $(BASE)

publish: ## The site, tested and built from what is committed, to the branch gh-pages
	@test -z "$$(git status --porcelain)" \
	  || { echo "Commit or stash your changes: what is published must be in the history." >&2; exit 1; }
	$(MAKE) test check site
	$(BIN)/ghp-import --no-jekyll --push --message "The site of $$(git rev-parse --short HEAD)" site

bench: .venv/ready ## What builds and previews cost next to plain MkDocs, and how each stage grows
	$(BIN)/python tests/benchmarks/ratios.py
	$(BIN)/python tests/benchmarks/stages.py

budget: .venv/ready ## Whether builds and previews cost no more than is recorded, next to plain MkDocs
	$(BIN)/python tests/benchmarks/ratios.py --size 100 --check

lock: .venv/ready ## requirements.txt anew from pyproject.toml
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-annotate --no-header --no-emit-index-url --quiet --output-file requirements.txt

fonts: .venv/ready ## The fonts of the site anew; prints what its style sheet says of those that stand in
	$(BIN)/pip install --quiet fonttools==4.68.0 brotli==1.2.1 fontpkg-source-sans-3==3.52
	$(BIN)/python scripts/web_fonts.py

clean: ## Remove all that was made
	rm -rf .venv .site .site.yml site scripts/*.egg-info
	git clean -fdXq docs

# The packages, which take a minute or two, only when another lock says so.
.venv/locked: requirements.txt
	@test ! -L .venv || { echo ".venv is a link; what it leads to would be emptied." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or later is needed; name one with: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --require-hashes --only-binary :all: -r requirements.txt >&2
	@touch $@

# The project itself, with the command `intermestic`, whose code is read where it stands.
.venv/ready: .venv/locked pyproject.toml
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
