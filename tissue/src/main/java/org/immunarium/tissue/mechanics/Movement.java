package org.immunarium.tissue.mechanics;

import org.immunarium.numerics.parallel.Team;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Losses;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.space.Ranges;

/// Where velocities bring cells.
///
/// *Equation*: `x += dt (3/2 v - 1/2 v of the step before)`, Adams and Bashforth's method of order 2. Where steps
/// differ in length, `x += dt (f + w/2 (f - f of the step before) + m)` with the velocity f of forces, the quotient
/// w of the lengths, and the motion m that the cell gives itself: it turns and stops at once, so that what it was
/// before says nothing; so it is with cells that hop. A cell that leaves the domain stays where it is from then on; it
/// is still there for others.
///
/// *Reads* velocities, motion. *Writes* places, velocities of the step before, and who is outside.
public final class Movement {

    private final Cells cells;
    private final Velocities velocities;
    private final Domain domain;
    private final Losses losses;
    private final boolean varies;
    private final Team team;

    /// By part, where steps differ in length.
    private final double[] quickest;

    /// @param varies whether steps differ in length
    public Movement(Cells cells, Velocities velocities, Domain domain, Losses losses, boolean varies, Team team) {
        this.cells = cells;
        this.velocities = velocities;
        this.domain = domain;
        this.losses = losses;
        this.varies = varies;
        quickest = new double[team.size()];
        this.team = team;
    }

    /// The greatest speed of a cell by its radius that forces gave it, as cells were moved last, 1/min; 0 where steps
    /// are alike.
    public double quickness() {
        double most = 0;
        for (double each : quickest) {
            most = Math.max(most, each);
        }
        return most;
    }

    /// Moves all cells.
    ///
    /// @param dt    min
    /// @param slope how much the change of velocities since the step before counts, 1 where that was as long
    public void update(double dt, double slope) {
        team.run(part -> update(part, dt, slope));
    }

    private void update(int part, double dt, double slope) {
        int count = cells.count();
        double now = (1 + 0.5 * slope) * dt;
        double before = -0.5 * slope * dt;
        double[] x = cells.x.values;
        double[] y = cells.y.values;
        double[] z = cells.z.values;
        double[] vx = cells.vx.values;
        double[] vy = cells.vy.values;
        double[] vz = cells.vz.values;
        double[] oldX = cells.previousVx.values;
        double[] oldY = cells.previousVy.values;
        double[] oldZ = cells.previousVz.values;
        boolean flat = domain.flat();
        double most = 0;
        int to = Ranges.from(part + 1, team.size(), count);
        for (int i = Ranges.from(part, team.size(), count); i < to; i++) {
            if (!velocities.isMoving(i)) {
                continue;
            }
            x[i] += now * vx[i] + before * oldX[i];
            y[i] += now * vy[i] + before * oldY[i];
            oldX[i] = vx[i];
            oldY[i] = vy[i];
            if (!flat) {
                z[i] += now * vz[i] + before * oldZ[i];
                oldZ[i] = vz[i];
            }
            if (velocities.isApart(i)) {
                addMotion(i, dt);
            }
            if (varies) {
                double speed = Math.sqrt(vx[i] * vx[i] + vy[i] * vy[i] + (flat ? 0 : vz[i] * vz[i]));
                most = Math.max(most, speed / cells.radius.values[i]);
            }
            if (!isInside(x[i], y[i], z[i])) {
                leave(i);
            }
        }
        quickest[part] = most;
    }

    /// Moves a cell by its own motion.
    private void addMotion(int i, double dt) {
        cells.x.values[i] += dt * cells.motionX.values[i];
        cells.y.values[i] += dt * cells.motionY.values[i];
        if (!domain.flat()) {
            cells.z.values[i] += dt * cells.motionZ.values[i];
        }
    }

    /// Lets a cell be where it is from now on, out of the domain; of a living one that is a loss.
    public void leave(int cell) {
        cells.outside.values[cell] = 1;
        cells.vx.values[cell] = 0;
        cells.vy.values[cell] = 0;
        cells.vz.values[cell] = 0;
        cells.motionX.values[cell] = 0;
        cells.motionY.values[cell] = 0;
        cells.motionZ.values[cell] = 0;
        if (cells.isAlive(cell)) {
            losses.note(cells.type.values[cell], Cause.LEFT_DOMAIN, Losses.NOBODY);
        }
    }

    /// Whether a place is in the domain, its faces included; one that is not a number is not.
    public boolean isInside(double x, double y, double z) {
        double[] lower = domain.lower();
        double[] upper = domain.upper();
        return x >= lower[0] && x <= upper[0] && y >= lower[1] && y <= upper[1] && z >= lower[2] && z <= upper[2];
    }
}
