package org.immunarium.numerics.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The driver: outputs and pauses leave the steps alone, lanes leave each other alone, stops and roots are met.
class LaneBatchTest {

    private static OdeSettings settings(int dimension) {
        return OdeSettings.of(1e-7, 1e-9, dimension).withMethod(OdeMethod.STIFF);
    }

    @Test
    void aStopAtTheNextTimeThereIsIsReached() {
        for (OdeMethod method : new OdeMethod[] {OdeMethod.STIFF, OdeMethod.NONSTIFF}) {
            OdeSettings settings = OdeSettings.of(1e-6, 1e-6, 1).withMethod(method);
            LaneSolver solver = new LaneSolver(new ClosedForms.Prothero(1, -5), settings);
            solver.reset(0);
            double next = Math.nextUp(1.0);
            solver.start(0, 1, next);
            solver.step();
            assertThat(solver.failure(0)).isEmpty();
            assertThat(solver.time(0)).isEqualTo(next);
        }
    }

    @Test
    void thousandPiecesGiveTheSameStepsAsOneCall() {
        StiffProblems.Hires problem = new StiffProblems.Hires(1);
        Recording whole = new Recording(problem);
        LaneBatch.single(problem, settings(8), whole).run();
        Recording pieces = new Recording(problem);
        LaneBatch batch = LaneBatch.single(problem, settings(8), pieces);
        double[] state = new double[8];
        for (int k = 1; k <= 1000; k++) {
            double until = problem.endTime() * k / 1000;
            batch.advance(until);
            if (k < 1000) {
                assertThat(batch.lane(0).time()).isEqualTo(until);
                batch.lane(0).interpolate(until, state);
            }
        }
        assertThat(pieces.stepEnds).isEqualTo(whole.stepEnds);
        assertThat(pieces.last).isEqualTo(whole.last);
        assertThat(pieces.statistics).isEqualTo(whole.statistics);
    }

    @Test
    void outputsDoNotChangeTheStepsAndAreAsAccurateAsThey() {
        ClosedForms.Swing problem = new ClosedForms.Swing(1);
        Recording without = new Recording(problem);
        LaneBatch.single(problem, settings(1), without).run();
        double[] times = new double[300];
        for (int k = 0; k < times.length; k++) {
            times[k] = 0.01 * (k + 1);
        }
        Recording with = new Recording(problem, times);
        LaneBatch.single(problem, settings(1), with).run();
        assertThat(with.stepEnds).isEqualTo(without.stepEnds);
        assertThat(with.values).hasSize(times.length);
        for (int k = 0; k < times.length; k++) {
            assertThat(with.values.get(k)[0]).isCloseTo(problem.solution(times[k])[0], offset(10 * 1e-7));
        }
    }

    @ParameterizedTest
    @EnumSource(OdeMethod.class)
    void noStepIsLongerThanItsLaneAllows(OdeMethod method) {
        ClosedForms.Swing problem = new ClosedForms.Swing(1);
        double longest = problem.endTime() / 256;
        Recording limited = new Recording(problem) {
            @Override
            public void start(Lane lane) {
                super.start(lane);
                lane.limitStep(longest);
            }
        };
        LaneBatch.single(problem, settings(1).withMethod(method), limited).run();
        double before = 0;
        for (double end : limited.stepEnds) {
            assertThat(end - before).isLessThanOrEqualTo(longest * (1 + 1e-12));
            before = end;
        }
        assertThat(limited.stepEnds).hasSizeBetween(256, 300);
    }

    /// y' = -1e5 (y - sin t) + cos t takes the nonstiff method tens of thousands of steps, all of them accepted.
    @Test
    void moreAttemptsThanAllowedEndAProblemAlsoWhereAllAreAccepted() {
        ClosedForms.Prothero problem = new ClosedForms.Prothero(2, -1);
        problem.parameter[1] = -1e5;
        OdeSettings settings =
                OdeSettings.of(1e-6, 1e-6, 1).withMethod(OdeMethod.NONSTIFF).withMaximumSteps(1000);
        Recording easy = new Recording(problem);
        List<OdeException> failures = new ArrayList<>();
        Recording hard = new Recording(problem) {
            @Override
            public void failed(Lane lane, OdeException reason) {
                failures.add(reason);
                statistics = lane.statistics();
            }
        };
        Iterator<Recording> both = List.of(easy, hard).iterator();
        new LaneBatch(problem, settings, () -> both.hasNext() ? Optional.of(both.next()) : Optional.empty()).run();
        assertThat(easy.last[0]).isCloseTo(problem.solution(2)[0], offset(1e-4));
        assertThat(failures).hasSize(1);
        assertThat(failures.getFirst().reason()).isEqualTo(OdeException.Reason.TOO_MANY_STEPS);
        assertThat(failures.getFirst().time())
                .isEqualTo(hard.stepEnds.getLast())
                .isBetween(1e-4, 1.0);
        assertThat(hard.statistics.accepted() + hard.statistics.rejected()).isEqualTo(1000);
        assertThat(hard.stepEnds).hasSize((int) hard.statistics.accepted());
    }

