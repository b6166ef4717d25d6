# make demo   check and build the five localities into build/
# make test   run every test
# make lint   style, types, layers, generated files
# make fuzz   100,000 changed files through every command (FUZZ="--first N --count N", or "--one N" for one again)
# make mutants  small changes of four rooms, and which their unit tests notice; writes docs/mutants.md
# make bench  measure, and write docs/benchmarks.md
# make generate  write the files that are generated from schemas and texts

PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
  command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
  && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif
EXAMPLES := anyang chengdu haibowan luoxi ziyun
YEAR := 2025

export PYTHONUTF8 = 1

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench fuzz mutants generate clean system

help:
	@sed -n 's/^# //p' Makefile

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found / 需要 Python 3.11 或更高版本"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Installed from the folders themselves: a change to code, policies or templates shows at once.
$(VENV)/.run: $(BIN)/python setup.cfg pyproject.toml
	$(BIN)/python -m pip install --quiet -e .
	@touch $@

$(VENV)/.test: $(BIN)/python setup.cfg pyproject.toml
	$(BIN)/python -m pip install --quiet -e '.[test,bench]'
	@touch $@ $(VENV)/.run

demo: $(VENV)/.run
	@mkdir -p build
	@$(BIN)/xuequ check $(EXAMPLES:%=examples/%.yaml) > build/findings.txt || { cat build/findings.txt; exit 1; }
	@tail -n 1 build/findings.txt
	@for name in $(EXAMPLES); do \
	  $(BIN)/xuequ build examples/$$name.yaml --roster examples/rosters/$$name.csv --school-year $(YEAR) -o build || exit 1; \
	  $(BIN)/xuequ build examples/$$name.yaml -o build --folder $$name-roles || exit 1; \
	done
	@echo
	@echo "检查发现的问题 / what the check found: build/findings.txt"
	@echo "每个地方一个文件夹，从 index.html 看起 / one folder for each locality; begin with its index.html:"
	@for name in $(EXAMPLES); do echo "  build/$$name/index.html"; done
	@echo "不带学校名册和学年、只到角色一级的一套 / the same without roster and school year, down to roles only:"
	@for name in $(EXAMPLES); do echo "  build/$$name-roles/index.html"; done

# Pictures with Chinese labels need a Chinese font; installed here where that is possible.
system:
	@.ci/system

test: $(VENV)/.test system
	$(BIN)/python -m pytest -n auto -q

lint: $(VENV)/.test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m xuequ.generate --check

bench: $(VENV)/.test
	$(BIN)/python -m benchmarks

fuzz: $(VENV)/.test
	PYTHONPATH=tests $(BIN)/python -m fuzz $(FUZZ)

mutants: $(VENV)/.test
	PYTHONPATH=tests $(BIN)/python -m mutants

generate: $(VENV)/.test
	$(BIN)/python -m xuequ.generate
	$(BIN)/xuequ --lang en graph examples/anyang.yaml --view zones -o docs/picture.svg
	$(BIN)/xuequ --lang zh graph examples/anyang.yaml --view zones -o docs/picture.zh-CN.svg

clean:
	rm -rf build $(VENV)
