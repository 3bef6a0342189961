package org.immunarium.tissue.behaviour;

import java.util.Arrays;
import java.util.List;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.numerics.random.Poisson;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.cell.Luck;
import org.immunarium.tissue.field.Fields;
import org.immunarium.tissue.mechanics.Velocities;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.MigrationModel;
import org.immunarium.tissue.space.Ranges;
import org.jspecify.annotations.Nullable;

/// Where cells go by themselves.
///
/// *Biology*: a motile cell keeps its direction for a while, then turns: partly at random, partly
/// along a gradient. One that holds another ([Holding]) stands still with it, and sets out at once
/// when it has let go. A cell that hops rests between turns.
///
/// *Equation*: with the rate 1 / persistence time ([Chance]), and in each step where that time is
/// shorter than one, the velocity becomes `s u`, where u is the direction of `(1 - b) r + b g`, r
/// a random direction and g that of what guides the cell: a gradient, or the sum of gradients, or
/// of their directions, by its responses ([Guidance]). A cell that hops turns in a step of dt a
/// Poisson number of times of mean `dt / max(persistence time, h)`, and goes on by `s h u` each
/// time within that step, where h is how long a hop lasts ([MigrationModel]).
///
/// *Parameters*: `migration speed` s (µm/min), `migration bias` b (0 to 1),
/// `migration persistence time` (min), `chemotactic response to %`; [MigrationModel]. *Source*:
/// Ghaffarizadeh et al. 2018, doi 10.1371/journal.pcbi.1005991; hops are those of the CAR-T cells
/// of Luque et al. 2024, doi 10.1038/s41598-024-63125-5.
///
/// *Reads* concentrations. *Writes* motion.
public final class Migration {

    private static final double NO_LENGTH = 1e-16;

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final @Nullable MigrationModel[] models;
    private final Fields fields;
    private final Velocities velocities;
    private final Holding holding;
    private final Chance chance;
    private final Luck luck;
    private final Team team;
    private final int speed;
    private final int bias;
    private final int persistence;
    private final int chemotaxis;
    private final int substances;
    private final boolean any;
    private final double[][] vectors;

    /// By part, where steps differ in length.
    private final double[] quickest;

    private final double[] shortest;

