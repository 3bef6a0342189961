package org.immunarium.benchmarks.tissue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.DefaultBehaviours;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.MigrationModel;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;

/// A block of cells of one type that touch each other and all migrate, in three dimensions, without substances.
final class ConfluentTissue {

    /// Where push and pull of two cells of 2494 µm³ are even, µm.
    private static final double REST = 16.02;

    private static final double MARGIN = 40;

    private ConfluentTissue() {}

    /// The model, with room for as many cells.
    static TissueModel model(int cells) {
        Vocabulary<Behaviour> vocabulary =
                Vocabulary.ofBehaviours(List.of(), List.of("cell"), List.of(), Optional.empty());
        double[] values = DefaultBehaviours.of(vocabulary);
        values[vocabulary.place(Behaviour.MIGRATION_SPEED)] = 1;
        values[vocabulary.place(Behaviour.MIGRATION_PERSISTENCE)] = 15;
        CellType type = new CellType("cell", values).withMigration(new MigrationModel(false, new Guidance.None()));
        double half = side(cells) * Math.sqrt(2) * REST / 2 + MARGIN;
        Domain domain = new Domain(
                new double[] {-half, -half, -half},
                new double[] {half, half, half},
                new double[] {half, half, half},
                false,
                true);
        return new TissueModel(
                "confluent",
                domain,
                new TimeSteps(0.1, 0.1, 6),
                List.of(),
                List.of(type),
                List.of(),
                List.of(),
                true,
                false,
                Optional.empty());
    }

    /// Cubes of four cells a side.
    private static int side(int cells) {
        return (int) Math.ceil(Math.cbrt(cells / 4.0));
    }

    /// The cells, packed as densely as spheres can be (face-centred cubic).
    static Beginning beginning(int cells) {
        List<Placement> placements = new ArrayList<>(cells);
        int side = side(cells);
        double edge = Math.sqrt(2) * REST;
        double[][] corners = {{0, 0, 0}, {0.5, 0.5, 0}, {0.5, 0, 0.5}, {0, 0.5, 0.5}};
        for (int n = 0; placements.size() < cells; n++) {
            for (double[] corner : corners) {
                if (placements.size() < cells) {
                    double x = (n % side + corner[0] - side / 2.0) * edge;
                    double y = (n / side % side + corner[1] - side / 2.0) * edge;
                    double z = (n / side / side + corner[2] - side / 2.0) * edge;
                    placements.add(new Placement.Cell(0, x, y, z, Double.NaN, Map.of()));
                }
            }
        }
        return Beginning.of(placements);
    }
}
