package org.immunarium.tissue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.behaviour.AntigenPresentation;
import org.immunarium.tissue.behaviour.ImmuneSystem;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.cell.Losses;
import org.immunarium.tissue.cell.Luck;
import org.immunarium.tissue.space.Ranges;

/// How cells come and go by themselves: each grows, heals, dies, divides or leaves, once a phenotype step.
final class Turnover {

    private static final byte STAYS = 0;
    private static final byte DIVIDES = 1;
    private static final byte DECAYED = 2;
    private static final byte INTRAVASATES = 3;
    private static final byte DRAINS = 4;

    private final Tissue tissue;
    private final Cells cells;
    private final Luck luck;
    private final Team team;
    private final List<Departed> departed = new ArrayList<>();

    /// What each cell does next.
    private byte[] next = new byte[0];

    Turnover(Tissue tissue, Team team) {
        this.tissue = tissue;
        this.team = team;
        cells = tissue.cells;
        luck = tissue.luck;
    }

    /// Who left alive since [#forget], by time and id.
    List<Departed> departed() {
        return List.copyOf(departed);
    }

    void forget() {
        departed.clear();
    }

    /// One phenotype step.
    ///
    /// @param dt min
    void update(double dt, long step) {
        grow(dt, step);
        divide(step);
        depart(step);
        remove();
    }

    private void grow(double dt, long step) {
        if (next.length < cells.count()) {
            next = new byte[cells.x.values.length];
        }
        Arrays.fill(next, STAYS);
        team.run(part -> {
            int to = Ranges.from(part + 1, team.size(), cells.count());
            for (int i = Ranges.from(part, team.size(), cells.count()); i < to; i++) {
                if (cells.outside.values[i] == 0 && !tissue.killing.isStill(i)) {
                    next[i] = grow(i, dt, part, step);
                }
            }
        });
    }

    private byte grow(int i, double dt, int part, long step) {
        long id = cells.id.values[i];
        tissue.volumes.update(i, dt);
        tissue.damage.update(i, dt);
        tissue.attack.heal(i);
        if (cells.isAlive(i)) {
            tissue.death.update(i, dt, tissue.attack.attackerOf(i), luck.of(part, id, Purpose.DEATH, step));
        }
        if (tissue.immune != null && cells.isAlive(i)) {
            tissue.immune.hits().repair(i, dt);
            tissue.immune.presentation().recover(i, dt);
            byte leaves = leave(i, dt, part, step, tissue.immune);
            if (leaves != STAYS) {
                return leaves;
            }
        }
        RandomStream own = luck.of(part, id, Purpose.CYCLE, step);
        if (cells.isAlive(i)) {
            return tissue.cycle.update(i, dt, own) ? DIVIDES : STAYS;
        }
        return tissue.death.decay(i, dt, own) ? DECAYED : STAYS;
    }

    /// Whether a living cell leaves, and how.
    private byte leave(int i, double dt, int part, long step, ImmuneSystem immune) {
        Cause cause = immune.departure().of(i, dt, luck.of(part, cells.id.values[i], Purpose.DEPARTURE, step));
        if (cause == null) {
            return STAYS;
        }
        tissue.losses.note(cells.type.values[i], cause, Losses.NOBODY);
        return cause == Cause.EGRESS ? DRAINS : INTRAVASATES;
    }

    /// Divides those that are due, in the order of their ids, by which their daughters get theirs.
    private void divide(long step) {
        for (int i : those(DIVIDES)) {
            long id = cells.id.values[i];
            if (tissue.immune != null
                    && tissue.immune.chemotherapy().kills(i, luck.of(0, id, Purpose.CHEMOTHERAPY, step))) {
                tissue.losses.note(cells.type.values[i], Cause.CHEMOTHERAPY, Losses.NOBODY);
                tissue.death.begin(i, Fate.APOPTOTIC);
                continue;
            }
            int daughter = tissue.division.divide(i, tissue.time(), luck.of(0, id, Purpose.DIVISION, step));
            tissue.lifespan.begin(daughter);
            tissue.arrivals.bear(daughter);
        }
        if (next.length < cells.count()) {
            next = Arrays.copyOf(next, cells.x.values.length);
        }
    }

    /// Notes who leaves alive, and lets the lymph node know who comes.
    private void depart(long step) {
        if (tissue.immune == null) {
            return;
        }
        ImmuneSystem immune = tissue.immune;
        for (int i : those(INTRAVASATES)) {
            departed.add(departed(i, Cause.INTRAVASATION, immune.presentation()));
        }
        for (int i : those(DRAINS)) {
            departed.add(departed(i, Cause.EGRESS, immune.presentation()));
            immune.drain(i, tissue.time(), luck.of(0, cells.id.values[i], Purpose.PRIMING, step));
        }
    }

    private Departed departed(int i, Cause way, AntigenPresentation presentation) {
        int antigens = tissue.model().immunity().orElseThrow().antigens().size();
        return new Departed(
                tissue.time(),
                way,
                cells.id.values[i],
                cells.type.values[i],
                presentation.cloneOf(i),
                presentation.mhc(i),
                IntStream.range(0, antigens)
                        .mapToObj(antigen -> presentation.onCell(antigen, i))
                        .toList());
    }

    /// Cells by index that do something next, in the order of their ids.
    private int[] those(byte what) {
        return IntStream.range(0, cells.count())
                .filter(i -> next[i] == what)
                .boxed()
                .sorted(Comparator.comparingLong(i -> cells.id.values[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    /// Removes those that are gone; from the end, so that none is overlooked.
    private void remove() {
        for (int i = cells.count() - 1; i >= 0; i--) {
            if (next[i] > DIVIDES) {
                tissue.springs.detachAll(cells.id.values[i]);
                cells.remove(i);
            }
        }
    }
}
