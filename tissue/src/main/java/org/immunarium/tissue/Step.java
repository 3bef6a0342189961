package org.immunarium.tissue;

import java.io.IOException;
import java.util.Objects;
import java.util.OptionalLong;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.tissue.behaviour.ImmuneSystem;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.mechanics.StepLength;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.tissue.space.Ranges;

/// What happens in a tissue, in what order. One call is one mechanics step; it is the order of PhysiCell
/// (Ghaffarizadeh et al. 2018, doi 10.1371/journal.pcbi.1005991). A mechanics step may take as long as several
/// ([StepLength]).
final class Step {

    private final Tissue tissue;
    private final Cells cells;
    private final Team team;
    private final TimeSteps steps;
    private final int diffusions;
    private final int mechanicsAPhenotype;
    private final StepLength length;
    private long number;

    /// The types that cells become.
    private int[] others = new int[0];

    Step(Tissue tissue, Team team) {
        this.tissue = tissue;
        this.team = team;
        cells = tissue.cells;
        steps = tissue.model().steps();
        diffusions = (int) Math.round(steps.mechanics() / steps.diffusion());
        mechanicsAPhenotype = (int) Math.round(steps.phenotype() / steps.mechanics());
        length = new StepLength(steps);
    }

    /// How many mechanics steps were done; those that are longer count as many.
    long number() {
        return number;
    }

    /// As how many mechanics steps a time counts; where they differ in length, rounded to whole phenotype steps.
    long numberAt(double time) {
        return Math.round(time / steps.whole()) * (steps.varies() ? mechanicsAPhenotype : 1);
    }

    /// Writes where it is.
    void write(BlockOutput out) throws IOException {
        out.put(number);
        length.write(out);
    }

    /// Goes on where [#write] was called.
    void read(BlockInput in) throws IOException {
        number = in.takeLong();
        length.read(in);
    }

    /// Since the start, min.
    double time() {
        return number * steps.mechanics();
    }

    /// When the last phenotype step was, min; 0 where there was none.
    double lastPhenotype() {
        return Math.max(0, number - 1) / mechanicsAPhenotype * mechanicsAPhenotype * steps.mechanics();
    }

    /// Which phenotype step comes with the next mechanics step, if any.
    OptionalLong nextPhenotype() {
        return number % mechanicsAPhenotype == 0 ? OptionalLong.of(number / mechanicsAPhenotype) : OptionalLong.empty();
    }

    /// One mechanics step.
    void advance() {
        tissue.fields.advance(1);
        if (number % mechanicsAPhenotype == 0) {
            phenotype(steps.phenotype(), number / mechanicsAPhenotype);
            length.restart();
        }
        int units = length.take(mechanicsAPhenotype - (int) (number % mechanicsAPhenotype));
        mechanics(units * steps.mechanics(), length.slope(units));
        if (steps.varies()) {
            length.done(units, stiffness(), quickness(), tissue.migration.persistence());
        }
        tissue.fields.advance(units * diffusions - 1);
        number += units;
    }

    /// A bound of the rate at which anything relaxes that forces drive, 1/min.
    private double stiffness() {
        double ofSprings = tissue.model().springs() ? tissue.springs.stiffness() : 0;
        return tissue.velocities.stiffness() + tissue.killing.stiffness() + ofSprings;
    }

    /// A bound of the speed of cells by their radii, 1/min; those count that stand still but may set out.
    private double quickness() {
        return tissue.movement.quickness() + tissue.migration.quickness();
    }

    /// What cells do by themselves.
    private void phenotype(double dt, long step) {
        if (tissue.influx != null) {
            comeIn(dt, step);
        }
        transform(dt, step);
        list();
        tissue.rules.update(time());
        tissue.killing.look();
        tissue.turnover.update(dt, step);
        tissue.surfaces.refresh();
        tissue.fields.exchange().change();
        tissue.check();
    }

    /// Lets immune cells take stock of the step before, and others come in.
    private void comeIn(double dt, long step) {
        ImmuneSystem immune = tissue.immune;
        if (immune != null) {
            immune.look(time());
        }
        if (immune != null && step > 0) {
            for (int i = 0; i < cells.count(); i++) {
                if (cells.outside.values[i] == 0) {
                    immune.stimulation().update(i, dt);
                }
            }
        }
        Objects.requireNonNull(tissue.influx).update(time(), dt, step);
    }

    /// Makes sure that lists of neighbours serve, and with them all that knows cells by index.
    private void list() {
        if (tissue.neighbours.update(time())) {
            tissue.fields.locate();
        }
    }

    private void transform(double dt, long step) {
        if (others.length < cells.count()) {
            others = new int[cells.x.values.length];
        }
        team.run(part -> {
            int to = Ranges.from(part + 1, team.size(), cells.count());
            for (int i = Ranges.from(part, team.size(), cells.count()); i < to; i++) {
                others[i] = transforms(i, dt, part, step);
            }
        });
        for (int i = 0; i < cells.count(); i++) {
            if (others[i] >= 0) {
                tissue.transformation.become(i, others[i]);
            }
        }
    }

    /// The type that a cell becomes; -1 for none.
    private int transforms(int i, double dt, int part, long step) {
        return !tissue.transformation.isNever(cells.type.values[i]) && cells.acts(i)
                ? tissue.transformation.choose(
                        i, dt, tissue.luck.of(part, cells.id.values[i], Purpose.TRANSFORMATION, step))
                : -1;
    }

    /// Lets cells hold on to each other. In a step that was chosen without them, new springs do not pull yet.
    private void attach(double dt) {
        if (steps.varies()) {
            tissue.springs.pull(tissue.velocities);
            tissue.attachment.update(dt, number);
        } else {
            tissue.attachment.update(dt, number);
            tissue.springs.pull(tissue.velocities);
        }
    }

    /// What cells do to each other, and where they go.
    private void mechanics(double dt, double slope) {
        list();
        tissue.migration.update(dt, number);
        tissue.velocities.update();
        if (tissue.model().springs()) {
            attach(dt);
        }
        tissue.killing.pull();
        tissue.killing.update(dt, number);
        boolean gone = tissue.encounters.update(dt, number);
        tissue.attack.update(dt, number);
        if (tissue.immune != null) {
            tissue.immune.synapse().update(dt, number);
        }
        if (gone) {
            for (int i = cells.count() - 1; i >= 0; i--) {
                if (cells.fate.values[i] == Fate.GONE) {
                    cells.remove(i);
                }
            }
        }
        tissue.movement.update(dt, slope);
        tissue.fields.follow();
    }
}
