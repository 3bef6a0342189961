package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunarium.equations.compile.Kernel;
import org.immunarium.equations.compile.KernelCompiler;
import org.immunarium.equations.compile.Scope;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Symbol;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.EquationSystem.DrawTerm;
import org.immunarium.equations.system.Names;

/// Initial values: from given values (and draws) to states and stored parameters.
///
/// @param kernel        over given values, then draws
/// @param targets       places of the outputs
/// @param given         the ids of the given values, in order
/// @param drawArguments for each draw, gives what its distribution depends on
record StartProgram(Kernel kernel, int[] targets, List<String> given, List<Kernel> drawArguments) {

    /// @param set the quantities that the user sets
    static StartProgram compile(Layout layout, Set<String> set) {
        EquationSystem equations = layout.equations;
        Map<String, Expression> definitions = equations.start().definitions(set);
        List<Expression> outputs = new ArrayList<>();
        List<Integer> targets = new ArrayList<>();
        layout.places().forEach((symbol, at) -> {
            if (definitions.containsKey(symbol)) {
                outputs.add(new Symbol(symbol));
                targets.add(at);
            }
        });
        Scope scope = scope(equations, definitions);
        return new StartProgram(
                KernelCompiler.compile(scope, outputs, 1),
                targets.stream().mapToInt(Integer::intValue).toArray(),
                List.copyOf(equations.start().given().keySet()),
                equations.draws().stream()
                        .map(d -> KernelCompiler.compile(scope, d.arguments(), 1))
                        .toList());
    }

    /// Names at the start: definitions over given values and draws.
    static Scope scope(EquationSystem equations, Map<String, Expression> definitions) {
        Scope.Builder builder = Scope.builder();
        definitions.forEach(builder::definition);
        int inputs = 0;
        for (String id : equations.start().given().keySet()) {
            builder.varying(Names.given(id), inputs++);
        }
        for (DrawTerm d : equations.draws()) {
            builder.varying(d.slot(), inputs++);
        }
        return builder.build();
    }

    /// The same for another thread.
    StartProgram copy() {
        return new StartProgram(
                kernel.copy(),
                targets,
                given,
                drawArguments.stream().map(Kernel::copy).toList());
    }
}
