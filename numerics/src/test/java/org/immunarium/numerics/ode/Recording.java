package org.immunarium.numerics.ode;

import java.util.ArrayList;
import java.util.List;

/// A trajectory of a test problem that notes what it is told.
class Recording implements Trajectory {

    final TestProblem problem;
    final double[] outputs;
    final List<double[]> values = new ArrayList<>();
    final List<Double> stepEnds = new ArrayList<>();
    double[] last = new double[0];
    OdeStatistics statistics = new OdeStatistics(0, 0, 0, 0, 0);
    private int next;

    Recording(TestProblem problem, double... outputs) {
        this.problem = problem;
        this.outputs = outputs;
    }

    @Override
    public void start(Lane lane) {
        lane.setTime(problem.startTime());
        System.arraycopy(problem.startState(), 0, lane.state(), 0, problem.dimension());
    }

    @Override
    public double nextStop(Lane lane) {
        return problem.endTime();
    }

    @Override
    public void passed(Lane lane, double from, double to) {
        while (next < outputs.length && outputs[next] <= to) {
            double[] state = new double[problem.dimension()];
            lane.interpolate(outputs[next++], state);
            values.add(state);
        }
        if (to == lane.stepEnd()) {
            stepEnds.add(to);
        }
    }

    @Override
    public Next atStop(Lane lane) {
        last = lane.state().clone();
        statistics = lane.statistics();
        return Next.FINISH;
    }
}
