package org.immunarium.benchmarks.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.immunarium.equations.sbml.SbmlReader;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.equations.system.EquationSystem;

/// Runs a folder of published SBML models as they are, each over the span of `biomodels-spans.csv`, and compares every
/// species and variable with an [IndependentRun].
///
/// A model agrees when |ours - theirs| is at most [#LARGEST] x max(|theirs|, 1e-6 x the largest |theirs| of that
/// quantity) at each of [#POINTS] times.
public final class PublishedModelsCheck {

    /// The largest relative difference allowed.
    static final double LARGEST = 1e-5;

    /// The number of intervals compared.
    static final int POINTS = 50;

    private static final double TOLERANCE = 1e-10;

    /// A model and the time it is run for, in its own unit.
    public record Span(String model, double length) {}

    /// What came of a model.
    ///
    /// @param difference the largest difference relative to what is compared with; NaN where there is no comparison
    /// @param note       where that is, or why there is no comparison
    public record Outcome(Span span, int states, double difference, String note) {

        /// Whether both agree.
        public boolean agrees() {
            return difference <= LARGEST;
        }
    }

    private PublishedModelsCheck() {}

    /// The models and spans of the committed table.
    public static List<Span> spans() throws IOException {
        try (InputStream table = PublishedModelsCheck.class.getResourceAsStream("biomodels-spans.csv")) {
            if (table == null) {
                throw new IOException("biomodels-spans.csv is not on the class path");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8));
            return reader.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Span(cells[0], Double.parseDouble(cells[1])))
                    .toList();
        }
    }

    /// Runs one model both ways.
    ///
    /// @throws org.immunarium.units.InvalidInputException if it cannot be read
    /// @throws org.immunarium.equations.simulation.NumericalFailure if our run fails
    public static Outcome check(Path folder, Span span) {
        CompiledModel compiled = CompiledModel.compile(
                SbmlReader.read(folder.resolve(span.model() + ".xml")).model());
        EquationSystem equations = compiled.equations();
        Timecourse coarse = compiled.simulation()
                .until(span.length())
                .every(span.length() / POINTS)
                .run();
        double[] absolute = absoluteTolerances(equations, coarse);
        var simulation = compiled.simulation().relativeTolerance(TOLERANCE);
        for (int i = 0; i < absolute.length; i++) {
            simulation.absoluteTolerance(quantity(equations, i), absolute[i]);
        }
        Timecourse ours =
                simulation.until(span.length()).every(span.length() / POINTS).run();
        try {
            return compare(span, equations, ours, absolute);
        } catch (UnsupportedOperationException e) {
            return new Outcome(span, absolute.length, Double.NaN, String.valueOf(e.getMessage()));
        }
    }

    /// So small a part of each state's largest value that the relative tolerance decides.
    private static double[] absoluteTolerances(EquationSystem equations, Timecourse coarse) {
        double[] absolute = new double[equations.states().size()];
        for (int i = 0; i < absolute.length; i++) {
            String id = quantity(equations, i);
            double largest = 0;
            for (int c = 0; c < coarse.columns().size(); c++) {
                if (coarse.columns().get(c).id().equals(id)) {
                    largest = largest(coarse.values()[c]);
                }
            }
            absolute[i] = largest > 0 ? 1e-20 * largest : 1e-20;
        }
        return absolute;
    }

    /// `[column][time]` by DOP853; fails on stiff models.
    private static double[][] byDormandPrince(Span span, EquationSystem equations, Timecourse ours, double[] absolute) {
        double[] times = ours.times();
        double[][] theirs = new double[ours.columns().size()][times.length];
        IndependentRun run = new IndependentRun(equations, span.length(), TOLERANCE, absolute);
        for (int t = 0; t < times.length; t++) {
            if (t > 0) {
                run.advance(times[t]);
            }
            record(run, ours.columns(), theirs, t);
        }
        return theirs;
    }

    /// `[column][time]` by CVODE.
    private static double[][] byCvode(Span span, EquationSystem equations, Timecourse ours, double[] absolute) {
        double[] times = ours.times();
        double[][] theirs = new double[ours.columns().size()][times.length];
        IndependentRun run = new IndependentRun(equations, span.length(), TOLERANCE, absolute);
        double[] states = run.byCvode(times, TOLERANCE, absolute);
        for (int t = 0; t < times.length; t++) {
            run.become(times[t], Arrays.copyOfRange(states, t * absolute.length, (t + 1) * absolute.length));
            record(run, ours.columns(), theirs, t);
        }
        return theirs;
    }

    private static void record(IndependentRun run, List<Column> columns, double[][] into, int t) {
        for (int c = 0; c < into.length; c++) {
            into[c][t] = run.value(columns.get(c).id());
        }
    }

    private static double largest(double[] values) {
        return Arrays.stream(values)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /// The difference relative to what is compared with; where one is not finite, the other must be the same.
    private static double difference(double ours, double theirs, double floor) {
        if (Double.compare(ours, theirs) == 0 || ours == theirs) {
            return 0;
        }
        double relative = Math.abs(ours - theirs) / Math.max(Math.abs(theirs), floor);
        return Double.isNaN(relative) ? Double.POSITIVE_INFINITY : relative;
    }

    /// The quantity that a state holds: a species where it is held as its amount.
    private static String quantity(EquationSystem equations, int state) {
        String symbol = equations.states().get(state).symbol();
        return symbol.startsWith("amount:") ? symbol.substring("amount:".length()) : symbol;
    }

    private static Outcome compare(Span span, EquationSystem equations, Timecourse ours, double[] absolute) {
        List<Column> columns = ours.columns();
        double[] times = ours.times();
        double[][] theirs;
        String by = "";
        try {
            theirs = byDormandPrince(span, equations, ours, absolute);
        } catch (UnsupportedOperationException e) {
            throw e;
        } catch (RuntimeException stiff) {
            theirs = byCvode(span, equations, ours, absolute);
            by = " (CVODE)";
        }
        double worst = 0;
        String where = "";
        for (int c = 0; c < theirs.length; c++) {
            double floor = 1e-6 * largest(theirs[c]);
            for (int t = 0; t < times.length; t++) {
                double relative = difference(ours.values()[c][t], theirs[c][t], floor);
                if (relative > worst) {
                    worst = relative;
                    where = columns.get(c).label() + " at " + times[t];
                }
            }
        }
        return new Outcome(span, absolute.length, worst, where + by);
    }

    /// Checks a folder of models and prints a line for each.
    ///
    /// @param arguments the folder
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        PrintStream out = System.out;
        int agree = 0;
        int differ = 0;
        int unchecked = 0;
        for (Span span : spans()) {
            long start = System.nanoTime();
            Outcome outcome;
            try {
                outcome = check(folder, span);
            } catch (RuntimeException e) {
                outcome = new Outcome(span, 0, Double.POSITIVE_INFINITY, "failed: " + e.getMessage());
            }
            if (outcome.agrees()) {
                agree++;
            } else if (Double.isNaN(outcome.difference())) {
                unchecked++;
            } else {
                differ++;
            }
            out.printf(
                    Locale.ROOT,
                    "%s %s span %g states %d difference %.2e %s (%.1f s)%n",
                    outcome.agrees() ? "agrees   " : Double.isNaN(outcome.difference()) ? "unchecked" : "DIFFERS  ",
                    span.model(),
                    span.length(),
                    outcome.states(),
                    outcome.difference(),
                    outcome.note(),
                    (System.nanoTime() - start) / 1e9);
        }
        out.printf(
                "models_agree %d count%nmodels_differ %d count%nmodels_unchecked %d count%n", agree, differ, unchecked);
    }
}
