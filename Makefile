# make run        start the guide on http://127.0.0.1:8501  (make run PORT=8600 for another port)
# make test       all tests but the slow sweeps             make check-all   the slow sweeps
# make bench      how long a page takes                     make clean       forget .venv
# Needed: Python 3.11 or newer, and make. Browser tests also need Chromium; without it they are skipped.

PYTHON ?= python3
PORT ?= 8501
UV = uv==0.13.9
BIN = .venv/bin
# Two workers pay on two cores. A file stays with one worker, so that its server and its browser start once; files come in
# their own order, those with a browser first, so that small ones fill the end.
PYTEST = $(BIN)/python -m pytest -n 2

.PHONY: run test check-all again bench clean

run: .venv/run.done
	QME_GUIDE_PORT=$(PORT) $(BIN)/python -m deploy.serve

test: .venv/test.done
	$(PYTEST) --dist loadfile --no-loadscope-reorder

check-all: .venv/test.done
	$(PYTEST) --dist worksteal -m slow

# What failed the last time, one after the other on a machine that does nothing else: a browser may be late on a busy one.
again: .venv/test.done
	$(BIN)/python -m pytest --last-failed --last-failed-no-failures none -m "slow or not slow"

bench: .venv/test.done
	$(BIN)/python -m bench.bench_pages
	$(BIN)/python -m bench.bench_pdf
	$(BIN)/python -m bench.bench_packet
	$(BIN)/python -m bench.bench_timeline
	$(BIN)/python -m bench.bench_report

clean:
	rm -rf .venv screenshots

.venv/run.done: requirements.txt | .venv/made
	$(call install,requirements.txt)
	touch $@

.venv/test.done: requirements.txt requirements-dev.txt | .venv/made
	$(call install,requirements-dev.txt)
	touch $@ .venv/run.done

.venv/made:
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed: make PYTHON=python3.11')"
	$(PYTHON) -m venv .venv
	touch $@

# uv installs in seconds what takes pip a minute. Where it cannot be had, pip does it.
define install
	{ $(BIN)/python -m pip install --quiet --disable-pip-version-check $(UV) \
	  && $(BIN)/uv pip install --quiet --python $(BIN)/python --compile-bytecode -r $(1); } \
	|| $(BIN)/python -m pip install --quiet --disable-pip-version-check -r $(1)
endef
