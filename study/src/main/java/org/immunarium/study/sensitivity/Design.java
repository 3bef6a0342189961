package org.immunarium.study.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.numerics.inference.sampling.LatinHypercube;
import org.immunarium.numerics.inference.sensitivity.Bootstrap;
import org.immunarium.numerics.inference.sensitivity.Estimate;
import org.immunarium.numerics.inference.sensitivity.Morris;
import org.immunarium.numerics.inference.sensitivity.PartialRankCorrelation;
import org.immunarium.numerics.inference.sensitivity.PartialRankCorrelation.Correlation;
import org.immunarium.numerics.inference.sensitivity.SobolIndices;
import org.immunarium.study.sensitivity.plan.SensitivityPlan;

/// Where a method evaluates the model, and what it makes of the answers.
sealed interface Design {

    double CONFIDENCE = 0.95;
    int RESAMPLES = 1000;

    /// How many runs there are.
    int size();

    /// Where a run is: a quantile of each parameter, between 0 and 1.
    ///
    /// @param place from 0 to [#size] - 1
    double[] at(int place);

    /// What the answers tell of each parameter.
    ///
    /// @param answers in the order of places; not numbers where a run failed
    List<Index> indices(double[] answers);

    /// @param parameter counted from 0
    /// @param name      `prcc`, `mu*`, `total`
    record Index(int parameter, String name, Estimate estimate) {}

    /// The design of a method.
    ///
    /// @param parameters how many differ
    static Design of(SensitivityPlan plan, int parameters, long seed) {
        Bootstrap bootstrap = new Bootstrap(RESAMPLES, CONFIDENCE, seed);
        return switch (plan.method()) {
            case PRCC -> new Ranks(LatinHypercube.points(plan.samples(), parameters, seed));
            case MORRIS -> Effects.of(new Morris(parameters, plan.samples(), Effects.LEVELS, seed), bootstrap);
            case SOBOL -> new Shares(new SobolIndices(parameters, plan.samples(), seed), bootstrap);
        };
    }

    /// Partial rank correlation. Quantiles have the ranks of values.
    record Ranks(double[][] points) implements Design {

        @Override
        public int size() {
            return points.length;
        }

        @Override
        public double[] at(int place) {
            return points[place].clone();
        }

        @Override
        public List<Index> indices(double[] answers) {
            List<Index> indices = new ArrayList<>();
            List<Correlation> correlations = PartialRankCorrelation.of(points, answers, CONFIDENCE);
            for (int i = 0; i < correlations.size(); i++) {
                double p = correlations.get(i).p();
                indices.add(new Index(i, "prcc", correlations.get(i).correlation()));
                indices.add(new Index(i, "p", new Estimate(p, Double.NaN, Double.NaN)));
            }
            return indices;
        }
    }

    /// Elementary effects.
    record Effects(Morris morris, double[][] points, Bootstrap bootstrap) implements Design {

        private static final int LEVELS = 4;

        private static Effects of(Morris morris, Bootstrap bootstrap) {
            return new Effects(morris, morris.points(), bootstrap);
        }

        @Override
        public int size() {
            return points.length;
        }

        @Override
        public double[] at(int place) {
            return points[place].clone();
        }

        @Override
        public List<Index> indices(double[] answers) {
            List<Index> indices = new ArrayList<>();
            List<Morris.Effects> effects = morris.effects(answers, bootstrap);
            for (int i = 0; i < effects.size(); i++) {
                indices.add(new Index(i, "mu*", effects.get(i).muStar()));
                indices.add(new Index(i, "sigma", effects.get(i).sigma()));
                indices.add(new Index(i, "mu", effects.get(i).mu()));
            }
            return indices;
        }
    }

    /// Shares of the variance.
    record Shares(SobolIndices sobol, Bootstrap bootstrap) implements Design {

        @Override
        public int size() {
            return sobol.size();
        }

        @Override
        public double[] at(int place) {
            return sobol.point(place);
        }

        @Override
        public List<Index> indices(double[] answers) {
            List<Index> indices = new ArrayList<>();
            List<SobolIndices.Indices> shares = sobol.indices(answers, bootstrap);
            for (int i = 0; i < shares.size(); i++) {
                indices.add(new Index(i, "total", shares.get(i).total()));
                indices.add(new Index(i, "first", shares.get(i).first()));
            }
            return indices;
        }
    }
}
