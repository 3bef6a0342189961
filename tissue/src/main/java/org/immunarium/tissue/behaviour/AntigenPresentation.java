package org.immunarium.tissue.behaviour;

import java.util.List;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.DoubleColumn;
import org.immunarium.tissue.cell.IntColumn;
import org.immunarium.tissue.cell.LongColumn;
import org.immunarium.tissue.model.Behaviour;

/// What a cell shows of itself to the immune system, and how a tumour hides it.
///
/// *Biology*: T cells see antigens only on MHC-I; chimeric receptors and antibodies see them
/// without. A tumour cell may lose an antigen, or MHC-I, when it divides, or make more or less of an
/// antigen from then on, and all that come of it are a clone that has that: the immune system selects
/// among clones. What others strip off a cell ([Trogocytosis]) it makes anew.
///
/// *Equation*: on a cell there is expression × level × kept of each antigen, and that × expression ×
/// kept of MHC-I is presented. At division each daughter by herself loses an antigen, or MHC-I, with
/// the probability of loss, for good: `kept` is 0 from then on. Else, of an antigen, `kept' =
/// recovery × (1 - kept)`, backward Euler. What she has not lost mutates with the probability of
/// that: `level` is multiplied by `exp(spread × z)`, z a standard normal number. With a loss or a
/// mutation a daughter begins a clone, and gets a number that no other has (64 random bits, so that
/// two are the same with next to no probability); those that there are at the start are of clone 0.
///
/// *Parameters*: `% expression`, `MHC-I expression` (1 is usual), `loss of %`, `loss of MHC-I`,
/// `mutation of %` (a division), `mutation spread`, `antigen recovery rate` (1/min). *Source*:
/// losses of MHC-I and antigens under immunotherapy are reviewed by Dhatchinamoorthy et al. 2021,
/// doi 10.3389/fimmu.2021.636568; probabilities are a model's own; the forms of mutation and of
/// recovery are assumptions.
///
/// *Reads and writes* what is kept of each antigen and of MHC-I, levels of antigens, clones.
public final class AntigenPresentation {

    private final BehaviourValues behaviours;
    private final DoubleColumn[] kept;

    /// 1 where an antigen is lost for good.
    private final IntColumn[] lost;

    /// Of each antigen, by what factor mutations have changed its expression.
    private final DoubleColumn[] level;

    private final LongColumn clone;
    private final DoubleColumn mhcKept;
    private final int expression;
    private final int loss;
    private final int mhc;
    private final int mhcLoss;
    private final int recovery;
    private final int mutation;
    private final int spread;

    public AntigenPresentation(Cells cells, BehaviourValues behaviours, List<String> antigens) {
        this.behaviours = behaviours;
        kept = new DoubleColumn[antigens.size()];
        lost = new IntColumn[antigens.size()];
        level = new DoubleColumn[antigens.size()];
        for (int a = 0; a < kept.length; a++) {
            kept[a] = cells.addDouble("kept " + antigens.get(a), 1);
            lost[a] = cells.addInt("lost " + antigens.get(a), 0);
            level[a] = cells.addDouble("level of " + antigens.get(a), 1);
        }
        clone = cells.addLong("clone", 0);
        mhcKept = cells.addDouble("kept MHC-I", 1);
        var vocabulary = behaviours.vocabulary();
        expression = vocabulary.place(Behaviour.EXPRESSION);
        loss = vocabulary.place(Behaviour.ANTIGEN_LOSS);
        mhc = vocabulary.place(Behaviour.MHC);
        mhcLoss = vocabulary.place(Behaviour.MHC_LOSS);
        recovery = vocabulary.place(Behaviour.ANTIGEN_RECOVERY);
        mutation = vocabulary.place(Behaviour.ANTIGEN_MUTATION);
        spread = vocabulary.place(Behaviour.MUTATION_SPREAD);
    }

    /// How many antigens there are.
    int antigens() {
        return kept.length;
    }

    /// How much of an antigen is on a cell.
    public double onCell(int antigen, int cell) {
        return behaviours.of(expression + antigen, cell) * level[antigen].values[cell] * kept[antigen].values[cell];
    }

    /// How much MHC-I is on a cell.
    public double mhc(int cell) {
        return behaviours.of(mhc, cell) * mhcKept.values[cell];
    }

    /// The number of the clone that a cell is of; 0 for those in which nothing has changed since the start.
    public long cloneOf(int cell) {
        return clone.values[cell];
    }

    /// How much of an antigen a cell shows on MHC-I.
    double presented(int antigen, int cell) {
        return onCell(antigen, cell) * mhc(cell);
    }

    /// Takes a share of an antigen off a cell.
    ///
    /// @param share from 0 to 1
    void strip(int antigen, int cell, double share) {
        kept[antigen].values[cell] *= 1 - share;
    }

    /// Lets both daughters of a division, who have what their mother had, lose what they may lose, and change what may
    /// change.
    ///
    /// @param luck the mother's
    public void inherit(int mother, int daughter, RandomStream luck) {
        change(mother, luck);
        change(daughter, luck);
    }

    private void change(int cell, RandomStream luck) {
        boolean changes = false;
        for (int a = 0; a < kept.length; a++) {
            if (lost[a].values[cell] == 0 && happens(loss + a, cell, luck)) {
                kept[a].values[cell] = 0;
                lost[a].values[cell] = 1;
                changes = true;
            }
        }
        if (mhcKept.values[cell] != 0 && happens(mhcLoss, cell, luck)) {
            mhcKept.values[cell] = 0;
            changes = true;
        }
        for (int a = 0; a < level.length; a++) {
            if (lost[a].values[cell] == 0 && happens(mutation + a, cell, luck)) {
                level[a].values[cell] *= ElementaryFunctions.exp(behaviours.of(spread, cell) * luck.nextNormal());
                changes = true;
            }
        }
        if (changes) {
            clone.values[cell] = luck.nextLong();
        }
    }

    private boolean happens(int probability, int cell, RandomStream luck) {
        double value = behaviours.of(probability, cell);
        return value > 0 && luck.nextDouble() < value;
    }

    /// Lets a cell make anew what was stripped off it; what it has lost stays lost.
    ///
    /// @param dt min
    public void recover(int cell, double dt) {
        double rate = behaviours.of(recovery, cell);
        if (rate <= 0) {
            return;
        }
        for (int a = 0; a < kept.length; a++) {
            double left = kept[a].values[cell];
            if (left < 1 && lost[a].values[cell] == 0) {
                kept[a].values[cell] = (left + dt * rate) / (1 + dt * rate);
            }
        }
    }
}
