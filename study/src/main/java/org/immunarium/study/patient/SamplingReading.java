package org.immunarium.study.patient;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.numerics.inference.sampling.GaussianCopula;
import org.immunarium.patient.population.PatientPopulation.Varied;
import org.immunarium.patient.population.Sampling;
import org.immunarium.study.file.Placed;
import org.immunarium.study.patient.PatientStudy.Correlation;
import org.immunarium.study.patient.PatientStudy.Population;
import org.immunarium.units.NearMiss;

/// Reads how patients of a population are spread over what varies, and what of it goes together.
///
/// @param plan    of the population
/// @param remarks receives what is wrong
record SamplingReading(Population plan, Remarks remarks) {

    /// How they are spread over what varies.
    Sampling sampling() {
        if (plan.drawn().isEmpty()) {
            return new Sampling.Random();
        }
        if (plan.vary().isEmpty()) {
            remarks.problem(
                    plan.drawn().get().problem("population.sampling: population.vary has nothing to be sampled"));
        }
        if (plan.drawn().get().value() != PatientStudy.Drawn.RANDOM
                && plan.patients().value() == 1) {
            remarks.notice(
                    plan.drawn().get(),
                    "population.sampling: " + plan.drawn().get().value().word()
                            + " spreads patients over what varies, and there is one, so it does nothing");
        }
        return switch (plan.drawn().get().value()) {
            case RANDOM -> new Sampling.Random();
            case LATIN_HYPERCUBE -> new Sampling.LatinHypercube(plan.patients().value());
            case SOBOL -> new Sampling.Sobol();
        };
    }

    /// How what varies goes together; empty where nothing does, or it was wrong, which was noted.
    ///
    /// @param names of what varies, by id
    Optional<GaussianCopula> copula(List<Varied> varied, Map<String, String> names) {
        if (plan.correlations().isEmpty()) {
            return Optional.empty();
        }
        double[][] matrix = new double[varied.size()][varied.size()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] = 1;
        }
        Set<Set<Integer>> pairs = new HashSet<>();
        boolean known = true;
        for (Placed<Correlation> pair : plan.correlations()) {
            int one = place(pair, pair.value().one(), varied, names);
            int other = place(pair, pair.value().other(), varied, names);
            if (one < 0 || other < 0) {
                known = false;
            } else if (one == other || !pairs.add(Set.of(one, other))) {
                remarks.problem(pair.problem("population.correlations."
                        + pair.value().one() + "." + pair.value().other()
                        + (one == other ? ": is one value" : ": is there before; each pair once was expected")));
                known = false;
            } else {
                if (pair.value().normal() == 0) {
                    remarks.notice(
                            pair,
                            "population.correlations." + pair.value().one() + "."
                                    + pair.value().other()
                                    + ": 0 is what two values have without it, so it does nothing");
                }
                matrix[one][other] = pair.value().normal();
                matrix[other][one] = pair.value().normal();
            }
        }
        if (!known) {
            return Optional.empty();
        }
        try {
            return Optional.of(new GaussianCopula(matrix));
        } catch (IllegalArgumentException e) {
            remarks.problem(plan.correlations()
                    .getFirst()
                    .problem("population.correlations: no numbers can be correlated so (the matrix is not positive"
                            + " definite)"));
            return Optional.empty();
        }
    }

    private int place(Placed<Correlation> pair, String name, List<Varied> varied, Map<String, String> names) {
        for (int i = 0; i < varied.size(); i++) {
            if (name.equals(names.get(varied.get(i).id()))) {
                return i;
            }
        }
        List<String> known = names.values().stream().sorted().toList();
        remarks.problem(pair.problem("population.correlations." + name + ": one of population.vary was expected, "
                + String.join(", ", known) + NearMiss.hint(name, known)));
        return -1;
    }
}
