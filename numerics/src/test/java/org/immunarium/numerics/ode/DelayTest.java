package org.immunarium.numerics.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Delay differential equations by way of the history of dense output.
class DelayTest {

    /// y'(t) = -y(t - 1), y = 1 before zero: a polynomial of one degree more on each stretch of length one.
    private static final class Delayed extends ClosedForms.Swing {
        private DenseHistory history = new DenseHistory(1, 1);

        Delayed() {
            super(1);
        }

        @Override
        double endTime() {
            return 10;
        }

        @Override
        double[] startState() {
            return new double[] {1};
        }

        @Override
        void derivatives(double t, double[] y, double p, double[] f) {
            f[0] = t <= 1 ? -1 : -history.value(t - 1, 0);
        }

        @Override
        void jacobian(double t, double[] y, double p, double[] m, double[] dfdt) {
            m[0] = 0;
            dfdt[0] = t <= 1 ? 0 : -history.slope(t - 1, 0);
        }

        @Override
        double[] solution(double t) {
            double sum = 1;
            double factorial = 1;
            for (int k = 1; k <= Math.floor(t) + 1; k++) {
                factorial *= k;
                double power = 1;
                for (int j = 0; j < k; j++) {
                    power *= t - (k - 1);
                }
                sum += (k % 2 == 0 ? 1 : -1) * power / factorial;
            }
            return new double[] {sum};
        }
    }

    @ParameterizedTest
    @EnumSource(OdeMethod.class)
    void delayedValuesComeFromTheHistory(OdeMethod method) {
        Delayed delayed = new Delayed();
        double[] times = new double[40];
        for (int k = 0; k < times.length; k++) {
            times[k] = 0.25 * (k + 1);
        }
        List<Integer> sizes = new ArrayList<>();
        Recording recording = new Recording(delayed, times) {
            @Override
            public void start(Lane lane) {
                super.start(lane);
                delayed.history = lane.history().orElseThrow();
                lane.limitStep(1);
            }

            @Override
            public double nextStop(Lane lane) {
                return Math.floor(lane.time()) + 1;
            }

            @Override
            public Next atStop(Lane lane) {
                sizes.add(1);
                return lane.time() < 10 ? Next.CONTINUE : super.atStop(lane);
            }
        };
        OdeSettings settings = OdeSettings.of(1e-9, 1e-9, 1).withMethod(method).withHistorySpan(1);
        LaneBatch.single(delayed, settings, recording).run();
        assertThat(sizes).hasSize(10);
        for (int k = 0; k < times.length; k++) {
            assertThat(recording.values.get(k)[0]).isCloseTo(delayed.solution(times[k])[0], offset(1e-8));
        }
    }
}
