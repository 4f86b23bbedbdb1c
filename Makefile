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

check-all: test  ## test, the slow tests too, and the laws of methods and figures on more examples
	.venv/bin/pytest -n 2 -m slow
	.venv/bin/pytest -n 2 --hypothesis-profile thorough tests/methods tests/figures/test_place.py tests/figures/test_scale.py

clean:  ## remove products and caches; .venv stays
	rm -rf out dist .reporter-cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -path ./.venv -prune -o -path ./.git -prune -o -type d -name __pycache__ -prune -exec rm -rf {} +
