package org.immunarium.tissue.behaviour;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.tissue.model.Priming;
import org.immunarium.tissue.model.Receptor;
import org.immunarium.tissue.model.Treatment;

/// The lymph node that the tissue drains to: dendritic cells come to it with antigen, and days
/// later T cells come from it.
///
/// *Biology*: a T cell that finds its antigen on a dendritic cell divides many times; CTLA-4 is a
/// brake on that, which antibodies take off. The T cells come back with the blood.
///
/// *Equation*: how many T cells are primed, and how long they take, is said by [Priming]; the
/// number is rounded up or down by chance, so that it is right on average. Of CTLA-4 counts what
/// is free where there is nothing but blood ([Agents]).
///
/// *Parameters*: [Priming]. *Source*: timing of priming and expansion, Mempel et al. 2004, doi
/// 10.1038/nature02238; numbers are a model's own.
///
/// *Reads* cargo. *Writes* the list of T cells on their way.
public final class LymphNode {

    /// T cells on their way.
    ///
    /// @param time   when it arrives, min
    /// @param number in the order of priming
    private record Coming(double time, int type, long number) {}

    /// So many T cells may be on their way, which is more than any tissue has room for.
    public static final double MOST = 1e7;

    private static final Comparator<Coming> ORDER =
            Comparator.comparingDouble(Coming::time).thenComparingLong(Coming::number);

    private final List<Priming> primings;
    private final Agents agents;
    private final PriorityQueue<Coming> coming = new PriorityQueue<>(ORDER);

    /// How many T cells have been primed since the start.
    private long primed;

    public LymphNode(List<Priming> primings, Agents agents) {
        this.primings = primings;
        this.agents = agents;
    }

    /// Lets dendritic cells come.
    ///
    /// @param time      min
    /// @param cargo     of each antigen, that each of them carries
    /// @param dendritic how many they are
    /// @param luck      theirs
    /// @throws NumericalFailure if more than [#MOST] T cells would be on their way
    void arrive(double time, double[] cargo, double dendritic, RandomStream luck) {
        for (Priming each : primings) {
            double a = cargo[each.antigen()];
            if (a <= 0) {
                continue;
            }
            double held = each.brake() * agents.freeInBlood(Receptor.CTLA_4);
            double expected = primes(each, a, dendritic) * (1 - held);
            if (!(coming.size() + expected <= MOST)) {
                throw new NumericalFailure(
                        "T cells from the lymph node",
                        time,
                        "min",
                        "more than " + (long) MOST + " would be on their way");
            }
            int count = (int) (expected + luck.nextDouble());
            for (int k = 0; k < count; k++) {
                double wait = each.delay() - each.spread() * ElementaryFunctions.log(luck.nextDouble());
                coming.add(new Coming(time + wait, each.type(), primed++));
            }
        }
    }

    /// The types of the T cells that have arrived in the blood until a time, in the order in which they did. They are
    /// no longer on their way.
    ///
    /// @param time min
    public List<Integer> due(double time) {
        return take(time).stream().map(Coming::type).toList();
    }

    private List<Coming> take(double time) {
        List<Coming> taken = new ArrayList<>();
        while (!coming.isEmpty() && coming.peek().time() <= time) {
            taken.add(coming.remove());
        }
        return taken;
    }

    /// How many T cells will have arrived in the blood until a time.
    ///
    /// @param time min
    public long expected(double time) {
        List<Coming> soon = take(time);
        coming.addAll(soon);
        return soon.size();
    }

    /// How many T cells are on their way.
    public long waiting() {
        return coming.size();
    }

    /// How many T cells a vaccine will prime, and will have arrived in the blood until a time, on average; at most
    /// so many where CTLA-4 holds some back.
    ///
    /// @param time min
    public double expected(Treatment.Vaccination vaccine, double time) {
        double sum = 0;
        for (Priming each : primings) {
            double wait = time - vaccine.time() - each.delay();
            if (each.antigen() == vaccine.antigen() && vaccine.cargo() > 0 && wait >= 0) {
                double arrived = each.spread() > 0 ? -ElementaryFunctions.expm1(-wait / each.spread()) : 1;
                sum += primes(each, vaccine.cargo(), vaccine.dendritic()) * arrived;
            }
        }
        return sum;
    }

    private static double primes(Priming priming, double cargo, double dendritic) {
        return dendritic * priming.cells() * cargo / (cargo + priming.halfCargo());
    }

    /// Writes who is on the way, by time.
    public void write(BlockOutput out) throws IOException {
        out.put(primed);
        out.put(coming.size());
        for (Coming each : coming.stream().sorted(ORDER).toList()) {
            out.put(each.time());
            out.put(each.type());
            out.put(each.number());
        }
    }

    /// Reads what [#write] wrote.
    public void read(BlockInput in) throws IOException {
        primed = in.takeLong();
        coming.clear();
        int count = in.takeInt();
        for (int k = 0; k < count; k++) {
            coming.add(new Coming(in.takeDouble(), in.takeInt(), in.takeLong()));
        }
    }
}
