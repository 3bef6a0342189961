package org.immunarium.study.tissue.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.random.Distribution;
import org.immunarium.numerics.random.LogNormal;
import org.immunarium.numerics.random.LogUniform;
import org.immunarium.numerics.random.Normal;
import org.immunarium.numerics.random.Reciprocal;
import org.immunarium.numerics.random.Uniform;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.study.variation.Spread;
import org.immunarium.study.variation.Variation;
import org.immunarium.study.variation.VariationReader;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.tissue.model.VolumeModel;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// `varies` of a cell type: how its cells differ at the start, in their volume or in what they do.
final class VariesSection {

    /// Stands for the volume among behaviours.
    static final String VOLUME = "volume";

    /// Of a distribution that is cut off: with less, the numbers that are left are rounding.
    private static final double LEAST_SHARE = 1e-6;

    private static final String ANEW = "anew";

    static final List<String> KEYS =
            Stream.concat(VariationReader.KEYS.stream(), Stream.of(ANEW)).toList();

    /// How a value differs.
    ///
    /// @param anew whether daughters draw anew, rather than have their mother's value
    record Varied(Distribution values, boolean anew) {}

    private final TissueModel model;
    private final Vocabulary<Behaviour> behaviours;
    private final DoesSection does;

    VariesSection(TissueModel model, DoesSection does) {
        this.model = model;
        this.does = does;
        behaviours = model.behaviours();
    }

    /// What is drawn from, by behaviour, each with its place; of the volume, by an empty one.
    Map<OptionalInt, Placed<Varied>> read(Section type, VolumeModel volume, double[] own) {
        Map<OptionalInt, Placed<Varied>> varied = new LinkedHashMap<>();
        Map<Integer, String> said = new HashMap<>();
        type.sections("varies", KEYS).forEach((key, section) -> {
            Optional<Placed<Variation>> variation = VariationReader.read(section);
            boolean anew = section.flag(ANEW).orElse(false);
            if (key.equals(VOLUME)) {
                if (anew) {
                    section.problem(ANEW, section.name(ANEW) + ": daughters have half of their mother's volume");
                }
                variation
                        .flatMap(each -> distribution(
                                section, each, volume.total(), Values.CUBIC_MICROMETRES, Bounds.NOT_NEGATIVE))
                        .ifPresent(
                                values -> varied.put(OptionalInt.empty(), section.placed(new Varied(values, false))));
                return;
            }
            OptionalInt place = does.place(type.section("varies").orElseThrow(), key);
            String before = place.isPresent() ? said.putIfAbsent(place.getAsInt(), key) : null;
            if (before != null) {
                section.problem(section.words() + ": is the same behaviour as \"" + before + "\"");
                return;
            }
            if (variation.isPresent() && place.isPresent()) {
                distribution(
                                section,
                                variation.get(),
                                own[place.getAsInt()],
                                BehaviourUnit.of(model, behaviours, place.getAsInt()),
                                Bounds.of(behaviours.word(place.getAsInt())))
                        .ifPresent(values -> varied.put(place, section.placed(new Varied(values, anew))));
            }
        });
        return varied;
    }

    /// @param middle the type's own value
    /// @param bounds of the value
    private static Optional<Distribution> distribution(
            Section section, Placed<Variation> variation, double middle, Unit unit, Bounds bounds) {
        if (isOfDuration(variation.value().spread(), unit)) {
            return ofDuration(section, variation, middle);
        }
        Optional<Distribution> whole = whole(section, variation.value().spread(), middle, unit, bounds);
        OptionalDouble least = number(section, "min", variation.value().least(), unit, bounds);
        OptionalDouble most = number(section, "max", variation.value().most(), unit, bounds);
        if (whole.isEmpty()
                || least.isPresent() != variation.value().least().isPresent()
                || most.isPresent() != variation.value().most().isPresent()) {
            return Optional.empty();
        }
        double from = least.orElse(Double.NEGATIVE_INFINITY);
        double to = most.orElse(Double.POSITIVE_INFINITY);
        if (from > to) {
            section.problem(section.words() + ": min is " + Quantity.number(from) + " and max " + Quantity.number(to)
                    + "; the lower first was expected");
            return Optional.empty();
        }
        boolean bounded = least.isPresent() || most.isPresent();
        Distribution drawn = bounded ? whole.get().truncated(from, to) : whole.get();
        if (bounded && whole.get().atMost(to) - whole.get().atMost(from) < LEAST_SHARE) {
            section.problem(section.words() + ": less than one cell in a million lies between min and max; limits"
                    + " around " + Quantity.number(middle) + ", the type's own value, were expected");
            return Optional.empty();
        }
        return isWithin(section, drawn, bounds) ? Optional.of(drawn) : Optional.empty();
    }

