package org.immunarium.tissue;

import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.tissue.behaviour.Attachment;
import org.immunarium.tissue.behaviour.Attack;
import org.immunarium.tissue.behaviour.Chance;
import org.immunarium.tissue.behaviour.ContactKilling;
import org.immunarium.tissue.behaviour.Cycle;
import org.immunarium.tissue.behaviour.Damage;
import org.immunarium.tissue.behaviour.Death;
import org.immunarium.tissue.behaviour.Division;
import org.immunarium.tissue.behaviour.Encounters;
import org.immunarium.tissue.behaviour.Fusion;
import org.immunarium.tissue.behaviour.Holding;
import org.immunarium.tissue.behaviour.ImmuneSystem;
import org.immunarium.tissue.behaviour.Lifespan;
import org.immunarium.tissue.behaviour.Migration;
import org.immunarium.tissue.behaviour.OxygenResponse;
import org.immunarium.tissue.behaviour.Phagocytosis;
import org.immunarium.tissue.behaviour.Transformation;
import org.immunarium.tissue.behaviour.VolumeChange;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.IdIndex;
import org.immunarium.tissue.cell.Losses;
import org.immunarium.tissue.cell.Luck;
import org.immunarium.tissue.field.Fields;
import org.immunarium.tissue.mechanics.Movement;
import org.immunarium.tissue.mechanics.Springs;
import org.immunarium.tissue.mechanics.Surfaces;
import org.immunarium.tissue.mechanics.Velocities;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.tissue.rule.RuleSet;
import org.immunarium.tissue.space.Neighbours;
import org.jspecify.annotations.Nullable;

/// Cells in space, the substances between them, and all that they do: one tissue at one time.
///
/// The same model, placements and seed give the same bits on any number of threads. A tissue belongs to the thread
/// that advances it.
public final class Tissue implements AutoCloseable {

    /// Of what [#write] writes.
    private static final int FORMAT = 6;

    private final TissueModel model;
    private final Treatment treatment;
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
    final ContactKilling killing;
    final Transformation transformation;
    final RuleResponse rules;
    final VolumeChange volumes;
    final Damage damage;
    final Lifespan lifespan;
    final Death death;
    final Cycle cycle;
    final Division division;
    final Luck luck;
    final Losses losses;
    final @Nullable ImmuneSystem immune;
    final @Nullable Influx influx;
    final Arrivals arrivals;
    final Turnover turnover;
    private final Step step;

    /// A tissue that is not treated.
    ///
    /// @param start     its cells and substances at time 0
    /// @param seed      of all random numbers
    /// @param replicate which repetition of the run
    /// @param threads   at least 1
    public Tissue(TissueModel model, Beginning start, long seed, long replicate, int threads) {
        this(model, start, Treatment.none(model), seed, replicate, threads);
    }

    /// A tissue at its start.
    ///
    /// @param start     its cells and substances at time 0
    /// @param treatment what is given; drugs and vaccines need a model with immunity
    /// @param seed      of all random numbers
    /// @param replicate which repetition of the run
    /// @param threads   at least 1
    public Tissue(TissueModel model, Beginning start, Treatment treatment, long seed, long replicate, int threads) {
        this.model = model;
        this.treatment = treatment;
        team = new Team(threads);
        luck = new Luck(seed, replicate, threads);
        IdIndex index = new IdIndex(cells);
        behaviours = new BehaviourValues(model, cells, start.ownBehaviours());
        fields = new Fields(model, cells, behaviours, team);
        neighbours = new Neighbours(cells, model.domain(), team);
        int types = model.types().size();
        surfaces = new Surfaces(cells, behaviours, types);
        losses = new Losses(types);
        boolean varies = model.steps().varies();
        Chance chance = new Chance(varies);
        velocities =
                new Velocities(cells, behaviours, model.types(), surfaces, neighbours, model.domain(), varies, team);
        movement = new Movement(cells, velocities, model.domain(), losses, varies, team);
        springs = new Springs(cells, behaviours, surfaces, index);
        int substances = model.substances().size();
        Holding holding = new Holding(cells, model.types(), index, neighbours, springs);
        migration = new Migration(
                cells, behaviours, model.types(), substances, fields, velocities, holding, chance, luck, team);
        attachment = new Attachment(cells, behaviours, neighbours, springs, index, chance, luck);
        volumes = new VolumeChange(cells, model.types());
        OxygenResponse oxygen = new OxygenResponse(cells, behaviours, model.types(), fields);
        lifespan = new Lifespan(cells, model.types());
        death = new Death(cells, behaviours, model.types(), substances, losses, fields.exchange(), oxygen, lifespan);
        immune = model.immunity()
                .map(its -> new ImmuneSystem(
                        its,
                        treatment.courses(),
                        cells,
                        behaviours,
                        fields,
                        neighbours,
                        index,
                        holding,
                        death,
                        losses,
                        chance,
                        luck))
                .orElse(null);
        Phagocytosis phagocytosis = new Phagocytosis(
                cells, behaviours, model.variables(), volumes, surfaces, springs, fields.exchange(), immune);
        attack = new Attack(cells, behaviours, index, springs, holding, chance, luck);
        killing = new ContactKilling(
                cells,
                behaviours,
                model.types(),
                neighbours,
                index,
                holding,
                velocities,
                death,
                losses,
                chance,
                luck,
                team);
        Fusion fusion = new Fusion(cells, volumes, surfaces, springs, fields.exchange(), immune);
        encounters = new Encounters(
                cells,
                behaviours,
                model.types(),
                neighbours,
                phagocytosis,
                attack,
                holding,
                fusion,
                chance,
                luck,
                losses,
                immune,
                team);
        transformation = new Transformation(cells, behaviours, model, holding);
        rules = new RuleResponse(model, new RuleSet(model), cells, behaviours, fields, neighbours, immune, team);
        damage = new Damage(cells, behaviours);
        cycle = new Cycle(cells, behaviours, model.types(), oxygen);
        division = new Division(
                cells,
                behaviours,
                model,
                volumes,
                transformation,
                holding,
                springs,
                fields.exchange(),
                movement,
                immune);
        step = new Step(this, team);
        arrivals = new Arrivals(this, start.variations());
        turnover = new Turnover(this, team);
        influx = immune == null && treatment.infusions().isEmpty() ? null : new Influx(this, treatment);
        arrivals.place(start.placements(), 0);
        if (influx != null) {
            influx.start();
        }
        fields.start(start.fields());
        surfaces.refresh();
        neighbours.update(0);
        fields.locate();
    }

