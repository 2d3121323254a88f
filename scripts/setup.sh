#!/bin/sh
# Makes .venv from the hash-pinned lock, then the programs that tests and messages need, as far as this account may install them.
set -eu
cd "$(dirname "$0")/.."

python=""
for candidate in python3.13 python3.12 python3.11 python3; do
  if command -v "$candidate" >/dev/null 2>&1 && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$candidate
    break
  fi
done

if command -v uv >/dev/null 2>&1; then
  [ -x .venv/bin/python ] || uv venv --quiet ${python:+--python "$python"} .venv
  uv pip sync --quiet --require-hashes --python .venv/bin/python requirements-dev.lock
  uv pip install --quiet --no-deps --python .venv/bin/python --editable .
else
  if [ -z "$python" ]; then
    echo "Python 3.11 or newer is needed: install it (Debian: apt-get install python3 python3-venv) or install uv, then run make setup again." >&2
    exit 1
  fi
  if [ ! -x .venv/bin/python ]; then
    "$python" -m venv .venv 2>/dev/null || {
      rm -rf .venv
      echo "This Python cannot make a virtual environment: install its venv part (Debian: apt-get install python3-venv), then run make setup again." >&2
      exit 1
    }
  fi
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . 2>/dev/null \
    || .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
fi
rm -f .venv/bench-ready
touch .venv/ready

sh scripts/programs.sh
echo "Ready: make demo, make test."