    private static boolean isWithin(Section section, Distribution drawn, Bounds bounds) {
        boolean below = drawn.quantile(0) < bounds.lowest();
        boolean above = drawn.quantile(1) > bounds.highest();
        if (below || above) {
            section.problem(section.words() + ": it reaches values " + (below ? "below " : "above ")
                    + Quantity.number(below ? bounds.lowest() : bounds.highest()) + ", which cannot be; add "
                    + (below
                            ? "min: " + Quantity.number(bounds.lowest())
                            : "max: " + Quantity.number(bounds.highest())));
        }
        return !below && !above;
    }

    private static Optional<Distribution> whole(
            Section section, Spread spread, double middle, Unit unit, Bounds bounds) {
        return switch (spread) {
            case Spread.LogNormal(double sd) -> {
                if (middle <= 0) {
                    section.problem(
                            "log-normal",
                            section.name("log-normal") + ": a value above 0 to vary around was expected; the type's is "
                                    + Quantity.number(middle));
                    yield Optional.empty();
                }
                yield Optional.of(new LogNormal(ElementaryFunctions.log(middle), sd));
            }
            case Spread.Normal(Placed<Quantity> sd) -> {
                OptionalDouble own = Bounds.NOT_NEGATIVE.number(section.name("normal"), sd, unit, section::problem);
                yield own.isPresent() ? Optional.of(new Normal(middle, own.getAsDouble())) : Optional.empty();
            }
            case Spread.Uniform(Placed<Quantity> low, Placed<Quantity> high) ->
                ends(section, "uniform", low, high, unit, bounds)
                        .map(ends -> new Uniform(ends.getFirst(), ends.getLast()));
            case Spread.LogUniform(Placed<Quantity> low, Placed<Quantity> high) ->
                ends(section, "log-uniform", low, high, unit, bounds)
                        .filter(ends -> {
                            boolean positive = ends.getFirst() > 0;
                            if (!positive) {
                                section.problem(
                                        low,
                                        section.name("log-uniform") + ": ends above 0 were expected; found "
                                                + low.value());
                            }
                            return positive;
                        })
                        .map(ends -> new LogUniform(ends.getFirst(), ends.getLast()));
        };
    }

    /// Two ends, the lower first.
    private static Optional<List<Double>> ends(
            Section section, String key, Placed<Quantity> low, Placed<Quantity> high, Unit unit, Bounds bounds) {
        OptionalDouble from = bounds.number(section.name(key), low, unit, section::problem);
        OptionalDouble to = bounds.number(section.name(key), high, unit, section::problem);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (from.getAsDouble() > to.getAsDouble()) {
            section.problem(
                    low,
                    section.name(key) + ": two values, the lower first, were expected; found " + low.value() + " and "
                            + high.value());
            return Optional.empty();
        }
        return Optional.of(List.of(from.getAsDouble(), to.getAsDouble()));
    }

    private static OptionalDouble number(
            Section section, String key, Optional<Placed<Quantity>> limit, Unit unit, Bounds bounds) {
        return limit.isEmpty()
                ? OptionalDouble.empty()
                : bounds.number(section.name(key), limit.get(), unit, section::problem);
    }

    /// Whether a rate varies by how long it takes: `normal: 3.7 h` of one in 1/min.
    private static boolean isOfDuration(Spread spread, Unit unit) {
        return unit.dimension().equals(Values.PER_MINUTE.dimension())
                && spread instanceof Spread.Normal(Placed<Quantity> sd)
                && sd.value().unit().dimension().equals(Values.MINUTES.dimension());
    }

    /// 1 over durations, which vary around 1 over the type's own rate.
    private static Optional<Distribution> ofDuration(Section section, Placed<Variation> variation, double rate) {
        if (rate <= 0) {
            section.problem(section.words() + ": a rate above 0, whose duration can vary, was expected of the type");
            return Optional.empty();
        }
        Optional<Distribution> durations =
                distribution(section, variation, 1 / rate, Values.MINUTES, Bounds.NOT_NEGATIVE);
        if (durations.isPresent() && durations.get().quantile(0) <= 0) {
            section.problem(section.words() + ": a duration may be 0; add min: 1 min, or what is the least");
            return Optional.empty();
        }
        return durations.map(Reciprocal::new);
    }
}
