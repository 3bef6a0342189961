package org.immunarium.benchmarks.tissue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/// Counts of the CAR-T organoid as published: means of five runs each of its two programs, CART-ABM and CARTopiaX,
/// read off the figures of the latter (https://github.com/compiler-research/CARTopiaX). Tumour cells count dead or
/// alive, CAR-T cells alive.
final class PublishedOrganoid {

    /// At some day.
    ///
    /// @param least  tumour cells
    /// @param most   tumour cells
    /// @param killer CAR-T cells; empty where nothing is published
    record Counts(double least, double most, OptionalDouble killer) {

        /// Where nothing is published of CAR-T cells.
        Counts(double tumour) {
            this(tumour, tumour, OptionalDouble.empty());
        }

        Counts(double least, double most, double killer) {
            this(least, most, OptionalDouble.of(killer));
        }

        /// How far a number of tumour cells is outside of the range, by its nearer end; 0 inside.
        double off(double tumour) {
            return tumour < least ? tumour / least - 1 : tumour > most ? tumour / most - 1 : 0;
        }
    }

    private static final Map<Double, Counts> UNTREATED = Map.of(
            0.0, new Counts(3957),
            5.0, new Counts(6700),
            10.0, new Counts(12_400),
            15.0, new Counts(19_400),
            20.0, new Counts(27_600),
            25.0, new Counts(37_300),
            30.0, new Counts(48_900));

    private static final Map<Double, Counts> TWO_DOSES = Map.ofEntries(
            Map.entry(0.0, new Counts(3957, 3957, 3957)),
            Map.entry(3.5, new Counts(4400, 4400, 3700)),
            Map.entry(5.0, new Counts(3750, 3900, 3520)),
            Map.entry(7.5, new Counts(2050, 2150, 3150)),
            Map.entry(8.0, new Counts(1700, 1700, 7000)),
            Map.entry(10.0, new Counts(820, 870, 4760)),
            Map.entry(13.0, new Counts(1080, 1180, 3520)),
            Map.entry(15.0, new Counts(1070, 1150, 3250)),
            Map.entry(17.5, new Counts(930, 1040, 2400)),
            Map.entry(20.0, new Counts(1370, 1370, 0)),
            Map.entry(25.0, new Counts(2390, 2640, 0)),
            Map.entry(30.0, new Counts(3870, 4450, 0)));

    private final Map<Double, Counts> counts;

    /// @param doses the days of doses of 3,957 cells
    PublishedOrganoid(List<Double> doses) {
        counts = doses.isEmpty() ? UNTREATED : doses.equals(List.of(0.0, 8.0)) ? TWO_DOSES : Map.of();
    }

    /// The days on which something is published, in order.
    List<Double> days() {
        return counts.keySet().stream().sorted().toList();
    }

    /// What is published of one of them.
    Counts at(double day) {
        return Objects.requireNonNull(counts.get(day));
    }
}
