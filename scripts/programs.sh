#!/bin/sh
# Programs outside Python: a browser and fonts (browser tests, pictures), gettext (make messages), Debian's PostgreSQL (tests marked debian).
# Installed where this account may; otherwise one sentence says what is missing and what then is skipped. Nothing here is needed by `make demo`.
set -eu

missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v msgfmt >/dev/null 2>&1 || missing="$missing gettext"
command -v git >/dev/null 2>&1 || missing="$missing git"
[ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || missing="$missing fonts-dejavu-core"
ls -d /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || missing="$missing postgresql"
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "Not installed here:$missing. Tests that need them are skipped; install them with this system's own package manager." >&2
  exit 0
fi
if [ "$(id -u)" -eq 0 ]; then
  as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  as_root="sudo -n"
else
  echo "Not installed here:$missing. Tests that need them are skipped; to have them: sudo apt-get install$missing" >&2
  exit 0
fi
# The cluster that Debian makes on installation is not wanted: the tests make their own.
if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
  $as_root mkdir -p /etc/postgresql-common
  echo "create_main_cluster = false" | $as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
fi
export DEBIAN_FRONTEND=noninteractive
if $as_root apt-get -qq update && $as_root apt-get -qq install --no-install-recommends -y $missing >/dev/null; then
  echo "Installed:$missing."
else
  echo "Could not be installed:$missing. Tests that need them are skipped." >&2
fi
