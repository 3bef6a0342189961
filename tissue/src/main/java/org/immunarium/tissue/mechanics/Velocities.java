package org.immunarium.tissue.mechanics;

import java.util.List;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.space.Neighbours;
import org.immunarium.tissue.space.Ranges;

/// How fast cells are pushed and pulled by those that they touch, by the domain's edge, and by themselves.
///
/// *Biology*: cells resist overlap, stick to each other, and move in a medium so viscous that forces give
/// velocities at once.
///
/// *Equation*: for cells i, j at distance d, with R the sum of their radii and S that of their reaches, the
/// velocity of i away from j is `sqrt(rep_i rep_j) (1 - d/R)²` where d < R, less `sqrt(adh_i aff_ij adh_j aff_ji)
/// (1 - d/S)²` where d < S. The pressure on i is the sum of `(1 - d/R)²`, by what it is among 12 neighbours of the
/// same size packed most densely. Where the domain has a wall, the nearest face pushes a cell that is nearer than
/// its radius with `100 (1 - d/r)²` µm/min.
///
/// *Source*: Ghaffarizadeh et al. 2018, doi 10.1371/journal.pcbi.1005991; Macklin et al. 2012, doi
/// 10.1016/j.jtbi.2012.02.002.
///
/// *Reads* places, radii, reaches, adhesion, repulsion, affinities, motion. *Writes* velocity and pressure. Where
/// steps differ in length, or a cell hops, the velocity is that of forces alone, and [Movement] adds the motion.
public final class Velocities {

    /// `12 (1 - sqrt(π / (2 √3)))²`: the pressure of 12 neighbours of the same size, packed most densely.
    static final double PRESSURE_SCALE = 0.027288820670331;

    /// Of the domain's edge, µm/min.
    private static final double WALL = 100;

    /// Cells at the same place count as this far apart, µm.
    private static final double LEAST_DISTANCE = 1e-5;

    /// Below it a cell is as good as on the diagonal, µm.
    private static final double DIAGONAL = 1e-7;

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final Surfaces surfaces;
    private final Neighbours neighbours;
    private final Domain domain;
    private final Team team;
    private final int movable;
    private final boolean varies;
    /// By type.
    private final boolean[] hops;

    /// By part, where steps differ in length.
    private final double[] stiffest;

