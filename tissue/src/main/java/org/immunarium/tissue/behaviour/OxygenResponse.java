package org.immunarium.tissue.behaviour;

import java.util.List;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.field.Fields;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.OxygenModel;
import org.jspecify.annotations.Nullable;

/// What oxygen, or another nutrient, does to cells.
///
/// *Biology*: cells divide the faster the more oxygen they have, and not at all where it is scarce; where there is
/// nearly none they die of necrosis. An oncoprotein may drive them on.
///
/// *Equation*: with c the concentration where the cell is, its cycle entry is multiplied by `(c - none) / (full -
/// none)`, held between 0 and 1, and by a variable of the cell where one is named; to its rate of necrosis comes
/// `necrosis rate × (below - c) / (below - most)`, the quotient held likewise.
///
/// *Parameters*: [OxygenModel]. *Source*: Ghaffarizadeh et al. 2018, doi 10.1371/journal.pcbi.1005991. There the
/// result takes the place of what rules say of cycle entry and necrosis; here it comes on top of that.
///
/// *Reads* concentrations, a variable. *Writes* nothing.
public final class OxygenResponse {

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final Fields fields;
    private final @Nullable OxygenModel[] models;
    private final int custom;

    public OxygenResponse(Cells cells, BehaviourValues behaviours, List<CellType> types, Fields fields) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.fields = fields;
        models = new @Nullable OxygenModel[types.size()];
        for (int type = 0; type < models.length; type++) {
            models[type] = types.get(type).oxygen().orElse(null);
        }
        custom = behaviours.vocabulary().place(Behaviour.CUSTOM);
    }

    /// What a cell's cycle entry is multiplied by; 1 where its type does not care.
    public double entry(int cell) {
        OxygenModel model = models[cells.type.values[cell]];
        if (model == null) {
            return 1;
        }
        double c = fields.at(model.substance(), cell);
        double share = Math.clamp((c - model.none()) / (model.full() - model.none()), 0, 1);
        return model.factor().isEmpty()
                ? share
                : share * behaviours.of(custom + model.factor().getAsInt(), cell);
    }

    /// What comes to a cell's rate of necrosis, 1/min.
    public double necrosis(int cell) {
        OxygenModel model = models[cells.type.values[cell]];
        if (model == null) {
            return 0;
        }
        double c = fields.at(model.substance(), cell);
        double below = model.necrosisBelow();
        return model.necrosisRate() * Math.clamp((below - c) / (below - model.necrosisMost()), 0, 1);
    }
}
