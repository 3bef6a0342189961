package org.immunarium.tissue.behaviour;

import java.util.List;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.DoubleColumn;

/// What a cell that eats others keeps of them to show: how a dendritic cell comes by its cargo.
///
/// *Biology*: a dendritic cell takes up dying cells, matures, and carries their antigens to the
/// lymph node ([LymphNode]).
///
/// *Equation*: of each antigen, what was on the eaten cell and what that had eaten itself are
/// added to the cargo. Daughters have half of it each, and a cell that fuses with another has that
/// of both.
///
/// *Parameters*: none of its own; whom a cell eats, and how fast, is said by [Phagocytosis] and
/// [AntibodyPhagocytosis]. *Source*: Albert et al. 1998, doi 10.1038/32183; that nothing of it is
/// lost is an assumption.
///
/// *Reads* antigens on the eaten cell. *Writes* cargo.
public final class AntigenUptake {

    private final AntigenPresentation presentation;
    private final DoubleColumn[] cargo;

    public AntigenUptake(Cells cells, AntigenPresentation presentation, List<String> antigens) {
        this.presentation = presentation;
        cargo = new DoubleColumn[antigens.size()];
        for (int a = 0; a < cargo.length; a++) {
            cargo[a] = cells.addDouble(antigens.get(a) + " cargo", 0);
        }
    }

    /// How much of an antigen a cell has eaten.
    public double of(int antigen, int cell) {
        return cargo[antigen].values[cell];
    }

    /// Lets a cell keep the antigens of one that it eats.
    void eat(int eater, int eaten) {
        for (int a = 0; a < cargo.length; a++) {
            cargo[a].values[eater] += presentation.onCell(a, eaten) + cargo[a].values[eaten];
        }
    }

    /// Shares cargo among two cells that have the same.
    void halve(int cell, int other) {
        for (DoubleColumn each : cargo) {
            each.values[cell] *= 0.5;
            each.values[other] = each.values[cell];
        }
    }

    /// Gives a cell the cargo of another.
    void takeOver(int cell, int other) {
        for (DoubleColumn each : cargo) {
            each.values[cell] += each.values[other];
        }
    }

    /// All cargo of a cell, by antigen.
    double[] all(int cell) {
        double[] all = new double[cargo.length];
        for (int a = 0; a < all.length; a++) {
            all[a] = cargo[a].values[cell];
        }
        return all;
    }
}
