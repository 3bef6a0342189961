package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.immunarium.equations.compile.Kernel;
import org.immunarium.equations.compile.KernelCompiler;
import org.immunarium.equations.compile.Scope;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.system.EquationSystem.State;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.equations.system.Names;

/// Compiles formulas of an equation system in terms of the time, the states and the parameters of a
/// run. Serves any thread; what it gives belongs to one.
final class FormulaCompiler {

    private final Layout layout;
    /// Names in the kernels of one run. Parameters vary between runs, and kernels serve them in turn.
    private final Scope scope;

    private final Map<Integer, RightHandSide> rightHandSides = new ConcurrentHashMap<>();

    FormulaCompiler(Layout layout) {
        this.layout = layout;
        Scope.Builder builder = Scope.builder();
        layout.equations.definitions().forEach(builder::definition);
        layout.places().forEach((symbol, at) -> {
            if (at < layout.states) {
                builder.state(symbol, at);
            } else {
                builder.varying(symbol, at - layout.states);
            }
        });
        scope = builder.build();
    }

    Layout layout() {
        return layout;
    }

    /// A kernel over one run, in terms of states, parameters and (exact) definitions.
    Kernel kernel(List<Expression> outputs) {
        return KernelCompiler.compile(scope, outputs, 1);
    }

    /// A kernel over one run whose conditions on time alone are held, as in the right-hand side.
    Kernel smoothKernel(List<Expression> outputs) {
        Scope.Builder smooth = scope.toBuilder();
        layout.equations.smooth().forEach(smooth::definition);
        return KernelCompiler.compile(smooth.build(), outputs, 1);
    }

    /// The values of columns.
    Kernel observables(List<Column> columns) {
        return kernel(columns.stream().map(FormulaCompiler::expression).toList());
    }

    private static Expression expression(Column c) {
        boolean species = c.quantity().kind() == ModelQuantity.Kind.SPECIES;
        return new Symbol(
                switch (species ? c.meaning() : Column.Meaning.SYMBOL) {
                    case SYMBOL -> c.id();
                    case AMOUNT -> Names.amount(c.id());
                    case CONCENTRATION -> Names.concentration(c.id());
                });
    }

    /// The right-hand side and its Jacobian for this number of runs side by side, to be copied before
    /// it is used.
    RightHandSide rightHandSide(int lanes) {
        return rightHandSides.computeIfAbsent(lanes, this::compileRightHandSide);
    }

    private RightHandSide compileRightHandSide(int lanes) {
        Scope.Builder names = Scope.builder();
        layout.equations.smooth().forEach(names::definition);
        layout.places().forEach((symbol, at) -> {
            if (at < layout.states) {
                names.state(symbol, at);
            } else if (Names.isDelay(symbol)) {
                names.varying(symbol, at - layout.states);
            } else {
                names.parameter(symbol, at - layout.states);
            }
        });
        List<Expression> rates = new ArrayList<>();
        for (State state : layout.equations.states()) {
            rates.add(state.equation());
        }
        return RightHandSide.compile(names.build(), rates, lanes);
    }
}
