package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.immunarium.equations.compile.Evaluator;
import org.immunarium.equations.compile.Scope;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.published.QspIo;
import org.immunarium.study.OutsideData;
import org.junit.jupiter.api.Test;

/// The examples of QSP-IO (Sové et al. 2020) change at every state as the equations that SimBiology prints say.
final class QspIoHasSimBiologysEquationsTest {

    private static final int STATES = 100;
    /// What is counted in moles and starts at none; all else that does are molecules.
    private static final Pattern MOLAR = Pattern.compile(".*(nivolumab|[.]c|[.][Pp][01])");

    private static final List<String> COMPARTMENTS =
            List.of("V_C", "V_P", "V_T", "V_LN", "V_e", "A_e", "A_s", "syn_T1_C1");

    /// Bound T cell receptors are a difference of nearly equal numbers, and lose seven digits of sixteen.
    @Test
    void firstExampleAtAHundredStates() throws IOException {
        compare(QspIo.firstExample(), "example1", 1e-8);
    }

    @Test
    void secondExampleAtAHundredStates() throws IOException {
        compare(QspIo.secondExample(), "example2", 1e-12);
    }

    private static void compare(PublishedModel model, String folder, double allowed) throws IOException {
        SimBiologyEquations theirs =
                SimBiologyEquations.read(OutsideData.file("reference/qspio_example1_simbiology/" + folder));
        EquationSystem ours = EquationSystem.of(model.model());
        double[] parameters = parameters(ours);
        Evaluator evaluator = new Evaluator(scope(ours));
        Random random = new Random(2020);
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < STATES; i++) {
            Map<String, Double> state = around(theirs.species(), random);
            double[] y = ours.states().stream()
                    .mapToDouble(each -> theirState(each.symbol(), state, theirs))
                    .toArray();
            for (EquationSystem.State each : ours.states()) {
                double found = evaluator.evaluate(each.equation(), 0, y, parameters);
                SimBiologyEquations.Change expected = theirs.change(name(each.symbol()), state);
                if (!(Math.abs(found - expected.rate()) <= allowed * expected.turnover())) {
                    differing.add("%s: %s, SimBiology's %s".formatted(each.symbol(), found, expected));
                }
            }
        }
        assertThat(ours.states()).hasSize(theirs.species().size());
        assertThat(differing).isEmpty();
    }

    /// A state within two powers of ten of the start; drug and complexes, which start at none, where they may
    /// come to.
    private static Map<String, Double> around(Map<String, Double> start, Random random) {
        Map<String, Double> state = new LinkedHashMap<>();
        start.forEach((name, value) -> {
            double middle = value > 0 ? value : MOLAR.matcher(name).matches() ? 1e-8 : 10;
            state.put(name, middle * Math.pow(10, 4 * random.nextDouble() - 2));
        });
        return state;
    }

    /// `V_T.C1` of `V_T_C1` and of `amount:V_T_C1`.
    private static String name(String symbol) {
        String id = symbol.replace("amount:", "");
        for (String compartment : COMPARTMENTS) {
            if (id.startsWith(compartment + "_")) {
                return compartment + "." + id.substring(compartment.length() + 1);
            }
        }
        return id;
    }

    private static double theirState(String symbol, Map<String, Double> state, SimBiologyEquations theirs) {
        String name = name(symbol);
        double value = state.getOrDefault(name, Double.NaN);
        return symbol.startsWith("amount:") ? value * theirs.size(name.substring(0, name.indexOf('.')), state) : value;
    }

    private static Scope scope(EquationSystem ours) {
        Scope.Builder scope = Scope.builder();
        ours.definitions().forEach(scope::definition);
        for (int i = 0; i < ours.states().size(); i++) {
            scope.state(ours.states().get(i).symbol(), i);
        }
        for (int i = 0; i < ours.parameters().size(); i++) {
            scope.parameter(ours.parameters().get(i), i);
        }
        return scope.build();
    }

    /// The values of our parameters at the start; those that runs alone use, as doses and events do, have none.
    private static double[] parameters(EquationSystem ours) {
        Scope.Builder scope = Scope.builder();
        Map<String, Expression> start = ours.start().definitions();
        start.forEach(scope::definition);
        ours.start().given().forEach((id, value) -> scope.constant("given:" + id, value));
        Evaluator evaluator = new Evaluator(scope.build());
        return ours.parameters().stream()
                .mapToDouble(each -> start.containsKey(each)
                        ? evaluator.evaluate(new Expression.Symbol(each), 0, new double[0], new double[0])
                        : Double.NaN)
                .toArray();
    }
}
