package org.immunarium.tissue.measure;

import java.util.Arrays;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;

/// How many cells of a type there are, and what the living ones are like on average.
///
/// @param meanVolume   µm³; 0 where none lives, as all that follows
/// @param meanPressure see [org.immunarium.tissue.mechanics.Velocities]
/// @param meanRadius   distance from the origin, µm
/// @param p95Radius    95th percentile of that, between the two nearest ranks, µm
public record TypeCounts(
        int live,
        int dead,
        int apoptotic,
        int necrotic,
        double meanVolume,
        double meanPressure,
        double meanDamage,
        double meanRadius,
        double p95Radius) {

    private static final double HIGH = 0.95;

    /// Counts the cells of one type.
    public static TypeCounts of(Cells cells, int type) {
        int[] fates = new int[Fate.GONE + 1];
        double[] distances = new double[cells.count()];
        double volume = 0;
        double pressure = 0;
        double damage = 0;
        double distance = 0;
        int live = 0;
        for (int i = 0; i < cells.count(); i++) {
            if (cells.type.values[i] != type) {
                continue;
            }
            fates[cells.fate.values[i]]++;
            if (cells.isAlive(i)) {
                double x = cells.x.values[i];
                double y = cells.y.values[i];
                double z = cells.z.values[i];
                distances[live] = Math.sqrt(x * x + y * y + z * z);
                distance += distances[live++];
                volume += cells.volume.values[i];
                pressure += cells.pressure.values[i];
                damage += cells.damage.values[i];
            }
        }
        int apoptotic = fates[Fate.APOPTOTIC];
        int necrotic = fates[Fate.NECROTIC] + fates[Fate.LYSED];
        return new TypeCounts(
                live,
                apoptotic + necrotic,
                apoptotic,
                necrotic,
                volume / Math.max(1, live),
                pressure / Math.max(1, live),
                damage / Math.max(1, live),
                distance / Math.max(1, live),
                percentile(Arrays.copyOf(distances, live)));
    }

    private static double percentile(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        Arrays.sort(values);
        double rank = HIGH * (values.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, values.length - 1);
        return values[below] + (rank - below) * (values[above] - values[below]);
    }
}
