package org.immunarium.tissue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immunarium.numerics.random.Distribution;
import org.immunarium.tissue.cell.IdIndex;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.DefaultBehaviours;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.Drug;
import org.immunarium.tissue.model.Face;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.MigrationModel;
import org.immunarium.tissue.model.Packing;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Region;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.Signal;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.tissue.model.Variable;
import org.immunarium.tissue.model.Variation;
import org.immunarium.tissue.model.Vocabulary;

/// Small tissues, put together for tests.
public final class TestTissue {

    private final double halfWidth;
    private final boolean flat;
    private double middleX;
    private double middleY;
    private boolean wall;
    private boolean springs = true;
    private boolean internalises;
    private final List<Substance> substances = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, UnaryOperator<CellType>> changes = new HashMap<>();
    private final List<Consumer> behaviours = new ArrayList<>();
    private final List<RuleDraft> rules = new ArrayList<>();
    private final List<Placement> placements = new ArrayList<>();

    private final List<Variable> variables = new ArrayList<>();
    private final List<Variation> variations = new ArrayList<>();
    private TimeSteps steps = TimeSteps.DEFAULT;
    private Map<Face, Double> edge = Map.of();

    private Optional<Immunity> immunity = Optional.empty();

    /// How many pairs there are in [#pairs].
    public static final int PAIRS = 400;

    private record Consumer(String type, String behaviour, double value) {}

    private record RuleDraft(
            String type, String signal, boolean up, String behaviour, double value, double half, double power) {}

    public TestTissue(double halfWidth, boolean flat) {
        this.halfWidth = halfWidth;
        this.flat = flat;
    }

    /// Many pairs of a killer and a target, far from each other; each pair touches. The killer engages at once whom it
    /// knows, for good, and hits ten times less often than once a minute; three hits kill, and none is repaired.
    ///
    /// @param actions of the one drug, on the one antigen
    public static TestTissue pairs(Action... actions) {
        TestTissue tissue = new TestTissue(1000, true)
                .immune(actions)
                .type("tumor")
                .type("killer")
                .does("tumor", "antigen expression", 1)
                .does("tumor", "lethal hit repair rate", 0)
                .does("killer", "engagement rate", 1000)
                .does("killer", "attack duration", 1e9)
                .does("killer", "lethal hit rate", 0.1);
        for (int k = 0; k < PAIRS; k++) {
            double x = -950 + 100 * (k % 20);
            double y = -950 + 100 * (k / 20);
            tissue.cell("tumor", x, y, 0).cell("killer", x + 16, y, 0);
        }
        return tissue;
    }

    /// The share of the targets of [#pairs] that live after a time.
    ///
    /// @param drug in the blood, nM
    /// @param time min
    public double livingTargets(double drug, double time) {
        try (Tissue run =
                start(new Treatment(List.of(Treatment.Course.everywhere(t -> drug)), List.of(), List.of()), 3, 2)) {
            run.advanceTo(time);
            return living(run, 0) / (double) PAIRS;
        }
    }

    /// The probability that three hits have not come yet: that a Poisson number is below 3.
    ///
    /// @param mean how many hits come on average
    public static double lessThanThreeHits(double mean) {
        return Math.exp(-mean) * (1 + mean + mean * mean / 2);
    }

    /// How many cells of a type live.
    public static int living(Tissue tissue, int type) {
        int count = 0;
        for (int i = 0; i < tissue.cells().count(); i++) {
            count += tissue.cells().type.values[i] == type && tissue.cells().isAlive(i) ? 1 : 0;
        }
        return count;
    }

    /// The index of a cell; cells that are placed one by one have the ids 0, 1, 2, … in that order.
    public static int find(Tissue tissue, long id) {
        int index = new IdIndex(tissue.cells()).of(id);
        if (index < 0) {
            throw new IllegalArgumentException("there is no cell " + id);
        }
        return index;
    }

    /// Lets the first substance grow along x, whatever it was: it is 1000 and the x of a voxel's middle.
    public static void ramp(Tissue tissue) {
        double[] values = tissue.fields().concentrations(0);
        for (int voxel = 0; voxel < values.length; voxel++) {
            values[voxel] = 1000 + tissue.fields().grid().x(voxel);
        }
    }

    public TestTissue wall() {
        wall = true;
        return this;
    }

    /// Where the domain's middle is, if not at 0.
    public TestTissue middle(double x, double y) {
        middleX = x;
        middleY = y;
        return this;
    }

    public TestTissue noSprings() {
        springs = false;
        return this;
    }

    /// Lets what cells take up be counted in them.
    public TestTissue internalises() {
        internalises = true;
        return this;
    }

    public TestTissue immunity(Immunity its) {
        immunity = Optional.of(its);
        return this;
    }

