package org.immunarium.tissue.behaviour;

import java.util.Arrays;
import java.util.Objects;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.field.Fields;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Signal;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.tissue.space.Neighbours;
import org.jspecify.annotations.Nullable;

/// What cells sense.
///
/// *Biology*: a cell senses substances and their gradients where it is, whom it touches, how it is
/// pressed, and what it is itself. One that cannot move touches nobody, as in PhysiCell.
///
/// *Equation*: contacts are numbers of cells that it touches ([Neighbours#touch]), dead ones too;
/// what is internalised is the amount by the cell's volume; a gradient is the length of its
/// central difference.
///
/// *Parameters*: [Signal]. *Source*: Johnson et al. 2025, doi 10.1016/j.cell.2025.06.048; words
/// from antigens on are this project's own.
///
/// *Reads* concentrations, neighbours, and what cells are. *Writes* nothing.
public final class Senses {

    private final Cells cells;
    private final BehaviourValues behaviours;
    private final Fields fields;
    private final Neighbours neighbours;
    private final Signal[] signals;
    private final int[] subjects;
    private final int types;
    private final int custom;
    private final int movable;
    private final @Nullable ImmuneSystem immune;
    private final boolean[] contact;

    /// What one thread needs to count whom a cell touches.
    public static final class Contacts {
        private final int[] byType;
        private int live;
        private int apoptotic;
        private int necrotic;
        private final double[] gradient = new double[3];

        Contacts(int types) {
            byType = new int[types];
        }
    }

    /// @param places of signals in the model's vocabulary, in the order in which they are wanted
    public Senses(
            TissueModel model,
            Cells cells,
            BehaviourValues behaviours,
            Fields fields,
            Neighbours neighbours,
            @Nullable ImmuneSystem immune,
            int[] places) {
        this.cells = cells;
        this.behaviours = behaviours;
        this.fields = fields;
        this.neighbours = neighbours;
        this.immune = immune;
        types = model.types().size();
        custom = behaviours.vocabulary().place(Behaviour.CUSTOM);
        movable = behaviours.vocabulary().place(Behaviour.MOVABLE);
        Vocabulary<Signal> vocabulary = model.signals();
        signals = new Signal[places.length];
        subjects = new int[places.length];
        contact = new boolean[places.length];
        for (int k = 0; k < places.length; k++) {
            signals[k] = vocabulary.word(places[k]);
            subjects[k] = vocabulary.subject(places[k]);
            contact[k] = switch (signals[k]) {
                case CONTACT, CONTACT_LIVE, CONTACT_DEAD, CONTACT_APOPTOTIC, CONTACT_NECROTIC -> true;
                default -> false;
            };
        }
    }

    /// Room for one thread.
    public Contacts contacts() {
        return new Contacts(types);
    }

    /// Looks up all signals of a cell.
    ///
    /// @param wanted which of them; others are not looked at
    /// @param time   since the start, min
    /// @param values receives them
    /// @param room   the thread's
    public void look(int i, boolean[] wanted, double time, double[] values, Contacts room) {
        count(i, wanted, room);
        for (int k = 0; k < signals.length; k++) {
            if (wanted[k]) {
                values[k] = value(signals[k], subjects[k], i, time, room);
            }
        }
    }

    private double value(Signal signal, int subject, int i, double time, Contacts room) {
        int fate = cells.fate.values[i];
        return switch (signal) {
            // Steps that do not smooth out leave some concentrations a little below 0, and who gives off has less than
            // nothing inside; no rule is meant for that.
            case SUBSTANCE -> Math.max(0, fields.at(subject, i));
            case INTERNALIZED -> within(Math.max(0, fields.exchange().inside(subject, i)), cells.volume.values[i]);
            case GRADIENT -> steepness(subject, i, room.gradient);
            case PRESSURE -> cells.pressure.values[i];
            case VOLUME -> cells.volume.values[i];
            case CONTACT -> room.byType[subject];
            case CONTACT_LIVE -> room.live;
            case CONTACT_DEAD -> room.apoptotic + room.necrotic;
            case CONTACT_APOPTOTIC -> room.apoptotic;
            case CONTACT_NECROTIC -> room.necrotic;
            case CONTACT_OTHER_DEAD, CONTACT_MEMBRANE -> 0;
            case DAMAGE -> cells.damage.values[i];
            case DAMAGE_DELIVERED -> cells.damageDelivered.values[i];
            case ATTACKING -> cells.target.values[i] >= 0 ? 1 : 0;
            case DEAD -> fate == Fate.ALIVE ? 0 : 1;
            case ATTACK_TIME -> cells.attackTime.values[i];
            case TIME -> time;
            case CUSTOM -> behaviours.of(custom + subject, i);
            case APOPTOTIC -> fate == Fate.APOPTOTIC ? 1 : 0;
            case NECROTIC -> Fate.isNecrotic(fate) ? 1 : 0;
            case ON_CELL, CARGO, DRUG, STIMULATION, EXPERIENCE, EXHAUSTION, LETHAL_HITS, OPSONISATION ->
                immune(signal, subject, i, Objects.requireNonNull(immune));
        };
    }

    private static double immune(Signal signal, int subject, int i, ImmuneSystem immune) {
        return switch (signal) {
            case ON_CELL -> immune.presentation().onCell(subject, i);
            case CARGO -> immune.uptake().of(subject, i);
            case DRUG -> immune.agents().inBlood(subject);
            case STIMULATION -> immune.stimulation().of(i);
            case EXPERIENCE -> immune.stimulation().experience(i);
            case EXHAUSTION -> immune.stimulation().exhaustion(i);
            case LETHAL_HITS -> immune.hits().of(i);
            default -> immune.opsonisation().of(i);
        };
    }

    private double steepness(int substance, int i, double[] gradient) {
        gradient[0] = 0;
        gradient[1] = 0;
        gradient[2] = 0;
        fields.addGradient(substance, i, 1, gradient);
        return Math.sqrt(gradient[0] * gradient[0] + gradient[1] * gradient[1] + gradient[2] * gradient[2]);
    }

    /// Counts whom a cell touches; one that cannot move touches nobody.
    private void count(int i, boolean[] wanted, Contacts room) {
        boolean needed = false;
        for (int k = 0; k < signals.length; k++) {
            needed |= wanted[k] && contact[k];
        }
        if (!needed) {
            return;
        }
        Arrays.fill(room.byType, 0);
        room.live = 0;
        room.apoptotic = 0;
        room.necrotic = 0;
        if (behaviours.of(movable, i) <= 0.5) {
            return;
        }
        int[] list = neighbours.list(i);
        int end = neighbours.end(i);
        for (int n = neighbours.first(i); n < end; n++) {
            int j = list[n];
            if (neighbours.touch(i, j)) {
                room.byType[cells.type.values[j]]++;
                int fate = cells.fate.values[j];
                if (fate == Fate.ALIVE) {
                    room.live++;
                } else if (fate == Fate.APOPTOTIC) {
                    room.apoptotic++;
                } else {
                    room.necrotic++;
                }
            }
        }
    }

    /// The concentration of an amount in a cell; 0 in a dead one of which nothing is left.
    private static double within(double amount, double volume) {
        return volume > 0 ? amount / volume : 0;
    }
}
