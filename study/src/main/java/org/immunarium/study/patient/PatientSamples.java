package org.immunarium.study.patient;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.Patient;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.patient.GivenDose;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.patient.population.PatientPopulation;
import org.immunarium.patient.population.PatientPopulation.Measured;
import org.immunarium.patient.population.PatientPopulation.Varied;
import org.immunarium.patient.population.Statistic;
import org.immunarium.results.Manifest;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.StopSignal;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// One patient at many values of what differs in a population, side by side in lanes and on all threads: what an
/// analysis of sensitivity evaluates. All have the luck of the first patient, so that what differs is not luck.
public final class PatientSamples {

    private static final long LUCK = 1;

    private final PopulationRun run;

    private PatientSamples(PopulationRun run) {
        this.run = run;
    }

    /// What one sample came to.
    ///
    /// @param measures   in the order of [#measures]; not numbers where it failed
    /// @param constraint what the model says of the first constraint that did not hold; empty where all did
    /// @param failed     when and why its numbers failed; empty where they did not
    public record Sample(double[] measures, String constraint, String failed) {}

    /// Of a population. What it measures are its endpoints, or, where it names none, its tumour at the end.
    ///
    /// @param prepared a study of a population
    /// @throws InvalidInputException if the study names no endpoint and the model no tumour
    /// @throws IllegalArgumentException if it is no population
    public static PatientSamples of(PreparedStudy prepared) {
        if (!(prepared instanceof PopulationRun run)) {
            throw new IllegalArgumentException("no population was asked for");
        }
        PatientPopulation population = run.population();
        if (population.chosen()) {
            return new PatientSamples(run);
        }
        PatientModel model = run.plan().model();
        ModelQuantity tumour = Telling.tumour(model)
                .orElseThrow(() -> new InvalidInputException(Problem.of(
                        "--of",
                        "the model does not say what its tumour is; --of with a name was expected, as in --of "
                                + some(model)
                                        .map(name -> "\"max " + name + "\"")
                                        .orElse("\"final T\""))));
        Column column = model.compiled().column(Column.Request.of(tumour.id()));
        Measured end = new Measured(
                Statistic.FINAL,
                column.id(),
                Double.POSITIVE_INFINITY,
                PatientTables.header(Statistic.FINAL.word() + " " + column.label(), model.unit(column)));
        return new PatientSamples(new PopulationRun(
                run.plan(),
                run.courses(),
                new PatientPopulation(population.patients(), population.varied(), List.of(end)),
                run.method(),
                run.parameters(),
                run.notices()));
    }

    private static Optional<String> some(PatientModel model) {
        return model.compiled().defaultColumns().stream()
                .map(each -> model.compiled().column(each).label())
                .findFirst();
    }

    /// The study, as if it were to be run once.
    public PreparedStudy study() {
        return run;
    }

    /// What differs, each with its unit: `k_growth [1/d]`.
    public List<String> parameters() {
        return run.population().varied().stream().map(Varied::header).toList();
    }

    /// What is measured, each with its unit: `final T [cells]`.
    public List<String> measures() {
        return run.population().endpoints().stream().map(Measured::header).toList();
    }

    /// Whether the model says when it is valid.
    public boolean isConstrained() {
        return run.isConstrained();
    }

    /// Values that all samples share.
    public List<Manifest.Setting> shared() {
        Set<String> differing = run.population().varied().stream()
                .map(each -> run.plan().model().label(each.id()))
                .collect(Collectors.toSet());
        return run.parameters().stream()
                .filter(setting -> !differing.contains(setting.name()))
                .toList();
    }

    /// The values of what differs, in the model's units.
    ///
    /// @param shares the quantile of each, between 0 and 1
    public double[] values(double[] shares) {
        List<Varied> varied = run.population().varied();
        return IntStream.range(0, shares.length)
                .mapToDouble(i -> varied.get(i).distribution().quantile(shares[i]))
                .toArray();
    }

    /// Runs samples until all are done or someone wants it to stop.
    ///
    /// @param from   the first, counted from 0
    /// @param until  after the last
    /// @param values of a sample, by its place
    /// @param taker  is given what samples came to, in order, never two at once
    public void run(
            int from, int until, IntFunction<double[]> values, int threads, StopSignal stop, Consumer<Sample> taker) {
        List<Intervention> doses =
                run.course().doses().stream().map(GivenDose::intervention).toList();
        run.simulation(threads)
                .run(
                        IntStream.range(from, until)
                                .takeWhile(_ -> !stop.isAsked())
                                .mapToObj(place -> new Patient(LUCK, run.valuesWith(values.apply(place)), doses))
                                .iterator(),
                        run::row,
                        row -> taker.accept(new Sample(
                                row.endpoints(),
                                row.constraint(),
                                row.failed().equals(PopulationRun.DID_NOT_FAIL) ? "" : row.failed())));
    }
}