    @Test
    void theAttemptsAllowedCountAnewAtEveryStop() {
        ClosedForms.Prothero problem = new ClosedForms.Prothero(1, -1e5);
        OdeSettings settings = OdeSettings.of(1e-6, 1e-6, 1).withMethod(OdeMethod.NONSTIFF);
        Recording without = new Recording(problem);
        LaneBatch.single(problem, settings, without).run();
        long attempts = without.statistics.accepted() + without.statistics.rejected();
        Recording stopping = new Recording(problem) {
            @Override
            public double nextStop(Lane lane) {
                return Math.min(lane.time() + 0.125, problem.endTime());
            }

            @Override
            public Next atStop(Lane lane) {
                return lane.time() < problem.endTime() ? Next.CONTINUE : super.atStop(lane);
            }
        };
        LaneBatch.single(problem, settings.withMaximumSteps(attempts / 8), stopping)
                .run();
        assertThat(stopping.last[0]).isCloseTo(problem.solution(2)[0], offset(1e-4));
        assertThat(stopping.statistics.accepted()).isGreaterThan(attempts / 2);
    }

    /// Robertson's reaction with a rate of its own for each of many problems.
    private static List<Recording> population(int lanes, int problems, OdeMethod method) {
        StiffProblems.Robertson system = new StiffProblems.Robertson(lanes, 1e5);
        List<Recording> all = new ArrayList<>();
        for (int k = 0; k < problems; k++) {
            double rate = 0.01 * (k % 7) + 0.001 * k;
            all.add(new Recording(system, 1, 10, 1e4) {
                @Override
                public void start(Lane lane) {
                    super.start(lane);
                    system.parameter[lane.index()] = rate;
                }
            });
        }
        Iterator<Recording> queue = all.iterator();
        OdeSettings settings =
                OdeSettings.of(1e-6, new double[] {1e-8, 1e-12, 1e-8}).withMethod(method);
        new LaneBatch(system, settings, () -> queue.hasNext() ? Optional.of(queue.next()) : Optional.empty()).run();
        return all;
    }

    @ParameterizedTest
    @CsvSource({"2, STIFF", "3, STIFF", "8, STIFF", "16, STIFF", "19, STIFF", "3, AUTOMATIC", "8, AUTOMATIC"})
    void manyLanesGiveTheSameBitsAsOne(int lanes, OdeMethod method) {
        List<Recording> alone = population(1, 40, method);
        List<Recording> together = population(lanes, 40, method);
        for (int k = 0; k < alone.size(); k++) {
            assertThat(together.get(k).last).isEqualTo(alone.get(k).last);
            assertThat(together.get(k).stepEnds).isEqualTo(alone.get(k).stepEnds);
            assertThat(together.get(k).statistics).isEqualTo(alone.get(k).statistics);
            assertThat(together.get(k).values).usingRecursiveComparison().isEqualTo(alone.get(k).values);
        }
    }

    /// Decay with a dose at each stop.
    @Test
    void dosesAreStepBoundariesAndNotSteppedOver() {
        ClosedForms.Prothero decay = new ClosedForms.Prothero(1, -1) {
            @Override
            void derivatives(double t, double[] y, double p, double[] f) {
                f[0] = -y[0];
            }

            @Override
            void jacobian(double t, double[] y, double p, double[] m, double[] dfdt) {
                m[0] = -1;
                dfdt[0] = 0;
            }
        };
        List<Double> before = new ArrayList<>();
        Trajectory dosed = new Trajectory() {
            private int doses;

            @Override
            public void start(Lane lane) {
                lane.setTime(0);
                lane.state()[0] = 1;
            }

            @Override
            public double nextStop(Lane lane) {
                return doses + 1;
            }

            @Override
            public Next atStop(Lane lane) {
                before.add(lane.state()[0]);
                lane.state()[0] += 1;
                doses++;
                return doses == 30 ? Next.FINISH : Next.RESTART;
            }
        };
        LaneBatch.single(decay, settings(1), dosed).run();
        double exact = 1;
        for (double value : before) {
            exact *= Math.exp(-1);
            assertThat(value).isCloseTo(exact, offset(1e-6));
            exact += 1;
        }
    }

