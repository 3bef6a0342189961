package org.immunarium.patient.toxicity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/// How patients with one cancer differ in how prone they are to side effects: log-normal, as in
/// `evidence/side-effects-spread.csv` and `evidence/toxicity-cancers.csv`.
///
/// @param name   of the value: `s_gut`
/// @param middle of patients with this cancer; empty for that of all
/// @param sd     standard deviation of its logarithm
public record Susceptibility(String name, OptionalDouble middle, double sd) {

    /// Models whose spreads are those of patients with solid tumours, the first of them where both have one.
    private static final List<String> MODELS = List.of("side-effects", "side-effects-chemotherapy");

    /// How long patients stay on treatment follows from their tumours.
    private static final String TREATMENT = "t_treatment";

    /// All of a cancer.
    ///
    /// @param cancer `melanoma`
    public static List<Susceptibility> of(String cancer) {
        List<CancerDifference> differences = CancerDifference.shipped().stream()
                .filter(each -> each.cancer().equals(cancer))
                .toList();
        List<Susceptibility> all = new ArrayList<>();
        Set<String> known = new HashSet<>(Set.of(TREATMENT));
        for (String model : MODELS) {
            for (Spread spread : Spread.of(model)) {
                if (known.add(spread.name())) {
                    OptionalDouble middle = differences.stream()
                            .filter(each -> each.name().equals(spread.name()))
                            .mapToDouble(CancerDifference::value)
                            .findFirst();
                    all.add(new Susceptibility(spread.name(), middle, spread.sd()));
                }
            }
        }
        return all;
    }
}
