package org.immunarium.cluster;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.immunarium.results.Fingerprint;
import org.immunarium.results.RunFolder;
import org.immunarium.study.run.StudyCopy;

/// A run's study, as Spark has it for its executors while a stage of pieces is carried out.
///
/// @param broadcast a [StudyCopy], in bytes
/// @param copy      tells it from other runs' studies
record SentStudy(Broadcast<byte[]> broadcast, String copy) implements AutoCloseable {

    static SentStudy of(RunFolder run, JavaSparkContext spark) {
        byte[] bytes = StudyCopy.of(run).bytes();
        return new SentStudy(
                spark.broadcast(bytes),
                Fingerprint.of(run.path().toString(), bytes).sha256());
    }

    /// Has Spark drop it, on the driver and on all executors.
    @Override
    public void close() {
        broadcast.destroy();
    }
}
