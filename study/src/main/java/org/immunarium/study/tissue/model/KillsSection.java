package org.immunarium.study.tissue.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.ContactKillingModel;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Unit;

/// `kills` of a cell type: how it gets hold of cells of another, tries to kill them, and lets go.
final class KillsSection {

    static final List<String> KEYS = List.of(
            "cells",
            "attachment rate",
            "within",
            "surely within",
            "mark",
            "unknown up to",
            "fully known at",
            "kill rate",
            "holds for",
            "alone",
            "keeps still",
            "pull",
            "pull from",
            "pull up to",
            "source");

    private KillsSection() {}

    /// @param other where the type says nothing
    /// @param name  of the type
    static Optional<ContactKillingModel> read(
            Section type, Optional<ContactKillingModel> other, TissueModel model, Values values, String name) {
        Optional<Section> section = type.section("kills", KEYS);
        if (section.isEmpty()) {
            return other;
        }
        values.sourceOfPart(section.get(), name + ".kills");
        Required kills = new Required(section.get(), values, name + ".kills");
        List<String> types = model.types().stream().map(CellType::name).toList();
        int target = kills.requiredName("cells", types, "cell type", "tumor");
        double attachment = kills.number("attachment rate", Values.PER_MINUTE, Bounds.NOT_NEGATIVE, "0.2 1/min");
        double farthest = kills.number("within", Values.MICROMETRES, Bounds.POSITIVE, "18 µm");
        double surely = kills.number("surely within", Values.MICROMETRES, Bounds.NOT_NEGATIVE, "14 µm");
        kills.above("within", farthest, "surely within", surely);
        OptionalInt mark = kills.variable("mark", model);
        double least = 0;
        double saturation = 1;
        if (section.get().has("mark")) {
            Unit unit = mark.isEmpty()
                    ? Unit.ONE
                    : Unit.parse(model.variables().get(mark.getAsInt()).unit());
            least = kills.number("unknown up to", unit, Bounds.ANY, "0.5");
            saturation = kills.number("fully known at", unit, Bounds.ANY, "2");
            kills.above("fully known at", saturation, "unknown up to", least);
        } else {
            for (String key : List.of("unknown up to", "fully known at")) {
                if (section.get().has(key)) {
                    section.get().problem(key, section.get().name(key) + ": has no meaning without mark");
                }
            }
        }
        double kill = kills.number("kill rate", Values.PER_MINUTE, Bounds.NOT_NEGATIVE, "0.07 1/min");
        double hold = kills.number("holds for", Values.MINUTES, Bounds.POSITIVE, "60 min");
        boolean alone = section.get().flag("alone").orElse(false);
        boolean stills = section.get().flag("keeps still").orElse(false);
        double pull = kills.number("pull", Values.PER_MINUTE, Bounds.NOT_NEGATIVE, 0);
        double pullFrom = kills.number("pull from", Values.MICROMETRES, Bounds.NOT_NEGATIVE, 0);
        double pullTo = kills.number("pull up to", Values.MICROMETRES, Bounds.POSITIVE, Double.POSITIVE_INFINITY);
        kills.above("pull up to", pullTo, "pull from", pullFrom);
        return kills.isWhole()
                ? Optional.of(new ContactKillingModel(
                        target,
                        attachment,
                        farthest,
                        surely,
                        mark,
                        least,
                        saturation,
                        kill,
                        hold,
                        alone,
                        stills,
                        pull,
                        pullFrom,
                        pullTo))
                : other;
    }
}
