package org.immunarium.tissue;

import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.tissue.behaviour.ImmuneSystem;
import org.immunarium.tissue.behaviour.Senses;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.tissue.field.Fields;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.rule.RuleSet;
import org.immunarium.tissue.space.Neighbours;
import org.immunarium.tissue.space.Ranges;
import org.jspecify.annotations.Nullable;

/// How cells follow the model's rules: they sense, and change what they do.
final class RuleResponse {

    private final RuleSet rules;
    private final Cells cells;
    private final BehaviourValues behaviours;
    private final Senses senses;
    private final Team team;
    private final int[] ruled;
    private final boolean[] cycle;
    private final boolean[][] wanted;
    private final Room[] rooms;

    private record Room(double[] signals, double[] values, Senses.Contacts contacts) {}

    RuleResponse(
            TissueModel model,
            RuleSet rules,
            Cells cells,
            BehaviourValues behaviours,
            Fields fields,
            Neighbours neighbours,
            @Nullable ImmuneSystem immune,
            Team team) {
        this.rules = rules;
        this.cells = cells;
        this.behaviours = behaviours;
        this.team = team;
        int[] signals = rules.signals();
        ruled = rules.behaviours();
        senses = new Senses(model, cells, behaviours, fields, neighbours, immune, signals);
        cycle = new boolean[ruled.length];
        for (int k = 0; k < ruled.length; k++) {
            int word = behaviours.vocabulary().word(ruled[k]).ordinal();
            cycle[k] = word >= Behaviour.CYCLE_ENTRY.ordinal() && word <= Behaviour.EXIT_PHASE_5.ordinal();
        }
        wanted = new boolean[model.types().size()][signals.length];
        model.rules().forEach(rule -> {
            for (int k = 0; k < signals.length; k++) {
                wanted[rule.type()][k] |= signals[k] == rule.signal();
            }
        });
        rooms = new Room[team.size()];
        for (int part = 0; part < rooms.length; part++) {
            rooms[part] = new Room(new double[signals.length], new double[ruled.length], senses.contacts());
        }
    }

    /// Lets all cells that are in the domain follow the rules.
    ///
    /// @param time since the start, min
    void update(double time) {
        if (ruled.length > 0) {
            team.run(part -> {
                int to = Ranges.from(part + 1, team.size(), cells.count());
                for (int i = Ranges.from(part, team.size(), cells.count()); i < to; i++) {
                    if (cells.outside.values[i] == 0) {
                        update(i, time, rooms[part]);
                    }
                }
            });
        }
    }

    private void update(int i, double time, Room room) {
        int type = cells.type.values[i];
        boolean dead = cells.fate.values[i] != Fate.ALIVE;
        senses.look(i, wanted[type], time, room.signals, room.contacts);
        for (int k = 0; k < ruled.length; k++) {
            room.values[k] = behaviours.of(ruled[k], i);
        }
        try {
            rules.apply(type, dead, room.signals, room.values);
        } catch (ArithmeticException e) {
            String what = e.getMessage() == null ? "a rule gave no finite number" : e.getMessage();
            throw new NumericalFailure("cell " + cells.id.values[i], time, "min", what);
        }
        for (int k = 0; k < ruled.length; k++) {
            // The dead have no cycle to go on with.
            if (!(dead && cycle[k])) {
                behaviours.set(ruled[k], i, room.values[k]);
            }
        }
    }
}
