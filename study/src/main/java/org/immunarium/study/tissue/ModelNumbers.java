package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immunarium.numerics.random.Distribution;
import org.immunarium.numerics.random.LogNormal;
import org.immunarium.numerics.random.Normal;
import org.immunarium.numerics.random.Reciprocal;
import org.immunarium.numerics.random.Truncated;
import org.immunarium.numerics.random.Uniform;
import org.immunarium.study.tissue.model.Giving;
import org.immunarium.study.tissue.model.SideNames;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Priming;
import org.immunarium.tissue.model.Recruitment;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.Signal;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.Supply;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variable;
import org.immunarium.tissue.model.Variation;
import org.immunarium.tissue.model.Vessel;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.tissue.rule.RuleText;

/// The numbers of a model beyond what its cell types and substances do by themselves: rules, what drugs do, what comes
/// in from the rest of the body, how cells differ, what is held at the edge, and steps.
final class ModelNumbers {

    private static final String MINUTES = "min";
    private static final String PER_MINUTE = "1/min";
    private static final String MICROMETRES = "µm";

    /// Ends of a distribution for which there are no better numbers.
    private static final double TAIL = 0.05;

    private final TissueModel model;
    private final List<ModelNumber> numbers = new ArrayList<>();

    private ModelNumbers(TissueModel model) {
        this.model = model;
    }

    /// All of them.
    ///
    /// @param variations how cells differ
    static List<ModelNumber> of(TissueModel model, List<Variation> variations, Giving giving) {
        ModelNumbers all = new ModelNumbers(model);
        model.substances().forEach(all::edge);
        model.variables().forEach(all::variable);
        model.rules().forEach(all::rule);
        variations.forEach(all::variation);
        all.numbers.addAll(ActionConstants.of(model));
        model.immunity().ifPresent(all::immunity);
        all.giving(giving);
        all.steps();
        return List.copyOf(all.numbers);
    }

    /// How many cells there are at the start, where that can be set.
    static List<ModelNumber> ofStart(Beginning beginning) {
        return StartCounts.of(beginning).entrySet().stream()
                .map(each -> new ModelNumber(each.getKey().replace(".count", ""), "count", each.getValue()))
                .toList();
    }

    private void edge(Substance substance) {
        substance
                .edge()
                .forEach((face, value) -> add(substance.name(), "edge." + SideNames.of(face), value, substance.unit()));
        if (substance.every() > 1) {
            add(substance.name(), "step", substance.every() * model.steps().diffusion(), MINUTES);
        }
    }

    private void variable(Variable variable) {
        if (variable.conserved()) {
            add(variable.name(), "shared at division", 1, "1");
        }
    }

    private void rule(Rule rule) {
        String of = type(rule.type()) + "." + RuleText.about(rule, model);
        Vocabulary<Signal> signals = model.signals();
        add(of, "to", rule.saturation(), unit(rule.behaviour()));
        add(
                of,
                "half-max",
                rule.halfMaximum(),
                model.unit(signals.word(rule.signal()), signals.subject(rule.signal())));
        add(of, "Hill power", rule.power(), "1");
        if (rule.appliesToDead()) {
            add(of, "even when dead", 1, "1");
        }
    }

    private void variation(Variation variation) {
        String type = type(variation.type());
        String what = "varies."
                + (variation.behaviour().isPresent()
                        ? model.behaviours().name(variation.behaviour().getAsInt())
                        : "volume");
        String unit =
                variation.behaviour().isPresent() ? unit(variation.behaviour().getAsInt()) : MICROMETRES + "^3";
        spread(type, what, variation.values(), unit);
        if (variation.anew()) {
            add(type, what + ".anew", 1, "1");
        }
    }

