package org.immunarium.tissue.behaviour;

import java.util.List;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.field.Exchange;
import org.immunarium.tissue.mechanics.Springs;
import org.immunarium.tissue.mechanics.Surfaces;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Variable;
import org.jspecify.annotations.Nullable;

/// How a cell eats another, dead or alive.
///
/// *Biology*: a macrophage takes up a cell whole: all of it becomes cytoplasm of the eater, which
/// then digests it.
///
/// *Equation*: to the eater's fluid F comes that of the eaten cell, and to the solid part of its
/// cytoplasm C that of the other's cytoplasm and nucleus: `F + F'` and `C + C' + N'`. Conserved
/// variables, what is inside ([Exchange]) and cargo ([AntigenUptake]) are added up. How it then
/// shrinks is said by [VolumeChange].
///
/// *Parameters*: `phagocytose apoptotic cell`, `phagocytose necrotic cell`, `phagocytose %`
/// (1/min; [Encounters]). *Source*: Johnson et al. 2025, doi 10.1016/j.cell.2025.06.048.
///
/// *Writes* volumes, what is inside, conserved variables; the eaten cell is gone.
public final class Phagocytosis {

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final List<Variable> variables;
    private final VolumeChange volumes;
    private final Surfaces surfaces;
    private final Springs springs;
    private final Exchange exchange;
    private final @Nullable ImmuneSystem immune;
    private final int custom;

    public Phagocytosis(
            Cells cells,
            BehaviourValues behaviours,
            List<Variable> variables,
            VolumeChange volumes,
            Surfaces surfaces,
            Springs springs,
            Exchange exchange,
            @Nullable ImmuneSystem immune) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.variables = variables;
        this.volumes = volumes;
        this.surfaces = surfaces;
        this.springs = springs;
        this.exchange = exchange;
        this.immune = immune;
        custom = behaviours.vocabulary().place(Behaviour.CUSTOM);
    }

    /// Lets one cell eat another.
    public void eat(int eater, int eaten) {
        double fluid = cells.fluid.values[eater] + cells.fluid.values[eaten];
        cells.fluid.values[eater] = fluid;
        cells.cytoplasmicSolid.values[eater] += cells.cytoplasmicSolid.values[eaten] + cells.nuclearSolid.values[eaten];
        cells.volume.values[eater] = cells.nuclearSolid.values[eater] + cells.cytoplasmicSolid.values[eater] + fluid;
        volumes.measure(eater);
        exchange.takeIn(eater, eaten);
        if (immune != null) {
            immune.uptake().eat(eater, eaten);
        }
        for (int v = 0; v < variables.size(); v++) {
            if (variables.get(v).conserved()) {
                double sum = behaviours.of(custom + v, eater) + behaviours.of(custom + v, eaten);
                behaviours.set(custom + v, eater, sum);
            }
        }
        vanish(eaten, cells, springs);
        surfaces.refresh(eater);
    }

    /// Takes all from a cell that is no longer there.
    static void vanish(int cell, Cells cells, Springs springs) {
        cells.fate.values[cell] = Fate.GONE;
        cells.volume.values[cell] = 0;
        springs.detachAll(cells.id.values[cell]);
    }
}
