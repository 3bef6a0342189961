package org.immunarium.equations.compile;

import java.util.List;
import org.immunarium.equations.expression.Expression;

/// Makes kernels.
public final class KernelCompiler {

    private KernelCompiler() {}

    /// Compiles expressions to a kernel with one output for each.
    ///
    /// @param scope what the names in the expressions mean
    /// @param lanes the number of problems side by side, at least 1
    /// @throws IllegalArgumentException as [Equations#Equations] does
    public static Kernel compile(Scope scope, List<Expression> outputs, int lanes) {
        return new Equations(scope, outputs).kernel(lanes);
    }
}
