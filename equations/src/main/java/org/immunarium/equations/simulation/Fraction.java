package org.immunarium.equations.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An amount that is no whole number of molecules or cells, where reactions happen one by one.
///
/// @param species whose amount
/// @param items   how many molecules or cells
/// @param dose    what gives it; empty where the run starts with it
/// @param taken   whether the nearest whole number is taken for it, as where amounts are in moles;
///     else it is refused
public record Fraction(String species, double items, Optional<Intervention.Bolus> dose, boolean taken) {

    /// Those of a run.
    ///
    /// @param run at its start, without doses; of no use afterwards
    static List<Fraction> of(
            Programs programs, ReactionPrograms reactions, ModelRun run, List<Intervention.Bolus> doses) {
        List<Fraction> fractions = new ArrayList<>();
        for (ReactionPrograms.Counted each : reactions.counted()) {
            add(each, run.p[each.slot()], Optional.empty(), reactions, fractions);
        }
        double[] amount = new double[1];
        for (Intervention.Bolus dose : doses) {
            DosePlan.Program bolus = programs.bolus(DosePlan.Dosed.by(dose));
            for (ReactionPrograms.Counted each : reactions.counted()) {
                if (bolus.target() == programs.layout.states + each.slot()) {
                    // Into nothing, so that the amount is that of the dose, to its last digit.
                    run.p[each.slot()] = 0;
                    run.p[programs.layout.firstValueSlot] = dose.value();
                    run.evaluate(bolus.kernel(), amount);
                    add(each, amount[0], Optional.of(dose), reactions, fractions);
                }
            }
        }
        return fractions;
    }

    private static void add(
            ReactionPrograms.Counted each,
            double amount,
            Optional<Intervention.Bolus> dose,
            ReactionPrograms reactions,
            List<Fraction> fractions) {
        double items = amount / reactions.quantum();
        if (!Counting.isWhole(items)) {
            fractions.add(new Fraction(each.species(), items, dose, !reactions.things()));
        }
    }
}
