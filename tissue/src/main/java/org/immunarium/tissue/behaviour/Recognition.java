package org.immunarium.tissue.behaviour;

import java.util.List;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Immunity;

/// How well an effector knows another cell for one that it should kill.
///
/// *Biology*: a T cell knows its antigen on MHC-I; a CAR-T cell knows it on any cell; an engager
/// ties any T cell to an antigen; an NK cell knows a stressed cell by the MHC-I that it lacks, and
/// any cell that antibodies have marked. Healthy cells that have the antigen are known just as
/// well.
///
/// *Equation*: each way gives a strength from 0 to 1, and together they leave a cell unknown only
/// where all do: 1 - the product of 1 - strength.
///
/// - T cell receptor: x / (1 + x) with x = the sum over antigens of affinity × presented.
/// - Chimeric receptor: the same with antigen on the cell.
/// - Engager: CD3 × antigen × c / (c + K of antigen) × K of CD3 / (c + K of CD3), summed up over
///   engagers, at most 1.
/// - Missing self: recognition × stress ligand / (1 + (MHC-I / 0.3)²), at most 1.
/// - Antibodies: x / (1 + x) with x = Fc affinity × opsonisation ([Opsonisation]).
///
/// *Parameters*: `TCR affinity to %`, `CAR affinity to %`, `CD3 expression`,
/// `missing-self recognition`, `stress ligand expression`, `Fc affinity`; [Action.Bridges].
/// *Source*: the forms are the simplest that saturate, and an assumption; an engager's bell shape
/// is that of Betts et al. 2019, doi 10.1208/s12248-019-0332-z; missing self is that of Kärre et
/// al. 1986, doi 10.1038/319675a0.
///
/// *Reads* antigens, concentrations. *Writes* nothing.
public final class Recognition {

    /// MHC-I at which an NK cell is half held back, where 1 is usual: an assumption.
    private static final double MHC_HALF = 0.3;

    private static final Cause[] WAYS = {
        Cause.T_CELL_RECEPTOR, Cause.CHIMERIC_RECEPTOR, Cause.ENGAGER, Cause.MISSING_SELF, Cause.ANTIBODY_CYTOTOXICITY
    };

    private final BehaviourValues behaviours;
    private final AntigenPresentation presentation;
    private final Opsonisation opsonisation;
    private final Agents agents;
    private final List<Action.Bridges> engagers;
    private final int tcr;
    private final int car;
    private final int cd3;
    private final int missingSelf;
    private final int stress;
    private final int fc;

    public Recognition(
            Immunity immunity,
            BehaviourValues behaviours,
            AntigenPresentation presentation,
            Opsonisation opsonisation,
            Agents agents) {
        this.behaviours = behaviours;
        this.presentation = presentation;
        this.opsonisation = opsonisation;
        this.agents = agents;
        engagers = immunity.actions().stream()
                .filter(Action.Bridges.class::isInstance)
                .map(Action.Bridges.class::cast)
                .toList();
        var vocabulary = behaviours.vocabulary();
        tcr = vocabulary.place(Behaviour.TCR);
        car = vocabulary.place(Behaviour.CAR);
        cd3 = vocabulary.place(Behaviour.CD3);
        missingSelf = vocabulary.place(Behaviour.MISSING_SELF);
        stress = vocabulary.place(Behaviour.STRESS);
        fc = vocabulary.place(Behaviour.FC);
    }

    /// How well a cell knows another, from 0 to 1.
    public double strength(int effector, int other) {
        double unknown = 1;
        for (Cause way : WAYS) {
            unknown *= 1 - strength(way, effector, other);
        }
        return 1 - unknown;
    }

    /// The way in which a cell knows another best.
    public Cause way(int effector, int other) {
        Cause best = WAYS[0];
        double most = -1;
        for (Cause way : WAYS) {
            double strength = strength(way, effector, other);
            if (strength > most) {
                most = strength;
                best = way;
            }
        }
        return best;
    }

    private double strength(Cause way, int effector, int other) {
        return switch (way) {
            case T_CELL_RECEPTOR -> {
                double x = 0;
                for (int a = 0; a < presentation.antigens(); a++) {
                    double affinity = behaviours.of(tcr + a, effector);
                    x += affinity > 0 ? affinity * presentation.presented(a, other) : 0;
                }
                yield x / (1 + x);
            }
            case CHIMERIC_RECEPTOR -> {
                double x = 0;
                for (int a = 0; a < presentation.antigens(); a++) {
                    double affinity = behaviours.of(car + a, effector);
                    x += affinity > 0 ? affinity * presentation.onCell(a, other) : 0;
                }
                yield x / (1 + x);
            }
            case ENGAGER -> engaged(effector, other);
            case MISSING_SELF -> {
                double knows = behaviours.of(missingSelf, effector);
                double self = knows > 0 ? presentation.mhc(other) / MHC_HALF : 0;
                yield knows > 0 ? Math.min(1, knows * behaviours.of(stress, other) / (1 + self * self)) : 0;
            }
            default -> {
                double x = behaviours.of(fc, effector);
                x *= x > 0 ? opsonisation.of(other) : 0;
                yield x / (1 + x);
            }
        };
    }

    private double engaged(int effector, int other) {
        double holds = engagers.isEmpty() ? 0 : behaviours.of(cd3, effector);
        if (holds <= 0) {
            return 0;
        }
        double sum = 0;
        for (Action.Bridges each : engagers) {
            double onTarget =
                    presentation.onCell(each.antigen(), other) * agents.bound(each.agent(), each.toAntigen(), other);
            sum += onTarget * (1 - agents.bound(each.agent(), each.toCd3(), other));
        }
        return Math.min(1, holds * sum);
    }

    /// How well a cell that eats what antibodies have marked knows another, from 0 to 1.
    double markedFor(int eater, int other) {
        return strength(Cause.ANTIBODY_CYTOTOXICITY, eater, other);
    }
}
