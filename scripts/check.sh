#!/bin/sh
# The checks of the house: `sh scripts/check.sh full|fast|lint` (make test, test-fast, lint).
# Every step runs, also after one has failed, so that one run tells all there is to mend.
set -u

level=${1:-full}
bin=.venv/bin
failed=
skipped=

# Nothing here may touch, or depend on, the data of the person who runs it.
HANDLERUM_HOME=$(mktemp -d "${TMPDIR:-/tmp}/handlerum-check-XXXXXX") || exit 1
export HANDLERUM_HOME
export DJANGO_SETTINGS_MODULE=handlerum.config.settings
unset HANDLERUM_ENV HANDLERUM_DATABASE_URL HANDLERUM_EXAMPLE_SIGN_IN
trap 'rm -rf "$HANDLERUM_HOME"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

step() {
    heading=$1
    shift
    printf '\n== %s\n' "$heading"
    begun=$(date +%s)
    if "$@"; then
        printf -- '-- ok (%s s)\n' "$(($(date +%s) - begun))"
    else
        printf -- '-- FAILED: %s\n' "$heading"
        failed="$failed
  $heading"
    fi
}

lint() {
    step "Lint (ruff)" $bin/ruff check .
    step "Format (ruff; make format mends it)" $bin/ruff format --check .
    step "Types (mypy --strict)" $bin/mypy
    step "Import direction (import-linter)" $bin/lint-imports
    step "Migrations are written" $bin/python -m django makemigrations --check --dry-run
}

# Stealing: some tests take a minute, and whoever is done helps with what has not begun. A seed:
# what failed here fails again; `pytest` alone looks elsewhere each time.
on_sqlite() {
    step "Tests on SQLite" $bin/python -m pytest -n 2 --dist worksteal --hypothesis-seed=0 -m "not browser"
}

on_postgres() {
    step "Tests on PostgreSQL" \
        $bin/python scripts/postgres.py -- $bin/python -m pytest -n 2 --dist worksteal --hypothesis-seed=0 -m "not browser"
}

find_chromium() { command -v chromium || command -v chromium-browser; }

install_chromium() {
    if find_chromium >/dev/null; then return; fi
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        printf '\n== Installing Debian package chromium for the browser tests\n'
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq
        apt-get install -y -qq --no-install-recommends chromium >/dev/null
    fi
}

in_browser() {
    install_chromium
    if find_chromium >/dev/null; then
        step "Tests in a browser" $bin/python -m pytest -n 2 --dist worksteal --hypothesis-seed=0 -m browser
    else
        skipped="Browser tests were SKIPPED: there is no Chromium here.
  On Debian: sudo apt-get install chromium"
    fi
}

case $level in
    lint) lint ;;
    fast) lint; on_sqlite ;;
    full) lint; on_sqlite; on_postgres; in_browser ;;
    *) echo "scripts/check.sh: full, fast or lint, not '$level'" >&2; exit 2 ;;
esac

if [ -n "$skipped" ]; then printf '\n%s\n' "$skipped"; fi
if [ -n "$failed" ]; then
    printf '\nFAILED:%s\n' "$failed"
    exit 1
fi
printf '\nAll checks passed.\n'
