package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.PatientResult;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.patient.GivenDose;
import org.immunarium.patient.toxicity.AdverseEvent;
import org.immunarium.study.patient.TreatedPatients;
import org.immunarium.study.patient.TreatedPatients.Treated;
import org.immunarium.study.trial.PlannedArm.NextLine;
import org.immunarium.study.trial.Ran.Failed;
import org.immunarium.study.trial.Screening.Candidate;
import org.immunarium.study.trial.TrialPatient.Dose;
import org.immunarium.trial.endpoint.Harm;
import org.immunarium.trial.endpoint.Outcome;
import org.immunarium.trial.observation.Clinic;
import org.immunarium.trial.observation.Observation;

/// Treats the patients of a trial and follows them, each from diagnosis to death or the end.
public final class TreatmentPhase {

    private final PreparedTrial trial;
    private final TreatedPatients patients;
    private final Observation observation;
    private final List<AdverseEvent> events;
    private final int lesions;
    private final List<String> columns;
    private final double[] looks;

    /// @param observation how patients are looked at
    public TreatmentPhase(PreparedTrial trial, Observation observation) {
        this.trial = trial;
        this.observation = observation;
        patients = trial.patients();
        events = events(patients);
        lesions = patients.seen().lesions().size();
        columns = Stream.of(
                        patients.seen().lesions().stream(),
                        events.stream().flatMap(event -> event.harms().stream()),
                        patients.seen().given().values().stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
        looks = Observation.looks(patients.duration());
    }

    /// The side effects that patients may have.
    static List<AdverseEvent> events(TreatedPatients patients) {
        return AdverseEvent.of(new HashSet<>(patients.quantities()));
    }

    /// A patient and the place of the arm.
    public record Allocated(Candidate patient, int arm) {}

    /// What was seen of a patient, and the course itself.
    ///
    /// @param result of the run, which did not fail: looks at [Observation#looks], of which the first columns
    ///               are the diameters of all lesions, in cm
    public record Told(Allocated who, PatientResult result, Observation.Seen seen) {}

    /// Runs patients, and hands over what became of them in their order.
    void run(List<Allocated> allocated, int threads, Consumer<Ran> consumer) {
        run(allocated, threads, Followed::ran, consumer);
    }

    /// Runs patients, and hands over what is wanted of their courses in their order; empty of those whose numbers
    /// failed.
    ///
    /// @param wanted is asked by any thread
    public <R> void follow(
            List<Allocated> allocated, int threads, Function<Told, R> wanted, Consumer<Optional<R>> consumer) {
        run(
                allocated,
                threads,
                (followed, result) -> result.failure().isPresent()
                        ? Optional.<R>empty()
                        : Optional.of(wanted.apply(new Told(
                                followed.allocated, result, followed.clinic.seen(result.times(), result.values())))),
                consumer);
    }

    private <R> void run(
            List<Allocated> allocated,
            int threads,
            BiFunction<Followed, PatientResult, R> reduce,
            Consumer<? super R> consumer) {
        List<Followed> all = allocated.stream().map(Followed::new).toList();
        Map<Long, Followed> byNumber = new HashMap<>();
        all.forEach(each -> byNumber.put(each.number(), each));
        Iterator<Treated> treated = all.stream().map(Followed::treated).iterator();
        patients.treat(
                treated,
                columns,
                looks,
                threads,
                result -> reduce.apply(Objects.requireNonNull(byNumber.get(result.id())), result),
                consumer);
    }

    /// One patient.
    private final class Followed {

        private final Allocated allocated;
        private final PlannedArm arm;
        /// The place among variants of what is given at first.
        private final int treatment;
        private final Clinic clinic;
        /// Doses that are due, as long as nothing is known that stops them.
        private List<Due> due;

        Followed(Allocated allocated) {
            this.allocated = allocated;
            arm = trial.arms().get(allocated.arm());
            treatment = trial.treatment(allocated.arm(), allocated.patient().marker());
            due = new ArrayList<>();
            List<GivenDose> doses = patients.doses(treatment);
            for (int i = 0; i < doses.size(); i++) {
                due.add(new Due(treatment, i, doses.get(i), 0));
            }
            clinic = new Clinic(observation, number(), lesions, patients.duration(), arm.stop(), this::after);
        }

        long number() {
            return allocated.patient().number();
        }

        Treated treated() {
            return new Treated(number(), allocated.patient().from(), patients.doses(treatment), clinic);
        }

        /// What is given from the time on at which treatment is stopped.
        private List<Intervention> after(double time) {
            List<Due> kept = new ArrayList<>(due.stream()
                    .filter(each -> !each.dose().asked().untilProgression() || each.time() < time)
                    .toList());
            arm.next().filter(this::isGiven).ifPresent(next -> {
                List<GivenDose> doses = patients.doses(next.variant());
                for (int i = 0; i < doses.size(); i++) {
                    Due later = new Due(next.variant(), i, doses.get(i), time + next.after());
                    if (later.time() < patients.duration()) {
                        kept.add(later);
                    }
                }
            });
            due = kept;
            return kept.stream()
                    .filter(each -> each.time() >= time)
                    .map(Due::intervention)
                    .toList();
        }

        private boolean isGiven(NextLine next) {
            return new RandomStream(trial.seed(), 0, number(), Purpose.NEXT_LINE).nextDouble() < next.share();
        }

        private Ran ran(PatientResult result) {
            if (result.failure().isPresent()) {
                return new Failed(
                        number(),
                        allocated.arm(),
                        patients.inWords(result.failure().get()));
            }
            Observation.Seen seen = clinic.seen(result.times(), result.values());
            Outcome outcome = Outcome.of(
                    seen.visits(),
                    seen.death(),
                    seen.end(),
                    trial.study().observation().confirmed());
            List<Dose> given = given(result, outcome.followed());
            return new TrialPatient(
                    number(),
                    allocated.arm(),
                    treatment,
                    allocated.patient().stratum(),
                    seen.visits(),
                    harms(result, TrialPatient.countedUntil(treatment, given, outcome.followed())),
                    given,
                    outcome);
        }

        /// Doses until a time that care did not withhold.
        private List<Dose> given(PatientResult result, double until) {
            List<Dose> given = new ArrayList<>();
            for (Due each : due) {
                if (each.time() <= until) {
                    String share = patients.seen()
                            .given()
                            .get(each.dose().intervention().target());
                    double passed = share == null
                            ? 1
                            : result.values()[columns.indexOf(share)][row(result.times(), each.time())];
                    if (passed > 0) {
                        given.add(new Dose(each.variant(), each.place(), each.time(), passed));
                    }
                }
            }
            given.sort((a, b) -> Double.compare(a.time(), b.time()));
            return given;
        }

        /// The last look that is not after a time.
        private static int row(double[] times, double time) {
            int found = Arrays.binarySearch(times, time);
            return found >= 0 ? found : -found - 2;
        }

        private List<Harm> harms(PatientResult result, double until) {
            List<Harm> harms = new ArrayList<>();
            for (AdverseEvent event : events) {
                Harm harm = Harm.NONE;
                Map<String, Double> now = new HashMap<>();
                double[] times = result.times();
                for (int i = 0; i < times.length && times[i] <= until; i++) {
                    for (String each : event.harms()) {
                        now.put(each, result.values()[columns.indexOf(each)][i]);
                    }
                    harm = harm.and(times[i], event.grade(now));
                }
                harms.add(harm);
            }
            return harms;
        }
    }

    /// A dose that is due.
    ///
    /// @param later by how much, in d
    private record Due(int variant, int place, GivenDose dose, double later) {

        double time() {
            return dose.intervention().time() + later;
        }

        Intervention intervention() {
            return dose.intervention().later(later);
        }
    }
}
