package org.immunarium.study.tissue.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.OxygenModel;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Unit;

/// `needs` of a cell type: how it divides and dies by oxygen, or another nutrient.
final class NeedsSection {

    static final List<String> KEYS = List.of(
            "substance",
            "divides above",
            "divides fully at",
            "dies below",
            "dies fully below",
            "necrosis",
            "driven by",
            "source");

    private NeedsSection() {}

    /// @param other where the type says nothing
    /// @param name  of the type
    static Optional<OxygenModel> read(
            Section type, Optional<OxygenModel> other, TissueModel model, Values values, String name) {
        Optional<Section> section = type.section("needs", KEYS);
        if (section.isEmpty()) {
            return other;
        }
        values.sourceOfPart(section.get(), name + ".needs");
        Required needs = new Required(section.get(), values, name + ".needs");
        List<String> substances =
                model.substances().stream().map(Substance::name).toList();
        int substance = needs.requiredName("substance", substances, "substance", "oxygen");
        if (substance < 0) {
            return other;
        }
        Unit unit = Unit.parse(model.substances().get(substance).unit());
        double none = needs.number("divides above", unit, Bounds.NOT_NEGATIVE, "10 mmHg");
        double full = needs.number("divides fully at", unit, Bounds.NOT_NEGATIVE, "38 mmHg");
        boolean dies = section.get().count(List.of("dies below", "dies fully below", "necrosis")) > 0;
        double below = dies ? needs.number("dies below", unit, Bounds.NOT_NEGATIVE, "5 mmHg") : 1;
        double most = dies ? needs.number("dies fully below", unit, Bounds.NOT_NEGATIVE, "2.5 mmHg") : 0;
        double rate = dies ? needs.number("necrosis", Values.PER_MINUTE, Bounds.NOT_NEGATIVE, "0.003 1/min") : 0;
        needs.above("divides fully at", full, "divides above", none);
        needs.above("dies below", below, "dies fully below", most);
        OptionalInt factor = needs.variable("driven by", model);
        return needs.isWhole() ? Optional.of(new OxygenModel(substance, none, full, below, most, rate, factor)) : other;
    }
}
