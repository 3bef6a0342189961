package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.immunarium.equations.simulation.PatientResult;
import org.immunarium.equations.simulation.Snapshot;
import org.immunarium.study.patient.TreatedPatients;
import org.immunarium.study.trial.AskedOfPatients.Question;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// Who was looked at before the trial.
///
/// @param taken   who may be in it, in the order of their numbers
/// @param reasons how many were not, by why
public record Screening(List<Candidate> taken, Map<String, Integer> reasons) {

    private static final int AT_ONCE = 256;

    /// How many are looked at for each who is taken, before the trial is given up.
    private static final int MOST = 50;

    private static final String NOT_FOUND = "the tumour is not found in time, or its numbers fail";

    public Screening {
        taken = List.copyOf(taken);
    }

    /// A patient at diagnosis.
    ///
    /// @param stratum a number for the group
    /// @param from    where treatment begins
    public record Candidate(long number, int stratum, Snapshot from) {}

    /// How many were not taken.
    int failed() {
        return reasons.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Draws patients one after the other until there are enough. One whose tumour is never found, or whose numbers
    /// fail, is none; nor is one who does not have what is asked, and the first that is missing counts.
    ///
    /// @param look is called for each who is looked at
    /// @param step is called for each who is taken
    /// @throws InvalidInputException if hardly any has what is asked
    static Screening of(PreparedTrial trial, int wanted, int threads, Runnable look, Runnable step) {
        TreatedPatients patients = trial.patients();
        List<String> columns = Stream.concat(trial.eligibility().stream(), trial.strata().stream())
                .map(Question::id)
                .distinct()
                .toList();
        List<String> looked = columns.isEmpty() ? patients.seen().lesions() : columns;
        List<Candidate> taken = new ArrayList<>();
        Map<String, Integer> reasons = new LinkedHashMap<>();
        for (long from = 1; taken.size() < wanted; from += AT_ONCE) {
            if (from > (long) MOST * wanted + AT_ONCE) {
                throw new InvalidInputException(
                        Problem.of("population", told(from - 1, taken.size(), wanted, reasons)));
            }
            patients.diagnose(
                    LongStream.range(from, from + AT_ONCE).boxed().iterator(),
                    looked,
                    threads,
                    result -> result,
                    result -> {
                        look.run();
                        if (taken.size() == wanted) {
                            return;
                        }
                        Optional<String> missing = missing(trial, looked, result);
                        if (missing.isPresent()) {
                            reasons.merge(missing.get(), 1, Integer::sum);
                        } else {
                            taken.add(new Candidate(
                                    result.id(),
                                    stratum(trial, looked, result),
                                    result.end().orElseThrow()));
                            step.run();
                        }
                    });
        }
        return new Screening(taken, reasons);
    }

    private static String told(long drawn, int taken, int wanted, Map<String, Integer> reasons) {
        return "of " + drawn + " patients that were drawn " + taken + " can be in the trial, which wants " + wanted
                + "; of the others "
                + reasons.entrySet().stream()
                        .map(each -> each.getValue() + ": " + each.getKey())
                        .collect(Collectors.joining("; "));
    }

    private static Optional<String> missing(PreparedTrial trial, List<String> columns, PatientResult result) {
        if (result.end().isEmpty()) {
            return Optional.of(NOT_FOUND);
        }
        return trial.eligibility().stream()
                .filter(each -> !each.holds(value(columns, result, each)))
                .map(each -> "not " + each.asked())
                .findFirst();
    }

    private static int stratum(PreparedTrial trial, List<String> columns, PatientResult result) {
        int stratum = 0;
        for (Question each : trial.strata()) {
            stratum = 2 * stratum + (each.holds(value(columns, result, each)) ? 1 : 0);
        }
        return stratum;
    }

    private static double value(List<String> columns, PatientResult result, Question question) {
        return result.values()[columns.indexOf(question.id())][0];
    }
}
