package org.immunarium.cluster;

import java.io.File;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;

/// What a Spark application of ours is told, beside what the user says (`spark-submit --conf`,
/// `spark-defaults.conf`).
///
/// Spark 4.2 itself starts all its JVMs with what it needs on Java 25, and with the Vector API that we need; see
/// `org.apache.spark.launcher.JavaModuleOptions`.
final class SparkSettings {

    /// The folder with our own jars, which go to the executors; set by the launcher.
    private static final String JARS = "immunarium.jars";

    private static final String LOCAL_CLUSTER = "local-cluster[";

    private SparkSettings() {}

    /// @param where the master
    static SparkConf of(String where, SparkConf said) {
        SparkConf settings = said.clone()
                .setMaster(where)
                .setIfMissing("spark.app.name", "Immunarium")
                .setIfMissing("spark.ui.showConsoleProgress", "false")
                .setIfMissing("spark.log.level", "WARN")
                // Executors that are lost take tasks with them: that is no fault of the tasks.
                .setIfMissing("spark.task.maxFailures", "8");
        if (where.startsWith(LOCAL_CLUSTER)) {
            // Its executors are other processes of this machine.
            settings.setIfMissing("spark.executor.extraClassPath", System.getProperty("java.class.path"))
                    .setIfMissing("spark.ui.enabled", "false")
                    .setIfMissing("spark.driver.host", "127.0.0.1")
                    .setIfMissing("spark.driver.bindAddress", "127.0.0.1")
                    .setIfMissing("spark.executor.memory", memory(where) + "m");
        } else {
            String jars = jars(System.getProperty(JARS, ""));
            if (!jars.isEmpty()) {
                settings.setIfMissing("spark.jars", jars);
            }
        }
        return settings;
    }

    /// Of `local-cluster[2,1,1024]` the last: memory of a worker, MiB, which its one executor has.
    private static String memory(String where) {
        String inside = where.substring(LOCAL_CLUSTER.length(), where.length() - 1);
        return inside.split(",", -1)[2].strip();
    }

    /// How many tasks an executor runs at a time; 0 where it takes as many as it finds processors.
    static int tasksAtOnce(SparkConf settings) {
        boolean all = settings.get("spark.master", "").startsWith("spark://");
        return settings.getInt("spark.executor.cores", all ? 0 : 1);
    }

    private static String jars(String folder) {
        File[] jars = new File(folder).listFiles((_, name) -> name.endsWith(".jar"));
        return jars == null
                ? ""
                : Arrays.stream(jars)
                        .sorted()
                        .map(each -> each.toURI().toString())
                        .collect(Collectors.joining(","));
    }
}
