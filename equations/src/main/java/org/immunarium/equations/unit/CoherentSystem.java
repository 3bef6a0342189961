package org.immunarium.equations.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.Model.UnitDefinition;
import org.immunarium.equations.model.Model.UnitFactor;
import org.immunarium.equations.model.UnitKinds;
import org.immunarium.units.BaseDimension;
import org.immunarium.units.Dimension;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// One unit for each thing that a model measures, all of them products of a few: the model's unit of time, and of
/// amount, mass and volume those that most of its species and compartments are in.
///
/// Between such units there are no factors, so formulas need none.
final class CoherentSystem {

    private static final Ratio THREE = Ratio.of(3);

    private final Map<String, UnitDefinition> known = new HashMap<>();
    private final DeclaredUnits units;
    private final Map<BaseDimension, Base> bases = new LinkedHashMap<>();
    private final Base volume;
    private final Base length;
    private final Set<String> taken = new HashSet<>(UnitKinds.ALL);
    private final Map<Dimension, UnitDefinition> definitions = new LinkedHashMap<>();

    /// A unit that others are made of.
    ///
    /// @param id of a definition in the model, or a base unit of SBML
    private record Base(String id, String name, List<UnitFactor> factors, Unit unit) {}

    /// One base and its power in a unit.
    private record Power(Base base, Ratio exponent) {}

    CoherentSystem(Model model, DeclaredUnits units) {
        this.units = units;
        model.unitDefinitions().forEach(each -> known.put(each.id(), each));
        taken.addAll(known.keySet());
        List<List<String>> places = places(model);
        bases.put(BaseDimension.AMOUNT, base(Dimension.AMOUNT, places, "mole"));
        bases.put(BaseDimension.MASS, base(Dimension.MASS, places, "gram"));
        bases.put(BaseDimension.TIME, base(Dimension.TIME, places, "second"));
        bases.put(BaseDimension.CURRENT, base("ampere"));
        bases.put(BaseDimension.TEMPERATURE, base("kelvin"));
        bases.put(BaseDimension.LUMINOUS_INTENSITY, base("candela"));
        volume = base(Dimension.VOLUME, places, "litre");
        double metres = volume.unit().factor().pow(Ratio.ONE.over(THREE)).doubleValue();
        Unit edge = Unit.sbml("metre", 1, 0, metres);
        length = new Base("", edge.toString(), List.of(new UnitFactor("metre", 1, 0, metres)), edge);
    }

    /// The ids of units, where they matter most first.
    private static List<List<String>> places(Model model) {
        Model.ModelUnits own = model.units();
        return List.of(
                own.time().stream().toList(),
                model.species().stream()
                        .flatMap(each -> each.substanceUnit().or(own::substance).stream())
                        .toList(),
                model.compartments().stream()
                        .flatMap(each -> each.unit().or(() -> own.ofSize(each.dimensions())).stream())
                        .toList(),
                Stream.of(own.substance(), own.volume(), own.extent())
                        .flatMap(Optional::stream)
                        .toList(),
                model.parameters().stream()
                        .flatMap(each -> each.unit().stream())
                        .toList());
    }

    /// The unit of a dimension that is used most in the first place that has any.
    private Base base(Dimension dimension, List<List<String>> places, String otherwise) {
        for (List<String> place : places) {
            Map<Unit, List<String>> found = place.stream()
                    .filter(id -> units.resolve(id)
                            .filter(unit -> unit.dimension().equals(dimension))
                            .isPresent())
                    .collect(Collectors.groupingBy(
                            id -> units.resolve(id).orElseThrow(), LinkedHashMap::new, Collectors.toList()));
            int most = found.values().stream().mapToInt(List::size).max().orElse(0);
            for (List<String> ids : found.values()) {
                if (ids.size() == most) {
                    return base(ids.getFirst());
                }
            }
        }
        return base(otherwise);
    }

    private Base base(String id) {
        UnitDefinition definition =
                known.getOrDefault(id, new UnitDefinition(id, id, List.of(new UnitFactor(id, 1, 0, 1))));
        String name = definition.name().isEmpty() ? id : definition.name();
        return new Base(id, name, definition.factors(), units.resolve(id).orElseThrow());
    }

