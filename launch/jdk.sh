# shellcheck shell=bash disable=SC2154,SC2115
# Finds a JDK of version 25 or newer and exports JAVA_HOME; sees to it that file names may have any letter. Sourced by
# the scripts at the root.
#
# Looked at in this order: JAVA_HOME, the PATH, the usual folders of Linux, SDKMAN and macOS. What counts is what the
# JDK says of itself in its `release` file, so that nothing is started only to be asked its age.

required_java=25

# Prints the feature version of the JDK in folder $1; nothing where there is none with a compiler.
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    if [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
    else
        "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
    fi
}

# The folder of the JDK that the command $1 belongs to, through its symbolic links.
jdk_of_command() {
    local file link
    file=$(command -v "$1" 2>/dev/null) || return 0
    while [ -L "$file" ]; do
        link=$(readlink "$file")
        case "$link" in
            /*) file=$link ;;
            *) file=$(dirname "$file")/$link ;;
        esac
    done
    (cd "$(dirname "$file")/.." 2>/dev/null && pwd -P) || true
}

# Whether the folder $1 holds such a JDK; it is then exported.
use_jdk() {
    local version
    [ -n "$1" ] || return 1
    version=$(jdk_version "$1")
    [ -n "$version" ] && [ "$version" -ge "$required_java" ] || return 1
    JAVA_HOME=$1
    export JAVA_HOME
}

find_jdk() {
    local home
    # Most find it here, and starting is quicker where nothing else is looked at.
    use_jdk "${JAVA_HOME:-}" && return 0
    for home in "$(jdk_of_command java)" "$(jdk_of_command javac)" \
        /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        use_jdk "$home" && return 0
    done
    cat >&2 <<EOF
immunarium needs a JDK of version $required_java or newer, and found none in JAVA_HOME, on the PATH or in the usual folders.
  Linux      sudo apt-get install openjdk-25-jdk     (or your distribution's package)
  macOS      brew install openjdk@25
  anywhere   https://adoptium.net/temurin/releases/?version=25, then: export JAVA_HOME=/where/it/is
EOF
    return 1
}

# A JVM reads and writes file names by the locale that it starts in, and cannot be told otherwise. Where that knows ASCII
# only (LC_ALL=C, or one that is not installed), one that knows all letters takes its place.
use_utf8() {
    local locale
    [ "$(locale charmap 2>/dev/null)" != UTF-8 ] || return 0
    for locale in C.UTF-8 C.utf8 en_US.UTF-8; do
        if [ "$(env LC_ALL=$locale locale charmap 2>/dev/null)" = UTF-8 ]; then
            export LC_ALL=$locale
            return 0
        fi
    done
}

# The system's words for what went wrong with a file reach the JVM in the user's language; some of them decide what we do
# (a full disk can be resumed), and all of ours are English.
use_english_errors() {
    export LC_CTYPE="${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}" LC_MESSAGES=C
    unset LC_ALL LANGUAGE
}
