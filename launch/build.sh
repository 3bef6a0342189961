# shellcheck shell=bash disable=SC2154,SC2115
# Builds what is started when it is missing or older than its sources, and starts it. Sourced by the scripts at the
# root, which have set $root and found a JDK. All that is built lies in target/launch of each module, apart from a
# developer's own build.

lock="$root/.launch.lock"

# What every JVM of ours is started with, apart from the class path.
jvm_options=(--add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED
    --add-opens=java.base/java.io=ALL-UNNAMED)

say() { printf '%s\n' "$*" >&2; }

# Whether module $1 is built, nothing of the modules in $modules is newer, and it was made here with the JDK in use.
up_to_date() {
    local stamp="$root/$1/target/launch/built" places=() module newer
    [ -f "$stamp" ] && [ "$(<"$stamp")" = "$root $JAVA_HOME" ] || return 1
    for module in $modules; do
        places+=("$root/$module/pom.xml" "$root/$module/src/main")
    done
    places+=("$root/pom.xml" "$root/launch/build.sh" "$root/launch/NewClassFiles.java")
    newer=$(find "${places[@]}" -newer "$stamp" 2>/dev/null || true)
    [ -z "$newer" ]
}

# Which start of the machine this is: a process number means nothing after the next.
this_boot() { cat /proc/sys/kernel/random/boot_id 2>/dev/null || sysctl -n kern.boottime 2>/dev/null || true; }

# Whether the lock's owner $1, a process number and a start of the machine, is still at work; whoever it belongs to.
at_work() { [ "${1#* }" = "$boot" ] && { [ -d "/proc/${1%% *}" ] || ps -p "${1%% *}" >/dev/null 2>&1; }; }

