package org.immunarium.tissue.physicell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.random.Distribution;
import org.immunarium.numerics.random.LogNormal;
import org.immunarium.numerics.random.LogUniform;
import org.immunarium.numerics.random.Normal;
import org.immunarium.numerics.random.Uniform;
import org.immunarium.tissue.model.Variation;
import org.immunarium.tissue.table.Range;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;

/// Reads `<initial_parameter_distributions>`: how cells of a type differ at the start.
final class VariationReader {

    private static final List<String> KINDS = List.of("Uniform", "LogUniform", "Normal", "LogNormal", "Log10Normal");

    private final Names names;
    private final int type;
    private final TypeDraft draft;

    VariationReader(int type, TypeDraft draft, Names names) {
        this.type = type;
        this.draft = draft;
        this.names = names;
    }

    List<Variation> read(XmlElement list) {
        if (!list.flag("enabled", true)) {
            list.passOver();
            return List.of();
        }
        List<Variation> variations = new ArrayList<>();
        for (XmlElement element : list.children("distribution")) {
            if (element.flag("enabled", true)) {
                one(element).ifPresent(variations::add);
            } else {
                element.passOver();
            }
        }
        return variations;
    }

    private Optional<Variation> one(XmlElement element) {
        String kind = element.requiredAttribute("type").orElse("");
        boolean checkBase = element.flag("check_base", true);
        Optional<String> what = element.required("behavior").map(XmlElement::text);
        boolean volume = what.isPresent() && what.get().equalsIgnoreCase("volume");
        OptionalInt behaviour = what.isPresent() ? names.behaviours().find(what.get()) : OptionalInt.empty();
        if (what.isPresent() && !volume && behaviour.isEmpty()) {
            element.child("behavior")
                    .ifPresent(at -> at.wrong(NearMiss.unknown(
                            what.get(),
                            "volume or a behaviour",
                            names.behaviours().names())));
        }
        Range range = volume || behaviour.isEmpty()
                ? Range.POSITIVE
                : Range.of(names.behaviours().word(behaviour.getAsInt()));
        Optional<Spread> spread = spread(element, kind);
        if (spread.isEmpty() || (!volume && behaviour.isEmpty())) {
            return Optional.empty();
        }
        judge(element, spread.get(), range, volume);
        double own = volume ? draft.volume.total() : draft.behaviours[behaviour.getAsInt()];
        if (checkBase && !(own >= spread.get().lowest && own <= spread.get().highest)) {
            element.wrong("the type's own value, " + own + ", is not in the range of the distribution, which"
                    + " check_base asks for");
        }
        return Optional.of(new Variation(type, volume ? OptionalInt.empty() : behaviour, spread.get().values));
    }

    private record Spread(Distribution values, double lowest, double highest) {}

    private static Optional<Spread> spread(XmlElement element, String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "uniform" -> between(element, Range.ANY);
            case "loguniform" -> between(element, Range.POSITIVE);
            case "normal" ->
                mean(element).flatMap(m -> bounded(element, new Normal(m.mu, m.sigma), Double.NEGATIVE_INFINITY));
            case "lognormal" -> mean(element).flatMap(m -> bounded(element, new LogNormal(m.mu, m.sigma), 0));
            case "log10normal" -> {
                double ln10 = ElementaryFunctions.log(10);
                yield mean(element).flatMap(m -> bounded(element, new LogNormal(m.mu * ln10, m.sigma * ln10), 0));
            }
            default -> {
                if (!kind.isEmpty()) {
                    element.wrong(NearMiss.unknown(kind, "a kind of distribution", KINDS));
                }
                element.ignore("min", "max", "mu", "sigma", "lower_bound", "upper_bound");
                yield Optional.empty();
            }
        };
    }

    private static Optional<Spread> between(XmlElement element, Range range) {
        double min = element.requiredNumber("min", Double.NaN, range, Label.FREE);
        double max = element.requiredNumber("max", Double.NaN, range, Label.FREE);
        if (min > max) {
            element.wrong("min is " + min + " and max " + max + "; max must not be smaller");
        }
        return min <= max
                ? Optional.of(
                        new Spread(range == Range.ANY ? new Uniform(min, max) : new LogUniform(min, max), min, max))
                : Optional.empty();
    }

    private record Mean(double mu, double sigma) {}

    private static Optional<Mean> mean(XmlElement element) {
        double mu = element.requiredNumber("mu", Double.NaN, Range.ANY, Label.FREE);
        double sigma = element.requiredNumber("sigma", Double.NaN, Range.POSITIVE, Label.FREE);
        return Double.isNaN(mu + sigma) ? Optional.empty() : Optional.of(new Mean(mu, sigma));
    }

    private static Optional<Spread> bounded(XmlElement element, Distribution whole, double lowest) {
        OptionalDouble lower = bound(element, "lower_bound");
        OptionalDouble upper = bound(element, "upper_bound");
        double from = Math.max(lowest, lower.orElse(lowest));
        double to = upper.orElse(Double.POSITIVE_INFINITY);
        if (from >= to) {
            element.wrong("lower_bound is " + from + " and upper_bound " + to + "; the second must be greater");
            return Optional.empty();
        }
        boolean bounded = lower.isPresent() || upper.isPresent();
        return Optional.of(new Spread(bounded ? whole.truncated(from, to) : whole, from, to));
    }

    private static OptionalDouble bound(XmlElement element, String name) {
        Optional<XmlElement> bound = element.child(name);
        return bound.isEmpty() ? OptionalDouble.empty() : bound.get().number(Range.ANY, Label.FREE);
    }

    /// All that can be drawn must be what the quantity can be: a cell with a rate below 0 cannot run.
    private static void judge(XmlElement element, Spread spread, Range range, boolean volume) {
        double least = volume ? 0 : range.lowest();
        boolean below = spread.lowest < least;
        if (!below && spread.highest <= range.highest()) {
            return;
        }
        element.wrong("values from " + words(spread.lowest) + " to " + words(spread.highest) + " were found; "
                + range.words() + " is expected: give "
                + (below
                        ? "a lower_bound of at least " + words(least)
                        : "an upper_bound of at most " + words(range.highest())));
    }

    private static String words(double end) {
        return Double.isInfinite(end) ? (end < 0 ? "minus " : "") + "infinity" : Quantity.number(end);
    }
}
