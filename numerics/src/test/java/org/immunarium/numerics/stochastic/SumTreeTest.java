package org.immunarium.numerics.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SumTreeTest {

    @Property
    void sumsDoNotDependOnHowTheWeightsCameAbout(
            @ForAll @Size(min = 1, max = 40) double[] raw,
            @ForAll @IntRange(max = 39) int index,
            @ForAll @DoubleRange(min = 0, max = 1e9) double weight) {
        double[] weights = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            weights[i] = Math.min(Math.abs(raw[i]), 1e12);
        }
        SumTree changed = new SumTree(weights.length);
        changed.setAll(weights);
        changed.set(index % weights.length, weight);
        weights[index % weights.length] = weight;
        SumTree fresh = new SumTree(weights.length);
        fresh.setAll(weights);
        assertThat(changed.total()).isEqualTo(fresh.total());
    }

    @Test
    void choicesAreInProportionToTheWeightsAndNeverWithoutWeight() {
        double[] weights = {0, 3, 0, 0, 1, 0, 4};
        SumTree tree = new SumTree(weights.length);
        tree.setAll(weights);
        int n = 80_000;
        int[] count = new int[weights.length];
        for (int i = 0; i < n; i++) {
            count[tree.find((i + 0.5) / n)]++;
        }
        for (int i = 0; i < weights.length; i++) {
            assertThat((double) count[i]).isCloseTo(n * weights[i] / 8, within(1.0));
        }
        assertThat(tree.find(Math.nextDown(1.0))).isEqualTo(6);
    }

    @Test
    void oneWeightIsAlwaysChosen() {
        SumTree tree = new SumTree(1);
        tree.setAll(new double[] {0.1});
        assertThat(tree.find(0.5)).isZero();
        assertThat(tree.total()).isEqualTo(0.1);
    }
}