# Two that start at once build once: the second waits for the first. The lock is a link to its owner, which is made
# whole or not at all; that of a dead owner is moved away before it is removed, and put back where another waiter had
# renewed it meanwhile.
take_lock() {
    local owner waited=0 stale="$lock.$$" boot
    boot=$(this_boot)
    until ln -s "$$ $boot" "$lock" 2>/dev/null; do
        if [ ! -w "$root" ]; then
            say "immunarium: cannot build, since $root cannot be written to"
            return 1
        fi
        owner=$(readlink "$lock" 2>/dev/null || true)
        if [ -z "$owner" ] && [ -d "$lock" ]; then
            rm -rf "$lock"
        elif [ -n "$owner" ] && ! at_work "$owner" && mv "$lock" "$stale" 2>/dev/null; then
            if [ "$(readlink "$stale")" = "$owner" ]; then
                rm -f "$stale"
            else
                mv "$stale" "$lock"
            fi
        else
            [ "$waited" -ne 0 ] || say "immunarium: another build is under way (process ${owner%% *}), waiting for it"
            [ "$waited" -ne 120 ] || say "immunarium: still waiting; if nothing is building, remove $lock"
            waited=$((waited + 1))
            sleep 1
        fi
    done
    trap 'rm -f "$lock"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

release_lock() {
    rm -f "$lock"
    trap - EXIT INT TERM
}

# The commit that the sources are of, `-dirty` where they have changes. Nothing where git is missing or $root is no
# repository of its own, as a source archive is not.
commit() {
    local commit changes
    [ -e "$root/.git" ] && commit=$(git -C "$root" rev-parse --short=12 HEAD 2>/dev/null) || return 0
    changes=$(git -C "$root" status --porcelain -- pom.xml '*/pom.xml' '*/src/main/*' 2>/dev/null || true)
    printf '%s%s' "$commit" "${changes:+-dirty}"
}

# Builds module $1 and what it needs.
build() {
    local launch="$root/$1/target/launch" log="$root/target/launch-$1.log" line begun=$SECONDS
    mkdir -p "$root/target" "$launch"
    say "immunarium: building (the first time this downloads libraries as well: a minute or two)"
    rm -rf "$launch/built" "$launch/lib" "$launch/spark/jars"
    printf '%s' "$root $JAVA_HOME" >"$launch/begun"
    # The property `launch` switches on the profile that leaves tests and checks out. That it went well is the last
    # line of the log, since the loop that shows progress has an exit status of its own.
    {
        (cd "$root" && ./mvnw -B -ntp -Dlaunch "-Dimmunarium.commit=$(commit)" -pl "$1" -am package 2>&1 && echo "launch: built") || true
    } | while IFS= read -r line; do
        printf '%s\n' "$line"
        case "$line" in
            *'Building Immunarium :: '*)
                line=${line#*Building Immunarium :: }
                say "  ${line%% *}"
                ;;
        esac
    done >"$log"
    if [ "$(tail -n 1 "$log")" != "launch: built" ]; then
        grep '^\[ERROR\]' "$log" | head -n 15 >&2
        say "immunarium: the build failed; $log has all of it"
        return 1
    fi
    class_path "$launch" >"$launch/classpath"
    for line in "$launch"/lib/picocli-*.jar; do
        [ ! -f "$line" ] || "$JAVA_HOME/bin/java" "$root/launch/NewClassFiles.java" "$line" >>"$log" 2>&1 ||
            say "  (some libraries stay out of the start-up cache, $log says why; starting takes a little longer)"
    done
    train "$launch" "$1"
    # Dated by the start of the build: what changed while it went on is built the next time.
    mv "$launch/begun" "$launch/built"
    say "immunarium: built in $((SECONDS - begun)) s"
}

# The jars in one fixed order: the start-up cache holds for exactly this class path.
class_path() {
    local jar path=
    for jar in "$1"/lib/*.jar "$1"/spark/jars/*.jar; do
        [ ! -f "$jar" ] || path="$path:$jar"
    done
    printf '%s' "${path#:}"
}

# Runs the command line once over a small study so that the JVM keeps the classes it loaded, parsed and linked
# (JEP 483, JEP 514). Starting is slower without that cache, and nothing else differs.
train() {
    local launch=$1
    [ "$2" = app ] || return 0
    rm -rf "$launch/start.aot" "$launch/rehearsal"
    mkdir -p "$launch/rehearsal"
    "$JAVA_HOME/bin/java" "${jvm_options[@]}" -XX:AOTCacheOutput="$launch/start.aot" -Dimmunarium.stderr=2 \
        -cp "$(<"$launch/classpath")" "$main_class" rehearse "$launch/rehearsal" >"$root/target/launch-rehearsal.log" 2>&1 ||
        say "  (no start-up cache, target/launch-rehearsal.log says why; starting takes a little longer)"
    rm -rf "$launch/rehearsal"
}

# Builds module $1 unless it is up to date; $modules names it and the modules below it.
ensure_built() {
    up_to_date "$1" && return 0
    take_lock || return 1
    if ! up_to_date "$1"; then
        build "$1" || return 1
    fi
    release_lock
}

# A descriptor that was closed (`>&-`) becomes /dev/null: the JVM would open a file of its own in its place, and write to
# that what was meant for the screen.
open_streams() {
    { true <&0; } 2>/dev/null || exec </dev/null
    { true >&1; } 2>/dev/null || exec >/dev/null
    true >&2 || exec 2>/dev/null
}

# Becomes the JVM that runs module $1 with the other arguments. It has our standard error as descriptor 3; its own goes
# through a filter, because the JVM announces the incubating Vector API on every start and has no switch for that.
become_jvm() {
    local launch="$root/$1/target/launch" terminal=false
    shift
    open_streams
    [ -t 2 ] && terminal=true
    use_english_errors
    [ -f "$launch/start.aot" ] && jvm_options+=(-XX:AOTCache="$launch/start.aot")
    exec 3>&2
    # shellcheck disable=SC2086
    exec "$JAVA_HOME/bin/java" "${jvm_options[@]}" -Xlog:disable ${IMMUNARIUM_JAVA_OPTIONS:-} \
        -Dimmunarium.terminal=$terminal -Dimmunarium.stderr=3 -Dimmunarium.command="$0" \
        -cp "$(<"$launch/classpath")" "$main_class" "$@" \
        2> >(exec grep -v 'Using incubator modules' >&3)
}
