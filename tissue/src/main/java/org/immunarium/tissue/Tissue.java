package org.immunarium.tissue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.behaviour.Attachment;
import org.immunarium.tissue.behaviour.Attack;
import org.immunarium.tissue.behaviour.Cycle;
import org.immunarium.tissue.behaviour.Damage;
import org.immunarium.tissue.behaviour.Death;
import org.immunarium.tissue.behaviour.Division;
import org.immunarium.tissue.behaviour.Encounters;
import org.immunarium.tissue.behaviour.Fusion;
import org.immunarium.tissue.behaviour.Migration;
import org.immunarium.tissue.behaviour.Phagocytosis;
import org.immunarium.tissue.behaviour.Transformation;
import org.immunarium.tissue.behaviour.VolumeChange;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.IdIndex;
import org.immunarium.tissue.field.Fields;
import org.immunarium.tissue.mechanics.Movement;
import org.immunarium.tissue.mechanics.Springs;
import org.immunarium.tissue.mechanics.Surfaces;
import org.immunarium.tissue.mechanics.Velocities;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.ClosePacking;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Region;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variation;
import org.immunarium.tissue.rule.RuleSet;
import org.immunarium.tissue.space.Neighbours;

/// Cells in space, the substances between them, and all that they do: one tissue at one time.
///
/// The same model, placements and seed give the same bits on any number of threads. A tissue
/// belongs to the thread that
/// advances it.
public final class Tissue implements AutoCloseable {

    /// Of what [#write] writes.
    private static final int FORMAT = 1;

    private final TissueModel model;
    private final Team team;
    final Cells cells = new Cells();
    final BehaviourValues behaviours;
    final Fields fields;
    final Neighbours neighbours;
    final Surfaces surfaces;
    final Velocities velocities;
    final Movement movement;
    final Springs springs;
    final Migration migration;
    final Attachment attachment;
    final Encounters encounters;
    final Attack attack;
    final Transformation transformation;
    final RuleResponse rules;
    final VolumeChange volumes;
    final Damage damage;
    final Death death;
    final Cycle cycle;
    final Division division;
    final Luck luck;
    private final Step step;

    /// A tissue at its start.
    ///
    /// @param start     its cells and substances at time 0
    /// @param seed      of all random numbers
    /// @param replicate which repetition of the run
    /// @param threads   at least 1
    public Tissue(TissueModel model, Beginning start, long seed, long replicate, int threads) {
        this.model = model;
        team = new Team(threads);
        luck = new Luck(seed, replicate, threads);
        IdIndex index = new IdIndex(cells);
        behaviours = new BehaviourValues(model, cells, single(start));
        fields = new Fields(model, cells, behaviours, team);
        neighbours = new Neighbours(cells, model.domain(), team);
        int types = model.types().size();
        surfaces = new Surfaces(cells, behaviours, types);
        velocities = new Velocities(cells, behaviours, surfaces, neighbours, model.domain(), team);
        movement = new Movement(cells, velocities, model.domain(), team);
        springs = new Springs(cells, behaviours, surfaces, index);
        int substances = model.substances().size();
        migration = new Migration(cells, behaviours, model.types(), substances, fields, velocities, luck, team);
        attachment = new Attachment(cells, behaviours, neighbours, springs, index, luck);
        volumes = new VolumeChange(cells, model.types());
        Phagocytosis phagocytosis =
                new Phagocytosis(cells, behaviours, model.variables(), volumes, surfaces, springs, fields.exchange());
        attack = new Attack(cells, behaviours, index, springs, luck);
        Fusion fusion = new Fusion(cells, volumes, surfaces, springs, fields.exchange());
        encounters = new Encounters(cells, behaviours, types, neighbours, phagocytosis, attack, fusion, luck, team);
        transformation = new Transformation(cells, behaviours, model);
        rules = new RuleResponse(model, new RuleSet(model), cells, behaviours, fields, neighbours, team);
        damage = new Damage(cells, behaviours);
        death = new Death(cells, behaviours, model.types(), substances);
        cycle = new Cycle(cells, behaviours, model.types());
        division =
                new Division(cells, behaviours, model, volumes, transformation, springs, fields.exchange(), movement);
        step = new Step(this, team);
        place(start.placements());
        vary(start.variations());
        fields.start(start.fields());
        surfaces.refresh();
        neighbours.update();
        fields.locate();
    }

    /// The behaviours that single cells are given.
    private static BitSet single(Beginning start) {
        BitSet places = new BitSet();
        for (Placement placement : start.placements()) {
            if (placement instanceof Placement.Cell cell) {
                cell.behaviours().keySet().forEach(places::set);
            }
        }
        start.variations().forEach(variation -> variation.behaviour().ifPresent(places::set));
        return places;
    }