    /// @param varies whether steps differ in length
    public Velocities(
            Cells cells,
            BehaviourValues behaviours,
            List<CellType> types,
            Surfaces surfaces,
            Neighbours neighbours,
            Domain domain,
            boolean varies,
            Team team) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.surfaces = surfaces;
        this.neighbours = neighbours;
        this.domain = domain;
        this.varies = varies;
        hops = new boolean[types.size()];
        for (int type = 0; type < hops.length; type++) {
            hops[type] = types.get(type).hops();
        }
        this.team = team;
        movable = behaviours.vocabulary().place(Behaviour.MOVABLE);
        stiffest = new double[team.size()];
    }

    /// A bound of how fast any cell gives way to those that press it and to the wall, as velocities were set last,
    /// 1/min: `4 sqrt(rep_i rep_j) (1 - d/R) / R`, summed up over those that it overlaps, twice the slope of the
    /// repulsion, and the slope of the wall. Nothing relaxes at a greater rate (Gershgorin). 0 where steps are
    /// alike.
    public double stiffness() {
        double most = 0;
        for (double each : stiffest) {
            most = Math.max(most, each);
        }
        return most;
    }

    /// Whether a cell moves at all: it is allowed to, and in the domain.
    public boolean isMoving(int cell) {
        return cells.outside.values[cell] == 0 && behaviours.of(movable, cell) > 0.5;
    }

    /// Whether the motion that a cell gives itself is no part of its velocity: what it was a step before says nothing
    /// then, as steps differ in length, or it hopped.
    boolean isApart(int cell) {
        return varies || hops[cells.type.values[cell]];
    }

    /// Sets the velocities of all cells that move.
    public void update() {
        boolean allMove = behaviours.isEverywhere(movable, 1);
        team.run(part -> update(part, allMove));
    }

    /// Nearly all time of mechanics goes into this loop: one root and three divisions a pair.
    private void update(int part, boolean allMove) {
        int count = cells.count();
        int[] list = neighbours.listOfPart(part);
        double[] x = cells.x.values;
        double[] y = cells.y.values;
        double[] z = cells.z.values;
        double[] radius = cells.radius.values;
        double[] reach = cells.reach.values;
        double[] repulsion = surfaces.repulsionRoot.values;
        double[] adhesion = surfaces.adhesionRoot.values;
        int[] outside = cells.outside.values;
        boolean indifferent = surfaces.indifferent;
        boolean measures = varies;
        double[] outX = cells.vx.values;
        double[] outY = cells.vy.values;
        double[] outZ = cells.vz.values;
        double[] pressure = cells.pressure.values;
        double most = 0;
        int to = Ranges.from(part + 1, team.size(), count);
        for (int i = Ranges.from(part, team.size(), count); i < to; i++) {
            if (outside[i] != 0 || !allMove && behaviours.of(movable, i) <= 0.5) {
                continue;
            }
            double xi = x[i];
            double yi = y[i];
            double zi = z[i];
            double ri = radius[i];
            double reachi = reach[i];
            double repi = repulsion[i];
            double adhi = adhesion[i];
            double vx = 0;
            double vy = 0;
            double vz = 0;
            double pressed = 0;
            double stiff = 0;
            int end = neighbours.end(i);
            for (int n = neighbours.first(i); n < end; n++) {
                int j = list[n];
                double dx = xi - x[j];
                double dy = yi - y[j];
                double dz = zi - z[j];
                double distance = Math.max(Math.sqrt(dx * dx + dy * dy + dz * dz), LEAST_DISTANCE);
                // Without branches: whether cells touch is hard to guess.
                double overlap = Math.max(0, 1 - distance / (ri + radius[j]));
                double near = Math.max(0, 1 - distance / (reachi + reach[j]));
                if (measures) {
                    stiff += overlap * repulsion[j] / (ri + radius[j]);
                }
                overlap *= overlap;
                pressed += overlap;
                double stick = adhi * adhesion[j] * (near * near);
                if (!indifferent) {
                    stick *= surfaces.affinityRoot(i, j);
                }
                double push = repi * repulsion[j] * overlap - stick;
                double share = push / distance;
                vx += share * dx;
                vy += share * dy;
                vz += share * dz;
            }
            outX[i] = vx;
            outY[i] = vy;
            outZ[i] = vz;
            pressure[i] = pressed / PRESSURE_SCALE;
            double slope = domain.wall() ? addWall(i) : 0;
            if (measures) {
                most = Math.max(most, 4 * repi * stiff + slope);
            }
        }
        stiffest[part] = most;
        if (!varies) {
            addMotion(part, allMove);
        }
    }

    private void addMotion(int part, boolean allMove) {
        int count = cells.count();
        double[] vx = cells.vx.values;
        double[] vy = cells.vy.values;
        double[] vz = cells.vz.values;
        double[] motionX = cells.motionX.values;
        double[] motionY = cells.motionY.values;
        double[] motionZ = cells.motionZ.values;
        int to = Ranges.from(part + 1, team.size(), count);
        for (int i = Ranges.from(part, team.size(), count); i < to; i++) {
            if (cells.outside.values[i] == 0 && (allMove || behaviours.of(movable, i) > 0.5) && !isApart(i)) {
                vx[i] += motionX[i];
                vy[i] += motionY[i];
                vz[i] += motionZ[i];
            }
        }
    }

    /// The push of the nearest face.
    ///
    /// @return its slope, 1/min
    private double addWall(int cell) {
        double nearest = Double.POSITIVE_INFINITY;
        int axis = 0;
        int sign = 1;
        int axes = domain.flat() ? 2 : 3;
        for (int k = 0; k < axes; k++) {
            double at = k == 0 ? cells.x.values[cell] : k == 1 ? cells.y.values[cell] : cells.z.values[cell];
            double below = at - domain.lower()[k];
            double above = domain.upper()[k] - at;
            if (below < nearest) {
                nearest = below;
                axis = k;
                sign = 1;
            }
            if (above < nearest) {
                nearest = above;
                axis = k;
                sign = -1;
            }
        }
        double radius = cells.radius.values[cell];
        if (nearest >= radius) {
            return 0;
        }
        double near = 1 - nearest / radius;
        double push = WALL * near * near;
        double slope = 2 * WALL * near / radius;
        if (isOnDiagonal(cell)) {
            double along = push / Math.sqrt(axes);
            cells.vx.values[cell] -= Math.signum(fromMiddle(cells.x.values[cell], 0)) * along;
            cells.vy.values[cell] -= Math.signum(fromMiddle(cells.y.values[cell], 1)) * along;
            if (!domain.flat()) {
                cells.vz.values[cell] -= Math.signum(fromMiddle(cells.z.values[cell], 2)) * along;
            }
            return slope;
        }
        switch (axis) {
            case 0 -> cells.vx.values[cell] += sign * push;
            case 1 -> cells.vy.values[cell] += sign * push;
            default -> cells.vz.values[cell] += sign * push;
        }
        return slope;
    }

    private double fromMiddle(double at, int axis) {
        return at - (domain.lower()[axis] + domain.upper()[axis]) / 2;
    }

    /// In a corner, on the diagonal through the domain's middle, no face is the nearest.
    private boolean isOnDiagonal(int cell) {
        double x = fromMiddle(cells.x.values[cell], 0);
        double y = fromMiddle(cells.y.values[cell], 1);
        return Math.abs(x - y) < DIAGONAL
                && (domain.flat() || Math.abs(y - fromMiddle(cells.z.values[cell], 2)) < DIAGONAL);
    }
}
