package org.immunarium.study.sweep.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.study.file.Placed;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// What a sweep runs: each value of each varied name with each of all others, so many times each.
///
/// @param varied     the first changes slowest
/// @param replicates runs of each point, at least 1
public record SweepPlan(List<Varied> varied, int replicates) {

    /// Runs of one sweep, counting replicates and variants.
    public static final int MOST_RUNS = 100_000;

    private static final String VARY = "vary ";
    private static final String REPLICATES = "replicates";
    private static final String REPLICATES_OPTION = "--replicates";

    /// Bits of the seed of a replicate: fifteen digits, as many as a spreadsheet keeps.
    private static final int SEED_BITS = 49;

    /// So many runs of a study as it is.
    public static SweepPlan replicates(int number) {
        return new SweepPlan(List.of(), number);
    }

    /// Reads options as they were written. What is wrong is noted, and left out.
    ///
    /// @param vary     `name=from:to:count` or `name=value,value` each
    /// @param problems receives what is wrong
    public static SweepPlan parse(List<String> vary, int replicates, List<Problem> problems) {
        List<Varied> varied = new ArrayList<>();
        for (String option : vary) {
            VariedReader.read(option, problems).ifPresent(each -> {
                if (varied.stream().anyMatch(other -> other.name().equals(each.name()))) {
                    problems.add(Problem.of(Varied.OPTION + " " + each.name(), "is given twice; once was expected"));
                } else {
                    varied.add(each);
                }
            });
        }
        if (replicates < 1) {
            problems.add(Problem.of(REPLICATES_OPTION, "a number of at least 1 was expected; found " + replicates));
        } else if (vary.isEmpty() && replicates == 1) {
            problems.add(Problem.of(
                    Varied.OPTION,
                    "nothing is varied; " + Varied.OPTION + " name=from:to:count or " + REPLICATES_OPTION
                            + " 2 and more was expected"));
        }
        SweepPlan plan = new SweepPlan(List.copyOf(varied), Math.max(1, replicates));
        plan.check(1, problems);
        return plan;
    }

    /// Reads what [#texts] gave.
    public static SweepPlan parse(Map<String, String> texts, List<Problem> problems) {
        List<String> vary = new ArrayList<>();
        texts.forEach((key, text) -> {
            if (key.startsWith(VARY)) {
                vary.add(key.substring(VARY.length()) + "=" + text);
            }
        });
        return parse(vary, Integer.parseInt(texts.getOrDefault(REPLICATES, "1")), problems);
    }

    /// Whether a key of a run's overrides is of its sweep.
    public static boolean isKey(String key) {
        return key.equals(REPLICATES) || key.startsWith(VARY);
    }

    /// As text, for the manifest.
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        varied.forEach(each -> texts.put(VARY + each.name(), each.text()));
        texts.put(REPLICATES, Integer.toString(replicates));
        return texts;
    }

    /// Notes names that have one value in all runs already.
    ///
    /// @param set by the command line
    public void checkNotSet(Set<String> set, List<Problem> problems) {
        for (Varied each : varied) {
            if (set.contains(each.name())) {
                problems.add(Problem.of(
                        Varied.OPTION + " " + each.name(), "is set by --set, too; one of the two was expected"));
            }
        }
    }

    /// Notes that there are more runs than a sweep may have.
    ///
    /// @param variants of the study
    public void check(int variants, List<Problem> problems) {
        double runs = (double) variants * replicates;
        StringBuilder product = new StringBuilder();
        for (Varied each : varied) {
            runs *= each.values().size();
            product.append(each.values().size()).append(" x ");
        }
        if (runs > MOST_RUNS) {
            problems.add(Problem.of(
                    varied.isEmpty() ? REPLICATES_OPTION : Varied.OPTION,
                    product.append(replicates)
                            .append(replicates == 1 ? " replicate" : " replicates")
                            .append(variants == 1 ? "" : " x " + variants + " variants")
                            .append(" are ")
                            .append(Quantity.number(runs))
                            .append(" runs; at most ")
                            .append(Quantity.number(MOST_RUNS))
                            .append(" were expected")
                            .toString()));
        }
    }

    /// How many combinations of values there are.
    public int points() {
        return varied.stream().mapToInt(each -> each.values().size()).reduce(1, Math::multiplyExact);
    }

    /// The values of a point by name.
    ///
    /// @param point counted from 0
    public Map<String, Placed<Quantity>> values(int point) {
        Map<String, Placed<Quantity>> values = new LinkedHashMap<>();
        int[] places = places(point);
        for (int v = 0; v < places.length; v++) {
            values.put(varied.get(v).name(), varied.get(v).value(places[v]));
        }
        return values;
    }

    /// Which value each varied name has at a point, counted from 0.
    public int[] places(int point) {
        int[] places = new int[varied.size()];
        int rest = point;
        for (int v = places.length - 1; v >= 0; v--) {
            int values = varied.get(v).values().size();
            places[v] = rest % values;
            rest /= values;
        }
        return places;
    }

    /// The seed of a replicate, the same at all points: the first has that of the study, so that
    /// it is the run that the study alone would be; each other a number of its own, from 0 to
    /// 2^49 - 1.
    ///
    /// @param study     the study's seed
    /// @param replicate counted from 1
    public static long seed(long study, int replicate) {
        return replicate == 1
                ? study
                : new RandomStream(study, replicate - 1, 0, Purpose.REPLICATE).nextLong() >>> (Long.SIZE - SEED_BITS);
    }
}
