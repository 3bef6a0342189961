package org.immunarium.cluster;

import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.immunarium.study.Heap;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/// What an executor does with a partition, which is one piece of a run's work.
final class Piecework extends AbstractFunction2<TaskContext, Iterator<byte[]>, byte[]> implements Serializable {

    private static final long serialVersionUID = 1;

    /// A [org.immunarium.study.run.StudyCopy], in bytes.
    private final Broadcast<byte[]> study;

    private final int tasksAtOnce;

    /// @param tasksAtOnce of an executor; 0 for as many as it has processors
    Piecework(Broadcast<byte[]> study, int tasksAtOnce) {
        this.study = study;
        this.tasksAtOnce = tasksAtOnce;
    }

    @Override
    public byte[] apply(TaskContext task, Iterator<byte[]> partition) {
        byte[] piece = partition.next();
        return Prepared.study(study.id(), study::value)
                .carryOut(
                        piece,
                        Heap.here()
                                .shared(
                                        tasksAtOnce > 0
                                                ? tasksAtOnce
                                                : Runtime.getRuntime().availableProcessors()));
    }
}
