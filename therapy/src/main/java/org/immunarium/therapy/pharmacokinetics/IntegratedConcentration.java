package org.immunarium.therapy.pharmacokinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.ode.Lane;
import org.immunarium.numerics.ode.LaneBatch;
import org.immunarium.numerics.ode.OdeSettings;
import org.immunarium.numerics.ode.Trajectory;

/// A concentration that the differential equations gave, kept as the polynomials of the solver's steps.
///
/// A step's dense output has at most degree 7: eight values at Chebyshev's points hold it without loss. Berrut and
/// Trefethen 2004, SIAM Review 46:501, has the barycentric formula.
final class IntegratedConcentration implements Concentration {

    private static final double RELATIVE_TOLERANCE = 1e-11;
    private static final int POINTS = 8;
    private static final double[] NODES = nodes();

    private final double until;
    private final double[] starts;
    private final double[] ends;
    private final double[][] values;

    private IntegratedConcentration(List<double[]> steps, double until) {
        this.until = until;
        starts = steps.stream().mapToDouble(step -> step[POINTS]).toArray();
        ends = steps.stream().mapToDouble(step -> step[POINTS + 1]).toArray();
        values = steps.stream().map(step -> Arrays.copyOf(step, POINTS)).toArray(double[][]::new);
    }

    static Concentration of(Pharmacokinetics drug, Inputs inputs, double until) {
        if (until <= inputs.first()) {
            return new IntegratedConcentration(List.of(), until);
        }
        DispositionEquations equations = new DispositionEquations(drug, inputs.first());
        Course course = new Course(equations, inputs, drug.volume(), until);
        OdeSettings settings = OdeSettings.of(
                        RELATIVE_TOLERANCE, 1e-3 * RELATIVE_TOLERANCE * inputs.largest(), equations.dimension())
                .withNonNegative(all(equations.dimension()));
        LaneBatch.single(equations, settings, course).run();
        return new IntegratedConcentration(course.steps, until);
    }

    private static boolean[] all(int count) {
        boolean[] all = new boolean[count];
        Arrays.fill(all, true);
        return all;
    }

    @Override
    public double at(double time) {
        if (!(time <= until)) {
            throw new IllegalArgumentException("asked at " + time + ", but known up to " + until + " only");
        }
        int place = Arrays.binarySearch(starts, time);
        int k = place >= 0 ? place : -place - 2;
        return k < 0 ? 0 : Math.max(0, interpolated(values[k], (time - starts[k]) / (ends[k] - starts[k])));
    }

    private static double interpolated(double[] values, double at) {
        double above = 0;
        double below = 0;
        for (int j = 0; j < POINTS; j++) {
            double distance = at - NODES[j];
            if (distance == 0) {
                return values[j];
            }
            double weight = (j % 2 == 0 ? 1 : -1) * (j == 0 || j == POINTS - 1 ? 0.5 : 1) / distance;
            above += weight * values[j];
            below += weight;
        }
        return above / below;
    }

    /// From 0 to 1, both ends among them.
    private static double[] nodes() {
        double[] nodes = new double[POINTS];
        for (int j = 0; j < POINTS; j++) {
            nodes[j] = (1 - ElementaryFunctions.cos(Math.PI * j / (POINTS - 1))) / 2;
        }
        nodes[POINTS - 1] = 1;
        return nodes;
    }

    /// From the first dose to the end, with a stop at each moment at which a dose starts or ends.
    private static final class Course implements Trajectory {

        private final DispositionEquations equations;
        private final Inputs inputs;
        private final double volume;
        private final double until;
        private final double[] state;
        private final List<double[]> steps = new ArrayList<>();
        private int next;

        Course(DispositionEquations equations, Inputs inputs, double volume, double until) {
            this.equations = equations;
            this.inputs = inputs;
            this.volume = volume;
            this.until = until;
            state = new double[equations.dimension()];
        }

        @Override
        public void start(Lane lane) {
            lane.setTime(inputs.first());
            give(lane);
        }

        private void give(Lane lane) {
            double moment = inputs.moments()[next++];
            lane.state()[0] += inputs.bolus(moment, Input.Site.BLOOD);
            lane.state()[equations.depot()] += inputs.bolus(moment, Input.Site.DEPOT);
            equations.flow(inputs.rate(moment, Input.Site.BLOOD), inputs.rate(moment, Input.Site.DEPOT));
        }

        @Override
        public double nextStop(Lane lane) {
            return next < inputs.moments().length ? Math.min(inputs.moments()[next], until) : until;
        }

        @Override
        public void passed(Lane lane, double from, double to) {
            double[] step = new double[POINTS + 2];
            for (int j = 0; j < POINTS; j++) {
                lane.interpolate(j == POINTS - 1 ? to : from + NODES[j] * (to - from), state);
                step[j] = state[0] / volume;
            }
            step[POINTS] = from;
            step[POINTS + 1] = to;
            steps.add(step);
        }

        @Override
        public Next atStop(Lane lane) {
            if (lane.time() >= until) {
                return Next.FINISH;
            }
            give(lane);
            return Next.RESTART;
        }
    }
}