    @Test
    void rootsAreFoundInOrderToTheLastPlaces() {
        ClosedForms.Prothero sine = new ClosedForms.Prothero(1, -3) {
            @Override
            double endTime() {
                return 30;
            }
        };
        List<Double> crossings = new ArrayList<>();
        List<Double> fives = new ArrayList<>();
        Recording watching = new Recording(sine) {
            private boolean above;

            @Override
            public int rootCount() {
                return 2;
            }

            @Override
            public void roots(Lane lane, double time, double[] state, double[] values) {
                values[0] = state[0] - 0.5;
                values[1] = time - 5;
            }

            @Override
            public Next atRoot(Lane lane, boolean[] changed) {
                boolean now = lane.state()[0] > 0.5;
                if (changed[0] && now != above) {
                    crossings.add(lane.time());
                    above = now;
                }
                if (changed[1]) {
                    fives.add(lane.time());
                }
                return Next.CONTINUE;
            }
        };
        OdeSettings tight = OdeSettings.of(1e-11, 1e-11, 1).withMethod(OdeMethod.STIFF);
        LaneBatch.single(sine, tight, watching).run();
        assertThat(crossings).hasSize(10).isSorted();
        for (int k = 0; k < 10; k++) {
            double exact = (k / 2) * 2 * Math.PI + (k % 2 == 0 ? Math.PI / 6 : 5 * Math.PI / 6);
            assertThat(crossings.get(k)).isCloseTo(exact, offset(1e-9));
        }
        assertThat(fives.getFirst()).isCloseTo(5, offset(1e-14));
        Recording blind = new Recording(sine);
        LaneBatch.single(sine, tight, blind).run();
        assertThat(watching.stepEnds).isEqualTo(blind.stepEnds);
    }

    /// A ball that loses no speed: x'' = -1, thrown back up at the floor.
    @Test
    void rootsThatRestartAreNotFoundTwiceAtTheStepsStart() {
        TestProblem ball = new ClosedForms.Kaps(1, 0) {
            @Override
            double endTime() {
                return 20;
            }

            @Override
            void derivatives(double t, double[] y, double p, double[] f) {
                f[0] = y[1];
                f[1] = -1;
            }

            @Override
            void jacobian(double t, double[] y, double p, double[] m, double[] dfdt) {
                m[0] = 0;
                m[1] = 1;
                m[2] = 0;
                m[3] = 0;
                dfdt[0] = 0;
                dfdt[1] = 0;
            }
        };
        List<Double> bounces = new ArrayList<>();
        Recording bouncing = new Recording(ball) {
            @Override
            public void start(Lane lane) {
                super.start(lane);
                lane.state()[0] = 0.5;
                lane.state()[1] = 0;
            }

            @Override
            public int rootCount() {
                return 1;
            }

            @Override
            public void roots(Lane lane, double time, double[] state, double[] values) {
                values[0] = state[0];
            }

            @Override
            public Next atRoot(Lane lane, boolean[] changed) {
                if (lane.state()[0] > 0) {
                    return Next.CONTINUE;
                }
                bounces.add(lane.time());
                lane.state()[0] = 0;
                lane.state()[1] = -lane.state()[1];
                return Next.RESTART;
            }
        };
        LaneBatch.single(ball, settings(2), bouncing).run();
        assertThat(bounces).hasSize(10);
        for (int k = 0; k < bounces.size(); k++) {
            assertThat(bounces.get(k)).isCloseTo(1 + 2 * k, offset(1e-9));
        }
    }

    @Test
    void aStateThatMustNotBeNegativeIsNot() {
        StiffProblems.Robertson problem = new StiffProblems.Robertson(1, 1e11);
        double[] times = new double[200];
        for (int k = 0; k < times.length; k++) {
            times[k] = 1e-3 * Math.pow(10, 14.0 * k / (times.length - 1));
        }
        times[times.length - 1] = 1e11;
        OdeSettings loose = OdeSettings.of(1e-2, new double[] {1e-3, 1e-3, 1e-3})
                .withMethod(OdeMethod.STIFF)
                .withNonNegative(new boolean[] {true, true, true});
        Recording recording = new Recording(problem, times);
        LaneBatch.single(problem, loose, recording).run();
        assertThat(recording.values).hasSize(times.length);
        for (double[] state : recording.values) {
            assertThat(Arrays.stream(state).min().orElseThrow()).isNotNegative();
        }
    }

    @Test
    void aBlowUpNamesTheStateAndTheTime() {
        TestProblem explosion = new ClosedForms.Swing(1) {
            @Override
            void derivatives(double t, double[] y, double p, double[] f) {
                f[0] = y[0] * y[0];
            }

            @Override
            void jacobian(double t, double[] y, double p, double[] m, double[] dfdt) {
                m[0] = 2 * y[0];
                dfdt[0] = 0;
            }
        };
        assertThatThrownBy(() -> LaneBatch.single(explosion, settings(1), new Recording(explosion))
                        .run())
                .isInstanceOfSatisfying(OdeException.class, failure -> {
                    assertThat(failure.time()).isCloseTo(2, offset(1e-6));
                    assertThat(failure.state()).isZero();
                })
                .hasMessageContaining("t = ");
    }
}
