# Two commands for everybody: make run, make test. The rest is for those who change the program.
PYTHON_RUN := .venv/bin/python

.PHONY: run test bench faults lint screenshots golden translations lock windows windows-smoke windows-lock deb deb-smoke bare-smoke \
    runtime-environment test-environment

run: runtime-environment        ## open the window (without a display: the sample's table and its sheet as PDF)
	@tools/run.sh

test: test-environment          ## the journeys in a real window, then every test
	@echo "The journeys in a real window:"
	@QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1680x1050x24" $(PYTHON_RUN) -m pytest -m journey
	@echo "Every test:"
	@QT_QPA_PLATFORM=offscreen $(PYTHON_RUN) -m pytest

bench: test-environment         ## the budgets, as ratios in one run (BENCH_ROWS=100000 for a quicker one)
	@QT_QPA_PLATFORM=offscreen $(PYTHON_RUN) -m tests.bench

faults: test-environment        ## saves that are killed or whose disk fails (FAULTS=200 kills): what is left of the book
	@$(PYTHON_RUN) -m tests.faults

lint: test-environment          ## style, format, types
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy

screenshots: test-environment   ## every page, light and dark, 100 % and 150 %, and every PDF page, into screenshots/
	@QT_QPA_PLATFORM=offscreen $(PYTHON_RUN) -m tests.screenshots

golden: test-environment        ## write the golden files anew; review them with git diff
	@QT_QPA_PLATFORM=offscreen $(PYTHON_RUN) -m pytest --rewrite-golden

translations: test-environment  ## collect every string of the window, then make the files that the program loads
	@.venv/bin/pyside6-lupdate $$(find gui -name '*.py' | sort) -source-language id_ID -target-language en_GB \
	    -no-obsolete -locations none -ts resources/translations/cakupan_en.ts
	@.venv/bin/pyside6-lrelease resources/translations/cakupan_en.ts resources/translations/qt_id.ts

lock: test-environment          ## resolve the dependencies anew, with hashes, for every platform
	@$(PYTHON_RUN) -m pip install --quiet --disable-pip-version-check uv
	@.venv/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header \
	    --upgrade -o requirements.lock pyproject.toml
	@.venv/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header \
	    --upgrade --extra test -o requirements-test.lock pyproject.toml

windows: runtime-environment    ## setup and portable zip for Windows, into dist/windows (WINDOWS_OPTIONS=--help)
	@$(PYTHON_RUN) packaging/windows/build.py $(WINDOWS_OPTIONS)

windows-smoke: runtime-environment  ## run what `make windows` built under Wine (SMOKE_OPTIONS=--portable: in short)
	@$(PYTHON_RUN) packaging/windows/smoke.py $(SMOKE_OPTIONS)

windows-lock: runtime-environment   ## resolve the Windows wheels anew, to the versions of requirements.lock
	@$(PYTHON_RUN) -m pip install --quiet --disable-pip-version-check uv
	@$(PYTHON_RUN) packaging/windows/lock.py

DEB := PYTHONPATH=packaging/linux:packaging/windows $(PYTHON_RUN)

deb: test-environment           ## Debian package and portable archive, into dist/linux
	@$(DEB) packaging/linux/build.py

deb-smoke: test-environment     ## try what `make deb` built in a bare Debian 12 (as root; DEB_SMOKE_OPTIONS=--only portable)
	@$(DEB) packaging/linux/smoke.py $(DEB_SMOKE_OPTIONS)

bare-smoke: test-environment    ## README's two commands in a bare Debian 12 (as root; BARE_OPTIONS=--whole: every test)
	@$(DEB) packaging/linux/bare.py $(BARE_OPTIONS)

runtime-environment:
	@tools/prepare.sh runtime

test-environment:
	@tools/prepare.sh test
