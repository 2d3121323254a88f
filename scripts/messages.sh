#!/bin/sh
# Collects the Vietnamese sentences of each room into its locale/en and compiles them; needs gettext.
set -eu
cd "$(dirname "$0")/.."
command -v xgettext >/dev/null 2>&1 || { echo "make messages needs gettext: apt-get install gettext" >&2; exit 1; }
root=$PWD
law=$root/src/gandan/core/legal/law_sentences_for_messages.py  # what lies in tables, for the time of collecting
trap 'rm -f "$law"' EXIT
"$root/.venv/bin/python" scripts/law_sentences.py "$law"
for locale in src/gandan/*/locale; do
  cd "$root/$(dirname "$locale")"
  "$root/.venv/bin/python" -P -m django makemessages --locale en --no-location --no-wrap --verbosity 0
  "$root/.venv/bin/python" -P -m django compilemessages --locale en --verbosity 0
done
cd "$root/src/gandan/core" && "$root/.venv/bin/python" -P -m django compilemessages --locale vi --verbosity 0  # Django's own sentences, by hand
