package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.Controller;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.Patient;
import org.immunarium.equations.simulation.PatientResult;
import org.immunarium.equations.simulation.PopulationSimulation;
import org.immunarium.equations.simulation.Snapshot;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.patient.GivenDose;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.study.PreparedStudy;

/// The patients of a trial: those of a population, whom a clinic follows and treats.
public final class TreatedPatients {

    /// Attempts at steps that a tumour may take to grow until it is found; most take hundreds. One that takes more
    /// is
    /// held down by immune cells in ever faster turns, and holds up all patients behind it.
    private static final long STEPS_OF_GROWTH = 20_000;

    private final PopulationRun run;
    private final long seed;

    private TreatedPatients(PopulationRun run, long seed) {
        this.run = run;
        this.seed = seed;
    }

    /// Those of a population.
    ///
    /// @throws IllegalArgumentException if the study is of no population
    public static TreatedPatients of(PreparedStudy prepared) {
        if (!(prepared instanceof PopulationRun run)) {
            throw new IllegalArgumentException("no population was asked for");
        }
        return new TreatedPatients(run, run.seed());
    }

    /// Other patients of the same population.
    public TreatedPatients withSeed(long other) {
        return new TreatedPatients(run, other);
    }

    /// One of them.
    ///
    /// @param number     of the patient, from 1, from which all that is the patient's own follows
    /// @param from       the patient at diagnosis
    /// @param doses      that are given unless the controller decides otherwise
    /// @param controller who does
    public record Treated(long number, Snapshot from, List<GivenDose> doses, Controller controller) {}

    /// Its model.
    public PatientModel model() {
        return run.plan().model();
    }

    /// What a clinic sees of them; nothing of a model that does not say.
    public PublishedModel.Seen seen() {
        return model().published().map(PublishedModel::seen).orElse(PublishedModel.Seen.NOTHING);
    }

    /// Ids of all quantities.
    public List<String> quantities() {
        return model().compiled().equations().quantities().stream()
                .map(ModelQuantity::id)
                .toList();
    }

    /// What differs between patients, as headings of columns.
    public List<String> varied() {
        return run.population().headers();
    }

    /// How many of [#varied] the study asks for; how prone patients are to side effects comes after them.
    public int asked() {
        int stored = run.population().stored().map(each -> each.ids().size()).orElse(0);
        return stored
                + run.plan()
                        .asked()
                        .population()
                        .map(each -> each.vary().size())
                        .orElse(0);
    }

    /// What is a patient's own, in the order of [#varied].
    public double[] values(long number) {
        return run.population().values(seed, number);
    }

    /// Why nobody can be one of them, and no tumour is grown; empty of all others.
    public Optional<String> refused(long number) {
        CloneShares shares = run.shares();
        return shares.wrong(run.valuesWith(values(number)))
                .map(_ -> "the further clones of the tumour have more cells at" + " the start than " + shares.first());
    }

    /// How many were asked for.
    public int count() {
        return run.population().patients();
    }

    /// How long they are followed at most, in days.
    public double duration() {
        return run.plan().duration();
    }

    /// All that may be given: the doses of one of the study's variants, in the order of time.
    ///
    /// @param variant its place among them
    public List<GivenDose> doses(int variant) {
        return run.courses().get(variant).doses();
    }

    /// What is given in a variant, in words.
    public String therapy(int variant) {
        return run.courses().get(variant).arm().inWords();
    }

    /// In words why a patient's numbers failed.
    public String inWords(NumericalFailure failure) {
        return String.valueOf(model().inWords(failure).getMessage());
    }

    /// Grows the tumours of patients until they are found; untreated, and no further.
    ///
    /// @param numbers of patients
    /// @param columns ids of what is recorded at diagnosis
    public <R> void diagnose(
            Iterator<Long> numbers,
            List<String> columns,
            int threads,
            Function<PatientResult, ? extends R> reduce,
            Consumer<? super R> consumer) {
        diagnose(numbers, columns, List.of(), new double[] {0}, threads, reduce, consumer);
    }

    /// Grows the tumours of patients until they are found, and treats them alike for a while. One that would take
    /// more
    /// than 20,000 steps fails.
    ///
    /// @param numbers of patients
    /// @param columns ids of what is recorded
    /// @param doses   that all are given
    /// @param times   at which it is recorded, in days after diagnosis, ascending from 0; the last is the end
    public <R> void diagnose(
            Iterator<Long> numbers,
            List<String> columns,
            List<GivenDose> doses,
            double[] times,
            int threads,
            Function<PatientResult, ? extends R> reduce,
            Consumer<? super R> consumer) {
        List<Intervention> given = doses.stream().map(GivenDose::intervention).toList();
        Iterator<Patient> patients =
                each(numbers, number -> new Patient(number, run.valuesWith(values(number)), given));
        simulation(columns, times, threads).maximumSteps(STEPS_OF_GROWTH).run(patients, reduce, consumer);
    }

    /// Whether patients differ in how prone they are to side effects, besides what the study varies.
    public boolean areProne() {
        return varied().size() > asked();
    }

    /// Patients at diagnosis, each as prone to side effects as another is: until then nobody had any.
    ///
    /// @param from    the patients
    /// @param numbers their numbers
    /// @param others  the numbers of the others
    public List<Snapshot> asProneAs(List<Snapshot> from, List<Long> numbers, List<Long> others) {
        List<Map<String, Double>> own = new ArrayList<>();
        List<Map<String, Double>> changed = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            double[] values = values(numbers.get(i));
            own.add(run.valuesWith(values));
            double[] other = values(others.get(i));
            System.arraycopy(other, asked(), values, asked(), values.length - asked());
            changed.add(run.valuesWith(values));
        }
        PopulationSimulation simulation = run.simulation(1);
        List<Snapshot> before = simulation.beginnings(own);
        List<Snapshot> after = simulation.beginnings(changed);
        return IntStream.range(0, from.size())
                .mapToObj(i -> from.get(i).begunAs(before.get(i), after.get(i)))
                .toList();
    }

    /// Runs patients from diagnosis on; see [PopulationSimulation#run(Iterator, Function, Consumer)].
    ///
    /// @param columns ids of what is recorded
    /// @param times   in days, ascending
    public <R> void treat(
            Iterator<Treated> treated,
            List<String> columns,
            double[] times,
            int threads,
            Function<PatientResult, ? extends R> reduce,
            Consumer<? super R> consumer) {
        simulation(columns, times, threads).run(each(treated, TreatedPatients::patient), reduce, consumer);
    }

    private PopulationSimulation simulation(List<String> columns, double[] times, int threads) {
        return run.simulation(threads)
                .seed(seed)
                .columns(columns.stream().map(Column.Request::of).toList())
                .times(times)
                .until(times[times.length - 1]);
    }

    private static Patient patient(Treated treated) {
        List<Intervention> doses =
                treated.doses().stream().map(GivenDose::intervention).toList();
        return new Patient(
                treated.number(), Map.of(), Optional.of(treated.from()), doses, Optional.of(treated.controller()));
    }

    private static <A, B> Iterator<B> each(Iterator<A> all, Function<A, B> one) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public B next() {
                return one.apply(all.next());
            }
        };
    }
}
