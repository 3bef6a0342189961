package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.immunarium.study.file.Placed;
import org.immunarium.study.tissue.model.BehaviourUnit;
import org.immunarium.study.tissue.model.Bounds;
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

    /// Behaviours of cells that move.
    private static final Set<Behaviour> OF_MOTION = Set.of(
            Behaviour.MIGRATION_SPEED, Behaviour.MIGRATION_PERSISTENCE, Behaviour.MIGRATION_BIAS, Behaviour.CHEMOTAXIS);

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
        set.forEach(this::apply);
        return model;
    }

    private void apply(String name, Placed<Quantity> value) {
        for (int s = 0; s < model.substances().size(); s++) {
            Substance substance = model.substances().get(s);
            if (name.equals(substance.name() + ".diffusion")) {
                replace(s, substance, in(name, value, DIFFUSION, substance.diffusion()), substance.decay());
                return;
            }
            if (name.equals(substance.name() + ".decay")) {
                replace(s, substance, substance.diffusion(), in(name, value, RATE, substance.decay()));
                return;
            }
        }
        for (int t = 0; t < model.types().size(); t++) {
            CellType type = model.types().get(t);
            if (name.startsWith(type.name() + ".")) {
                OptionalInt place = behaviours.find(name.substring(type.name().length() + 1));
                if (place.isPresent()) {
                    set(t, type, place.getAsInt(), name, value);
                    return;
                }
            }
        }
        problems.add(
                value.problem("set." + name + ": the model has no such value; TYPE.BEHAVIOUR, SUBSTANCE.diffusion or"
                        + " SUBSTANCE.decay was expected" + NearMiss.hint(name, names())));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        model.substances().forEach(substance -> {
            names.add(substance.name() + ".diffusion");
            names.add(substance.name() + ".decay");
        });
        model.types().forEach(type -> behaviours.names().forEach(each -> names.add(type.name() + "." + each)));
        return names;
    }

    private void set(int t, CellType type, int place, String name, Placed<Quantity> value) {
        Behaviour word = behaviours.word(place);
        OptionalDouble number =
                Bounds.of(word).number("set." + name, value, BehaviourUnit.of(model, behaviours, place), problems::add);
        if (number.isEmpty()) {
            return;
        }
        if (OF_MOTION.contains(word) && !type.motile()) {
            notices.add(value.problem("set." + name + ": has no effect: cells of \"" + type.name() + "\" do not move")
                    .toString());
        }
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