    /// By what a value is multiplied to be in this system; 1 where its unit is not known.
    double factor(Optional<Unit> unit) {
        return ratio(unit).doubleValue();
    }

    /// A value in this system, rounded once.
    double value(double value, Optional<Unit> unit) {
        return Double.isFinite(value)
                ? Ratio.ofDecimal(value).times(ratio(unit)).doubleValue()
                : value;
    }

    private Ratio ratio(Optional<Unit> unit) {
        if (unit.isEmpty()) {
            return Ratio.ONE;
        }
        try {
            Unit whole = Unit.ONE;
            for (Power power : powers(unit.get().dimension())) {
                whole = whole.times(power.base().unit().pow(power.exponent()));
            }
            Ratio ratio = unit.get().exactFactorTo(whole);
            return UnitInference.isOne(ratio.doubleValue()) ? Ratio.ONE : ratio;
        } catch (UnitException beyond) {
            return Ratio.ONE;
        }
    }

    /// The id of this system's unit in place of another; the same where that is not known.
    String id(String unit) {
        Optional<Unit> resolved = units.resolve(unit);
        if (resolved.isEmpty()) {
            return unit;
        }
        List<Power> powers = powers(resolved.get().dimension());
        if (powers.isEmpty()) {
            return "dimensionless";
        }
        Power first = powers.getFirst();
        boolean plain = powers.size() == 1
                && first.exponent().equals(Ratio.ONE)
                && !first.base().id().isEmpty();
        return plain
                ? first.base().id()
                : definitions
                        .computeIfAbsent(resolved.get().dimension(), _ -> definition(powers))
                        .id();
    }

    /// The definitions that a model in this system needs: those of its bases, and of all units that were asked for.
    ///
    /// @param kept others that it needs
    List<UnitDefinition> definitions(List<UnitDefinition> kept) {
        Set<UnitDefinition> all = new LinkedHashSet<>(kept);
        Stream.concat(bases.values().stream(), Stream.of(volume)).forEach(base -> {
            if (known.containsKey(base.id())) {
                all.add(known.get(base.id()));
            }
        });
        all.addAll(definitions.values());
        return List.copyOf(all);
    }

    private List<Power> powers(Dimension dimension) {
        List<Power> powers = new ArrayList<>();
        bases.forEach((of, base) -> powers.add(new Power(base, dimension.exponent(of))));
        Ratio metres = dimension.exponent(BaseDimension.LENGTH);
        Ratio litres = metres.over(THREE);
        powers.add(litres.isWhole() ? new Power(volume, litres) : new Power(length, metres));
        powers.removeIf(each -> each.exponent().signum() == 0);
        return powers;
    }

    private UnitDefinition definition(List<Power> powers) {
        List<UnitFactor> factors = new ArrayList<>();
        for (Power power : powers) {
            double exponent = power.exponent().doubleValue();
            power.base()
                    .factors()
                    .forEach(each -> factors.add(
                            new UnitFactor(each.kind(), each.exponent() * exponent, each.scale(), each.multiplier())));
        }
        String above = product(powers, 1);
        String below = product(powers, -1);
        String name = (above.isEmpty() ? "1" : above)
                + (below.isEmpty() ? "" : "/" + (below.matches("[\\w^]+") ? below : "(" + below + ")"));
        String wanted = (above.isEmpty() ? "" : above + "_") + (below.isEmpty() ? "" : "per_" + below);
        wanted = ("u_" + wanted)
                .replaceAll("\\W+", "_")
                .replaceFirst("^u_(?=[A-Za-z_])", "")
                .replaceFirst("_$", "");
        String id = wanted;
        for (int i = 2; !taken.add(id); i++) {
            id = wanted + "_" + i;
        }
        return new UnitDefinition(id, name, factors);
    }

    private static String product(List<Power> powers, int sign) {
        return powers.stream()
                .filter(each -> each.exponent().signum() == sign)
                .map(each -> {
                    Ratio exponent = sign < 0 ? each.exponent().negated() : each.exponent();
                    String name = each.base().name();
                    return exponent.equals(Ratio.ONE) ? name : name + "^" + exponent;
                })
                .collect(Collectors.joining("*"));
    }
}
