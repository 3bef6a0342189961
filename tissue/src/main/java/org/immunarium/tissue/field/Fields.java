package org.immunarium.tissue.field;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immunarium.numerics.field.CoupledDiffusion;
import org.immunarium.numerics.field.DirichletNodes;
import org.immunarium.numerics.field.Grid;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.Face;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.space.Ranges;

/// The concentrations of all substances in the voxels of the domain, and what cells do to them.
///
/// A substance that is nowhere is left out until a cell does anything to it, or it is supplied.
public final class Fields {

    /// What it costs threads to meet in each step, in voxels that one of them could have solved.
    private static final int MEETING = 3000;

    /// How far below 0 a concentration may be, by the greatest of its substance at the start, at an edge or now:
    /// beside one that changes fast within a voxel, coupled steps fall a little below 0 for a while.
    private static final double UNDERSHOOT = 0.01;

    /// Voxels that no core's own cache holds.
    private static final int LARGE = 64_000;

    private final Grid grid;
    private final Cells cells;
    private final double[][] concentrations;
    private final boolean[] present;

    /// The greatest of each substance at the start or at an edge.
    private final double[] greatest;

    private final Scheme scheme;
    private final Exchange exchange;
    private final Team team;

    /// Which substances are solved, if that is known.
    private int[] there = new int[0];

    private boolean included;

    /// How many diffusion steps there were, here or since [#read]: a whole number of mechanics steps before that, in
    /// which each substance takes a whole number of its own.
    private long number;

    /// The voxel of each cell.
    private int[] voxels = new int[0];

    /// Cells that have left their voxels, by part of the team.
    private final int[][] moved;

    private final int[] movedCount;

    /// [Cells#changes] when all cells were looked up.
    private int locatedAt = -1;

    /// A concentration that cannot be.
    ///
    /// @param substance its number
    /// @param x         of the voxel's middle, µm
    /// @param y         likewise
    /// @param z         likewise
    public record Wrong(int substance, double value, double x, double y, double z) {}

    public Fields(TissueModel model, Cells cells, BehaviourValues behaviours, Team team) {
        this.cells = cells;
        this.team = team;
        grid = grid(model.domain());
        int substances = model.substances().size();
        concentrations = new double[substances][grid.voxels()];
        present = new boolean[substances];
        greatest = new double[substances];
        List<DirichletNodes> edges = new ArrayList<>();
        for (int s = 0; s < substances; s++) {
            Substance substance = model.substances().get(s);
            DirichletNodes edge = edge(grid, substance);
            edges.add(edge);
            Arrays.fill(concentrations[s], substance.initial());
            present[s] = substance.initial() != 0 || edge.size() > 0;
            greatest[s] = substance.edge().values().stream().reduce(substance.initial(), Math::max);
        }
        scheme = model.steps().coupled()
                ? coupled(model, edges)
                : new SplitScheme(grid, model.substances(), model.steps().diffusion(), edges, concentrations, team);
        exchange = new Exchange(model, cells, behaviours, grid, scheme);
        moved = new int[team.size()][16];
        movedCount = new int[team.size()];
    }

    private Scheme coupled(TissueModel model, List<DirichletNodes> edges) {
        double dt = model.steps().diffusion();
        List<CoupledDiffusion> diffusion = new ArrayList<>();
        for (int s = 0; s < edges.size(); s++) {
            Substance its = model.substances().get(s);
            diffusion.add(new CoupledDiffusion(grid, its.diffusion(), its.decay(), dt, edges.get(s)));
        }
        return new CoupledScheme(diffusion, grid, concentrations, team);
    }

    private static Grid grid(Domain domain) {
        double[] lower = domain.lower();
        double[] spacing = domain.spacing();
        return new Grid(
                domain.voxels(0),
                domain.voxels(1),
                domain.flat() ? 1 : domain.voxels(2),
                spacing[0],
                spacing[1],
                spacing[2],
                lower[0],
                lower[1],
                lower[2]);
    }

    private static DirichletNodes edge(Grid grid, Substance substance) {
        DirichletNodes.Builder nodes = DirichletNodes.on(grid);
        for (Face face : Face.values()) {
            Double value = substance.edge().get(face);
            int voxels = face.axis() == 0 ? grid.nx() : face.axis() == 1 ? grid.ny() : grid.nz();
            // Along an axis with one voxel, its faces would hold all there is.
            if (value != null && voxels > 1) {
                nodes.face(DirichletNodes.Face.values()[face.ordinal()], value);
            }
        }
        return nodes.build();
    }