    private void spread(String type, String what, Distribution values, String unit) {
        switch (values) {
            case LogNormal normal -> add(type, what + ".log-normal", normal.standardDeviation(), "1");
            case Normal normal -> add(type, what + ".normal", normal.standardDeviation(), unit);
            case Uniform(double lower, double upper) -> {
                add(type, what + ".uniform from", lower, unit);
                add(type, what + ".uniform to", upper, unit);
            }
            case Truncated(Distribution whole, double lower, double upper) -> {
                spread(type, what, whole, unit);
                if (lower > Double.NEGATIVE_INFINITY) {
                    add(type, what + ".min", lower, unit);
                }
                if (upper < Double.POSITIVE_INFINITY) {
                    add(type, what + ".max", upper, unit);
                }
            }
            case Reciprocal(Distribution durations) -> spread(type, what, durations, MINUTES);
            default -> {
                add(type, what + ".5 % below", values.quantile(TAIL), unit);
                add(type, what + ".5 % above", values.quantileFromAbove(TAIL), unit);
            }
        }
    }

    private void immunity(Immunity immunity) {
        for (int place = 0; place < immunity.vessels().size(); place++) {
            Vessel vessel = immunity.vessels().get(place);
            String of = "vessels[" + (place + 1) + "]";
            add(of, "x", vessel.x(), MICROMETRES);
            add(of, "y", vessel.y(), MICROMETRES);
            add(of, "radius", vessel.radius(), MICROMETRES);
        }
        for (Supply supply : immunity.supplies()) {
            String drug = immunity.drugs().get(supply.drug()).name();
            String into = model.substances().get(supply.substance()).name();
            add(drug + ".supply." + into, "rate", supply.rate(), PER_MINUTE);
        }
        immunity.recruitment().forEach(this::recruitment);
        immunity.priming().forEach(each -> priming(each, immunity.antigens()));
    }

    private void recruitment(Recruitment each) {
        String of = type(each.type()) + ".recruitment";
        add(of, "rate", each.rate(), PER_MINUTE);
        if (each.attractant().isPresent()) {
            Substance along = model.substances().get(each.attractant().getAsInt());
            add(of, "half", each.half(), along.unit());
            add(of, "power", each.power(), "1");
        }
    }

    private void priming(Priming each, List<String> antigens) {
        String of = type(each.type()) + ".priming." + antigens.get(each.antigen());
        add(of, "primes", each.cells(), "1");
        add(of, "half cargo", each.halfCargo(), "1");
        add(of, "brake", each.brake(), "1");
        add(of, "delay", each.delay(), MINUTES);
        add(of, "spread", each.spread(), MINUTES);
    }

    private void giving(Giving giving) {
        giving.vaccines().forEach((name, vaccine) -> {
            add(name, "dendritic cells", vaccine.dendritic(), "1");
            add(name, "for", vaccine.dose().value(), vaccine.dose().unit().toString());
            add(name, "cargo", vaccine.cargo(), "1");
        });
        for (Map.Entry<String, Giving.Entry> each : giving.cells().entrySet()) {
            String of = "infusions." + each.getKey();
            add(of, "share", each.getValue().share(), "1");
            each.getValue().around().ifPresent(around -> {
                add(of, "around cells.from", around.nearest(), MICROMETRES);
                if (around.farthest() < Double.POSITIVE_INFINITY) {
                    add(of, "around cells.to", around.farthest(), MICROMETRES);
                }
            });
        }
    }

    private void steps() {
        TimeSteps steps = model.steps();
        add("steps", "substances", steps.diffusion(), MINUTES);
        add("steps", "mechanics", steps.mechanics(), MINUTES);
        add("steps", "longest mechanics", steps.longest(), MINUTES);
        add("steps", "phenotype", steps.phenotype(), MINUTES);
        add("steps", "coupled", steps.coupled() ? 1 : 0, "1");
        add("options", "springs", model.springs() ? 1 : 0, "1");
        add("options", "internalized", model.internalises() ? 1 : 0, "1");
    }

    private String type(int number) {
        return model.types().get(number).name();
    }

    private String unit(int behaviour) {
        Vocabulary<Behaviour> behaviours = model.behaviours();
        return model.unit(behaviours.word(behaviour), behaviours.subject(behaviour));
    }

    private void add(String of, String what, double value, String unit) {
        numbers.add(new ModelNumber(of, what, value, unit));
    }
}
