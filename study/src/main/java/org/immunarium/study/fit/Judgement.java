package org.immunarium.study.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.inference.mcmc.Convergence;
import org.immunarium.patient.response.Recist;
import org.immunarium.study.fit.plan.FitPlan;
import org.immunarium.study.patient.PatientCurves;
import org.immunarium.study.patient.PatientCurves.Quantified;

/// What becomes of a patient under each candidate, by the samples of a fit: the same samples under all, so that
/// candidates differ by what they are and not by chance.
///
/// Sizes are looked at from the baseline on, at the times of the study's output and when they are judged. A length
/// is a sum of diameters; of anything else, a volume or a number of cells, the cube root is in proportion to one.
///
/// @param size     the quantity that is judged
/// @param verdicts of each candidate; of none where the numbers of every sample fail under some candidate
record Judgement(Quantified size, List<Verdict> verdicts) {

    private static final int MOST_DRAWS = 1000;
    private static final double THIRD = 1.0 / 3;

    /// Of a candidate.
    ///
    /// @param response how probable it is until then; progression likewise
    /// @param smallest how probable it is that no other candidate leaves a smaller size then
    /// @param draws    samples that count
    record Verdict(String candidate, Share response, Share progression, Share smallest, Course course, int draws) {}

    /// A probability and its standard error, for want of more samples.
    record Share(double value, double error) {}

    /// The size over time, its median and its middle 90 %.
    ///
    /// @param judged place of when it is judged
    record Course(double[] times, double[] middle, double[] low, double[] high, int judged) {}

    /// Of a patient whose fit has samples.
    static Judgement of(PreparedFit prepared, FitResult result) {
        FitPlan.Judged judged = prepared.plan().judged().orElseThrow();
        PatientCurves own = prepared.curves();
        Quantified size = size(prepared);
        double baseline = own.time(judged.baseline().value());
        double at = own.time(judged.at().value());
        double[] times = Forecast.times(own, baseline, at);
        double[][][] draws = thinned(result.draws());
        List<double[][]> courses = new ArrayList<>();
        for (PreparedFit.Candidate candidate : prepared.candidates()) {
            PatientCurves.Curves curves = candidate.curves().of(List.of(size), times);
            courses.add(Arrays.stream(draws)
                    .flatMap(Arrays::stream)
                    .map(draw -> curves.at(draw).map(each -> each[0]).orElse(new double[0]))
                    .toArray(double[][]::new));
        }
        Sampled sampled = new Sampled(
                courses,
                draws.length,
                times,
                Arrays.binarySearch(times, baseline),
                Arrays.binarySearch(times, at),
                own.millimetres(size));
        return new Judgement(
                size,
                sampled.verdicts(prepared.candidates().stream()
                        .map(PreparedFit.Candidate::title)
                        .toList()));
    }

    /// The tumour where it was measured, else what was measured first.
    private static Quantified size(PreparedFit prepared) {
        List<Quantified> measured = prepared.data().quantities();
        return prepared.curves().tumour().filter(measured::contains).orElse(measured.getFirst());
    }

    private static double[][][] thinned(double[][][] chains) {
        int every = Math.max(1, chains.length * chains[0].length / MOST_DRAWS);
        return Arrays.stream(chains)
                .map(chain -> IntStream.range(0, chain.length)
                        .filter(i -> i % every == 0)
                        .mapToObj(i -> chain[i])
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    /// Courses of all candidates.
    ///
    /// @param courses `[draw][time]` of each, chain after chain; of no length where the numbers failed
    /// @param first   place of the baseline
    /// @param last    place of when they are judged
    /// @param millimetres what a size of 1 is, where sizes are lengths
    record Sampled(
            List<double[][]> courses, int chains, double[] times, int first, int last, OptionalDouble millimetres) {

        List<Verdict> verdicts(List<String> titles) {
            int[] valid = IntStream.range(0, courses.getFirst().length)
                    .filter(draw -> courses.stream().allMatch(all -> all[draw].length > 0))
                    .toArray();
            if (valid.length == 0) {
                return List.of();
            }
            List<Verdict> verdicts = new ArrayList<>();
            for (int c = 0; c < courses.size(); c++) {
                double[][] all = courses.get(c);
                verdicts.add(new Verdict(
                        titles.get(c),
                        share(valid, draw -> recist(all[draw]).response()),
                        share(valid, draw -> recist(all[draw]).progression()),
                        share(valid, draw -> courses.stream().allMatch(other -> all[draw][last] <= other[draw][last])),
                        course(all, valid),
                        valid.length));
            }
            return verdicts;
        }

        private Recist recist(double[] course) {
            double[] sizes = Arrays.copyOfRange(course, first, last + 1);
            Arrays.setAll(
                    sizes,
                    i -> millimetres.isPresent()
                            ? sizes[i] * millimetres.getAsDouble()
                            : sizes[i] > 0 ? ElementaryFunctions.pow(sizes[i], THIRD) : 0);
            return Recist.of(sizes, millimetres.isPresent());
        }

        /// Draws of a chain hang together: they count as so many independent ones as their agreement says. A
        /// share of none or of all has the error that half a draw more or less would give it.
        private Share share(int[] valid, IntPredicate holds) {
            double[] indicator = Arrays.stream(valid)
                    .mapToDouble(draw -> holds.test(draw) ? 1 : 0)
                    .toArray();
            double value = Arrays.stream(indicator).average().orElseThrow();
            double independent = indicator.length;
            int ofEach = courses.getFirst().length / chains;
            double[][] own = IntStream.range(0, chains)
                    .mapToObj(chain -> IntStream.range(0, valid.length)
                            .filter(i -> valid[i] / ofEach == chain)
                            .mapToDouble(i -> indicator[i])
                            .toArray())
                    .toArray(double[][]::new);
            int each = Arrays.stream(own).mapToInt(chain -> chain.length).min().orElse(0);
            if (value > 0 && value < 1 && each >= 4) {
                double[][] split = Arrays.stream(own)
                        .map(chain -> Arrays.copyOf(chain, each))
                        .toArray(double[][]::new);
                double ess = Convergence.of(split).bulkEss();
                independent = Double.isNaN(ess) ? independent : Math.min(independent, ess);
            }
            double softened = (value * independent + 0.5) / (independent + 1);
            return new Share(value, Math.sqrt(softened * (1 - softened) / independent));
        }

        private Course course(double[][] all, int[] valid) {
            List<double[][]> courses = Arrays.stream(valid)
                    .mapToObj(draw -> new double[][] {all[draw]})
                    .toList();
            double[][] like = new double[1][times.length];
            return new Course(
                    times,
                    Forecast.quantile(courses, like, 0.5)[0],
                    Forecast.quantile(courses, like, 0.05)[0],
                    Forecast.quantile(courses, like, 0.95)[0],
                    last);
        }
    }
}