    private void vary(List<Variation> variations) {
        for (int k = 0; k < variations.size(); k++) {
            Variation variation = variations.get(k);
            for (int i = 0; i < cells.count(); i++) {
                if (cells.type.values[i] == variation.type()) {
                    double value = variation.values().draw(luck.of(0, cells.id.values[i], Purpose.PLACEMENT, k + 1L));
                    if (variation.behaviour().isPresent()) {
                        behaviours.set(variation.behaviour().getAsInt(), i, value);
                    } else {
                        volumes.scale(i, value / cells.volume.values[i]);
                    }
                }
            }
        }
    }

    private void place(List<Placement> placements) {
        boolean flat = model.domain().flat();
        cells.reserve(
                placements.stream().mapToInt(placement -> placement.cells(flat)).sum());
        for (Placement placement : placements) {
            switch (placement) {
                case Placement.Cell(int type, double x, double y, double z, double volume, var own) -> {
                    int i = place(type, x, y, z);
                    if (!Double.isNaN(volume)) {
                        volumes.scale(i, volume / cells.volume.values[i]);
                    }
                    own.forEach((behaviour, value) -> behaviours.set(behaviour, i, value));
                }
                case Placement.Scattered(int type, int count) -> scatter(type, count);
                case Placement.Within(int type, int count, Region region) -> {
                    double[] place = new double[3];
                    for (int n = 0; n < count; n++) {
                        region.draw(luck.of(0, cells.nextId(), Purpose.PLACEMENT, 0), flat, place);
                        place(type, place[0], place[1], place[2]);
                    }
                }
                case Placement.Packed(int type, Region region, double spacing) ->
                    ClosePacking.fill(region, spacing, flat, (x, y, z) -> place(type, x, y, z));
            }
        }
    }

    private void scatter(int type, int count) {
        double[] lower = model.domain().lower();
        double[] upper = model.domain().upper();
        for (int n = 0; n < count; n++) {
            RandomStream own = luck.of(0, cells.nextId(), Purpose.PLACEMENT, 0);
            double x = lower[0] + own.nextDouble() * (upper[0] - lower[0]);
            double y = lower[1] + own.nextDouble() * (upper[1] - lower[1]);
            double z = model.domain().flat() ? 0 : lower[2] + own.nextDouble() * (upper[2] - lower[2]);
            place(type, x, y, z);
        }
    }

    private int place(int type, double x, double y, double z) {
        int i = cells.create();
        cells.type.values[i] = type;
        cells.x.values[i] = x;
        cells.y.values[i] = y;
        cells.z.values[i] = z;
        cells.outside.values[i] = movement.isInside(x, y, z) ? 0 : 1;
        behaviours.takeType(i, model.variables(), false);
        volumes.start(i);
        return i;
    }

    public TissueModel model() {
        return model;
    }

    /// All cells, in an order that changes.
    public Cells cells() {
        return cells;
    }

    /// What each cell does now.
    public BehaviourValues behaviours() {
        return behaviours;
    }

    /// The substances.
    public Fields fields() {
        return fields;
    }

    /// Who is attached to whom.
    public Springs springs() {
        return springs;
    }

    /// Since the start, min.
    public double time() {
        return step.time();
    }

    /// Goes on by one mechanics step of the model.
    public void advance() {
        step.advance();
    }

    /// Goes on until a time, rounded to whole mechanics steps.
    ///
    /// @param time min
    public void advanceTo(double time) {
        long steps = Math.round(time / model.steps().mechanics());
        while (step.number() < steps) {
            step.advance();
        }
    }

    /// Writes all that the tissue is at this time.
    ///
    /// @throws IOException if it cannot be written
    public void write(OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(FORMAT);
        out.writeLong(step.number());
        cells.write(out);
        fields.write(out);
        springs.write(out);
        out.writeBoolean(neighbours.isCurrent());
        out.flush();
    }

    /// Goes on from what [#write] wrote of a tissue of the same model and seed: all that follows is
    /// the same, bit for
    /// bit, as if nothing had happened.
    ///
    /// @throws IOException if it cannot be read, or is of another model
    public void read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("format " + FORMAT + " was expected; found " + format);
        }
        step.continueFrom(in.readLong());
        cells.read(in);
        fields.read(in);
        springs.read(in);
        if (in.readBoolean()) {
            neighbours.resume();
        }
        fields.locate();
    }

    @Override
    public void close() {
        team.close();
    }
}
