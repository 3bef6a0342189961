package org.immunarium.study.tissue.model;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Unit;

/// A number of a cell type that is no behaviour.
///
/// @param name  as a file has it: `volume.nucleus`, `apoptosis.lasts`, `needs.divides above`
/// @param value in its unit
/// @param unit  `1` for a plain number
public record TypeNumber(String name, double value, String unit) {

    /// All of a type: what its volume and its dead follow, what it needs, how it kills what it holds, how long it hops,
    /// and how long it lives.
    public static List<TypeNumber> of(TissueModel model, CellType type) {
        List<TypeNumber> numbers = new ArrayList<>();
        add(numbers, "volume", VolumeSection.NUMBERS, type.volume());
        add(numbers, "apoptosis", DeathSection.NUMBERS, type.apoptosis());
        add(numbers, "necrosis", DeathSection.NUMBERS, type.necrosis());
        type.oxygen().ifPresent(needs -> {
            String unit = model.substances().get(needs.substance()).unit();
            numbers.add(new TypeNumber("needs.divides above", needs.none(), unit));
            numbers.add(new TypeNumber("needs.divides fully at", needs.full(), unit));
            if (needs.necrosisRate() > 0) {
                numbers.add(new TypeNumber("needs.dies below", needs.necrosisBelow(), unit));
                numbers.add(new TypeNumber("needs.dies fully below", needs.necrosisMost(), unit));
                numbers.add(new TypeNumber("needs.necrosis", needs.necrosisRate(), unit(Values.PER_MINUTE)));
            }
        });
        type.killing().ifPresent(kills -> {
            numbers.add(new TypeNumber("kills.attachment rate", kills.attachment(), unit(Values.PER_MINUTE)));
            numbers.add(new TypeNumber("kills.within", kills.farthest(), unit(Values.MICROMETRES)));
            numbers.add(new TypeNumber("kills.surely within", kills.surely(), unit(Values.MICROMETRES)));
            kills.mark().ifPresent(mark -> {
                String unit = model.variables().get(mark).unit();
                numbers.add(new TypeNumber("kills.unknown up to", kills.least(), unit));
                numbers.add(new TypeNumber("kills.fully known at", kills.saturation(), unit));
            });
            numbers.add(new TypeNumber("kills.kill rate", kills.kill(), unit(Values.PER_MINUTE)));
            numbers.add(new TypeNumber("kills.holds for", kills.hold(), unit(Values.MINUTES)));
            numbers.add(new TypeNumber("kills.pull", kills.pull(), unit(Values.PER_MINUTE)));
            numbers.add(new TypeNumber("kills.pull from", kills.pullFrom(), unit(Values.MICROMETRES)));
            if (kills.pullTo() < Double.POSITIVE_INFINITY) {
                numbers.add(new TypeNumber("kills.pull up to", kills.pullTo(), unit(Values.MICROMETRES)));
            }
        });
        type.migration()
                .ifPresent(moves -> moves.hop()
                        .ifPresent(hop -> numbers.add(new TypeNumber("moves.hops last", hop, unit(Values.MINUTES)))));
        type.lifespan().ifPresent(lives -> {
            numbers.add(new TypeNumber("lives.mean", lives.mean(), unit(Values.MINUTES)));
            numbers.add(new TypeNumber("lives.at most", lives.longest(), unit(Values.MINUTES)));
        });
        return numbers;
    }

    private static <T> void add(List<TypeNumber> numbers, String part, List<NumberKey<T>> keys, T of) {
        keys.forEach(each ->
                numbers.add(new TypeNumber(part + "." + each.key(), each.of().applyAsDouble(of), unit(each.unit()))));
    }

    /// As behaviours have theirs.
    private static String unit(Unit unit) {
        return unit.toString().replace("³", "^3");
    }
}
