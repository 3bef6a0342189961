package org.immunarium.equations.simulation;

import java.util.Optional;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.unit.Counts;
import org.immunarium.equations.unit.DeclaredUnits;
import org.immunarium.units.Dimension;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Unit;

/// How much of a model's unit of amount one molecule or cell is: what one happening of a reaction adds
/// to its extent.
///
/// Where that is a part of a unit, amounts are kept whole multiples of it, so that rounding leaves
/// nothing behind where there is nothing.
final class Counting {

    /// Avogadro's constant, items a mole: exact by the definition of the mole (SI brochure, 9th edition, 2019).
    private static final double AVOGADRO = 6.02214076e23;

    /// What rounding and a few digits leave of a whole number, as a part of it.
    private static final double ROUNDING = 1e-9;

    private Counting() {}

    /// Whether a number of items is whole, but for rounding: ten molecules may be written as a
    /// concentration times a volume that give 9.999999999. What is no number at all is told of
    /// elsewhere.
    static boolean isWhole(double items) {
        double nearest = Math.rint(items);
        return !(Math.abs(items - nearest) > ROUNDING * Math.max(1, Math.abs(nearest)));
    }

    /// Whether a unit of amount counts things; else it is a mole, or a part of one, of which few
    /// numbers are whole numbers of molecules.
    static boolean countsThings(double quantum) {
        return Counts.isPowerOfTen(1 / quantum);
    }

    /// One item in the model's unit of extent; 1 where that unit is `item`, a plain number or left open.
    ///
    /// @throws InvalidInputException where the unit cannot be counted, such as a gram
    static double quantum(Model model) {
        DeclaredUnits units = new DeclaredUnits(model);
        Optional<Unit> unit = units.extent();
        if (unit.isEmpty()) {
            unit = model.species().stream()
                    .flatMap(s -> units.amountOf(s.id()).stream())
                    .findFirst();
        }
        if (unit.isEmpty() || unit.get().dimension().equals(Dimension.NONE)) {
            return 1;
        }
        double size = unit.get().factor().doubleValue();
        if (unit.get().dimension().equals(Dimension.ITEMS)) {
            return 1 / size;
        }
        if (unit.get().dimension().equals(Dimension.AMOUNT)) {
            double items = size * AVOGADRO;
            // An item that is written as a part of a mole is an item all the same.
            return Math.abs(items - 1) < 1e-9 ? 1 : 1 / items;
        }
        throw new InvalidInputException(Problem.of(
                model.id().isEmpty() ? "model" : model.id(),
                "amounts in " + unit.get() + " cannot be counted: stochastic simulation expects items or moles"));
    }
}
