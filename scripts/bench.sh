#!/bin/sh
# `make bench`: adds the packages we are compared with (pinned by hash) to .venv once, then measures.
set -eu
cd "$(dirname "$0")/.."
if [ ! -e .venv/bench-ready ] || [ requirements-bench.lock -nt .venv/bench-ready ]; then
  if command -v uv >/dev/null 2>&1; then
    uv pip install --quiet --require-hashes --python .venv/bin/python -r requirements-bench.lock
  else
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
  fi
  touch .venv/bench-ready
fi
exec .venv/bin/gandan bench "$@"
