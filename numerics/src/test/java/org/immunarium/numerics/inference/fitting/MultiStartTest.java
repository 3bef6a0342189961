package org.immunarium.numerics.inference.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.inference.fitting.MultiStart.Found;
import org.immunarium.numerics.inference.sampling.Bounds;
import org.junit.jupiter.api.Test;

final class MultiStartTest {

    /// Two decays, seen at ten times without noise: 3 e^-2t + e^-0.2t. The two exchanged are as good.
    private static final LeastSquares DECAYS = new LeastSquares(x -> {
        double[] residuals = new double[10];
        for (int i = 0; i < 10; i++) {
            residuals[i] = decays(new double[] {3, 2, 1, 0.2}, i) - decays(x, i);
        }
        return residuals;
    });

    private static double decays(double[] x, int i) {
        double t = 0.5 * i;
        return x[0] * ElementaryFunctions.exp(-x[1] * t) + x[2] * ElementaryFunctions.exp(-x[3] * t);
    }

    private static MultiStart<LeastSquares> squares(int starts) {
        return new MultiStart<>(DECAYS, Bounds.cube(4, 0, 5), new LevenbergMarquardt(200, 1e-12, 1e-7), starts, 3);
    }

    @Test
    void findsTheParametersThatMadeTheData() {
        Found found = squares(20).run(2);
        Minimum best = found.best().orElseThrow();
        assertThat(best.value()).isLessThan(1e-12);
        assertThat(best.parameters().stream().sorted().map(each -> Math.round(each * 1e4) / 1e4))
                .containsExactly(0.2, 1.0, 2.0, 3.0);
        assertThat(found.ascending().getFirst()).isEqualTo(best);
        assertThat(found.minima()).hasSize(20);
    }

    @Test
    void fourThreadsGiveTheSameBitsAsOne() {
        assertThat(squares(12).run(4)).isEqualTo(squares(12).run(1));
        MultiStart<Objective> evolution =
                new MultiStart<>(DECAYS, Bounds.cube(4, 0, 5), new CmaEs(500, 1e-9, 0.3, 8), 6, 3);
        assertThat(evolution.run(4)).isEqualTo(evolution.run(1));
    }

    @Test
    void whatWasStoppedGoesOnToTheSameEnd() {
        AtomicInteger asked = new AtomicInteger();
        List<Found> told = new ArrayList<>();
        Found part = squares(10).run(Found.NONE, 2, () -> asked.incrementAndGet() > 4, told::add);
        assertThat(part.minima()).hasSize(4);
        assertThat(told.getLast()).isEqualTo(part);
        assertThat(squares(10).run(part, 1, () -> false, _ -> {}))
                .isEqualTo(squares(10).run(1));
        assertThat(Found.NONE.best()).isEmpty();
    }
}
