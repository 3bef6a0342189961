package org.immunarium.equations.compile;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import jdk.incubator.vector.DoubleVector;

/// The forms in which one kernel can be executed, shared by all copies of it: interpreted at once, as
/// scalar code once that pays, as vector code once much more has been computed and the vector code has
/// become fast.
///
/// All forms give the same bits, so nothing but the time taken depends on when a kernel changes from
/// one to the next. Figures behind the two thresholds are in `docs/decisions/0004-compiled-kernels.md`:
/// making a class takes a few milliseconds, but vector code runs a thousand times slower than in the
/// end until the JVM has compiled it, which takes seconds. It is therefore [RunningIn] beside, on a
/// copy of real arguments.
final class KernelCode {

    /// Operations interpreted, over all lanes, after which scalar code pays: about what loading the
    /// code generator costs a JVM that has just started.
    static final long WORK_BEFORE_CODE = 500_000;

    /// Operations in scalar code, over all lanes, after which vector code pays: about a second.
    static final long WORK_BEFORE_VECTORS = 2_000_000_000L;

    /// Operations in a method of scalar code.
    static final int SCALAR_CAPACITY = 400;

    /// Operations in a method of vector code.
    static final int VECTOR_CAPACITY = 100;

    final EvaluationSchedule schedule;
    final int lanes;
    /// The operations of one evaluation over all lanes.
    final long work;

    private final long workBeforeCode;
    private final long workBeforeVectors;
    private final AtomicLong interpreted = new AtomicLong();
    private final AtomicLong calculated = new AtomicLong();
    private final AtomicBoolean runningIn = new AtomicBoolean();
    private volatile Optional<KernelClass> scalar = Optional.empty();
    private volatile Optional<KernelClass> vector = Optional.empty();

    KernelCode(EvaluationSchedule schedule, int lanes) {
        this(schedule, lanes, WORK_BEFORE_CODE, WORK_BEFORE_VECTORS);
    }

    KernelCode(EvaluationSchedule schedule, int lanes, long workBeforeCode, long workBeforeVectors) {
        this.schedule = schedule;
        this.lanes = lanes;
        this.work = (long) lanes * (schedule.changing.length + schedule.roots.length);
        this.workBeforeCode = workBeforeCode;
        this.workBeforeVectors = workBeforeVectors;
    }

    /// Counts interpreted operations; whether scalar code pays now.
    boolean countInterpreted(long operations) {
        return interpreted.addAndGet(operations) >= workBeforeCode;
    }

    /// Counts operations in scalar code; whether vector code pays now.
    boolean countCalculated(long operations) {
        return calculated.addAndGet(operations) >= workBeforeVectors && lanes > 1;
    }

    /// Scalar code, made when first asked for.
    synchronized KernelClass scalar() {
        if (scalar.isEmpty()) {
            scalar = Optional.of(new KernelClass(schedule, new KernelClass.Tuning(lanes, 1, SCALAR_CAPACITY)));
        }
        return scalar.orElseThrow();
    }

    boolean hasScalar() {
        return scalar.isPresent();
    }

    /// Vector code, once it has been run in.
    Optional<KernelClass> vector() {
        return vector;
    }

    /// Starts to run in vector code on these arguments, unless that has been started before.
    void runIn(double[] time, double[] state, double[] parameter) {
        if (block() == 1 || !runningIn.compareAndSet(false, true)) {
            return;
        }
        RunningIn.begin(this, time.clone(), state.clone(), parameter.clone());
    }

    /// Vector code that the JVM does not know yet; scalar where no vector divides the lanes.
    KernelClass newVector() {
        int block = block();
        return new KernelClass(
                schedule, new KernelClass.Tuning(lanes, block, block > 1 ? VECTOR_CAPACITY : SCALAR_CAPACITY));
    }

    void ready(KernelClass runIn) {
        vector = Optional.of(runIn);
    }

    /// The lanes worked on at once: as many as the machine's vectors hold, if they divide the lanes;
    /// one where the JVM was started without the Vector API.
    private int block() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return 1;
        }
        int block = Math.min(8, DoubleVector.SPECIES_PREFERRED.length());
        while (lanes % block != 0) {
            block /= 2;
        }
        return block;
    }
}