    public Migration(
            Cells cells,
            BehaviourValues behaviours,
            List<CellType> types,
            int substances,
            Fields fields,
            Velocities velocities,
            Holding holding,
            Chance chance,
            Luck luck,
            Team team) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.substances = substances;
        this.fields = fields;
        this.velocities = velocities;
        this.holding = holding;
        this.chance = chance;
        this.luck = luck;
        this.team = team;
        speed = behaviours.vocabulary().place(Behaviour.MIGRATION_SPEED);
        bias = behaviours.vocabulary().place(Behaviour.MIGRATION_BIAS);
        persistence = behaviours.vocabulary().place(Behaviour.MIGRATION_PERSISTENCE);
        chemotaxis = behaviours.vocabulary().place(Behaviour.CHEMOTAXIS);
        any = types.stream().anyMatch(type -> type.migration().isPresent());
        models = new @Nullable MigrationModel[types.size()];
        for (int type = 0; type < models.length; type++) {
            models[type] = types.get(type).migration().orElse(null);
        }
        vectors = new double[team.size()][6];
        quickest = new double[team.size()];
        shortest = new double[team.size()];
        Arrays.fill(shortest, Double.POSITIVE_INFINITY);
    }

    /// The greatest speed of a motile cell by its radius, whether it moves now or not, 1/min; 0 where steps are alike.
    /// Cells that hop do not count: a hop is short, and how many there are in a step does not make one longer.
    public double quickness() {
        double most = 0;
        for (double each : quickest) {
            most = Math.max(most, each);
        }
        return most;
    }

    /// The shortest time for which a motile cell keeps its direction, min; infinite where there is none, or steps are
    /// alike.
    public double persistence() {
        double least = Double.POSITIVE_INFINITY;
        for (double each : shortest) {
            least = Math.min(least, each);
        }
        return least;
    }

    /// Lets all motile cells turn, perhaps.
    ///
    /// @param dt   min
    /// @param step of mechanics
    public void update(double dt, long step) {
        if (any) {
            team.run(part -> {
                double most = 0;
                double least = Double.POSITIVE_INFINITY;
                int to = Ranges.from(part + 1, team.size(), cells.count());
                for (int i = Ranges.from(part, team.size(), cells.count()); i < to; i++) {
                    MigrationModel model = models[cells.type.values[i]];
                    if (model == null || cells.fate.values[i] != Fate.ALIVE || !velocities.isMoving(i)) {
                        continue;
                    }
                    RandomStream own = luck.of(part, cells.id.values[i], Purpose.MIGRATION, step);
                    double time = behaviours.of(persistence, i);
                    if (model.hop().isPresent()) {
                        hop(i, model, model.hop().getAsDouble(), dt, own, vectors[part]);
                    } else {
                        walk(i, model, dt, own, vectors[part]);
                        if (chance.exact()) {
                            most = Math.max(most, behaviours.of(speed, i) / cells.radius.values[i]);
                        }
                    }
                    if (chance.exact()) {
                        least = Math.min(least, time);
                    }
                }
                quickest[part] = most;
                shortest[part] = least;
            });
        }
    }

    /// Moves on, perhaps elsewhere.
    private void walk(int i, MigrationModel model, double dt, RandomStream own, double[] vector) {
        if (holding.holds(i)) {
            return;
        }
        boolean setsOut = holding.setOut(i);
        double time = behaviours.of(persistence, i);
        if (own.nextDouble() < chance.of(dt / time) || time < dt || setsOut) {
            turn(i, model, own, vector);
            double fast = behaviours.of(speed, i);
            move(i, fast * vector[0], fast * vector[1], fast * vector[2]);
        }
    }

    /// Moves by as many hops as there are in a step: its velocity is that which brings it as far.
    private void hop(int i, MigrationModel model, double lasts, double dt, RandomStream own, double[] vector) {
        double x = 0;
        double y = 0;
        double z = 0;
        if (!holding.holds(i)) {
            double fast = behaviours.of(speed, i) * lasts / dt;
            double mean = dt / Math.max(behaviours.of(persistence, i), lasts);
            for (int left = (int) new Poisson(mean).draw(own); left > 0; left--) {
                turn(i, model, own, vector);
                x += fast * vector[0];
                y += fast * vector[1];
                z += fast * vector[2];
            }
        }
        move(i, x, y, z);
    }

    private void move(int i, double x, double y, double z) {
        cells.motionX.values[i] = x;
        cells.motionY.values[i] = y;
        cells.motionZ.values[i] = z;
    }

    /// Draws a direction.
    ///
    /// @param vector room for two vectors, of which the first becomes it
    private void turn(int i, MigrationModel model, RandomStream own, double[] vector) {
        double angle = 2 * Math.PI * own.nextDouble();
        double z = model.flat() ? 0 : 2 * own.nextDouble() - 1;
        double across = Math.sqrt(1 - z * z);
        guide(i, model.guidance(), vector);
        double along = behaviours.of(bias, i);
        double random = 1 - along;
        vector[0] = along * vector[0] + random * across * ElementaryFunctions.cos(angle);
        vector[1] = along * vector[1] + random * across * ElementaryFunctions.sin(angle);
        vector[2] = along * vector[2] + random * z;
        normalise(vector, 0);
    }

    /// The direction that a cell is drawn to; of no length where there is none.
    private void guide(int i, Guidance guidance, double[] vector) {
        vector[0] = 0;
        vector[1] = 0;
        vector[2] = 0;
        switch (guidance) {
            case Guidance.None() -> {}
            case Guidance.Chemotaxis(int substance, boolean up) ->
                fields.addGradient(substance, i, up ? 1 : -1, vector);
            case Guidance.Weighted(boolean normalised) -> {
                for (int s = 0; s < substances; s++) {
                    double response = behaviours.of(chemotaxis + s, i);
                    if (response == 0) {
                        continue;
                    }
                    if (normalised) {
                        vector[3] = 0;
                        vector[4] = 0;
                        vector[5] = 0;
                        fields.addGradientAt(s, i, 1, vector, 3);
                        normalise(vector, 3);
                        vector[0] += response * vector[3];
                        vector[1] += response * vector[4];
                        vector[2] += response * vector[5];
                    } else {
                        fields.addGradient(s, i, response, vector);
                    }
                }
            }
        }
        normalise(vector, 0);
    }

    private static void normalise(double[] vector, int at) {
        double x = vector[at];
        double y = vector[at + 1];
        double z = vector[at + 2];
        double length = Math.sqrt(x * x + y * y + z * z + NO_LENGTH * NO_LENGTH);
        double factor = length <= NO_LENGTH ? 0 : 1 / length;
        vector[at] *= factor;
        vector[at + 1] *= factor;
        vector[at + 2] *= factor;
    }
}
