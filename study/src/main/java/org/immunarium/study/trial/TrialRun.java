package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.immunarium.equations.simulation.PatientResult;
import org.immunarium.patient.response.Visit;
import org.immunarium.patient.toxicity.AdverseEvent;
import org.immunarium.patient.toxicity.AdverseEvent.Grade;
import org.immunarium.study.RunContext;
import org.immunarium.study.patient.TreatedPatients;
import org.immunarium.study.patient.TreatedPatients.Treated;
import org.immunarium.study.trial.PreparedTrial.Arm;
import org.immunarium.study.trial.Ran.Failed;
import org.immunarium.trial.design.Allocation;
import org.immunarium.trial.endpoint.Outcome;
import org.immunarium.trial.observation.FollowUp;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.jspecify.annotations.Nullable;

/// Runs a trial: patients are screened, given to arms, treated until progression and followed until death or the
/// end.
///
/// A course is the same whatever comes after it. So each patient is run once as if never progressing, the time of
/// progression is read off, and whose treatment then stops is run again with the doses that were left out.
///
/// A run that was stopped is made again from its start; what is written is the same, byte for byte.
final class TrialRun {

    /// Looks at a patient between visits, for side effects and the risk of death, in d.
    private static final double LOOKS = 7;

    private static final double MILLIMETRES = 10;
    private static final int AT_ONCE = 256;

    /// How many are screened for each who is taken, before the trial is given up.
    private static final int MOST_SCREENED = 20;

    /// Side effects count until so long after the last dose, in d.
    private static final double COUNTED = 90;

    private final PreparedTrial trial;
    private final RunContext context;
    private final FollowUp followUp;
    private final long seed;

    TrialRun(PreparedTrial trial, RunContext context) {
        this.trial = trial;
        this.context = context;
        seed = trial.seed();
        followUp = trial.followUp();
    }

    /// All of it; returns what was found.
    List<String> run() {
        int wanted = trial.arms().getFirst().patients().count();
        double work = 3.0 * wanted;
        List<Ran> patients = new ArrayList<>();
        try (RunContext.Shown shown = context.screen().show("patients", work, 0, "")) {
            double[] done = {0};
            Runnable step = () -> {
                context.stop().check("during the trial");
                shown.progress().reached(++done[0]);
            };
            Screening screening = screened(wanted, step);
            Map<Integer, List<Long>> allocated = allocated(screening.eligible());
            for (int arm = 0; arm < trial.arms().size(); arm++) {
                patients.addAll(
                        new ArmRun(trial.arms().get(arm), arm).run(allocated.getOrDefault(arm, List.of()), step));
            }
            patients.sort((a, b) -> Long.compare(a.number(), b.number()));
            return new TrialTables(trial, context.folder(), patients, screening).write();
        }
    }

    /// Who was looked at before the trial.
    ///
    /// @param eligible numbers of those who were taken, ascending
    /// @param reasons  how many were not, by why
    record Screening(List<Long> eligible, Map<String, Integer> reasons) {

