package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.immunarium.study.SetOnce;
import org.immunarium.study.file.Placed;
import org.immunarium.study.tissue.SettableValues.Settable;
import org.immunarium.study.tissue.model.BehaviourUnit;
import org.immunarium.study.tissue.model.Bounds;
import org.immunarium.study.tissue.model.CellTypeCheck;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variation;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// Values that a study has in place of its model's: `TYPE.BEHAVIOUR`, `SUBSTANCE.diffusion`,
/// `SUBSTANCE.decay`.
final class SetTissueValues {

    private static final Unit DIFFUSION = Unit.parse("µm^2/min");
    private static final Unit RATE = Unit.parse("1/min");

    private static final int MOST_NAMED = 12;

    private final List<Problem> problems;
    private final List<String> notices;
    private final Vocabulary<Behaviour> behaviours;
    private final List<Variation> variations;
    private TissueModel model;

    /// @param variations how its cells differ
    /// @param problems   receives what is wrong
    /// @param notices    receives what has no effect
    SetTissueValues(TissueModel model, List<Variation> variations, List<Problem> problems, List<String> notices) {
        this.model = model;
        this.variations = variations;
        this.problems = problems;
        this.notices = notices;
        behaviours = model.behaviours();
    }

    /// The model with the values; problems are noted.
    ///
    /// @param others what else could have been set: amounts that are given, counts at the start
    TissueModel apply(Map<String, Placed<Quantity>> set, Collection<String> others) {
        SettableValues settable = new SettableValues(model);
        SetOnce<Settable> said = new SetOnce<>(problems::add);
        List<CellTypeCheck.Clash> own = new CellTypeCheck(model).clashes();
        set.forEach((name, value) -> {
            Optional<Settable> found = settable.find(name);
            if (found.isEmpty()) {
                List<String> known = new ArrayList<>(settable.names());
                known.addAll(others);
                String also = others.isEmpty()
                        ? ""
                        : others.stream().limit(MOST_NAMED).collect(Collectors.joining(", ", ", or one of ", ""));
                problems.add(value.problem("set." + name + ": there is no such value; TYPE.BEHAVIOUR,"
                        + " SUBSTANCE.diffusion or SUBSTANCE.decay was expected" + also
                        + NearMiss.hint(name, known)));
                return;
            }
            said.set(found.get(), value.map(_ -> name));
            apply(found.get(), name, value);
        });
        List<CellTypeCheck.Clash> clashes = new CellTypeCheck(model).clashes();
        clashes.removeAll(own);
        clashes.forEach(clash -> said.names().forEach((each, name) -> {
            if (each instanceof Settable.Does(int type, int behaviour)
                    && type == clash.type()
                    && clash.behaviours().contains(behaviour)) {
                problems.add(name.problem("set." + name.value() + ": " + clash.message()));
            }
        }));
        return model;
    }

    private void apply(Settable settable, String name, Placed<Quantity> value) {
        switch (settable) {
            case Settable.Diffusion(int s) -> {
                Substance substance = model.substances().get(s);
                replace(s, substance, in(name, value, DIFFUSION, substance.diffusion()), substance.decay());
            }
            case Settable.Decay(int s) -> {
                Substance substance = model.substances().get(s);
                replace(s, substance, substance.diffusion(), in(name, value, RATE, substance.decay()));
            }
            case Settable.Does(int type, int behaviour) ->
                set(type, model.types().get(type), behaviour, name, value);
        }
    }

    private void set(int t, CellType type, int place, String name, Placed<Quantity> value) {
        Behaviour word = behaviours.word(place);
        OptionalDouble number =
                Bounds.of(word).number("set." + name, value, BehaviourUnit.of(model, behaviours, place), problems::add);
        if (number.isEmpty()) {
            return;
        }
        CellTypeCheck.lacking(type.cycle(), word)
                .ifPresent(why -> problems.add(value.problem("set." + name + ": " + why)));
        CellTypeCheck.idle(type, word)
                .ifPresent(why -> notices.add(
                        value.problem("set." + name + ": has no effect: " + why).toString()));
        if (isVaried(t, place)) {
            notices.add(value.problem(
                            "set." + name + ": cells of \"" + type.name() + "\" that are there at the start, or"
                                    + " are given, do not have it: the model varies it from cell to cell, around its own value")
                    .toString());
        }
        double[] changed = type.behaviours().clone();
        changed[place] = number.getAsDouble();
        List<CellType> types = new ArrayList<>(model.types());
        boolean asymmetric = word == Behaviour.ASYMMETRIC_DIVISION && number.getAsDouble() > 0;
        types.set(t, (asymmetric ? type.withAsymmetricDivision() : type).withBehaviours(changed));
        model = model.withTypes(types);
    }

    /// Whether each cell that is placed draws a value of its own, and keeps it, since no rule sets it.
    private boolean isVaried(int type, int place) {
        return variations.stream()
                        .anyMatch(
                                each -> each.type() == type && each.behaviour().equals(OptionalInt.of(place)))
                && model.rules().stream().noneMatch(rule -> rule.type() == type && rule.behaviour() == place);
    }

    private void replace(int s, Substance substance, double diffusion, double decay) {
        List<Substance> substances = new ArrayList<>(model.substances());
        substances.set(s, substance.withRates(diffusion, decay));
        model = model.withSubstances(substances);
    }

    /// A value in the model's unit; the model's own where something is wrong with it.
    private double in(String name, Placed<Quantity> value, Unit unit, double own) {
        return Bounds.NOT_NEGATIVE
                .number("set." + name, value, unit, problems::add)
                .orElse(own);
    }
}
