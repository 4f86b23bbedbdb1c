.PHONY: help report test check-all clean

help:  ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' Makefile

report:  ## build the newest report; the last line says where PDF and HTML lie
	@tools/setup.sh
	@.venv/bin/reporter build bth --year 2022

test:  ## lint, types and the quick tests
	@tools/setup.sh test
	.venv/bin/ruff check
	.venv/bin/mypy
	.venv/bin/pytest -n 2

check-all: test  ## test, and the slow tests too (pytest's 5: there are none)
	.venv/bin/pytest -m slow || test $$? -eq 5

clean:  ## remove products and caches; .venv stays
	rm -rf out dist .reporter-cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -path ./.venv -prune -o -path ./.git -prune -o -type d -name __pycache__ -prune -exec rm -rf {} +
