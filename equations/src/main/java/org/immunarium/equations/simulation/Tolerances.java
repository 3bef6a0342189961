package org.immunarium.equations.simulation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunarium.numerics.ode.Lane;
import org.immunarium.numerics.ode.LaneBatch;
import org.immunarium.numerics.ode.OdeSettings;

/// Absolute tolerances that fit each state's own scale.
///
/// One absolute tolerance for all cannot serve a model in which 1e-20 mol stands beside 1e9 cells. So
/// a pilot run of the model, with its own values and coarse tolerances, finds the largest size that
/// each state reaches, and the absolute tolerance is that times the relative tolerance times
/// [#SHARE]: below that share of its own peak a state counts as gone. A state that stays at zero in
/// the pilot has the smallest tolerance of all others.
final class Tolerances {

    /// The share of its peak below which a state's relative accuracy is given up.
    static final double SHARE = 1e-3;

    private static final double PILOT_RELATIVE = 1e-3;
    private static final double SMALLEST = 1e-30;

    private Tolerances() {}

    /// @param infused what receives infusions, so that the states are the same
    static double[] byScale(Programs programs, Set<String> infused, double relative, double start, double end) {
        Course course = new Course(
                programs, new PhiloxChance(0, 0, 0), List.of(), List.of(), programs.infusionSlots(infused), start, end);
        Programs.StartProgram initial = programs.start(Set.of());
        course.begin(initial, programs.given(initial, Map.of()));
        double[] peak = new double[programs.states];
        widen(peak, course.y);
        double[] pilot = new double[programs.states];
        for (int i = 0; i < pilot.length; i++) {
            pilot[i] = Math.max(1e-6 * peak[i], SMALLEST);
        }
        ModelSystem system = new ModelSystem(programs, 1, course.p);
        system.follow(course);
        Recorder nowhere = new Recorder() {
            @Override
            public double next() {
                return Double.POSITIVE_INFINITY;
            }

            @Override
            public void record(double time, double[] state, double[] parameters) {}
        };
        double[] at = new double[programs.states];
        CourseTrajectory trajectory =
                new CourseTrajectory(programs, course, nowhere, new LaneParameters(1, course.p, system), f -> {}) {
                    @Override
                    public void passed(Lane lane, double from, double to) {
                        super.passed(lane, from, to);
                        lane.interpolate(to, at);
                        widen(peak, at);
                    }
                };
        OdeSettings settings = OdeSettings.of(PILOT_RELATIVE, pilot).withMaximumSteps(20_000);
        LaneBatch.single(system, settings, trajectory).run();
        double least = Double.POSITIVE_INFINITY;
        for (double p : peak) {
            least = p > 0 ? Math.min(least, p) : least;
        }
        double[] result = new double[peak.length];
        for (int i = 0; i < result.length; i++) {
            double scale = peak[i] > 0 ? peak[i] : least <= Double.MAX_VALUE ? least : 1;
            result[i] = Math.clamp(relative * SHARE * scale, SMALLEST, Double.MAX_VALUE);
        }
        return result;
    }

    private static void widen(double[] peak, double[] state) {
        for (int i = 0; i < peak.length; i++) {
            double size = Math.abs(state[i]);
            if (size > peak[i] && size <= Double.MAX_VALUE) {
                peak[i] = size;
            }
        }
    }
}
