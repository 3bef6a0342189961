package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.patient.GivenDose;
import org.immunarium.patient.model.Influence;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.patient.population.Distribution;
import org.immunarium.patient.population.Distribution.Truncated;
import org.immunarium.patient.population.PatientPopulation;
import org.immunarium.patient.population.PatientPopulation.Measured;
import org.immunarium.patient.population.PatientPopulation.Stored;
import org.immunarium.patient.population.PatientPopulation.Varied;
import org.immunarium.patient.population.Statistic;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.toxicity.Susceptibility;
import org.immunarium.study.InputFiles;
import org.immunarium.study.file.Placed;
import org.immunarium.study.patient.PatientStudy.Endpoint;
import org.immunarium.study.patient.PatientStudy.Population;
import org.immunarium.study.variation.Spread;
import org.immunarium.study.variation.Variation;
import org.immunarium.units.Quantity;

/// Looks up what a population varies and measures in the model, and turns it into the model's units.
final class PatientPopulationReading {

    /// Of a distribution that is cut off: with less, the numbers that are left are rounding.
    private static final double LEAST_SHARE = 1e-6;

    /// The share of patients below zero of which nothing is said.
    private static final double LEAST_BELOW = 1e-6;

    private final NamedQuantities names;
    private final PatientModel model;
    private final Map<String, Double> set;
    private final Influence influence;
    private final Remarks remarks;
    private final double duration;
    private final Times times;
    private final InputFiles files;

    /// Brings times into the model's unit.
    @FunctionalInterface
    interface Times {

        /// @param what      for problems: `duration`
        /// @param otherwise the answer where a problem was noted
        double time(String what, Placed<Quantity> asked, double otherwise);
    }

    /// @param course   what all patients get
    /// @param duration of it, in the model's unit
    /// @param files    finds populations that were made before
    PatientPopulationReading(
            NamedQuantities names, PatientCourse course, double duration, Times times, InputFiles files) {
        this.names = names;
        this.files = files;
        this.duration = duration;
        this.times = times;
        model = names.model();
        remarks = names.remarks();
        set = course.set();
        List<Intervention> given =
                course.doses().stream().map(GivenDose::intervention).toList();
        influence = model.influence().with(given);
    }

    PatientPopulation of(Population plan) {
        List<Varied> varied = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        plan.vary()
                .forEach((name, variation) -> names.settable(
                                vary(variation), vary(variation) + "." + name, variation.map(_ -> name))
                        .ifPresent(quantity -> {
                            String before = seen.put(quantity.id(), name);
                            if (before != null) {
                                remarks.problem(variation.problem(
                                        vary(variation) + "." + name + ": is the same value as \"" + before + "\""));
                            }
                            varied(quantity, variation).ifPresent(varied::add);
                        }));
        Optional<Stored> stored = plan.stored().flatMap(new StoredPatientsReading(names, set, files)::of);
        stored.ifPresent(each -> varied.stream()
                .filter(own -> each.ids().contains(own.id()))
                .forEach(own -> remarks.problem(plan.patients()
                        .problem("population.vary." + model.label(own.id())
                                + ": differs between patients of population.from already"))));
        if (plan.prone()) {
            Set<String> known = new HashSet<>(seen.keySet());
            stored.ifPresent(each -> known.addAll(each.ids()));
            varied.addAll(prone(known));
        }
        if (plan.vary().isEmpty() && plan.stored().isEmpty()) {
            remarks.notice(plan.patients(), "population.vary: nothing varies, so all patients are the same");
        }
        List<Measured> endpoints = new ArrayList<>();
        for (Placed<Endpoint> endpoint : plan.endpoints()) {
            String column = endpoint.value().column();
            if (column.matches(".*\\s.*") && model.find(column).isEmpty()) {
                remarks.problem(endpoint.problem(EndpointText.problem(endpoints(endpoint) + ":", column)));
                continue;
            }
            names.find(endpoints(endpoint), endpoint.map(Endpoint::column)).ifPresent(quantity -> {
                Measured measured = measured(endpoint, Column.Request.of(quantity.id()));
                if (endpoints.contains(measured)) {
                    remarks.problem(endpoint.problem(endpoints(endpoint) + ": \""
                            + endpoint.value().inWords() + "\" is there before; each endpoint once was expected"));
                }
                endpoints.add(measured);
                noticeConstant(endpoint, quantity);
            });
        }
        if (plan.endpoints().isEmpty()) {
            model.compiled().defaultColumns().forEach(each -> endpoints.add(wholeCourse(Statistic.FINAL, each)));
        }
        int patients = plan.patients().value();
        Memory.here()
                .refusal(patients)
                .ifPresent(why ->
                        remarks.problem(plan.patients().problem("population.patients: " + patients + ": " + why)));
        SamplingReading reading = new SamplingReading(plan, remarks);
        return new PatientPopulation(
                patients,
                stored,
                varied,
                reading.sampling(),
                reading.copula(varied, seen),
                endpoints,
                !plan.endpoints().isEmpty());
    }