        int failed() {
            return reasons.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// A patient whose tumour is never found, or whose numbers fail, is none.
    private Screening screened(int wanted, Runnable step) {
        TreatedPatients patients = trial.arms().getFirst().patients();
        List<Long> eligible = new ArrayList<>();
        Map<String, Integer> reasons = new LinkedHashMap<>();
        for (long from = 1; eligible.size() < wanted; from += AT_ONCE) {
            if (from > (long) MOST_SCREENED * wanted + AT_ONCE) {
                throw new InvalidInputException(Problem.of(
                        "population",
                        "of " + (from - 1) + " patients that were drawn " + eligible.size() + " have a tumour that is"
                                + " found; "
                                + reasons.entrySet().stream()
                                        .map(each -> each.getValue() + ": " + each.getKey())
                                        .collect(Collectors.joining("; "))));
            }
            patients.run(
                    LongStream.range(from, from + AT_ONCE)
                            .mapToObj(number -> new Treated(number, Double.POSITIVE_INFINITY))
                            .iterator(),
                    patients.seen().lesions(),
                    new double[] {0},
                    context.threads(),
                    result -> result,
                    result -> {
                        if (eligible.size() == wanted) {
                            return;
                        }
                        if (result.failure().isPresent()) {
                            reasons.merge("the tumour is not found in time, or its numbers fail", 1, Integer::sum);
                        } else {
                            eligible.add(result.id());
                            step.run();
                        }
                    });
        }
        return new Screening(eligible, reasons);
    }

    private Map<Integer, List<Long>> allocated(List<Long> eligible) {
        Allocation allocation =
                new Allocation(seed, trial.arms().stream().map(_ -> 1).toList());
        Map<Integer, List<Long>> arms = new HashMap<>();
        List<Long> coming = new ArrayList<>(eligible);
        coming.sort(Comparator.<Long>comparingDouble(number -> followUp.entry(seed, number))
                .thenComparing(Comparator.naturalOrder()));
        for (long number : coming) {
            arms.computeIfAbsent(allocation.next(0), _ -> new ArrayList<>()).add(number);
        }
        return arms;
    }

    /// The side effects that patients of an arm may have.
    static List<AdverseEvent> events(Arm arm) {
        return AdverseEvent.of(new HashSet<>(arm.patients().quantities()));
    }

    /// Patients of one arm.
    private final class ArmRun {

        private final TreatedPatients patients;
        private final int place;
        private final List<String> lesions;
        private final List<AdverseEvent> events;
        private final List<String> columns;
        private final double[] visits;
        private final double[] times;

        ArmRun(Arm arm, int place) {
            this.place = place;
            patients = arm.patients();
            lesions = patients.seen().lesions();
            events = TrialRun.events(arm);
            columns = Stream.of(
                            lesions.stream(),
                            events.stream().flatMap(event -> event.harms().stream()),
                            patients.seen().given().values().stream())
                    .flatMap(each -> each)
                    .distinct()
                    .toList();
            visits = trial.study().visits().times(patients.duration());
            int looks = (int) Math.floor(patients.duration() / LOOKS);
            times = DoubleStream.concat(
                            Arrays.stream(visits),
                            DoubleStream.concat(
                                    IntStream.rangeClosed(0, looks).mapToDouble(i -> i * LOOKS),
                                    DoubleStream.of(patients.duration())))
                    .sorted()
                    .distinct()
                    .toArray();
        }

        List<Ran> run(List<Long> numbers, Runnable step) {
            Map<Long, Ran> found = new LinkedHashMap<>();
            Map<Long, TrialPatient> again = new LinkedHashMap<>();
            run(numbers, Map.of(), patient -> {
                step.run();
                found.put(patient.number(), patient);
                if (patient instanceof TrialPatient seen) {
                    seen.outcome()
                            .progressed()
                            .filter(patients::stopsFor)
                            .ifPresent(_ -> again.put(patient.number(), seen));
                }
            });
            run(List.copyOf(again.keySet()), again, patient -> {
                step.run();
                found.put(patient.number(), patient);
            });
            return List.copyOf(found.values());
        }

        private void run(List<Long> numbers, Map<Long, TrialPatient> first, Consumer<Ran> consumer) {
            patients.run(
                    numbers.stream()
                            .map(number -> new Treated(number, progressed(first.get(number))))
                            .iterator(),
                    columns,
                    times,
                    context.threads(),
                    result -> patient(result, Optional.ofNullable(first.get(result.id()))),
                    consumer);
        }

        private static double progressed(@Nullable TrialPatient patient) {
            return patient == null
                    ? Double.POSITIVE_INFINITY
                    : patient.outcome().progressed().orElse(Double.POSITIVE_INFINITY);
        }

        /// @param first what the first run gave of a patient who is run again: what was seen until progression
        ///              stays so
        private Ran patient(PatientResult result, Optional<TrialPatient> first) {
            if (result.failure().isPresent()) {
                return new Failed(
                        result.id(), place, patients.inWords(result.failure().get()));
            }
            double[][] diameters = new double[lesions.size()][];
            double[] sums = new double[times.length];
            for (int lesion = 0; lesion < diameters.length; lesion++) {
                diameters[lesion] = Arrays.stream(result.values()[lesion])
                        .map(each -> MILLIMETRES * each)
                        .toArray();
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += diameters[lesion][i];
                }
            }
            double end = followUp.end(seed, result.id());
            double death = trial.study().death().death(seed, result.id(), times, sums);
            double until = Math.min(death, end);
            double known = progressed(first.orElse(null));
            List<Visit> made = Stream.concat(
                            first.stream()
                                    .flatMap(seen -> seen.visits().stream())
                                    .filter(visit -> visit.time() <= known),
                            trial.study().visits().visits(seed, result.id(), visits, at(visits, diameters)).stream()
                                    .filter(visit -> first.isEmpty() || visit.time() > known))
                    .filter(visit -> visit.time() <= until)
                    .toList();
            Outcome outcome = Outcome.of(made, death, end, trial.study().confirmed());
            double treated = lastDose(result, outcome.progressed().orElse(Double.POSITIVE_INFINITY));
            return new TrialPatient(
                    result.id(), place, made, grades(result, Math.min(outcome.followed(), treated + COUNTED)), outcome);
        }

        /// When the last dose was given, of those that progression did not stop: care may have withheld it.
        private double lastDose(PatientResult result, double progressed) {
            double last = 0;
            for (TreatedPatients.Due due : patients.due(progressed)) {
                String share = patients.seen().given().get(due.into());
                int look = row(due.time());
                if (share == null || result.values()[columns.indexOf(share)][look] > 0) {
                    last = Math.max(last, due.time());
                }
            }
            return last;
        }

        /// The last look that is not after a time.
        private int row(double time) {
            int found = Arrays.binarySearch(times, time);
            return found >= 0 ? found : -found - 2;
        }

        private double[][] at(double[] wanted, double[][] values) {
            int[] rows = Arrays.stream(wanted)
                    .mapToInt(time -> Arrays.binarySearch(times, time))
                    .toArray();
            return Arrays.stream(values)
                    .map(row -> Arrays.stream(rows).mapToDouble(i -> row[i]).toArray())
                    .toArray(double[][]::new);
        }

        private List<Grade> grades(PatientResult result, double until) {
            List<Grade> worst = new ArrayList<>();
            for (AdverseEvent event : events) {
                Map<String, Double> peaks = new HashMap<>();
                for (String harm : event.harms()) {
                    double[] values = result.values()[columns.indexOf(harm)];
                    double peak = 0;
                    for (int i = 0; i < times.length && times[i] <= until; i++) {
                        peak = Math.max(peak, values[i]);
                    }
                    peaks.put(harm, peak);
                }
                worst.add(event.grade(peaks));
            }
            return worst;
        }
    }
}
