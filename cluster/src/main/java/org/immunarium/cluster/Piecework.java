package org.immunarium.cluster;

import java.io.Serializable;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.immunarium.study.Heap;
import org.immunarium.study.PieceAnswer;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/// What an executor does with a partition, which is one piece of a run's work. It answers with a [PieceAnswer]:
/// a fault of the piece is an answer, which Spark does not try again; what is thrown is the executor's.
final class Piecework extends AbstractFunction2<TaskContext, Iterator<byte[]>, byte[]> implements Serializable {

    private static final long serialVersionUID = 2;

    private final Broadcast<byte[]> study;
    private final String copy;
    private final int tasksAtOnce;

    /// @param tasksAtOnce of an executor; 0 for as many as it has processors
    Piecework(SentStudy study, int tasksAtOnce) {
        this.study = study.broadcast();
        this.copy = study.copy();
        this.tasksAtOnce = tasksAtOnce;
    }

    @Override
    public byte[] apply(TaskContext task, Iterator<byte[]> partition) {
        byte[] piece = partition.next();
        return PieceAnswer.of(here(), () -> Prepared.study(copy, study::value).carryOut(piece, heap()));
    }

    private Heap heap() {
        return Heap.here()
                .shared(tasksAtOnce > 0 ? tasksAtOnce : Runtime.getRuntime().availableProcessors());
    }

    private static String here() {
        SparkEnv spark = SparkEnv.get();
        return "on executor " + spark.executorId() + " of "
                + spark.blockManager().blockManagerId().host();
    }
}
