package org.immunarium.tissue.behaviour;

import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.field.Exchange;
import org.immunarium.tissue.mechanics.Springs;
import org.immunarium.tissue.mechanics.Surfaces;
import org.jspecify.annotations.Nullable;

/// How two cells become one.
///
/// *Biology*: the one that stays keeps its type. It has what both had inside, and the antigens
/// that both had eaten ([AntigenUptake]); all else, damage and lethal hits too, is its own.
///
/// *Equation*: with the volumes V and V' of both, it is at `(V x + V' x') / (V + V')`, and each
/// part of its volume is the sum of both.
///
/// *Parameters*: `fuse to %` (1/min; [Encounters]). *Source*: Johnson et al. 2025, doi
/// 10.1016/j.cell.2025.06.048.
///
/// *Writes* place, volumes, what is inside; the other cell is gone.
public final class Fusion {

    private final Cells cells;
    private final VolumeChange volumes;
    private final Surfaces surfaces;
    private final Springs springs;
    private final Exchange exchange;
    private final @Nullable ImmuneSystem immune;

    public Fusion(
            Cells cells,
            VolumeChange volumes,
            Surfaces surfaces,
            Springs springs,
            Exchange exchange,
            @Nullable ImmuneSystem immune) {
        this.cells = cells;
        this.volumes = volumes;
        this.surfaces = surfaces;
        this.springs = springs;
        this.exchange = exchange;
        this.immune = immune;
    }

    /// Makes two cells one.
    ///
    /// @param kept the one that stays, and keeps its type
    public void fuse(int kept, int other) {
        double mine = cells.volume.values[kept];
        double theirs = cells.volume.values[other];
        double share = theirs / (mine + theirs);
        cells.x.values[kept] += share * (cells.x.values[other] - cells.x.values[kept]);
        cells.y.values[kept] += share * (cells.y.values[other] - cells.y.values[kept]);
        cells.z.values[kept] += share * (cells.z.values[other] - cells.z.values[kept]);
        cells.fluid.values[kept] += cells.fluid.values[other];
        cells.nuclear.values[kept] += cells.nuclear.values[other];
        cells.nuclearSolid.values[kept] += cells.nuclearSolid.values[other];
        cells.cytoplasmicSolid.values[kept] += cells.cytoplasmicSolid.values[other];
        cells.targetNuclearSolid.values[kept] += cells.targetNuclearSolid.values[other];
        cells.volume.values[kept] = mine + theirs;
        volumes.measure(kept);
        exchange.takeIn(kept, other);
        if (immune != null) {
            immune.uptake().takeOver(kept, other);
        }
        Phagocytosis.vanish(other, cells, springs);
        surfaces.refresh(kept);
    }
}
