package org.immunarium.trial.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationTest {

    @Test
    void eachBlockHasEachArmAsOftenAsItsShareSays() {
        Allocation allocation = new Allocation(7, List.of(2, 1));
        for (int block = 0; block < 50; block++) {
            int second = 0;
            for (int i = 0; i < 6; i++) {
                second += allocation.next(0);
            }
            assertThat(second).isEqualTo(2);
        }
    }

    @Test
    void strataAreBalancedEachForItself() {
        Allocation allocation = new Allocation(7, List.of(1, 1));
        int[] second = new int[3];
        for (int i = 0; i < 120; i++) {
            int stratum = i % 3;
            second[stratum] += allocation.next(stratum);
        }
        assertThat(second).containsExactly(20, 20, 20);
    }

    @Test
    void theOrderIsThatOfTheSeed() {
        assertThat(first(1)).isEqualTo(first(1)).isNotEqualTo(first(2));
    }

    private static String first(long seed) {
        Allocation allocation = new Allocation(seed, List.of(1, 1));
        StringBuilder arms = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            arms.append(allocation.next(0));
        }
        return arms.toString();
    }

    @Test
    void anArmWithoutAShareIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Allocation(1, List.of(1, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Allocation(1, List.of()));
    }
}
