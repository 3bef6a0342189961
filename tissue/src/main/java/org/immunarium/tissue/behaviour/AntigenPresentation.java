package org.immunarium.tissue.behaviour;

import java.util.List;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.DoubleColumn;
import org.immunarium.tissue.cell.IntColumn;
import org.immunarium.tissue.model.Behaviour;

/// What a cell shows of itself to the immune system, and how a tumour hides it.
///
/// *Biology*: T cells see antigens only on MHC-I; chimeric receptors and antibodies see them
/// without. A tumour cell may lose an antigen, or MHC-I, when it divides, and all that come of it
/// lack it: the immune system selects them. What others strip off a cell ([Trogocytosis]) it makes
/// anew.
///
/// *Equation*: on a cell there is expression × kept of each antigen, and that × expression × kept
/// of MHC-I is presented. At division each daughter by herself loses an antigen, or MHC-I, with
/// the probability of loss, for good: `kept` is 0 from then on. Else, of an antigen,
/// `kept' = recovery × (1 - kept)`, backward Euler.
///
/// *Parameters*: `% expression`, `MHC-I expression` (1 is usual), `loss of %`, `loss of MHC-I` (a
/// division), `antigen recovery rate` (1/min). *Source*: losses of MHC-I and antigens under
/// immunotherapy are reviewed by Dhatchinamoorthy et al. 2021, doi 10.3389/fimmu.2021.636568;
/// probabilities are a model's own, and the form of recovery is an assumption.
///
/// *Reads and writes* what is kept of each antigen and of MHC-I.
public final class AntigenPresentation {

    private final BehaviourValues behaviours;
    private final DoubleColumn[] kept;

    /// 1 where an antigen is lost for good.
    private final IntColumn[] lost;

    private final DoubleColumn mhcKept;
    private final int expression;
    private final int loss;
    private final int mhc;
    private final int mhcLoss;
    private final int recovery;

    public AntigenPresentation(Cells cells, BehaviourValues behaviours, List<String> antigens) {
        this.behaviours = behaviours;
        kept = new DoubleColumn[antigens.size()];
        lost = new IntColumn[antigens.size()];
        for (int a = 0; a < kept.length; a++) {
            kept[a] = cells.addDouble("kept " + antigens.get(a), 1);
            lost[a] = cells.addInt("lost " + antigens.get(a), 0);
        }
        mhcKept = cells.addDouble("kept MHC-I", 1);
        var vocabulary = behaviours.vocabulary();
        expression = vocabulary.place(Behaviour.EXPRESSION);
        loss = vocabulary.place(Behaviour.ANTIGEN_LOSS);
        mhc = vocabulary.place(Behaviour.MHC);
        mhcLoss = vocabulary.place(Behaviour.MHC_LOSS);
        recovery = vocabulary.place(Behaviour.ANTIGEN_RECOVERY);
    }

    /// How many antigens there are.
    int antigens() {
        return kept.length;
    }

    /// How much of an antigen is on a cell.
    public double onCell(int antigen, int cell) {
        return behaviours.of(expression + antigen, cell) * kept[antigen].values[cell];
    }

    /// How much MHC-I is on a cell.
    public double mhc(int cell) {
        return behaviours.of(mhc, cell) * mhcKept.values[cell];
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

    /// Lets both daughters of a division, who have what their mother had, lose what they may lose.
    ///
    /// @param luck the mother's
    public void inherit(int mother, int daughter, RandomStream luck) {
        lose(mother, luck);
        lose(daughter, luck);
    }

    private void lose(int cell, RandomStream luck) {
        for (int a = 0; a < kept.length; a++) {
            double probability = behaviours.of(loss + a, cell);
            if (probability > 0 && luck.nextDouble() < probability) {
                kept[a].values[cell] = 0;
                lost[a].values[cell] = 1;
            }
        }
        double probability = behaviours.of(mhcLoss, cell);
        if (probability > 0 && luck.nextDouble() < probability) {
            mhcKept.values[cell] = 0;
        }
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
