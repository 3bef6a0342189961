package org.immunarium.equations.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.immunarium.equations.compile.Equations;
import org.immunarium.equations.compile.Jacobian;
import org.immunarium.equations.compile.Kernel;
import org.immunarium.equations.compile.Scope;
import org.immunarium.equations.expression.Expression;
import org.immunarium.numerics.ode.SparsityPattern;

/// The right-hand side of a model and its derivatives, compiled for a number of runs side by side.
///
/// Belongs to one thread; [#copy] makes another.
final class RightHandSide {

    private final Kernel value;
    private final Kernel jacobian;
    private final Optional<Kernel> timeDerivative;
    private final SparsityPattern pattern;

    private RightHandSide(Kernel value, Kernel jacobian, Optional<Kernel> timeDerivative, SparsityPattern pattern) {
        this.value = value;
        this.jacobian = jacobian;
        this.timeDerivative = timeDerivative;
        this.pattern = pattern;
    }

    static RightHandSide compile(Scope scope, List<Expression> rates, int lanes) {
        Equations equations = new Equations(scope, rates);
        Jacobian jacobian = equations.jacobian(rates.size());
        return new RightHandSide(
                equations.kernel(lanes),
                jacobian.kernel(lanes),
                equations.dependOnTime()
                        ? Optional.of(equations.timeDerivatives().kernel(lanes))
                        : Optional.empty(),
                jacobian.pattern());
    }

    RightHandSide copy() {
        return new RightHandSide(value.copy(), jacobian.copy(), timeDerivative.map(Kernel::copy), pattern);
    }

    SparsityPattern pattern() {
        return pattern;
    }

    /// Takes over parameters that have changed.
    void prepare(double[] parameters) {
        value.prepare(parameters);
        jacobian.prepare(parameters);
        timeDerivative.ifPresent(k -> k.prepare(parameters));
    }

    void value(double[] time, double[] state, double[] parameters, double[] out) {
        value.evaluate(time, state, parameters, out);
    }

    void jacobian(double[] time, double[] state, double[] parameters, double[] entries, double[] byTime) {
        jacobian.evaluate(time, state, parameters, entries);
        if (timeDerivative.isPresent()) {
            timeDerivative.get().evaluate(time, state, parameters, byTime);
        } else {
            Arrays.fill(byTime, 0);
        }
    }
}
