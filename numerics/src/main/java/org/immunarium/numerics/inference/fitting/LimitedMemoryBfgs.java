package org.immunarium.numerics.inference.fitting;

import java.util.ArrayDeque;
import java.util.Deque;

/// A minimum of a smooth function of many parameters without bounds, whose gradient is known: the quasi-Newton
/// method that remembers the last few steps (Nocedal and Wright 2006, *Numerical Optimization*, algorithm 7.5),
/// with a step that is halved until the function falls enough.
///
/// Takes the memory of a few vectors; good for thousands of parameters.
///
/// @param mostSteps at least 1
/// @param tolerance above 0: it ends where a step gains less than this, relative to the function's size or,
///                  below 1, as it is
public record LimitedMemoryBfgs(int mostSteps, double tolerance) {

    private static final int REMEMBERED = 10;
    private static final double ENOUGH = 1e-4;
    private static final int MOST_HALVINGS = 40;

    /// How many small gains in a row end it.
    private static final int PATIENCE = 3;

    public LimitedMemoryBfgs {
        if (mostSteps < 1 || !(tolerance > 0)) {
            throw new IllegalArgumentException(
                    "steps from 1 on and a tolerance above 0 were expected; found " + mostSteps + " and " + tolerance);
        }
    }

    /// A function with its gradient.
    @FunctionalInterface
    public interface Smooth {

        /// @param parameters stay as they are
        /// @param gradient   receives it
        /// @return the value, finite
        double at(double[] parameters, double[] gradient);
    }

    /// A step that was made.
    private record Step(double[] moved, double[] turned, double curvature) {}

    /// Searches from a start. Where no step falls, what was remembered is dropped, and the way is straight
    /// downhill; if none falls there either, it has converged only where the slope is within the tolerance.
    public Minimum minimum(Smooth function, double[] start) {
        int n = start.length;
        double[] x = start.clone();
        double[] gradient = new double[n];
        double value = function.at(x, gradient);
        int evaluations = 1;
        Deque<Step> steps = new ArrayDeque<>();
        int idle = 0;
        for (int step = 0; step < mostSteps; step++) {
            double[] direction = direction(gradient, steps);
            double slope = dot(direction, gradient);
            if (!(slope < 0) && !steps.isEmpty()) {
                steps.clear();
                continue;
            }
            if (!(slope < 0)) {
                return Minimum.of(x, value, evaluations, slope == 0);
            }
            double length = steps.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
            double[] next = new double[n];
            double[] turned = new double[n];
            double found = Double.NaN;
            boolean falls = false;
            for (int halving = 0; halving < MOST_HALVINGS && !falls; halving++) {
                for (int i = 0; i < n; i++) {
                    next[i] = Math.fma(length, direction[i], x[i]);
                }
                found = function.at(next, turned);
                evaluations++;
                falls = found <= value + ENOUGH * length * slope;
                length /= 2;
            }
            if (!falls && !steps.isEmpty()) {
                steps.clear();
                continue;
            }
            if (!falls) {
                return Minimum.of(x, value, evaluations, -slope <= tolerance * Math.max(1, Math.abs(value)));
            }
            remember(steps, difference(next, x), difference(turned, gradient));
            idle = value - found <= tolerance * Math.max(1, Math.abs(found)) ? idle + 1 : 0;
            x = next;
            gradient = turned;
            value = found;
            if (idle == PATIENCE) {
                return Minimum.of(x, value, evaluations, true);
            }
        }
        return Minimum.of(x, value, evaluations, false);
    }

    private static void remember(Deque<Step> steps, double[] moved, double[] turned) {
        double curvature = dot(moved, turned);
        if (curvature > 0) {
            steps.addLast(new Step(moved, turned, curvature));
            if (steps.size() > REMEMBERED) {
                steps.removeFirst();
            }
        }
    }

    /// Downhill, with the curvature of the last steps.
    private static double[] direction(double[] gradient, Deque<Step> steps) {
        double[] direction = gradient.clone();
        double[] shares = new double[steps.size()];
        int place = steps.size();
        for (var newest = steps.descendingIterator(); newest.hasNext(); ) {
            Step step = newest.next();
            double share = dot(step.moved(), direction) / step.curvature();
            shares[--place] = share;
            add(direction, -share, step.turned());
        }
        if (!steps.isEmpty()) {
            Step last = steps.getLast();
            double scale = last.curvature() / dot(last.turned(), last.turned());
            for (int i = 0; i < direction.length; i++) {
                direction[i] *= scale;
            }
        }
        for (Step step : steps) {
            double share = shares[place++] - dot(step.turned(), direction) / step.curvature();
            add(direction, share, step.moved());
        }
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -direction[i];
        }
        return direction;
    }

    private static void add(double[] to, double times, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.fma(times, what[i], to[i]);
        }
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum = Math.fma(a[i], b[i], sum);
        }
        return sum;
    }
}
