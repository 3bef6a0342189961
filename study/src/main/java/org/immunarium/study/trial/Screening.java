package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.immunarium.equations.simulation.PatientResult;
import org.immunarium.equations.simulation.Snapshot;
import org.immunarium.patient.response.Scans;
import org.immunarium.study.patient.TreatedPatients;
import org.immunarium.study.trial.AskedOfPatients.Question;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// Who was looked at before the trial.
///
/// @param taken   who may be in it, in the order of their numbers
/// @param reasons how many were not, by why
public record Screening(List<Candidate> taken, Map<String, Integer> reasons) {

    /// How many are looked at for each who is taken, before the trial is given up; and how many at least.
    private static final int MOST = 50;

    private static final int LEAST = 256;

    /// Few at once leave threads idle.
    private static final int AT_ONCE = 16;

    private static final double MILLIMETRES = 10;

    private static final String NOT_FOUND = "the tumour is not found in time, or its numbers fail";

    public Screening {
        taken = List.copyOf(taken);
    }

    /// A patient at diagnosis, or some time after an operation.
    ///
    /// @param stratum a number for the group
    /// @param marker  what holds of what arms ask, a bit for each of [PreparedTrial#markers], the first the lowest
    /// @param from    where the trial begins
    public record Candidate(long number, int stratum, int marker, Snapshot from) {}

    /// How many were not taken.
    int failed() {
        return reasons.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// What was seen of someone who was looked at.
    ///
    /// @param missing why the patient cannot be in the trial; empty of one who can
    /// @param taken   the patient at diagnosis; empty of one who cannot
    record Looked(Optional<String> missing, Optional<Candidate> taken) {}

    /// Draws patients one after the other until there are enough. One whose tumour is never found, or whose numbers
    /// fail, is none; nor is one who does not have what is asked, and the first that is missing counts.
    ///
    /// @param look is called for each who is looked at
    /// @param step is called for each who is taken
    /// @throws InvalidInputException if hardly any has what is asked
    static Screening of(TrialSite site, int wanted, Runnable look, Runnable step) {
        List<Candidate> taken = new ArrayList<>();
        Map<String, Integer> reasons = new LinkedHashMap<>();
        long most = (long) MOST * wanted + LEAST;
        for (long drawn = 0; taken.size() < wanted; ) {
            if (drawn == most) {
                throw new InvalidInputException(Problem.of("population", told(drawn, taken.size(), wanted, reasons)));
            }
            long from = drawn + 1;
            drawn = Math.min(most, drawn + atOnce(wanted, taken.size(), drawn));
            site.screen(from, drawn, looked -> {
                look.run();
                if (taken.size() < wanted) {
                    looked.missing().ifPresent(why -> reasons.merge(why, 1, Integer::sum));
                    looked.taken().ifPresent(each -> {
                        taken.add(each);
                        step.run();
                    });
                }
            });
        }
        return new Screening(taken, reasons);
    }

    /// Looks at patients here.
    ///
    /// @param from     the first number
    /// @param to       the last
    /// @param consumer is given what was seen in the order of numbers
    static void look(PreparedTrial trial, long from, long to, int threads, Consumer<Looked> consumer) {
        TreatedPatients patients = trial.patients();
        List<String> looked = looked(trial);
        Optional<PlannedSurgery> surgery = trial.study().surgery();
        patients.diagnose(
                LongStream.rangeClosed(from, to).boxed().iterator(),
                looked,
                surgery.map(each -> patients.doses(each.variant())).orElse(List.of()),
                surgery.map(each -> new double[] {0, each.before()}).orElse(new double[] {0}),
                threads,
                result -> looked(trial, looked, result),
                consumer);
    }

    private static Looked looked(PreparedTrial trial, List<String> columns, PatientResult result) {
        Optional<String> missing = missing(trial, columns, result);
        return new Looked(
                missing,
                missing.isPresent()
                        ? Optional.empty()
                        : Optional.of(new Candidate(
                                result.id(),
                                stratum(trial, columns, result),
                                marker(trial, columns, result),
                                result.end().orElseThrow())));
    }

    /// As many as are missing, if as many of them are taken as before: who is drawn and not needed is run in vain.
    private static long atOnce(int wanted, int taken, long drawn) {
        long missing = wanted - taken;
        return Math.max(AT_ONCE, taken == 0 ? missing : (missing * drawn + taken - 1) / taken);
    }

    /// What is looked at: what is asked at diagnosis, and lesions.
    private static List<String> looked(PreparedTrial trial) {
        return Stream.concat(
                        Stream.of(trial.eligibility(), trial.strata(), trial.markers())
                                .flatMap(List::stream)
                                .map(Question::id),
                        trial.patients().seen().lesions().stream())
                .distinct()
                .toList();
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
            return trial.patients().refused(result.id()).or(() -> Optional.of(NOT_FOUND));
        }
        if (trial.study().surgery().isPresent() && isSeen(trial, columns, result)) {
            return Optional.of("a tumour is seen after the operation");
        }
        return trial.eligibility().stream()
                .filter(each -> !each.holds(value(columns, result, each)))
                .map(each -> "not " + each.asked())
                .findFirst();
    }

    /// Whether a lesion can be seen at the end.
    private static boolean isSeen(PreparedTrial trial, List<String> columns, PatientResult result) {
        return trial.patients().seen().lesions().stream()
                .map(lesion -> result.values()[columns.indexOf(lesion)])
                .anyMatch(values -> MILLIMETRES * values[values.length - 1] >= Scans.UNSEEN);
    }

    private static int stratum(PreparedTrial trial, List<String> columns, PatientResult result) {
        int stratum = 0;
        for (Question each : trial.strata()) {
            stratum = 2 * stratum + (each.holds(value(columns, result, each)) ? 1 : 0);
        }
        return stratum;
    }

    private static int marker(PreparedTrial trial, List<String> columns, PatientResult result) {
        int marker = 0;
        for (int i = 0; i < trial.markers().size(); i++) {
            Question each = trial.markers().get(i);
            marker |= (each.holds(value(columns, result, each)) ? 1 : 0) << i;
        }
        return marker;
    }

    private static double value(List<String> columns, PatientResult result, Question question) {
        return result.values()[columns.indexOf(question.id())][0];
    }
}
