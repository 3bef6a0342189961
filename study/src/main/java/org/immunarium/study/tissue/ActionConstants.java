package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Agent;
import org.immunarium.tissue.model.Drug;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;

/// Concentrations that say how well drugs and substances do something, and how steeply.
final class ActionConstants {

    private ActionConstants() {}

    /// Those of a model, in the order of its actions.
    static List<ModelNumber> of(TissueModel model) {
        List<ModelNumber> all = new ArrayList<>();
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
                    all.add(new ModelNumber(of, "blocks " + blocks.receptor().written(), blocks.dissociation(), unit));
                case Action.Opsonises marks ->
                    all.add(new ModelNumber(
                            of, "opsonises " + antigens.get(marks.antigen()), marks.dissociation(), unit));
                case Action.Bridges bridges -> {
                    String what = "bridges " + antigens.get(bridges.antigen());
                    all.add(new ModelNumber(of, what, bridges.toAntigen(), unit));
                    all.add(new ModelNumber(of, what + " and CD3", bridges.toCd3(), unit));
                }
                case Action.KillsDividing kills -> {
                    all.add(new ModelNumber(of, "kills dividing cells", kills.half(), unit));
                    all.add(new ModelNumber(of, "kills dividing cells.power", kills.power()));
                }
            }
        }
        return all;
    }
}
