package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunarium.study.file.Placed;
import org.immunarium.study.tissue.SettableValues.Settable;
import org.immunarium.study.tissue.model.BehaviourUnit;
import org.immunarium.study.tissue.model.Bounds;
import org.immunarium.study.tissue.model.CellTypeCheck;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
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

    private final List<Problem> problems;
    private final List<String> notices;
    private final Vocabulary<Behaviour> behaviours;
    private TissueModel model;

    /// @param problems receives what is wrong
    /// @param notices  receives what has no effect
    SetTissueValues(TissueModel model, List<Problem> problems, List<String> notices) {
        this.model = model;
        this.problems = problems;
        this.notices = notices;
        behaviours = model.behaviours();
    }

    /// The model with the values; problems are noted.
    TissueModel apply(Map<String, Placed<Quantity>> set) {
        SettableValues settable = new SettableValues(model);
        Map<Settable, String> said = new LinkedHashMap<>();
        List<CellTypeCheck.Clash> own = new CellTypeCheck(model).clashes();
        set.forEach((name, value) -> {
            Optional<Settable> found = settable.find(name);
            if (found.isEmpty()) {
                problems.add(value.problem(
                        "set." + name + ": the model has no such value; TYPE.BEHAVIOUR, SUBSTANCE.diffusion or"
                                + " SUBSTANCE.decay was expected" + NearMiss.hint(name, settable.names())));
                return;
            }
            String before = said.put(found.get(), name);
            if (before != null && !overrides(value, Objects.requireNonNull(set.get(before)))) {
                problems.add(value.problem("set." + name + ": is the same value as \"" + before + "\""));
            }
            apply(found.get(), name, value);
        });
        List<CellTypeCheck.Clash> clashes = new CellTypeCheck(model).clashes();
        clashes.removeAll(own);
        clashes.forEach(clash -> said.forEach((each, name) -> {
            if (each instanceof Settable.Does(int type, int behaviour)
                    && type == clash.type()
                    && clash.behaviours().contains(behaviour)) {
                problems.add(Objects.requireNonNull(set.get(name)).problem("set." + name + ": " + clash.message()));
            }
        }));
        return model;
    }

    /// Whether one stands on the command line, which goes before a file.
    private static boolean overrides(Placed<?> value, Placed<?> before) {
        return value.line() == 0 && before.line() > 0;
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
        double[] changed = type.behaviours().clone();
        changed[place] = number.getAsDouble();
        List<CellType> types = new ArrayList<>(model.types());
        boolean asymmetric = word == Behaviour.ASYMMETRIC_DIVISION && number.getAsDouble() > 0;
        types.set(t, (asymmetric ? type.withAsymmetricDivision() : type).withBehaviours(changed));
        model = model.withTypes(types);
    }

    private void replace(int s, Substance substance, double diffusion, double decay) {
        List<Substance> substances = new ArrayList<>(model.substances());
        substances.set(
                s,
                new Substance(
                        substance.name(), substance.unit(), diffusion, decay, substance.initial(), substance.edge()));
        model = model.withSubstances(substances);
    }

    /// A value in the model's unit; the model's own where something is wrong with it.
    private double in(String name, Placed<Quantity> value, Unit unit, double own) {
        return Bounds.NOT_NEGATIVE
                .number("set." + name, value, unit, problems::add)
                .orElse(own);
    }
}
