package org.immunarium.tissue.physicell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunarium.tissue.model.DeathModel;

/// How long the phases of the two death models take, which all types of a project share: what the last type says holds
/// for all.
///
/// @param apoptosis of one phase, until the cell is gone
/// @param necrosis  of two: until it bursts, where its volume lets it, and until it is gone
record DeathDurations(Shared apoptosis, Shared necrosis) {

    DeathDurations() {
        this(
                new Shared("apoptosis", new double[] {DeathModel.APOPTOSIS.duration()}, new boolean[] {true}),
                new Shared(
                        "necrosis", new double[] {1 / 9e9, DeathModel.NECROSIS.duration()}, new boolean[] {false, true
                        }));
    }

    /// One of the models.
    static final class Shared {

        private final String name;
        private final double[] minutes;
        private final boolean[] fixed;
        private final List<Statement> statements = new ArrayList<>();

        /// What a type said, and what held after it.
        private record Statement(XmlElement at, String type, double[] minutes, boolean[] fixed) {}

        private Shared(String name, double[] minutes, boolean[] fixed) {
            this.name = name;
            this.minutes = minutes;
            this.fixed = fixed;
        }

        int phases() {
            return minutes.length;
        }

        /// @param duration min, infinite where the phase never ends
        void set(int phase, double duration, boolean always) {
            minutes[phase] = duration;
            fixed[phase] = always;
        }

        /// Notes that a type has said something.
        void said(XmlElement at, String type) {
            statements.add(new Statement(at, type, minutes.clone(), fixed.clone()));
        }

        /// Tells the types whose words have no effect, and a swelling phase that lasts.
        ///
        /// @param phenotype the step in which cells die, min
        void judge(double phenotype) {
            for (Statement statement : statements) {
                if (!Arrays.equals(statement.minutes, minutes) || !Arrays.equals(statement.fixed, fixed)) {
                    statement.at.notice("durations of " + name + " are shared by all types, and those of \""
                            + statements.getLast().type + "\" (line " + statements.getLast().at.line
                            + ") hold: what \"" + statement.type + "\" says of them has no effect");
                }
            }
            boolean bursts = phases() == 1 || (fixed[0] ? minutes[0] < 1.5 * phenotype : minutes[0] <= phenotype);
            if (!bursts && !statements.isEmpty()) {
                statements
                        .getLast()
                        .at
                        .unsupported("a necrotic cell bursts here as soon as its volume lets it; swelling for a"
                                + " given time is not known");
            }
        }

        /// A type's model with these durations.
        DeathModel in(DeathModel model) {
            return new DeathModel(
                    model.unlysedFluidRate(),
                    model.lysedFluidRate(),
                    model.cytoplasmicRate(),
                    model.nuclearRate(),
                    model.calcificationRate(),
                    model.ruptureVolume(),
                    minutes[phases() - 1],
                    fixed[phases() - 1]);
        }
    }
}
