package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Agent;
import org.immunarium.tissue.model.Drug;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;

/// A concentration that says how well a drug or a substance does something.
///
/// @param of   the drug or substance
/// @param what it does: `blocks PD-1`
record ActionConstant(String of, String what, double value, String unit) {

    /// Those of a model, in the order of its actions.
    static List<ActionConstant> of(TissueModel model) {
        List<ActionConstant> all = new ArrayList<>();
        if (model.immunity().isEmpty()) {
            return all;
        }
        Immunity immunity = model.immunity().get();
        for (Action action : immunity.actions()) {
            String of;
            String unit;
            switch (action.agent()) {
                case Agent.FromBlood(int number) -> {
                    Drug drug = immunity.drugs().get(number);
                    of = drug.name();
                    unit = drug.unit();
                }
                case Agent.Dissolved(int number) -> {
                    Substance substance = model.substances().get(number);
                    of = substance.name();
                    unit = substance.unit();
                }
            }
            List<String> antigens = immunity.antigens();
            switch (action) {
                case Action.Blocks blocks ->
                    all.add(new ActionConstant(
                            of, "blocks " + blocks.receptor().written(), blocks.dissociation(), unit));
                case Action.Opsonises marks ->
                    all.add(new ActionConstant(
                            of, "opsonises " + antigens.get(marks.antigen()), marks.dissociation(), unit));
                case Action.Bridges bridges -> {
                    String what = "bridges " + antigens.get(bridges.antigen());
                    all.add(new ActionConstant(of, what, bridges.toAntigen(), unit));
                    all.add(new ActionConstant(of, what + " and CD3", bridges.toCd3(), unit));
                }
                case Action.KillsDividing kills ->
                    all.add(new ActionConstant(of, "kills dividing cells", kills.half(), unit));
            }
        }
        return all;
    }
}