    /// Gives substances their concentrations at the start.
    ///
    /// @param values for each substance as many as there are voxels; empty to leave all as they are
    public void start(List<double[]> values) {
        for (int s = 0; s < values.size(); s++) {
            System.arraycopy(values.get(s), 0, concentrations[s], 0, grid.voxels());
            present[s] = true;
            greatest[s] = Arrays.stream(values.get(s)).reduce(greatest[s], Math::max);
        }
    }

    /// What is wrong with the first voxel that has a concentration which is no finite number, or below 0 by more than
    /// steps that smooth out leave ([#UNDERSHOOT]); empty where there is none.
    public Optional<Wrong> wrong() {
        for (int s = 0; s < concentrations.length; s++) {
            double sum = 0;
            double least = 0;
            double most = greatest[s];
            for (double each : concentrations[s]) {
                sum += each * 0;
                least = Math.min(least, each);
                most = Math.max(most, each);
            }
            if (Double.isNaN(sum) || least < -UNDERSHOOT * most) {
                return Optional.of(wrong(s, -UNDERSHOOT * most));
            }
        }
        return Optional.empty();
    }

    private Wrong wrong(int substance, double least) {
        double[] values = concentrations[substance];
        int voxel = 0;
        while (Double.isFinite(values[voxel]) && !(values[voxel] < least)) {
            voxel++;
        }
        return new Wrong(
                substance,
                values[voxel],
                grid.x0() + (voxel % grid.nx() + 0.5) * grid.dx(),
                grid.y0() + (voxel / grid.nx() % grid.ny() + 0.5) * grid.dy(),
                grid.z0() + (voxel / grid.nx() / grid.ny() + 0.5) * grid.dz());
    }

    /// The voxels.
    public Grid grid() {
        return grid;
    }

    /// The concentration of a substance in each voxel, x fastest; may be written between steps.
    public double[] concentrations(int substance) {
        return concentrations[substance];
    }

    /// What a cell has taken up.
    public Exchange exchange() {
        return exchange;
    }

    /// Diffuses, decays, and lets cells take up and give off.
    ///
    /// @param steps of the model's time step for diffusion
    public void advance(int steps) {
        if (concentrations.length == 0 || steps == 0) {
            return;
        }
        include();
        if (scheme instanceof SplitScheme alone && alone.isEven() && isForEachAlone()) {
            team.run(part -> {
                for (int k = part; k < there.length; k += team.size()) {
                    advance(alone, there[k], steps);
                }
            });
        } else {
            for (int step = 0; step < steps; step++) {
                exchange.step(number + step);
            }
        }
        number += steps;
    }

    private void advance(SplitScheme alone, int substance, int steps) {
        for (int step = 0; step < steps; step++) {
            exchange.step(alone, substance, number + step);
        }
    }

    /// Whether each thread is to have its own substances for all steps, and not its part of each in every step:
    /// threads then meet once, but may have more or less to do. Substances do nothing to each other. Large ones are
    /// better swept together, which [org.immunarium.numerics.field.FieldSolver] does with an eye on the cache.
    private boolean isForEachAlone() {
        if (grid.voxels() > LARGE) {
            return false;
        }
        long most = (there.length + team.size() - 1) / team.size();
        return (most * team.size() - there.length) * grid.voxels() <= (long) MEETING * team.size();
    }

    /// Looks which substances are there; it changes seldom.
    private void include() {
        boolean more = !included;
        for (int s = 0; s < present.length; s++) {
            if (!present[s] && scheme.isActive(s)) {
                present[s] = true;
                more = true;
            }
        }
        if (more) {
            include(true);
        }
    }

    private void include(boolean jump) {
        there = IntStream.range(0, present.length).filter(s -> present[s]).toArray();
        scheme.include(there, jump);
        included = true;
    }

    /// Lets the concentration of a substance change by `gain - loss c` in some voxels, from the next mechanics step
    /// on.
    ///
    /// @param at     the voxels, in increasing order
    /// @param shares of each of them, above 0
    /// @param loss   1/min, above 0
    /// @param gain   its unit a min
    void supply(int substance, int[] at, double[] shares, double loss, double gain) {
        scheme.supply(substance, at, shares, loss, gain);
        exchange.change();
    }

    /// The mean concentration of a substance on a line along z.
    public double alongZ(int substance, double x, double y) {
        double sum = 0;
        for (int k = 0; k < grid.nz(); k++) {
            sum += concentrations[substance][voxelAt(x, y, grid.z0() + (k + 0.5) * grid.dz())];
        }
        return sum / grid.nz();
    }

    /// Writes all concentrations.
    public void write(BlockOutput out) throws IOException {
        out.put(included);
        for (int s = 0; s < concentrations.length; s++) {
            out.put(present[s]);
            out.put(concentrations[s], concentrations[s].length);
        }
    }

