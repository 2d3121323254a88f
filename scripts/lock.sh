#!/bin/sh
# Pins what pyproject.toml asks for, with hashes, for every platform: run-time, development, and the packages of `make bench`.
set -eu
cd "$(dirname "$0")/.."
command -v uv >/dev/null 2>&1 || { echo "make lock needs uv (https://docs.astral.sh/uv): pip install uv" >&2; exit 1; }
uv pip compile --quiet --universal --generate-hashes --no-annotate pyproject.toml -o requirements.lock
uv pip compile --quiet --universal --generate-hashes --no-annotate --group dev pyproject.toml -c requirements.lock -o requirements-dev.lock
uv pip compile --quiet --universal --generate-hashes --no-annotate --extra bench pyproject.toml -c requirements.lock -o requirements-bench.lock
