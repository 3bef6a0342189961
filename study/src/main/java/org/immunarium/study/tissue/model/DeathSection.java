package org.immunarium.study.tissue.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.DeathModel;
import org.immunarium.units.Unit;

/// `death` of a cell type: what becomes of its cells when they have died, of one cause.
final class DeathSection {

    /// The causes that a type may say something of.
    static final List<String> CAUSES = List.of("apoptosis", "necrosis");

    /// Its numbers, in the order of [DeathModel].
    static final List<NumberKey<DeathModel>> NUMBERS = List.of(
            new NumberKey<>("fluid rate", Values.PER_MINUTE, Bounds.NOT_NEGATIVE, DeathModel::unlysedFluidRate),
            new NumberKey<>(
                    "fluid rate after burst", Values.PER_MINUTE, Bounds.NOT_NEGATIVE, DeathModel::lysedFluidRate),
            new NumberKey<>("cytoplasm rate", Values.PER_MINUTE, Bounds.NOT_NEGATIVE, DeathModel::cytoplasmicRate),
            new NumberKey<>("nucleus rate", Values.PER_MINUTE, Bounds.NOT_NEGATIVE, DeathModel::nuclearRate),
            new NumberKey<>(
                    "calcification rate", Values.PER_MINUTE, Bounds.NOT_NEGATIVE, DeathModel::calcificationRate),
            new NumberKey<>("bursts at", Unit.ONE, Bounds.NOT_NEGATIVE, DeathModel::ruptureVolume),
            new NumberKey<>("lasts", Values.MINUTES, Bounds.POSITIVE, DeathModel::duration));

    static final List<String> KEYS = Stream.concat(NUMBERS.stream().map(NumberKey::key), Stream.of("fixed"))
            .toList();

    private DeathSection() {}

    /// @param cause one of [#CAUSES]
    /// @param other says what the type does not
    /// @param name  of the type
    static DeathModel read(Optional<Section> death, String cause, DeathModel other, Values values, String name) {
        Optional<Section> section = death.flatMap(each -> each.section(cause, KEYS));
        if (section.isEmpty()) {
            return other;
        }
        double[] n = NumberKey.read(NUMBERS, section.get(), other, values, name + "." + cause);
        boolean fixed = section.get().flag("fixed").orElse(other.fixed());
        return new DeathModel(n[0], n[1], n[2], n[3], n[4], n[5], n[6], fixed);
    }
}