    /// Reads what [#write] wrote.
    public void read(BlockInput in) throws IOException {
        boolean goesOn = in.takeBoolean();
        for (int s = 0; s < concentrations.length; s++) {
            present[s] = in.takeBoolean();
            in.take(concentrations[s], concentrations[s].length);
        }
        included = false;
        if (goesOn) {
            include(false);
        }
    }

    /// Looks where cells are and what they do, after they changed, or were sorted, born or removed.
    public void locate() {
        if (concentrations.length == 0) {
            return;
        }
        int count = cells.count();
        if (voxels.length < count) {
            voxels = new int[cells.x.values.length];
        }
        team.run(part -> {
            int to = Ranges.from(part + 1, team.size(), count);
            for (int i = Ranges.from(part, team.size(), count); i < to; i++) {
                voxels[i] = voxelAt(cells.x.values[i], cells.y.values[i], cells.z.values[i]);
            }
        });
        exchange.refresh(voxels);
        locatedAt = cells.changes();
    }

    /// Looks where cells are after they moved: few leave their voxels in a step. What they do is looked at anew
    /// only where it has changed.
    public void follow() {
        if (concentrations.length == 0) {
            return;
        }
        if (locatedAt != cells.changes() || exchange.isChanged()) {
            locate();
            return;
        }
        team.run(this::findMoved);
        long cost = 0;
        for (int part = 0; part < moved.length; part++) {
            for (int k = 0; k < movedCount[part]; k++) {
                int i = moved[part][k];
                if (cells.outside.values[i] != 0 || cost > cells.count()) {
                    locate();
                    return;
                }
                voxels[i] = voxelAt(cells.x.values[i], cells.y.values[i], cells.z.values[i]);
                int made = exchange.move(i, voxels[i]);
                if (made < 0) {
                    locate();
                    return;
                }
                cost += made;
            }
        }
    }

    /// Which cells of a part are in other voxels than before, or do not act any more.
    private void findMoved(int part) {
        int[] found = moved[part];
        int n = 0;
        int count = cells.count();
        int to = Ranges.from(part + 1, team.size(), count);
        for (int i = Ranges.from(part, team.size(), count); i < to; i++) {
            boolean left = voxels[i] != voxelAt(cells.x.values[i], cells.y.values[i], cells.z.values[i])
                    || cells.outside.values[i] != 0 && exchange.acts(i);
            if (left) {
                if (n == found.length) {
                    found = Arrays.copyOf(found, 2 * n);
                }
                found[n++] = i;
            }
        }
        moved[part] = found;
        movedCount[part] = n;
    }

    /// The voxel of a place; of one outside of the domain the nearest.
    private int voxelAt(double x, double y, double z) {
        int i = Math.clamp((int) Math.floor((x - grid.x0()) / grid.dx()), 0, grid.nx() - 1);
        int j = Math.clamp((int) Math.floor((y - grid.y0()) / grid.dy()), 0, grid.ny() - 1);
        int k = grid.nz() == 1 ? 0 : Math.clamp((int) Math.floor((z - grid.z0()) / grid.dz()), 0, grid.nz() - 1);
        return i + grid.nx() * (j + grid.ny() * k);
    }

    /// The concentration where a cell is.
    public double at(int substance, int cell) {
        return concentrations[substance][voxels[cell]];
    }

    /// Adds the gradient where a cell is to a vector: central differences, one-sided at the
    /// domain's edge.
    ///
    /// @param factor  what it is multiplied by
    /// @param vector  of length 3
    public void addGradient(int substance, int cell, double factor, double[] vector) {
        addGradientAt(substance, cell, factor, vector, 0);
    }

    /// As [#addGradient], to the vector that begins at a place of an array.
    public void addGradientAt(int substance, int cell, double factor, double[] vector, int at) {
        double[] values = concentrations[substance];
        int voxel = voxels[cell];
        int i = voxel % grid.nx();
        int j = voxel / grid.nx() % grid.ny();
        int k = voxel / grid.nx() / grid.ny();
        vector[at] += factor * slope(values, voxel, i, grid.nx(), 1, grid.dx());
        vector[at + 1] += factor * slope(values, voxel, j, grid.ny(), grid.nx(), grid.dy());
        vector[at + 2] += factor * slope(values, voxel, k, grid.nz(), grid.nx() * grid.ny(), grid.dz());
    }

    private static double slope(double[] values, int voxel, int place, int places, int stride, double spacing) {
        if (places == 1) {
            return 0;
        }
        int below = place == 0 ? voxel : voxel - stride;
        int above = place == places - 1 ? voxel : voxel + stride;
        double distance = below == voxel || above == voxel ? spacing : 2 * spacing;
        return (values[above] - values[below]) / distance;
    }
}
