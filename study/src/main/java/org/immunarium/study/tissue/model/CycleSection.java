package org.immunarium.study.tissue.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.DefaultBehaviours;
import org.immunarium.units.NearMiss;

/// `cycle` of a cell type: one that comes along, by its name, or phases of its own.
final class CycleSection {

    /// What a phase may have.
    static final List<String> PHASE_KEYS = List.of("name", "lasts", "rate", "fixed", "grows", "divides");

    /// The number that PhysiCell gives to cycles that do not come along.
    private static final int OWN = 9999;

    private static final List<String> NAMES =
            CycleModel.ALL.stream().map(CycleModel::name).toList();

    private CycleSection() {}

    /// @param other where the type says nothing, or nothing right
    /// @param name  of the type
    static CycleModel read(Section type, CycleModel other, Values values, String name) {
        if (!type.has("cycle")) {
            return other;
        }
        Optional<Section.Item> item = type.item("cycle", List.of("phases"));
        if (item.isEmpty()) {
            return other;
        }
        return switch (item.get()) {
            case Section.Item.Line(Placed<String> text) -> {
                Optional<CycleModel> named = named(type, text);
                named.ifPresent(cycle -> usual(cycle, values, name));
                yield named.orElse(other);
            }
            case Section.Item.Part(Section part) -> own(part, values, name).orElse(other);
        };
    }

    /// Where rates of a cycle that comes along are from.
    static void usual(CycleModel cycle, Values values, String name) {
        for (int phase = 0; phase < cycle.phases().size(); phase++) {
            values.usual(name + "." + Behaviour.exit(phase).pattern(), DefaultBehaviours.PHYSICELL);
        }
    }

    private static Optional<CycleModel> named(Section type, Placed<String> text) {
        for (CycleModel model : CycleModel.ALL) {
            if (model.name().equalsIgnoreCase(text.value())) {
                return Optional.of(model);
            }
        }
        type.problem(
                text,
                type.name("cycle") + ": \"" + text.value() + "\" is not known; expected " + String.join(", ", NAMES)
                        + ", or phases" + NearMiss.hint(text.value(), NAMES));
        return Optional.empty();
    }

    private static Optional<CycleModel> own(Section cycle, Values values, String name) {
        List<CycleModel.Phase> phases = new ArrayList<>();
        List<Section.Item> items = cycle.items("phases", PHASE_KEYS);
        for (Section.Item item : items) {
            switch (item) {
                case Section.Item.Line(Placed<String> line) ->
                    cycle.problem(
                            line,
                            cycle.name("phases") + ": keys and values were expected, as in {name: G0/G1, lasts: 5 h}");
                case Section.Item.Part(Section phase) ->
                    phases.add(phase(
                            phase,
                            values,
                            name + "." + Behaviour.exit(phases.size()).pattern()));
            }
        }
        if (items.isEmpty() || items.size() > Behaviour.MOST_PHASES) {
            cycle.problem(
                    "phases",
                    cycle.name("phases") + ": from 1 to " + Behaviour.MOST_PHASES + " phases were expected; found "
                            + items.size());
            return Optional.empty();
        }
        return phases.isEmpty() ? Optional.empty() : Optional.of(new CycleModel(OWN, "its own", phases));
    }

    private static CycleModel.Phase phase(Section phase, Values values, String of) {
        String name = phase.requiredText("name", "G0/G1").map(Placed::value).orElse("");
        if (phase.has("lasts") == phase.has("rate")) {
            phase.problem(phase.words() + ": one of lasts and rate was expected, as in lasts: 8 h");
        }
        OptionalDouble lasts = values.read(phase, "lasts", Values.MINUTES, Bounds.POSITIVE, of);
        double rate = values.read(phase, "rate", Values.PER_MINUTE, Bounds.NOT_NEGATIVE, of)
                .orElse(lasts.isPresent() ? 1 / lasts.getAsDouble() : 0);
        return new CycleModel.Phase(
                name,
                rate,
                phase.flag("fixed").orElse(false),
                phase.flag("grows").orElse(false),
                phase.flag("divides").orElse(false));
    }
}