    /// How prone patients are to side effects, where the study does not say it itself.
    private List<Varied> prone(Set<String> known) {
        List<Varied> prone = new ArrayList<>();
        String cancer = model.published().map(PublishedModel::name).orElse("");
        for (Susceptibility each : Susceptibility.of(cancer)) {
            Optional<ModelQuantity> quantity =
                    model.find(each.name()).filter(found -> found.kind() == ModelQuantity.Kind.PARAMETER);
            if (quantity.isEmpty()
                    || known.contains(quantity.get().id())
                    || set.containsKey(quantity.get().id())) {
                continue;
            }
            double middle = each.middle().orElse(modelValue(quantity.get(), model.model()));
            if (middle > 0) {
                prone.add(new Varied(
                        quantity.get().id(),
                        PatientTables.header(
                                model.label(quantity.get().id()),
                                model.units().text(quantity.get().id())),
                        new Distribution.LogNormal(middle, each.sd())));
            }
        }
        return prone;
    }

    /// What a value that varies is called in problems: the command line has options in place of keys.
    private static String vary(Placed<?> at) {
        return at.line() > 0 ? "population.vary" : "vary";
    }

    private static String endpoints(Placed<?> at) {
        return at.line() > 0 ? "population.endpoints" : "of";
    }

    private Measured measured(Placed<Endpoint> endpoint, Column.Request request) {
        Optional<Quantity> until = endpoint.value().until();
        if (until.isEmpty()) {
            return wholeCourse(endpoint.value().statistic(), request);
        }
        double time = times.time(endpoints(endpoint), endpoint.map(_ -> until.get()), 0);
        if (time > duration) {
            remarks.problem(endpoint.problem(endpoints(endpoint) + ": \""
                    + endpoint.value().inWords() + "\" is after the end; a time up to the duration was expected"));
        }
        Column column = model.compiled().column(request);
        return new Measured(
                endpoint.value().statistic(),
                column.id(),
                time,
                PatientTables.header(column.label() + " at " + until.get(), model.unit(column)));
    }

    private Measured wholeCourse(Statistic statistic, Column.Request request) {
        Column column = model.compiled().column(request);
        String unit = statistic == Statistic.CHANGE ? "" : model.unit(column);
        return new Measured(
                statistic,
                column.id(),
                Double.POSITIVE_INFINITY,
                PatientTables.header(statistic.word() + " " + column.label(), unit));
    }

    private void noticeConstant(Placed<Endpoint> endpoint, ModelQuantity quantity) {
        if (influence.isConstant(quantity.id())) {
            remarks.notice(
                    endpoint,
                    endpoints(endpoint) + ": " + endpoint.value().column()
                            + " never changes in the course of a run, so \""
                            + endpoint.value().inWords()
                            + "\" tells nothing new");
        }
    }

    private Optional<Varied> varied(ModelQuantity quantity, Placed<Variation> variation) {
        String what = vary(variation) + "." + model.label(quantity.id());
        if (model.isIdle(quantity)) {
            remarks.notice(variation, what + ": nothing in the model uses it, so patients do not differ by it");
        }
        return distribution(what, quantity, variation)
                .filter(each -> mayBeDrawn(what, quantity, variation, each))
                .filter(each -> isAShareIfItShouldBe(what, quantity, variation, each))
                .map(each -> new Varied(
                        quantity.id(),
                        PatientTables.header(
                                model.label(quantity.id()), model.units().text(quantity.id())),
                        names.limits().isShare(quantity) ? share(each) : each));
    }

    /// Notes patients of whom a share would be more than the whole.
    ///
    /// @return false where the study cannot run with them
    private boolean isAShareIfItShouldBe(
            String what, ModelQuantity quantity, Placed<Variation> variation, Distribution distribution) {
        double above = names.limits().isShare(quantity) ? 1 - distribution.below(1) : 0;
        if (above < LEAST_BELOW) {
            return true;
        }
        remarks.problem(variation.problem(what + ": " + percent(above)
                + "have a value above 1, where a share from 0 to 1 was expected"
                + (variation.line() > 0 ? "; add max: 1, or use uniform" : "; a range up to 1 was expected")));
        return false;
    }

    /// The same without the less than one patient in a million whom [#mayBeDrawn] lets pass.
    private static Distribution share(Distribution distribution) {
        return distribution.below(0) > 0 || distribution.below(1) < 1
                ? new Truncated(distribution, 0, 1)
                : distribution;
    }

    private static String percent(double share) {
        return Quantity.number(Math.round(share * 1e6) / 1e4) + " % of patients ";
    }

