package org.immunarium.study.patient;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.RepeatedSimulation;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.patient.GivenDose;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.patient.population.Distribution;
import org.immunarium.patient.population.PatientPopulation.Varied;
import org.immunarium.results.Manifest;
import org.immunarium.study.PreparedStudy;
import org.immunarium.units.Dimension;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// The course of one patient at any values of some parameters: what a fit compares with data.
public final class PatientCurves {

    /// Searches take differences of runs, so these are more exact than what is looked at.
    private static final double RELATIVE_TOLERANCE = 1e-8;

    private final PopulationRun run;

    private PatientCurves(PopulationRun run) {
        this.run = run;
    }

    /// A parameter that is searched for.
    ///
    /// @param label as in tables
    /// @param unit  of the model; may be empty
    /// @param range whose quantiles are the values that it may have
    public record Parameter(String label, String unit, Distribution range) {}

    /// What can be measured of the model.
    ///
    /// @param label as in tables
    /// @param unit  of the model; may be empty
    public record Quantified(String id, String label, String unit) {

        /// `T [cells]`.
        public String header() {
            return PatientTables.header(label, unit);
        }
    }

    /// Of a study of a population, of which it takes what varies.
    ///
    /// @throws IllegalArgumentException if it is no population
    public static PatientCurves of(PreparedStudy prepared) {
        if (!(prepared instanceof PopulationRun run)) {
            throw new IllegalArgumentException("no population was asked for");
        }
        return new PatientCurves(run);
    }

    private PatientModel model() {
        return run.plan().model();
    }

    /// The study, as if it were to be run once.
    public PreparedStudy study() {
        return run;
    }

    /// What varies, in order.
    public List<Parameter> parameters() {
        return run.population().varied().stream()
                .map(each ->
                        new Parameter(model().label(each.id()), model().units().text(each.id()), each.distribution()))
                .toList();
    }

    /// Labels of what varies although nothing in the model uses it.
    public List<String> idle() {
        return run.population().varied().stream()
                .map(Varied::id)
                .filter(id -> model().find(id).filter(model()::isIdle).isPresent())
                .map(model()::label)
                .toList();
    }

    /// Values that all runs share.
    public List<Manifest.Setting> shared() {
        Set<String> differing = parameters().stream().map(Parameter::label).collect(Collectors.toSet());
        return run.parameters().stream()
                .filter(setting -> !differing.contains(setting.name()))
                .toList();
    }

    /// When the study ends, in the model's unit of time.
    public double duration() {
        return run.plan().duration();
    }

    /// Between one row of output and the next, in the model's unit of time.
    public double every() {
        return run.plan().every();
    }

    /// The model's unit of time; may be empty.
    public String timeUnit() {
        return run.plan().timeUnit();
    }

    /// Whether this patient and another get the same before a time, and have the same values.
    public boolean isSameUntil(PatientCurves other, double time) {
        return dosesBefore(time).equals(other.dosesBefore(time))
                && run.course().set().equals(other.run.course().set());
    }

    private List<Intervention> dosesBefore(double time) {
        return run.course().doses().stream()
                .map(GivenDose::intervention)
                .filter(each -> each.time() < time)
                .toList();
    }

    /// How exactly the equations are solved.
    public double relativeTolerance() {
        return Math.min(RELATIVE_TOLERANCE, run.plan().solving().tolerances().relative());
    }

    /// The quantity of this id, label or name.
    public Optional<Quantified> find(String name) {
        return model().find(name)
                .map(each -> model().compiled().column(Column.Request.of(each.id())))
                .map(column -> new Quantified(column.id(), column.label(), model().unit(column)));
    }

    /// The tumour, where the model has one.
    public Optional<Quantified> tumour() {
        return Telling.tumour(model()).flatMap(each -> find(each.id()));
    }

    /// How many millimetres 1 of a quantity is, where it is a length, such as a diameter.
    public OptionalDouble millimetres(Quantified quantity) {
        return model().units()
                .of(quantity.id())
                .filter(unit -> unit.dimension().equals(Dimension.LENGTH))
                .map(unit -> OptionalDouble.of(unit.factorTo(Unit.parse("mm"))))
                .orElse(OptionalDouble.empty());
    }

    /// What was probably meant by a name that [#find] does not know; may be empty.
    public String hint(String written) {
        return model().hint(written);
    }

    /// A value in the model's unit; a plain number is in that unit already.
    ///
    /// @throws UnitException if its unit does not fit
    public double value(Quantified quantity, Quantity given) {
        return model().value(quantity.id(), given);
    }

    /// A time in the model's unit; a plain number is in that unit already.
    ///
    /// @throws UnitException if its unit does not fit
    public double time(Quantity given) {
        if (given.unit().equals(Unit.ONE)) {
            return given.value();
        }
        return given.in(model().units()
                .time()
                .orElseThrow(
                        () -> new UnitException("the model does not declare its unit of time; give plain numbers")));
    }

    /// The values of parameters, in the model's units.
    ///
    /// @param shares the quantile of each, from 0 to 1
    public double[] values(double[] shares) {
        List<Varied> varied = run.population().varied();
        double[] values = new double[varied.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = varied.get(i).distribution().quantile(shares[i]);
        }
        return values;
    }

    /// Some quantities at some times. May be asked by several threads at once.
    @FunctionalInterface
    public interface Curves {

        /// @param values of the parameters, in the model's units
        /// @return `[quantity][time]`
        /// @throws NumericalFailure where the numbers fail
        double[][] run(double[] values);

        /// As [#run]; empty where the numbers fail.
        default Optional<double[][]> at(double[] values) {
            try {
                return Optional.of(run(values));
            } catch (NumericalFailure failed) {
                return Optional.empty();
            }
        }
    }

    /// @param times ascending, not after the end
    public Curves of(List<Quantified> quantities, double[] times) {
        RepeatedSimulation simulation = model().compiled().repeated();
        run.plan().solving().apply(simulation);
        run.course().set().forEach(simulation::set);
        double[] middle =
                values(run.population().varied().stream().mapToDouble(_ -> 0.5).toArray());
        named(middle).forEach(simulation::set);
        run.course().doses().stream().map(GivenDose::intervention).forEach(simulation::intervention);
        simulation
                .relativeTolerance(relativeTolerance())
                .columns(quantities.stream()
                        .map(each -> Column.Request.of(each.id()))
                        .toList())
                .times(times);
        CloneShares shares = run.shares();
        return values -> {
            Map<String, Double> all = new LinkedHashMap<>(run.course().set());
            all.putAll(named(values));
            shares.wrong(all).ifPresent(why -> {
                throw new NumericalFailure("", 0, why);
            });
            return simulation.run(named(values));
        };
    }

    private Map<String, Double> named(double[] values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(run.population().varied().get(i).id(), values[i]);
        }
        return named;
    }
}
