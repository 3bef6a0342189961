#!/usr/bin/env bash
# What only the real command can show: that it starts, ends with the right exit code and writes where it should.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

# expect CODE PATTERN COMMAND…: the command ends with that exit code and says something that matches.
expect() {
    local code=$1 pattern=$2 got=0
    shift 2
    (cd "$scratch" && "$@") >"$scratch/out" 2>"$scratch/err" </dev/null || got=$?
    if [ "$got" -ne "$code" ]; then
        printf 'FAILED %s: exit code %s, expected %s\n' "${*##*/}" "$got" "$code"
    elif ! cat "$scratch/out" "$scratch/err" | grep -q -- "$pattern"; then
        printf 'FAILED %s: said nothing like "%s"\n' "${*##*/}" "$pattern"
    elif grep -qE 'incubator|^\s+at [a-z]+\.' "$scratch/out" "$scratch/err"; then
        printf 'FAILED %s: shows a JVM warning or a stack trace\n' "${*##*/}"
    else
        printf 'ok     %s\n' "${*##*/}"
        return 0
    fi
    sed 's/^/         /' "$scratch/out" "$scratch/err" | head -n 20
    failures=$((failures + 1))
}

"$root/immunarium" --version >/dev/null
expect 0 'immunarium 0' "$root/immunarium" --version
expect 2 'nosuchcommand' "$root/immunarium" nosuchcommand

mkdir "$scratch/links"
ln -s "$root/immunarium" "$scratch/links/lab"
expect 0 'immunarium 0' "$scratch/links/lab" --version

[ "$failures" -eq 0 ]
