package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.cell.Luck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Choices are settled in the order of ids, and those of one cell in the order in which it made them.
final class ChoicesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 64, 65, 1000})
    void whatIsChosenIsDoneInTheOrderOfIdsOnAnyNumberOfThreads(int actors) {
        RandomStream luck = new Luck(1, 0, 1).of(0, 1, Purpose.INTERACTION, 0);
        List<Integer> ids = new ArrayList<>();
        for (int actor = 0; actor < actors; actor++) {
            ids.add((int) (luck.nextDouble() * (ids.size() + 1)), actor);
        }
        for (int parts : new int[] {1, 2, 3}) {
            Choices choices = new Choices(parts);
            // Twice: what was chosen before is forgotten.
            for (int round = 0; round < 2; round++) {
                for (int part = 0; part < parts; part++) {
                    choices.clear(part);
                    for (int actor = part * actors / parts; actor < (part + 1) * actors / parts; actor++) {
                        for (int kind = actor % 3; kind >= 0; kind--) {
                            choices.add(part, ids.get(actor), actor, 7 * actor, kind);
                        }
                    }
                }
                List<List<Integer>> done = new ArrayList<>();
                choices.settle((actor, other, kind) -> done.add(List.of(actor, other, kind)));
                List<List<Integer>> expected = new ArrayList<>();
                for (int id = 0; id < actors; id++) {
                    int actor = ids.indexOf(id);
                    for (int kind = actor % 3; kind >= 0; kind--) {
                        expected.add(List.of(actor, 7 * actor, kind));
                    }
                }
                assertThat(done).isEqualTo(expected);
            }
        }
    }
}
