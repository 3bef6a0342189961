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

# holds NAME FUNCTION: the function ends well in the scratch folder.
holds() {
    local got
    # Not behind || or if: the shell would then go on after a command that fails.
    set +e
    (
        set -e
        cd "$scratch"
        "$2"
    ) >"$scratch/log" 2>&1 </dev/null
    got=$?
    set -e
    if [ "$got" -eq 0 ]; then
        printf 'ok     %s\n' "$1"
        return 0
    fi
    printf 'FAILED %s\n' "$1"
    sed 's/^/         /' "$scratch/log" | head -n 20
    failures=$((failures + 1))
}

# What a build says that it is of: nothing without git, else the commit, and whether what is built was changed.
commit_built() {
    local clean
    . "$root/launch/build.sh"
    root=$scratch/sources
    mkdir -p sources/a/src/main/java sources/docs
    touch sources/pom.xml
    [ -z "$(commit)" ]
    command -v git >/dev/null || return 0
    git init -q sources
    git -C sources add .
    git -C sources -c user.name=a -c user.email=a@example.org commit -qm first
    clean=$(commit)
    [[ $clean =~ ^[0-9a-f]{12}$ ]]
    touch sources/docs/page.md
    [ "$(commit)" = "$clean" ]
    touch sources/a/src/main/java/A.java
    [ "$(commit)" = "$clean-dirty" ]
    git -C sources add .
    [ "$(commit)" = "$clean-dirty" ]
    git -C sources -c user.name=a -c user.email=a@example.org commit -qm second
    [ "$(commit)" != "$clean" ]
    rm sources/a/src/main/java/A.java
    [[ $(commit) =~ ^[0-9a-f]{12}-dirty$ ]]
}
holds 'the commit that was built' commit_built

cat >"$scratch/decay.xml" <<'EOF'
<sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
  <model id="decay" name="Étude">
    <listOfParameters><parameter id="S" value="1" constant="false"/></listOfParameters>
    <listOfRules><rateRule variable="S"><math xmlns="http://www.w3.org/1998/Math/MathML">
      <apply><minus/><ci>S</ci></apply>
    </math></rateRule></listOfRules>
  </model>
</sbml>
EOF
cat >"$scratch/many.yaml" <<'EOF'
format: 1
study: patient
title: many
model: kuznetsov1994
duration: 500 d
population: {patients: 2000000, vary: {p: {log-normal: 0.3}}, endpoints: [final T]}
EOF

# A note on standard error, results on standard output, and lines of others before and after them: all there, in order.
one_file() {
    (echo first && "$root/immunarium" run decay.xml --out both && echo last) >both.log 2>&1
    [ "$(head -n 1 both.log)" = first ]
    [ "$(tail -n 1 both.log)" = last ]
    [ "$(sed -n 2p both.log | cut -c 1-5)" = note: ]
    grep -q 'report   both/report.html' both.log
    (echo first && "$root/immunarium" run decay.xml --out piped) 2>&1 | tee piped.log >/dev/null
    diff <(sed s/both/piped/ both.log | sed '$d') piped.log
}
holds 'both streams in one file' one_file

closed_streams() {
    "$root/immunarium" run decay.xml --out closed >&- 2>&- <&-
    "$root/immunarium" run decay.xml --out open 2>/dev/null >/dev/null
    cmp closed/tables/timecourse.csv open/tables/timecourse.csv
    "$root/immunarium" list | head -n 1 | grep -q studies
}
holds 'closed streams' closed_streams

any_letter() {
    mkdir größe
    cp decay.xml größe/模型.xml
    LC_ALL=C "$root/immunarium" run größe/模型.xml --out größe/läuft >letters.log 2>&1
    grep -q 'größe/läuft/report.html' letters.log
    [ -s größe/läuft/report.html ]
    LC_ALL=POSIX "$root/immunarium" check größe/模型.xml 2>/dev/null | grep -q 'model: Étude'
}
holds 'file names of any letter in the locale C' any_letter

# until_seen COMMAND…: waits until the command succeeds, while the process $! lives and for a minute at most.
until_seen() {
    local tries=300
    until "$@" 2>/dev/null; do
        tries=$((tries - 1))
        if [ "$tries" -eq 0 ] || ! kill -0 $! 2>/dev/null; then
            return 1
        fi
        sleep 0.2
    done
}

# started OUT: runs many patients in the background, until the run can be stopped; its process is $!.
started() {
    "$root/immunarium" run many.yaml --threads 1 --out "$1" --json >"$1.json" 2>"$1.err" &
    until_seen [ -s "$1/tables/patients.csv" ]
}

# ends CODE: the process $! ends with that exit code.
ends() {
    local got=0
    wait $! || got=$?
    [ "$got" -eq "$1" ]
}

a_signal() {
    started "$1"
    kill -"$2" $!
    ends 5
    grep -q "go on with: $root/immunarium resume $1\$" "$1.err"
    grep -q '"status" : "stopped"' "$1/manifest.json"
    grep -q '"exit code" : 5' "$1.json"
    grep -q "\"run\" : \"$1\"" "$1.json"
}
terminated() { a_signal terminated TERM; }
hung_up() { a_signal hung-up HUP; }
holds 'stops on TERM' terminated
# A signal that was ignored when this shell began, as under nohup, is ignored by all that it starts.
if [ -n "$(trap -p HUP)" ]; then
    echo 'skipped: stops on HUP (that signal is ignored here, as nohup does)'
else
    holds 'stops on HUP' hung_up
fi

twice() {
    local code=0
    started twice
    "$root/immunarium" resume twice >resume.out 2>resume.err || code=$?
    [ "$code" -eq 3 ]
    grep -q 'twice: is being run by another process' resume.err
    kill -TERM $!
    sleep 0.01
    kill -TERM $!
    ends 5
    grep -q "go on with: $root/immunarium resume twice\$" twice.err
    grep -q '"exit code" : 5' twice.json
    local before
    before=$(wc -c <twice/tables/patients.csv)
    grown() { [ "$(wc -c <twice/tables/patients.csv)" -gt "$before" ]; }
    "$root/immunarium" resume twice >resume.out 2>&1 &
    until_seen grown
    kill -TERM $!
    ends 5
    grep -q 'stopped after' resume.out
}
holds 'a second TERM ends at once, and the run can be resumed' twice

[ "$failures" -eq 0 ]
