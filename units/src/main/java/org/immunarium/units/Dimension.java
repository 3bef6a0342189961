package org.immunarium.units;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a unit measures: a product of powers of base dimensions, such as mass / length³.
///
/// @param exponents one for each [BaseDimension], in its order
public record Dimension(List<Ratio> exponents) {

    private static final int COUNT = BaseDimension.values().length;

    /// A plain number.
    public static final Dimension NONE = new Dimension(Collections.nCopies(COUNT, Ratio.ZERO));

    public static final Dimension LENGTH = of(BaseDimension.LENGTH);
    public static final Dimension MASS = of(BaseDimension.MASS);
    public static final Dimension TIME = of(BaseDimension.TIME);
    public static final Dimension AMOUNT = of(BaseDimension.AMOUNT);
    public static final Dimension ITEMS = of(BaseDimension.COUNT);
    public static final Dimension ACTIVITY = of(BaseDimension.ACTIVITY);
    public static final Dimension AREA = LENGTH.pow(Ratio.of(2));
    public static final Dimension VOLUME = LENGTH.pow(Ratio.of(3));

    private static final Map<Dimension, String> NAMES = Map.of(
            NONE,
            "a plain number",
            AREA,
            "area",
            VOLUME,
            "volume",
            AMOUNT.over(VOLUME),
            "amount concentration",
            MASS.over(VOLUME),
            "mass concentration",
            ITEMS.over(VOLUME),
            "number concentration",
            AMOUNT.over(AREA),
            "amount per area",
            ITEMS.over(AREA),
            "number per area",
            MASS.over(AMOUNT),
            "molar mass",
            NONE.over(TIME),
            "rate");

    /// @throws IllegalArgumentException if there is not one exponent for each base dimension
    public Dimension {
        exponents = List.copyOf(exponents);
        if (exponents.size() != COUNT) {
            throw new IllegalArgumentException(exponents.size() + " exponents, expected " + COUNT);
        }
    }

    public static Dimension of(BaseDimension base) {
        List<Ratio> exponents = new ArrayList<>(Collections.nCopies(COUNT, Ratio.ZERO));
        exponents.set(base.ordinal(), Ratio.ONE);
        return new Dimension(exponents);
    }

    public Ratio exponent(BaseDimension base) {
        return exponents.get(base.ordinal());
    }

    public Dimension times(Dimension other) {
        List<Ratio> sum = new ArrayList<>(COUNT);
        for (int i = 0; i < COUNT; i++) {
            sum.add(exponents.get(i).plus(other.exponents.get(i)));
        }
        return new Dimension(sum);
    }

    public Dimension over(Dimension other) {
        return times(other.pow(Ratio.of(-1)));
    }

    public Dimension pow(Ratio power) {
        return new Dimension(exponents.stream().map(e -> e.times(power)).toList());
    }

    public boolean isNone() {
        return exponents.stream().allMatch(e -> e.signum() == 0);
    }

    /// In words: `volume`, `mass/time`, `a plain number`.
    @Override
    public String toString() {
        String name = NAMES.get(this);
        if (name != null) {
            return name;
        }
        return UnitText.product(List.of(BaseDimension.values()).stream()
                .filter(base -> exponent(base).signum() != 0)
                .collect(Collectors.toMap(BaseDimension::label, this::exponent, (a, b) -> a, LinkedHashMap::new)));
    }
}
