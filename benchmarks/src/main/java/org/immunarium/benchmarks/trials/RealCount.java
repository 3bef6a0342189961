package org.immunarium.benchmarks.trials;

import java.util.Arrays;
import java.util.List;
import org.immunarium.benchmarks.trials.SimulatedPatient.Rate;
import org.immunarium.numerics.statistics.ProportionInterval;

/// How many patients of an arm of a real trial had something, as was published.
///
/// @param study  of the virtual trial
/// @param arm    its title there
/// @param what   they had
/// @param had    it, of
/// @param of     so many
/// @param source where that is from
record RealCount(String study, String arm, Rate what, int had, int of, String source) {

    private static final double CONFIDENCE = 0.95;
    private static final double PERCENT = 100;

    /// All that come along.
    static List<RealCount> shipped() {
        return ResourceRows.read("real-counts.csv", "trial,arm,measure,had,of,source").stream()
                .map(cells -> new RealCount(
                        cells.get(0),
                        cells.get(1),
                        rate(cells.get(2)),
                        Integer.parseInt(cells.get(3)),
                        Integer.parseInt(cells.get(4)),
                        cells.get(5)))
                .toList();
    }

    private static Rate rate(String measure) {
        return Arrays.stream(Rate.values())
                .filter(rate -> rate.measure().equals(measure))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("real-counts.csv: no measure is called " + measure));
    }

    /// In percent.
    double percent() {
        return PERCENT * had / of;
    }

    /// The exact 95 % interval of the share, in percent.
    ProportionInterval interval() {
        ProportionInterval share = ProportionInterval.exact(had, of, CONFIDENCE);
        return new ProportionInterval(PERCENT * share.lower(), PERCENT * share.upper());
    }
}
