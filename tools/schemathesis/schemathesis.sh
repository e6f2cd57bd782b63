#!/usr/bin/env bash
# Schemathesis in a Python of its own, made where it is missing. Needs Python 3.10+ with venv.
#   schemathesis.sh fetch        only make it
#   schemathesis.sh run ...      as its command line does, with our hooks.py
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=$here/../../node_modules/.cache
venv=$cache/schemathesis-$(sed -n 's/^schemathesis==//p' "$here/requirements.txt")

# Into a folder of its own, then renamed: two that fetch at once end with a whole one. The body is a
# subshell, so that its trap runs while its variables are there.
fetch() (
  [[ -d $venv ]] && exit
  partial=$venv.$$
  mkdir -p "$cache"
  trap 'rm -rf "$partial"' EXIT
  python3 -m venv "$partial"
  "$partial/bin/python" -m pip install -q --disable-pip-version-check --no-input \
    --timeout 10 --retries 1 -r "$here/requirements.txt"
  mv -T "$partial" "$venv" 2> /dev/null || [[ -d $venv ]]
)

fetch >&2
[[ ${1:-} == fetch ]] && exit
export SCHEMATHESIS_HOOKS=hooks PYTHONPATH=$here PYTHONDONTWRITEBYTECODE=1
exec "$venv/bin/python" -m schemathesis.cli "$@"
