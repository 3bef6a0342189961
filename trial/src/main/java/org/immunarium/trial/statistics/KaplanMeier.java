package org.immunarium.trial.statistics;

import java.util.Arrays;
import org.immunarium.numerics.functions.Exponential;
import org.immunarium.numerics.random.Normal;

/// The curve of Kaplan and Meier: what share is without the event at each time.
///
/// Standard errors are Greenwood's; intervals are those of log(-log S), which stay within 0 and 1. Patients who
/// are censored at the time of an event are at risk then.
///
/// *Source*: Kaplan and Meier 1958, doi 10.1080/01621459.1958.10501452; Kalbfleisch and Prentice 2002, section 1.4;
/// the median's interval: Brookmeyer and Crowley 1982, doi 10.2307/2530286.
public final class KaplanMeier {

    private static final double ROUNDING = 1.5e-8;

    private final double[] times;
    private final int[] atRisk;
    private final int[] events;
    private final int[] censored;
    private final double[] share;
    private final double[] hazardVariance;

    private KaplanMeier(int rows) {
        times = new double[rows];
        atRisk = new int[rows];
        events = new int[rows];
        censored = new int[rows];
        share = new double[rows];
        hazardVariance = new double[rows];
    }

    /// The curve of some patients.
    public static KaplanMeier of(Survival data) {
        int[] order = data.order();
        int rows = (int) Arrays.stream(data.times()).distinct().count();
        KaplanMeier curve = new KaplanMeier(rows);
        double left = 1;
        double variance = 0;
        int row = -1;
        for (int i = 0; i < order.length; i++) {
            double time = data.times()[order[i]];
            if (row < 0 || time != curve.times[row]) {
                row++;
                curve.times[row] = time;
                curve.atRisk[row] = order.length - i;
            }
            if (data.events()[order[i]]) {
                curve.events[row]++;
            } else {
                curve.censored[row]++;
            }
        }
        for (row = 0; row < rows; row++) {
            double n = curve.atRisk[row];
            double d = curve.events[row];
            if (d > 0) {
                left *= (n - d) / n;
                variance += d / (n * (n - d));
            }
            curve.share[row] = left;
            curve.hazardVariance[row] = variance;
        }
        return curve;
    }

    /// All times at which something happened, ascending.
    public double[] times() {
        return times.clone();
    }

    /// How many were at risk just before each time.
    public int[] atRisk() {
        return atRisk.clone();
    }

    /// How many had the event at each time.
    public int[] events() {
        return events.clone();
    }

    /// How many were censored at each time.
    public int[] censored() {
        return censored.clone();
    }

    /// The share without the event just after each time.
    public double[] survival() {
        return share.clone();
    }

    /// Greenwood's standard error of each share; NaN where the share is 0.
    public double[] standardErrors() {
        double[] errors = new double[times.length];
        Arrays.setAll(errors, i -> share[i] * Math.sqrt(hazardVariance[i]));
        return errors;
    }

    /// The share at a time, with its interval.
    ///
    /// @param time       at or above 0; after the last patient the share is that of the end
    /// @param confidence between 0 and 1
    public Estimate at(double time, double confidence) {
        int row = row(time);
        if (row < 0) {
            return new Estimate(1, 1, 1);
        }
        return interval(row, confidence);
    }

    private int row(double time) {
        int found = Arrays.binarySearch(times, time);
        return found >= 0 ? found : -found - 2;
    }

    private Estimate interval(int row, double confidence) {
        double s = share[row];
        if (s == 1) {
            return new Estimate(1, 1, 1);
        }
        if (s == 0) {
            return new Estimate(0, Double.NaN, Double.NaN);
        }
        double log = Exponential.log(s);
        double loglog = Exponential.log(-log);
        double half = z(confidence) * Math.sqrt(hazardVariance[row]) / -log;
        return new Estimate(s, inverse(loglog + half), inverse(loglog - half));
    }

    private static double inverse(double loglog) {
        return Exponential.exp(-Exponential.exp(loglog));
    }

    private static double z(double confidence) {
        return new Normal(0, 1).quantile(0.5 + confidence / 2);
    }

    /// How many are still followed, without the event, at a time: those at risk just before it.
    public int atRisk(double time) {
        int found = Arrays.binarySearch(times, time);
        int row = found >= 0 ? found : -found - 1;
        return row == times.length ? 0 : atRisk[row];
    }

    /// The time by which a share of patients has had the event; NaN where the curve does not come to it. Where
    /// it is flat at that share, the middle of the flat.
    ///
    /// @param had        0.5 for the median
    /// @param confidence of the interval, which has the times at which the curve's interval has the share
    public Estimate quantile(double had, double confidence) {
        double[] lower = new double[times.length];
        double[] upper = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            Estimate each = interval(i, confidence);
            lower[i] = each.lower();
            upper[i] = each.upper();
        }
        return new Estimate(first(share, had), first(lower, had), first(upper, had));
    }

    /// The median time to the event.
    public Estimate median(double confidence) {
        return quantile(0.5, confidence);
    }

    private double first(double[] curve, double had) {
        double wanted = 1 - had;
        for (int i = 0; i < times.length; i++) {
            if (Math.abs(curve[i] - wanted) <= ROUNDING) {
                for (int j = i + 1; j < times.length; j++) {
                    if (curve[j] < wanted - ROUNDING) {
                        return (times[i] + times[j]) / 2;
                    }
                }
                return times[i];
            }
            if (curve[i] < wanted) {
                return times[i];
            }
        }
        return Double.NaN;
    }

    /// The mean time without the event until a horizon, and its standard error: the area under the curve.
    ///
    /// @param horizon above 0; where the last patient is followed for less and had no event, the curve is taken
    ///     to go on as it ended
    public RestrictedMean restrictedMean(double horizon) {
        double area = 0;
        double variance = 0;
        double[] after = new double[times.length];
        double end = horizon;
        for (int i = times.length - 1; i >= 0; i--) {
            if (times[i] < horizon) {
                area += share[i] * (end - times[i]);
                after[i] = area;
                end = times[i];
            }
        }
        area += end;
        for (int i = 0; i < times.length; i++) {
            double n = atRisk[i];
            double d = events[i];
            if (times[i] < horizon && d > 0 && n > d) {
                variance += after[i] * after[i] * d / (n * (n - d));
            }
        }
        return new RestrictedMean(horizon, area, Math.sqrt(variance));
    }
}
