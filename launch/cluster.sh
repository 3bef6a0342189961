# shellcheck shell=bash disable=SC2154,SC2034
# What a run needs that is carried out on Apache Spark: the module `cluster`, and Spark itself, which are built and
# fetched when first asked for. Sourced by `immunarium`.

# Whether the command line names a place with --on that is not this one.
is_elsewhere() {
    local before= argument
    for argument in "$@"; do
        case "$before $argument" in
            "--on local" | *" --on=local") return 1 ;;
            "--on "* | *" --on="*) return 0 ;;
        esac
        before=$argument
    done
    return 1
}

# This JVM becomes a driver of Spark, with what Spark 4.2 asks of Java 25; executors are told by Spark. A local cluster
# starts executors as from an installation of Spark: where there is none, from the jars that were fetched.
use_spark() {
    local package
    export SPARK_HOME=${SPARK_HOME:-$root/cluster/target/launch/spark}
    export SPARK_SCALA_VERSION=${SPARK_SCALA_VERSION:-2.13}
    for package in java.lang java.lang.invoke java.lang.reflect java.net java.nio java.util java.util.concurrent \
        java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.util.calendar; do
        jvm_options+=("--add-opens=java.base/$package=ALL-UNNAMED")
    done
    jvm_options+=(--add-opens=java.security.jgss/sun.security.krb5=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
        -Dio.netty.tryReflectionSetAccessible=true -Dio.netty.allocator.type=pooled
        -Dlog4j2.configurationFile=classpath:immunarium-log4j2.properties
        "-Dimmunarium.jars=$root/cluster/target/launch/lib")
}
