package org.immunarium.tissue.mechanics;

import org.immunarium.numerics.parallel.Team;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.space.Ranges;

/// Where velocities bring cells.
///
/// *Equation*: `x += dt (3/2 v - 1/2 v of the step before)`, Adams and Bashforth's method of order 2; where that was
/// another length, `x += dt (v + w/2 (v - v of the step before))` with the quotient w of the lengths. A cell that
/// leaves
/// the domain stays where it is from then on; it is still there for others.
///
/// *Reads* velocities. *Writes* places, velocities of the step before, and who is outside.
public final class Movement {

    private final Cells cells;
    private final Velocities velocities;
    private final Domain domain;
    private final Team team;

    public Movement(Cells cells, Velocities velocities, Domain domain, Team team) {
        this.cells = cells;
        this.velocities = velocities;
        this.domain = domain;
        this.team = team;
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
            if (!isInside(x[i], y[i], z[i])) {
                cells.outside.values[i] = 1;
            }
        }
    }

    /// Whether a place is in the domain, its faces included; one that is not a number is not.
    public boolean isInside(double x, double y, double z) {
        double[] lower = domain.lower();
        double[] upper = domain.upper();
        return x >= lower[0] && x <= upper[0] && y >= lower[1] && y <= upper[1] && z >= lower[2] && z <= upper[2];
    }
}
