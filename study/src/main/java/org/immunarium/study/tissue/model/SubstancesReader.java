package org.immunarium.study.tissue.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.Face;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// Reads `substances`: what diffuses, and what holds at the edge of the domain.
final class SubstancesReader {

    /// What a substance may have.
    static final List<String> KEYS = List.of("unit", "diffusion", "decay", "start", "edge", "step", "source");

    private final Values values;
    private final boolean flat;
    private final TimeSteps steps;

    /// @param flat whether the domain is
    SubstancesReader(Values values, boolean flat, TimeSteps steps) {
        this.values = values;
        this.flat = flat;
        this.steps = steps;
    }

    /// All substances, in the order of the file.
    List<Substance> read(Section file) {
        List<Substance> substances = new ArrayList<>();
        file.sections("substances", KEYS).forEach((name, section) -> substances.add(substance(name, section)));
        return substances;
    }

    private Substance substance(String name, Section section) {
        Optional<Unit> unit = unit(section);
        values.source(section, name);
        for (String key : List.of("diffusion", "decay")) {
            if (!section.has(key)) {
                section.missing(key, key.equals("decay") ? "0.1 1/min" : "100000 µm^2/min");
            }
        }
        return new Substance(
                name,
                label(section, unit),
                value(section, "diffusion", name, Values.DIFFUSION).orElse(0),
                value(section, "decay", name, Values.PER_MINUTE).orElse(0),
                unit.isEmpty() ? 0 : value(section, "start", name, unit.get()).orElse(0),
                unit.isEmpty() ? Map.of() : edge(section, name, unit.get()),
                every(section, name));
    }

    /// How many of the model's steps one of its own takes.
    private int every(Section section, String name) {
        OptionalDouble step = values.read(section, "step", Values.MINUTES, Bounds.POSITIVE, name + ".step");
        if (step.isEmpty()) {
            return 1;
        }
        if (steps.coupled()) {
            section.problem("step", section.name("step") + ": has no meaning where steps are coupled");
            return 1;
        }
        double own = step.getAsDouble();
        if (!StepsSection.isMultiple(own, steps.diffusion()) || !StepsSection.isMultiple(steps.mechanics(), own)) {
            section.problem(
                    "step",
                    section.name("step") + ": " + Quantity.number(own)
                            + " min; a whole multiple of the " + Quantity.number(steps.diffusion())
                            + " min of substances was expected, and a whole part of the "
                            + Quantity.number(steps.mechanics()) + " min of mechanics");
            return 1;
        }
        return (int) Math.round(own / steps.diffusion());
    }

    private OptionalDouble value(Section section, String key, String substance, Unit unit) {
        return values.read(section, key, unit, Bounds.NOT_NEGATIVE, substance + "." + key);
    }

    /// The unit under the key `unit`, a plain number where there is none; empty where it is wrong.
    static Optional<Unit> unit(Section section) {
        Optional<Placed<String>> text = section.text("unit");
        try {
            return Optional.of(text.map(each -> Unit.parse(each.value())).orElse(Unit.ONE));
        } catch (UnitException e) {
            section.problem("unit", section.name("unit") + ": " + e.reason());
            return Optional.empty();
        }
    }

    /// A unit as it is written.
    static String label(Section section, Optional<Unit> unit) {
        return unit.isPresent() ? section.text("unit").map(Placed::value).orElse("1") : "1";
    }

    /// What is held at the sides: one value for all, or one for each that is named.
    private Map<Face, Double> edge(Section section, String name, Unit unit) {
        Map<Face, Double> edge = new EnumMap<>(Face.class);
        if (!section.has("edge")) {
            return edge;
        }
        List<String> keys = new ArrayList<>(SideNames.ALL);
        keys.addAll(List.of("value", "source"));
        Optional<Section.Item> item = section.item("edge", keys);
        if (item.isPresent() && item.get() instanceof Section.Item.Part(Section sides) && !sides.has("value")) {
            values.source(sides, name + ".edge");
            for (Face face : Face.values()) {
                String side = SideNames.ALL.get(face.ordinal());
                if (flat && face.axis() == 2 && sides.has(side)) {
                    sides.problem(side, sides.name(side) + ": a flat domain has no side along z");
                }
                values.read(sides, side, unit, Bounds.NOT_NEGATIVE, name + ".edge." + side)
                        .ifPresent(value -> edge.put(face, value));
            }
            return edge;
        }
        value(section, "edge", name, unit).ifPresent(value -> {
            for (Face face : Face.values()) {
                if (!flat || face.axis() != 2) {
                    edge.put(face, value);
                }
            }
        });
        return edge;
    }
}
