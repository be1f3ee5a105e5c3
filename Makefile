# Everything that is done to this project from a terminal. `make` lists it.
# Needs Python 3.11 or newer and make, nothing else: the rest is installed into .venv.

PORT ?= 8000
# The Python that makes .venv: `make run PYTHON=python3.12`. Without it the first one found that is new enough.
PYTHON ?=
# Options for pytest: `make test WITH="-k helpline"`.
WITH ?=
export PYTHON

in_venv := .venv/bin
templates := site home model_pages helplines search
python_files := $(templates) tests benchmarks manage.py .ci/test .ci/first_run

.DEFAULT_GOAL := help
.PHONY: help run test check format coverage requirements first-run screenshots install install-for-tests

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

run: install ## open the site on http://127.0.0.1:8000 (PORT=8080 for another port)
	@$(in_venv)/python manage.py serve_site --port '$(PORT)'

test: install-for-tests ## run every test, on SQLite and on PostgreSQL (WITH="-k helpline" for some of them)
	@$(in_venv)/python .ci/test $(WITH)

check: install-for-tests ## all that a machine can check without running the site: style, types, templates, imports, migrations
	$(in_venv)/ruff check $(python_files)
	$(in_venv)/ruff format --check $(python_files)
	$(in_venv)/python -m mypy
	$(in_venv)/djhtml --check $(templates)
	$(in_venv)/djlint --lint --quiet $(templates)
	PYTHONPATH=site:. $(in_venv)/lint-imports
	$(in_venv)/python manage.py check --fail-level WARNING
	$(in_venv)/python manage.py makemigrations --check --dry-run

format: install-for-tests ## put Python and templates into the shape that `make check` expects
	$(in_venv)/ruff check --fix $(python_files)
	$(in_venv)/ruff format $(python_files)
	$(in_venv)/djhtml $(templates)

coverage: install-for-tests ## list the lines that no test runs, browser tests left out
	$(in_venv)/coverage run -m pytest -m "not browser"
	$(in_venv)/coverage report

first-run: install-for-tests ## clone the project into an empty folder and try `make run` there, as a newcomer would
	@$(in_venv)/python .ci/first_run

screenshots: install-for-tests ## make pictures of the main pages into var/screenshots/, for people to look at
	@$(in_venv)/python -m pytest -q tests/browser/test_screenshots.py

requirements: install-for-tests ## compile requirements.txt and requirements-dev.txt from pyproject.toml (UPGRADE=--upgrade for newer releases)
	@.ci/compile_requirements $(UPGRADE)

install: ## make .venv and install what the site needs
	@.ci/install requirements.txt

install-for-tests: ## make .venv and install what the site and its tests need; the HTML checker where Java and npm are
	@.ci/install requirements.txt requirements-dev.txt
	@.ci/install_html_checker
