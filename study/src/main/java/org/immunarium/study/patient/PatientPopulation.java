package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.system.Quantity;
import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.study.file.Placed;
import org.immunarium.study.patient.PatientStudy.Endpoint;
import org.immunarium.study.patient.PatientStudy.Population;
import org.immunarium.study.patient.PatientStudy.Spread;
import org.immunarium.study.patient.PatientStudy.Statistic;
import org.immunarium.units.Problem;

/// Virtual patients: what differs between them, and what is written down of each.
///
/// @param patients  how many
/// @param varied    in the order in which they are drawn
/// @param endpoints in the order written
record PatientPopulation(int patients, List<Varied> varied, List<Measured> endpoints) {

    /// A value that differs between patients.
    ///
    /// @param middle the model's or the study's value
    record Varied(String id, String label, double middle, Spread spread) {

        double of(double normal, double uniform) {
            return switch (spread) {
                case Spread.LogNormal(double sd) -> middle * Exponential.exp(sd * normal);
                case Spread.Normal(double sd) -> middle + sd * normal;
                case Spread.Uniform(double low, double high) -> low + (high - low) * uniform;
            };
        }
    }

    /// What is measured of each patient.
    ///
    /// @param id of the quantity
    record Measured(Statistic statistic, String id, String label) {}

    /// Looks up the names of a plan; problems are noted.
    ///
    /// @param set what the study puts in place of the model's values, by id
    static Optional<PatientPopulation> prepare(
            Population plan, PatientModel model, Map<String, Double> set, Consumer<Problem> problems) {
        List<Varied> varied = new ArrayList<>();
        plan.vary()
                .forEach((name, spread) -> model.find("population.vary", spread.map(_ -> name), problems)
                        .ifPresent(quantity ->
                                varied(quantity, spread, model, set, problems).ifPresent(varied::add)));
        List<Measured> endpoints = new ArrayList<>();
        for (Placed<Endpoint> endpoint : plan.endpoints()) {
            model.find("population.endpoints", endpoint.map(Endpoint::column), problems)
                    .ifPresent(q ->
                            endpoints.add(new Measured(endpoint.value().statistic(), q.id(), model.label(q.id()))));
        }
        if (plan.endpoints().isEmpty()) {
            for (var request : model.compiled().defaultColumns()) {
                endpoints.add(new Measured(
                        Statistic.FINAL,
                        request.id(),
                        model.compiled().column(request).label()));
            }
        }
        return Optional.of(new PatientPopulation(plan.patients(), varied, endpoints));
    }

    private static Optional<Varied> varied(
            Quantity quantity,
            Placed<Spread> spread,
            PatientModel model,
            Map<String, Double> set,
            Consumer<Problem> problems) {
        Double middle = set.get(quantity.id());
        double value = middle != null ? middle : modelValue(quantity, model.model());
        if (Double.isNaN(value) && !(spread.value() instanceof Spread.Uniform)) {
            problems.accept(spread.problem("population.vary." + model.label(quantity.id())
                    + ": the model gives it no plain value to vary around; name a parameter or a species with an initial"
                    + " value"));
            return Optional.empty();
        }
        return Optional.of(new Varied(quantity.id(), model.label(quantity.id()), value, spread.value()));
    }

    /// The value that the model states; NaN where it states none, or computes it.
    private static double modelValue(Quantity quantity, Model model) {
        String id = quantity.id();
        boolean computed =
                model.initialAssignments().stream().anyMatch(a -> a.symbol().equals(id))
                        || model.rules().stream()
                                .anyMatch(r -> r instanceof Model.AssignmentRule(String variable, var _)
                                        && variable.equals(id));
        if (computed) {
            return Double.NaN;
        }
        return switch (quantity.kind()) {
            case PARAMETER ->
                model.parameters().stream()
                        .filter(p -> p.id().equals(id))
                        .mapToDouble(Model.Parameter::value)
                        .findFirst()
                        .orElse(Double.NaN);
            case SPECIES ->
                model.species().stream()
                        .filter(s -> s.id().equals(id) && s.initialIsAmount() == quantity.amount())
                        .mapToDouble(Model.Species::initial)
                        .findFirst()
                        .orElse(Double.NaN);
            case COMPARTMENT ->
                model.compartments().stream()
                        .filter(c -> c.id().equals(id))
                        .mapToDouble(Model.Compartment::size)
                        .findFirst()
                        .orElse(Double.NaN);
            case REACTION, STOICHIOMETRY -> Double.NaN;
        };
    }

    /// The values of one patient, in the order of [#varied]. They depend on the seed and the patient's number alone.
    ///
    /// @param patient counted from 1
    double[] values(long seed, long patient) {
        RandomStream stream = new RandomStream(seed, 0, patient, Purpose.PATIENT);
        double[] values = new double[varied.size()];
        for (int i = 0; i < values.length; i++) {
            // One number a value, whatever its distribution: changing one leaves the others as they were.
            stream.seek(i);
            double normal = stream.nextNormal();
            stream.seek(i);
            values[i] = varied.get(i).of(normal, stream.nextDouble());
        }
        return values;
    }
}