    /// Immunity with one antigen, one drug in the blood, and what that does.
    public TestTissue immune(Action... actions) {
        return immunity(new Immunity(
                List.of("antigen"),
                List.of(new Drug("drug", "nM")),
                List.of(actions),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    public TestTissue substance(String name, double diffusion, double decay, double initial) {
        return substance(name, diffusion, decay, initial, 1);
    }

    /// @param every how many diffusion steps one of its own takes
    public TestTissue substance(String name, double diffusion, double decay, double initial, int every) {
        substances.add(new Substance(name, "", diffusion, decay, initial, edge, every));
        return this;
    }

    /// The value at which substances that come from here on are held at all sides.
    public TestTissue held(double value) {
        Map<Face, Double> all = new EnumMap<>(Face.class);
        for (Face face : Face.values()) {
            all.put(face, value);
        }
        edge = all;
        return this;
    }

    public TestTissue variable(String name) {
        variables.add(new Variable(name, "", false));
        return this;
    }

    public TestTissue conserved(String name) {
        variables.add(new Variable(name, "", true));
        return this;
    }

    public TestTissue steps(TimeSteps other) {
        steps = other;
        return this;
    }

    /// Lets cells of a type differ; all types and variables must have been told before.
    public TestTissue varies(String type, String behaviour, Distribution values, boolean anew) {
        Vocabulary<Behaviour> does = Vocabulary.ofBehaviours(
                names(substances), names, variables.stream().map(Variable::name).toList(), immunity);
        variations.add(new Variation(names.indexOf(type), does.find(behaviour), values, anew));
        return this;
    }

    private static List<String> names(List<Substance> of) {
        return of.stream().map(Substance::name).toList();
    }

    public TestTissue type(String name) {
        names.add(name);
        return this;
    }

    public TestTissue change(String name, UnaryOperator<CellType> change) {
        changes.merge(name, change, (a, b) -> type -> b.apply(a.apply(type)));
        return this;
    }

    public TestTissue motile(String name, Guidance guidance) {
        return change(name, type -> type.withMigration(new MigrationModel(flat, guidance)));
    }

    public TestTissue cycle(String name, CycleModel cycle) {
        return change(name, type -> type.withCycle(cycle));
    }

    public TestTissue does(String type, String behaviour, double value) {
        behaviours.add(new Consumer(type, behaviour, value));
        return this;
    }

    public TestTissue rule(
            String type, String signal, boolean up, String behaviour, double value, double half, double power) {
        rules.add(new RuleDraft(type, signal, up, behaviour, value, half, power));
        return this;
    }

    public TestTissue cell(String type, double x, double y, double z) {
        placements.add(new Placement.Cell(names.indexOf(type), x, y, z, Double.NaN, Map.of()));
        return this;
    }

    public TestTissue scattered(String type, int count) {
        placements.add(new Placement.Scattered(names.indexOf(type), count));
        return this;
    }

    public TestTissue within(String type, int count, Region region) {
        placements.add(new Placement.Within(names.indexOf(type), count, region));
        return this;
    }

    public TestTissue packed(String type, Region region, double spacing) {
        placements.add(new Placement.Packed(names.indexOf(type), region, Packing.CLOSE, spacing));
        return this;
    }

    public TissueModel model() {
        List<String> substanceNames = names(substances);
        List<String> own = variables.stream().map(Variable::name).toList();
        Vocabulary<Behaviour> does = Vocabulary.ofBehaviours(substanceNames, names, own, immunity);
        Vocabulary<Signal> senses = Vocabulary.ofSignals(substanceNames, names, own, immunity);
        List<CellType> types = new ArrayList<>();
        for (String name : names) {
            double[] values = DefaultBehaviours.of(does);
            behaviours.stream()
                    .filter(each -> each.type.equals(name))
                    .forEach(each -> values[does.find(each.behaviour).orElseThrow()] = each.value);
            CellType plain = new CellType(name, values);
            types.add(changes.getOrDefault(name, UnaryOperator.identity()).apply(plain));
        }
        double thick = flat ? 10 : halfWidth;
        return new TissueModel(
                "test",
                new Domain(
                        new double[] {middleX - halfWidth, middleY - halfWidth, -thick},
                        new double[] {middleX + halfWidth, middleY + halfWidth, thick},
                        new double[] {20, 20, 20},
                        flat,
                        wall),
                steps,
                substances,
                types,
                variables,
                rules.stream()
                        .map(r -> new Rule(
                                names.indexOf(r.type),
                                senses.find(r.signal).orElseThrow(),
                                r.up ? Rule.Response.INCREASES : Rule.Response.DECREASES,
                                does.find(r.behaviour).orElseThrow(),
                                r.value,
                                r.half,
                                r.power,
                                false))
                        .toList(),
                springs,
                internalises,
                immunity);
    }

    public Beginning beginning() {
        return new Beginning(placements, variations, List.of());
    }

    public Tissue start(long seed, int threads) {
        return new Tissue(model(), beginning(), seed, 0, threads);
    }

    public Tissue start(Treatment treatment, long seed, int threads) {
        return new Tissue(model(), beginning(), treatment, seed, 0, threads);
    }
}
