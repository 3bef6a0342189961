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
                case Agent.InBlood(int number) -> {
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
                case Action.Blocks(_, var receptor, double k) ->
                    all.add(new ActionConstant(of, "blocks " + receptor.written(), k, unit));
                case Action.Opsonises(_, int antigen, double k) ->
                    all.add(new ActionConstant(of, "opsonises " + antigens.get(antigen), k, unit));
                case Action.Bridges(_, int antigen, double toAntigen, double toCd3) -> {
                    String bridges = "bridges " + antigens.get(antigen);
                    all.add(new ActionConstant(of, bridges, toAntigen, unit));
                    all.add(new ActionConstant(of, bridges + " and CD3", toCd3, unit));
                }
                case Action.KillsDividing(_, double half, _) ->
                    all.add(new ActionConstant(of, "kills dividing cells", half, unit));
            }
        }
        return all;
    }
}