    /// Notes patients below zero where the model has no meaning for that, or probably none.
    ///
    /// @return false where the study cannot run with them
    private boolean mayBeDrawn(
            String what, ModelQuantity quantity, Placed<Variation> variation, Distribution distribution) {
        double below = distribution.below(0);
        if (below < LEAST_BELOW) {
            return true;
        }
        String share = percent(below);
        String mend = variation.line() > 0
                ? "; add min: 0, or use log-normal"
                : "; a range above 0, or log-normal, was expected";
        switch (quantity.kind()) {
            case COMPARTMENT -> {
                remarks.problem(variation.problem(
                        what + ": in " + share + "this compartment would have a size below zero" + mend));
                return false;
            }
            case SPECIES ->
                remarks.notice(
                        variation, what + ": " + share + "start below zero, which means nothing in most models" + mend);
            case PARAMETER -> {
                if (names.limits().isNeverNegative(quantity)) {
                    remarks.problem(variation.problem(what + ": " + share
                            + "have a value below zero, where a rate, a concentration or the like was expected, which"
                            + " is not below 0 in a patient" + mend));
                    return false;
                }
                Double changed = set.get(quantity.id());
                if ((changed != null ? changed : modelValue(quantity, model.model())) > 0) {
                    remarks.notice(
                            variation,
                            what + ": " + share + "have a value below zero, and "
                                    + (distribution.quantile(0.5) > 0 ? "the middle" : "the value that it has else")
                                    + " is above it" + mend);
                }
            }
            case REACTION, STOICHIOMETRY -> {}
        }
        return true;
    }

    private Optional<Distribution> distribution(String what, ModelQuantity quantity, Placed<Variation> variation) {
        Double changed = set.get(quantity.id());
        double middle = changed != null ? changed : modelValue(quantity, model.model());
        Spread spread = variation.value().spread();
        boolean around = spread instanceof Spread.LogNormal || spread instanceof Spread.Normal;
        if (Double.isNaN(middle) && around) {
            remarks.problem(variation.problem(
                    what + ": the model gives it no plain value to vary around; name a parameter or a species with an"
                            + " initial value"));
            return Optional.empty();
        }
        if (spread instanceof Spread.LogNormal && middle <= 0) {
            remarks.problem(variation.problem(what + ".log-normal: a value above 0 to vary around was expected; it is "
                    + Quantity.number(middle)));
            return Optional.empty();
        }
        Optional<Distribution> whole = switch (spread) {
            case Spread.LogNormal(double sd) -> Optional.of(new Distribution.LogNormal(middle, sd));
            case Spread.Normal(var sd) ->
                names.value(what + ".normal", quantity, sd).map(own -> new Distribution.Gaussian(middle, own));
            case Spread.Uniform(var low, var high) ->
                ends(what + ".uniform", quantity, low, high)
                        .map(ends -> new Distribution.Uniform(ends.getFirst(), ends.getLast()));
            case Spread.LogUniform(var low, var high) ->
                ends(what + ".log-uniform", quantity, low, high)
                        .filter(ends -> isAboveZero(what + ".log-uniform", low, ends.getFirst()))
                        .map(ends -> new Distribution.LogUniform(ends.getFirst(), ends.getLast()));
        };
        return whole.flatMap(each -> truncated(what, quantity, each, variation));
    }

    private boolean isAboveZero(String what, Placed<Quantity> low, double from) {
        if (!(from > 0)) {
            remarks.problem(low.problem(what + ": ends above 0 were expected, since equal ratios have no 0 among them;"
                    + " found " + low.value()));
        }
        return from > 0;
    }

    private Optional<List<Double>> ends(
            String what, ModelQuantity quantity, Placed<Quantity> low, Placed<Quantity> high) {
        Optional<Double> from = names.value(what, quantity, low);
        Optional<Double> to = names.value(what, quantity, high);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (!(from.get() < to.get()) || Double.isInfinite(to.get() - from.get())) {
            remarks.problem(low.problem(what + ": two values, the lower first, were expected, as in [0.5, 2]; found "
                    + low.value() + " and " + high.value()));
            return Optional.empty();
        }
        return Optional.of(List.of(from.get(), to.get()));
    }

    private Optional<Distribution> truncated(
            String what, ModelQuantity quantity, Distribution whole, Placed<Variation> variation) {
        Optional<Placed<Quantity>> min = variation.value().least();
        Optional<Placed<Quantity>> max = variation.value().most();
        if (min.isEmpty() && max.isEmpty()) {
            return Optional.of(whole);
        }
        Optional<Double> least =
                min.isEmpty() ? Optional.of(-Double.MAX_VALUE) : names.value(what + ".min", quantity, min.get());
        Optional<Double> most =
                max.isEmpty() ? Optional.of(Double.MAX_VALUE) : names.value(what + ".max", quantity, max.get());
        if (least.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        Truncated rest = new Truncated(whole, least.get(), most.get());
        if (!(rest.share() >= LEAST_SHARE)) {
            remarks.problem(variation.problem(
                    what + ": less than one patient in a million lies between min and max; limits around the middle "
                            + "were expected"));
            return Optional.empty();
        }
        return Optional.of(rest);
    }

    /// The value that the model states; NaN where it states none, or computes it.
    private static double modelValue(ModelQuantity quantity, Model model) {
        String id = quantity.id();
        boolean computed =
                model.initialAssignments().stream().anyMatch(a -> a.symbol().equals(id));
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
}