    public TissueModel model() {
        return model;
    }

    /// What is given.
    public Treatment treatment() {
        return treatment;
    }

    /// Who came in with the last call of [#advance] or [#advanceTo], or is given at the start, by time.
    public List<Arrived> arrived() {
        return influx == null ? List.of() : influx.arrived();
    }

    /// Who left alive with the last call of [#advance] or [#advanceTo], by time.
    public List<Departed> departed() {
        return turnover.departed();
    }

    /// How many cells come in with the next mechanics step, so far as is known: those that are given, recruited or
    /// primed, on average.
    public double expected() {
        OptionalLong next = step.nextPhenotype();
        return influx == null || next.isEmpty() ? 0 : influx.expected(next.getAsLong());
    }

    /// How many T cells will be on their way from the lymph node after the next mechanics step, at most.
    public double waiting() {
        OptionalLong next = step.nextPhenotype();
        return influx == null || next.isEmpty() ? 0 : influx.waiting(next.getAsLong());
    }

    private void forget() {
        turnover.forget();
        if (influx != null) {
            influx.forget();
        }
    }

    /// All cells, in an order that changes.
    public Cells cells() {
        return cells;
    }

    /// What each cell does now.
    public BehaviourValues behaviours() {
        return behaviours;
    }

    /// Who is near whom.
    public Neighbours neighbours() {
        return neighbours;
    }

    /// The substances.
    public Fields fields() {
        return fields;
    }

    /// Who is attached to whom.
    public Springs springs() {
        return springs;
    }

    /// Who was lost, and why.
    public Losses losses() {
        return losses;
    }

    /// What immune cells do beyond what any cell does; empty where the model has no immunity.
    public Optional<ImmuneSystem> immune() {
        return Optional.ofNullable(immune);
    }

    /// Since the start, min.
    public double time() {
        return step.time();
    }

    /// Goes on by one mechanics step of the model; where these differ in length, it may take as
    /// long as several of the shortest, and [#time] alone says how far it went.
    public void advance() {
        forget();
        step.advance();
    }

    /// Looks whether all that the tissue is can be; every phenotype step does so too.
    ///
    /// @throws org.immunarium.numerics.NumericalFailure if a number is none, or a concentration below 0
    public void check() {
        Soundness.check(this);
    }

    /// Goes on until a time, rounded to whole mechanics steps, or, where these differ in length,
    /// to whole phenotype steps: [org.immunarium.tissue.model.TimeSteps#whole].
    ///
    /// @param time min
    public void advanceTo(double time) {
        forget();
        long steps = step.numberAt(time);
        while (step.number() < steps) {
            step.advance();
        }
    }

    /// Writes all that the tissue is at this time.
    ///
    /// @throws IOException if it cannot be written
    public void write(BlockOutput out) throws IOException {
        out.put(FORMAT);
        step.write(out);
        cells.write(out);
        fields.write(out);
        springs.write(out);
        losses.write(out);
        if (immune != null) {
            immune.write(out);
        }
        out.put(neighbours.isCurrent());
    }

    /// Goes on from what [#write] wrote of a tissue of the same model and seed: all that follows is the same, bit
    /// for bit, as if nothing had happened.
    ///
    /// @throws StreamCorruptedException if it is of another model or another version of this format
    /// @throws IOException if it cannot be read
    public void read(BlockInput in) throws IOException {
        int format = in.takeInt();
        if (format != FORMAT) {
            throw new StreamCorruptedException("format " + FORMAT + " was expected; found " + format);
        }
        forget();
        step.read(in);
        cells.read(in);
        fields.read(in);
        springs.read(in);
        losses.read(in);
        if (immune != null) {
            immune.read(in);
            immune.look(step.lastPhenotype());
        }
        if (in.takeBoolean()) {
            neighbours.resume(time());
        }
        fields.locate();
    }

    @Override
    public void close() {
        team.close();
    }
}
