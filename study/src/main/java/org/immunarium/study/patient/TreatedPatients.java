package org.immunarium.study.patient;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.Patient;
import org.immunarium.equations.simulation.PatientResult;
import org.immunarium.equations.simulation.PopulationSimulation;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.patient.GivenDose;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.patient.population.PatientPopulation.Varied;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.study.PreparedStudy;

/// Patients under one therapy, each of whom may stop it at progression: what a trial has of an arm.
public final class TreatedPatients {

    private final PopulationRun run;

    private TreatedPatients(PopulationRun run) {
        this.run = run;
    }

    /// Those of a population.
    ///
    /// @throws IllegalArgumentException if the study is of no population
    public static TreatedPatients of(PreparedStudy prepared) {
        if (!(prepared instanceof PopulationRun run)) {
            throw new IllegalArgumentException("no population was asked for");
        }
        return new TreatedPatients(run);
    }

    /// One of them.
    ///
    /// @param number     of the patient, from 1, from which all that is the patient's own follows
    /// @param progressed when doses that are given until progression end, in days; infinite for never
    public record Treated(long number, double progressed) {}

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
        return run.population().varied().stream().map(Varied::header).toList();
    }

    /// What is a patient's own, in the order of [#varied].
    public double[] values(long number) {
        return run.population().values(run.plan().solving().seed(), number);
    }

    /// How many were asked for.
    public int count() {
        return run.population().patients();
    }

    /// How long they are followed at most, in days.
    public double duration() {
        return run.plan().duration();
    }

    /// A dose that is due.
    ///
    /// @param into where it goes
    public record Due(double time, String into) {}

    /// Doses of a patient whose disease progresses at a time.
    public List<Due> due(double progressed) {
        return run.course().doses().stream()
                .filter(dose -> isGiven(dose, progressed))
                .map(dose ->
                        new Due(dose.intervention().time(), dose.intervention().target()))
                .toList();
    }

    /// Whether some dose is left out for progression at a time.
    public boolean stopsFor(double progressed) {
        return run.course().doses().stream().anyMatch(dose -> !isGiven(dose, progressed));
    }

    private static boolean isGiven(GivenDose dose, double progressed) {
        return !dose.asked().untilProgression() || dose.intervention().time() < progressed;
    }

    /// In words why a patient's numbers failed.
    public String inWords(NumericalFailure failure) {
        return String.valueOf(model().inWords(failure).getMessage());
    }

    /// Runs patients; see [PopulationSimulation#run(Iterator, Function, Consumer)].
    ///
    /// @param columns ids of what is recorded
    /// @param times   in days, ascending
    public <R> void run(
            Iterator<Treated> patients,
            List<String> columns,
            double[] times,
            int threads,
            Function<PatientResult, ? extends R> reduce,
            Consumer<? super R> consumer) {
        PopulationSimulation simulation = run.simulation(threads)
                .columns(columns.stream().map(Column.Request::of).toList())
                .times(times)
                .until(times[times.length - 1]);
        simulation.run(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return patients.hasNext();
                    }

                    @Override
                    public Patient next() {
                        return patient(patients.next());
                    }
                },
                reduce,
                consumer);
    }

    private Patient patient(Treated treated) {
        List<Intervention> doses = run.course().doses().stream()
                .filter(dose -> isGiven(dose, treated.progressed()))
                .map(GivenDose::intervention)
                .toList();
        Map<String, Double> values = run.valuesWith(values(treated.number()));
        return new Patient(treated.number(), values, doses);
    }
}
