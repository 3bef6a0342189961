package org.immunarium.equations.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.ode.Lane;
import org.immunarium.numerics.ode.LaneBatch;
import org.immunarium.numerics.ode.OdeMethod;
import org.immunarium.numerics.ode.OdeSettings;

/// What a coarse run of a model with its own values teaches: the scale of each state, and whether the
/// model is stiff.
///
/// One absolute tolerance for all cannot serve a model in which 1e-20 mol stands beside 1e9 cells. So
/// the pilot run finds the largest size that each state reaches; its scale is that, or its initial
/// value where it begins smaller but not at zero: a tumour that grows from one cell to 1e9 is as exact
/// at the end as it was at one cell. The absolute tolerance is the scale times the relative tolerance
/// times [#SHARE]: below that a state counts as gone. The share is so small because what nearly
/// vanishes often comes back, as exact as it was at its lowest. A state that stays at zero in the pilot
/// has the smallest scale of all. A pilot whose numbers fail teaches what it has seen.
///
/// @param scale of each state
/// @param stiff whether the stiff method took most steps
record Pilot(double[] scale, boolean stiff) {

    /// The share of its scale and the relative tolerance below which a state's relative accuracy is given up.
    static final double SHARE = 1e-12;

    private static final double RELATIVE = 1e-3;
    private static final double SMALLEST_IN_PILOT = 1e-30;
    private static final double SMALLEST = 1e-60;

    /// @param infused what receives infusions, so that the states are the same
    /// @param set     values in place of the model's own
    static Pilot run(Programs programs, Set<String> infused, Map<String, Double> set, double from, double to) {
        DosePlan nothing = DosePlan.of(programs, List.of(), infused);
        ModelRun run = new ModelRun(programs, new PhiloxChance(0, 0, 0), nothing, from, to);
        run.constraints.ignore();
        try {
            run.begin(StartValues.of(programs, set));
        } catch (NumericalFailure failure) {
            double[] unknown = new double[programs.layout.states];
            Arrays.fill(unknown, 1);
            return new Pilot(unknown, false);
        }
        double[] initial = new double[programs.layout.states];
        widen(initial, run.y);
        double[] peak = initial.clone();
        double[] pilot = new double[programs.layout.states];
        for (int i = 0; i < pilot.length; i++) {
            pilot[i] = Math.max(1e-6 * peak[i], SMALLEST_IN_PILOT);
        }
        ModelSystem system = new ModelSystem(programs, 1, run.p);
        system.follow(run);
        Recorder nowhere = Recorder.ofNothing(programs);
        double[] at = new double[programs.layout.states];
        int[] steps = new int[2];
        RunTrajectory trajectory =
                new RunTrajectory(programs, run, nowhere, new LaneParameters(1, run.p, system), f -> {}) {
                    @Override
                    public void passed(Lane lane, double from, double to) {
                        super.passed(lane, from, to);
                        steps[lane.method() == OdeMethod.STIFF ? 1 : 0]++;
                        lane.interpolate(to, at);
                        widen(peak, at);
                    }
                };
        OdeSettings settings = OdeSettings.of(RELATIVE, pilot).withMaximumSteps(20_000);
        LaneBatch.single(system, settings, trajectory).run();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < peak.length; i++) {
            peak[i] = initial[i] > 0 ? Math.min(peak[i], initial[i]) : peak[i];
            least = peak[i] > 0 ? Math.min(least, peak[i]) : least;
        }
        for (int i = 0; i < peak.length; i++) {
            peak[i] = peak[i] > 0 ? peak[i] : least <= Double.MAX_VALUE ? least : 1;
        }
        return new Pilot(peak, steps[1] > steps[0]);
    }

    /// The absolute tolerance of each state that goes with a relative one.
    double[] tolerances(double relative) {
        return Arrays.stream(scale)
                .map(size -> Math.clamp(relative * SHARE * size, SMALLEST, Double.MAX_VALUE))
                .toArray();
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
