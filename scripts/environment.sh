#!/bin/sh
# Make .venv hold what requirements/*.txt lock: `sh scripts/environment.sh runtime|dev`.
# Called by make when a stamp is missing or older than what decides it. Asks nothing.
set -eu

wanted=$1
python=.venv/bin/python
stamps=.venv/.stamps

say() { printf '%s\n' "$*"; }
fail() { printf '\n%s\n' "$*" >&2; exit 1; }

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if command -v "$name" >/dev/null && new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
    fail "Handlerum needs Python 3.11 or newer, and none was found.
On Debian or Ubuntu: sudo apt-get install python3 python3-venv"
}

# Debian keeps ensurepip, and with it a working venv, in a package of its own.
install_venv_package() {
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        fail "Python's venv module is incomplete here. Install it and try again:
    sudo apt-get install $package"
    fi
    say "Installing $package ..."
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -y -qq "$package" >/dev/null 2>&1 ||
        { apt-get update -qq && apt-get install -y -qq "$package" >/dev/null; }
}

make_venv() {
    found=$(find_python)
    say "Creating .venv with $("$found" -V) ..."
    "$found" -c 'import ensurepip' 2>/dev/null || install_venv_package "$found"
    "$found" -m venv --clear .venv
}

# A .venv whose Python has gone, or that broke off half-made, is made anew.
if ! new_enough $python || ! $python -m pip --version >/dev/null 2>&1; then
    make_venv
fi
# --no-deps: the file is complete by itself, and nothing beside it may be fetched.
$python -m pip install -q --disable-pip-version-check --no-deps --require-hashes \
    -r requirements/bootstrap.txt

# Once the development packages are here they stay: `make run` after `make test` removes nothing.
if [ -e $stamps/dev ]; then wanted=dev; fi
say "Installing what requirements/$wanted.txt locks ..."
# Compiled at once: the process that reads files may not write, and would compile each time.
.venv/bin/uv pip sync -q --python $python --require-hashes --compile-bytecode \
    requirements/bootstrap.txt "requirements/$wanted.txt"
# uv_build is locked in bootstrap.txt, so that building fetches nothing unlocked.
.venv/bin/uv pip install -q --python $python --no-deps --no-build-isolation --editable .

mkdir -p $stamps
if [ "$wanted" = dev ]; then touch $stamps/dev; fi
touch $stamps/runtime
