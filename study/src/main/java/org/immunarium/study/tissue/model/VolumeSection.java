package org.immunarium.study.tissue.model;

import java.util.List;
import java.util.Optional;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.VolumeModel;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// `volume` of a cell type.
final class VolumeSection {

    /// Its numbers, in the order of [VolumeModel].
    static final List<NumberKey<VolumeModel>> NUMBERS = List.of(
            new NumberKey<>("total", Values.CUBIC_MICROMETRES, Bounds.POSITIVE, VolumeModel::total),
            new NumberKey<>("nucleus", Values.CUBIC_MICROMETRES, Bounds.POSITIVE, VolumeModel::nuclear),
            new NumberKey<>("fluid", Unit.ONE, Bounds.FRACTION, VolumeModel::fluidFraction),
            new NumberKey<>("fluid rate", Values.PER_MINUTE, Bounds.NOT_NEGATIVE, VolumeModel::fluidRate),
            new NumberKey<>("cytoplasm rate", Values.PER_MINUTE, Bounds.NOT_NEGATIVE, VolumeModel::cytoplasmicRate),
            new NumberKey<>("nucleus rate", Values.PER_MINUTE, Bounds.NOT_NEGATIVE, VolumeModel::nuclearRate),
            new NumberKey<>("calcified", Unit.ONE, Bounds.FRACTION, VolumeModel::calcifiedFraction),
            new NumberKey<>(
                    "calcification rate", Values.PER_MINUTE, Bounds.NOT_NEGATIVE, VolumeModel::calcificationRate));

    static final List<String> KEYS = NUMBERS.stream().map(NumberKey::key).toList();

    private VolumeSection() {}

    /// @param other says what the type does not
    /// @param name  of the type
    static VolumeModel read(Section type, VolumeModel other, Values values, String name) {
        Optional<Section> section = type.section("volume", KEYS);
        if (section.isEmpty()) {
            return other;
        }
        double[] n = NumberKey.read(NUMBERS, section.get(), other, values, name + ".volume");
        if (n[1] >= n[0]) {
            section.get()
                    .problem(
                            section.get().has("nucleus") ? "nucleus" : "total",
                            section.get().words() + ": the nucleus has " + Quantity.number(n[1]) + " µm^3 and the cell "
                                    + Quantity.number(n[0]) + " µm^3; a smaller nucleus was expected");
            return other;
        }
        return new VolumeModel(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], other.ruptureVolume());
    }
}
