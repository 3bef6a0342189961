package org.immunarium.equations.compile;

import java.util.List;
import jdk.incubator.vector.DoubleVector;
import org.immunarium.equations.expression.Expression;

/// Makes kernels.
public final class KernelCompiler {

    /// Operations in a method of scalar code.
    static final int SCALAR_CAPACITY = 400;

    /// Operations in a method of vector code.
    static final int VECTOR_CAPACITY = 100;

    private KernelCompiler() {}

    /// Compiles expressions to a kernel with one output for each.
    ///
    /// @param scope what the names in the expressions mean
    /// @param lanes the number of problems side by side, at least 1
    /// @throws IllegalArgumentException as [Equations#Equations] does
    public static Kernel compile(Scope scope, List<Expression> outputs, int lanes) {
        return new Equations(scope, outputs).kernel(lanes);
    }

    static Kernel compile(Schedule schedule, int lanes) {
        int block = block(lanes);
        int capacity = block > 1 ? VECTOR_CAPACITY : SCALAR_CAPACITY;
        return new KernelClass(schedule, new KernelClass.Tuning(lanes, block, capacity)).instance();
    }

    /// The lanes worked on at once: as many as the machine's vectors hold, if they divide the lanes.
    private static int block(int lanes) {
        if (lanes == 1) {
            return 1; // before anything of the Vector API is loaded
        }
        int block = Math.min(8, DoubleVector.SPECIES_PREFERRED.length());
        while (lanes % block != 0) {
            block /= 2;
        }
        return block;
    }
}
