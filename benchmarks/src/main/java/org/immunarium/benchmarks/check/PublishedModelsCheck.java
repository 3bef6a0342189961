package org.immunarium.benchmarks.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.immunarium.equations.sbml.SbmlReader;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.Names;

/// Runs published SBML models as they are, each over the span of `biomodels-spans.csv`, as a user
/// would with a relative tolerance of [#TOLERANCE], and compares every species and variable with an
/// [IndependentSolution] of the same relative tolerance.
///
/// A model agrees when |ours - theirs| is at most [#LARGEST] x max(|theirs|, [#FLOOR] x the largest |theirs| of
/// that quantity) at each of [#POINTS] times. Where that fails the other side is solved once more at [#TIGHTER]: a
/// side that differs from itself by more than is allowed cannot judge, and its tighter solution does.
public final class PublishedModelsCheck {

    /// The largest relative difference allowed.
    static final double LARGEST = 1e-5;

    /// Of a quantity's largest size: smaller values are compared with that.
    static final double FLOOR = 1e-6;

    /// The number of intervals compared.
    static final int POINTS = 50;

    /// The relative tolerance of both sides.
    static final double TOLERANCE = 1e-8;

    /// The relative tolerance of an independent run that decides where another is not exact enough.
    static final double TIGHTER = 1e-10;

    /// The absolute tolerance of the independent run, of a state's initial size, or of its largest where it begins
    /// at zero: so small that the relative one decides, as it does in ours.
    private static final double ABSOLUTE_SHARE = 1e-20;

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

        /// Whether there is nothing to compare with.
        public boolean isUnchecked() {
            return Double.isNaN(difference);
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
    /// @throws org.immunarium.numerics.NumericalFailure if our run fails
    public static Outcome check(Path folder, Span span) {
        CompiledModel compiled = CompiledModel.compile(
                SbmlReader.read(folder.resolve(span.model() + ".xml")).model());
        EquationSystem equations = compiled.equations();
        Timecourse ours = compiled.simulation()
                .relativeTolerance(TOLERANCE)
                .until(span.length())
                .every(span.length() / POINTS)
                .run();
        double[] absolute = absoluteTolerances(equations, ours);
        try {
            return judge(span, equations, ours, absolute);
        } catch (UnsupportedOperationException e) {
            return new Outcome(span, absolute.length, Double.NaN, String.valueOf(e.getMessage()));
        }
    }

    private static Outcome judge(Span span, EquationSystem equations, Timecourse ours, double[] absolute) {
        IndependentSolution theirs =
                IndependentSolution.of(equations, ours.columns(), ours.times(), TOLERANCE, absolute);
        Difference difference = difference(ours.values(), theirs.values());
        String by = theirs.by();
        if (difference.size > LARGEST) {
            IndependentSolution tighter =
                    IndependentSolution.of(equations, ours.columns(), ours.times(), TIGHTER, absolute);
            Difference own = difference(theirs.values(), tighter.values());
            if (own.size > LARGEST) {
                difference = difference(ours.values(), tighter.values());
                by = String.format(
                        Locale.ROOT, "%s at %s; at %s it is off by %.1e itself", by, TIGHTER, TOLERANCE, own.size);
            }
        }
        String where = difference.size > 0
                ? ", " + ours.columns().get(difference.column).label() + " at " + ours.times()[difference.time]
                : "";
        return new Outcome(span, absolute.length, difference.size, by + where);
    }

    /// A relative difference and where it is.
    private record Difference(double size, int column, int time) {}

    /// The largest difference of two solutions `[column][time]`, relative to the second.
    private static Difference difference(double[][] values, double[][] reference) {
        Difference worst = new Difference(0, 0, 0);
        for (int c = 0; c < reference.length; c++) {
            double floor = FLOOR * largest(reference[c]);
            for (int t = 0; t < reference[c].length; t++) {
                double relative = difference(values[c][t], reference[c][t], floor);
                if (relative > worst.size) {
                    worst = new Difference(relative, c, t);
                }
            }
        }
        return worst;
    }

    private static double[] absoluteTolerances(EquationSystem equations, Timecourse ours) {
        double[] absolute = new double[equations.states().size()];
        for (int i = 0; i < absolute.length; i++) {
            String id = quantity(equations, i);
            double scale = 1;
            for (int c = 0; c < ours.columns().size(); c++) {
                if (ours.columns().get(c).id().equals(id)) {
                    double initial = Math.abs(ours.values()[c][0]);
                    double largest = largest(ours.values()[c]);
                    scale = initial > 0 ? initial : largest > 0 ? largest : 1;
                }
            }
            absolute[i] = ABSOLUTE_SHARE * scale;
        }
        return absolute;
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
        return Names.plain(symbol);
    }
}
