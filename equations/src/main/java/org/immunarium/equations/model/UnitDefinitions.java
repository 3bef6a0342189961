package org.immunarium.equations.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunarium.equations.model.Model.UnitDefinition;
import org.immunarium.equations.model.Model.UnitFactor;
import org.immunarium.units.BaseDimension;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// The unit definitions of a model that is being built, made from units as people write them.
final class UnitDefinitions {

    private static final Set<String> LITRES = Set.of("L", "mL", "µL", "dL", "nL", "pL", "fL");

    private final Map<String, UnitDefinition> definitions = new LinkedHashMap<>();

    /// The id by which a model names a unit, defining it if need be.
    ///
    /// @throws UnitException if it is not a unit
    String id(String text) {
        Unit unit = Unit.parse(text);
        String written = unit.toString();
        if (unit.equals(Unit.ONE)) {
            return "dimensionless";
        }
        String id = identifier(written);
        definitions.computeIfAbsent(id, key -> new UnitDefinition(key, written, factors(unit)));
        return id;
    }

    List<UnitDefinition> all() {
        return List.copyOf(definitions.values());
    }

    /// `mg/L` as `mg_per_L`.
    private static String identifier(String written) {
        String id = written.replaceFirst("^1/", "per_")
                .replace("/", "_per_")
                .replace("·", "_")
                .replace("µ", "u")
                .replace("Ω", "ohm")
                .replace("%", "percent")
                .replace("^-", "_e_minus_")
                .replaceAll("[^A-Za-z0-9_²³⁴⁵⁶⁷⁸⁹]+", "_");
        StringBuilder ascii = new StringBuilder();
        for (char c : id.toCharArray()) {
            int digit = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
            ascii.append(digit >= 0 ? String.valueOf(digit) : c);
        }
        return Character.isLetter(ascii.charAt(0)) || ascii.charAt(0) == '_' ? ascii.toString() : "u_" + ascii;
    }

    private static List<UnitFactor> factors(Unit unit) {
        List<UnitFactor> factors = new ArrayList<>();
        if (!unit.number().equals(Ratio.ONE)) {
            factors.add(new UnitFactor("dimensionless", 1, 0, unit.number().doubleValue()));
        }
        unit.symbols().forEach((symbol, power) -> add(symbol, power, factors));
        return factors;
    }

    private static void add(String symbol, Ratio power, List<UnitFactor> factors) {
        Unit unit = Unit.parse(symbol);
        if (symbol.equals("molecules")) { // parts of a mole, as cells are not
            double moles = unit.withCountsAsAmounts().factorTo(Unit.parse("mol"));
            factors.add(new UnitFactor("mole", power.doubleValue(), 0, moles));
            return;
        }
        if (LITRES.contains(symbol)) {
            Ratio litres = unit.exactFactorTo(Unit.parse("L"));
            factors.add(new UnitFactor("litre", power.doubleValue(), 0, litres.doubleValue()));
            return;
        }
        // The multiplier goes with the first base unit: (86400 s)^-1 for 1/d.
        Ratio left = unit.factor();
        boolean any = false;
        for (BaseDimension base : BaseDimension.values()) {
            Ratio exponent = unit.dimension().exponent(base);
            if (exponent.signum() != 0 && base != BaseDimension.ACTIVITY) {
                double multiplier = left.pow(Ratio.ONE.over(exponent)).doubleValue();
                factors.add(new UnitFactor(kind(base), exponent.times(power).doubleValue(), 0, multiplier));
                left = Ratio.ONE;
                any = true;
            }
        }
        if (!any) { // a plain number, or international units, which SBML does not know
            factors.add(new UnitFactor("dimensionless", power.doubleValue(), 0, left.doubleValue()));
        }
    }

    private static String kind(BaseDimension base) {
        return switch (base) {
            case LENGTH -> "metre";
            case MASS -> "kilogram";
            case TIME -> "second";
            case CURRENT -> "ampere";
            case TEMPERATURE -> "kelvin";
            case AMOUNT -> "mole";
            case LUMINOUS_INTENSITY -> "candela";
            case COUNT -> "item";
            case ACTIVITY -> "dimensionless";
        };
    }
}
