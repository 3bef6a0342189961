package org.immunarium.units;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The units that can be named, and the prefixes they take. `docs/units.md` is the reader's form of it.
final class UnitTable {

    /// A named unit.
    ///
    /// @param symbol how it is printed
    /// @param factor how many of the base units it is
    record Entry(String symbol, Dimension dimension, Ratio factor) {}

    /// SI 2019, exact.
    static final Ratio AVOGADRO = Ratio.ofDecimal(6.02214076e23);

    /// The value that SBML's unit `avogadro` has (CODATA 2006).
    private static final Ratio SBML_AVOGADRO = Ratio.ofDecimal(6.02214179e23);

    static final Map<String, Integer> SHORT_PREFIXES = new LinkedHashMap<>();
    private static final Map<String, String> LONG_PREFIXES = new LinkedHashMap<>();
    private static final Map<String, Entry> PREFIXED_SYMBOLS = new LinkedHashMap<>();
    private static final Map<String, Entry> PREFIXED_NAMES = new LinkedHashMap<>();
    private static final Map<String, Entry> PLAIN = new LinkedHashMap<>();
    private static final Map<String, String> REFUSED = new LinkedHashMap<>();

    private UnitTable() {}

    static {
        prefix("Y", "yotta", 24);
        prefix("Z", "zetta", 21);
        prefix("E", "exa", 18);
        prefix("P", "peta", 15);
        prefix("T", "tera", 12);
        prefix("G", "giga", 9);
        prefix("M", "mega", 6);
        prefix("k", "kilo", 3);
        prefix("h", "hecto", 2);
        prefix("da", "deca", 1);
        prefix("d", "deci", -1);
        prefix("c", "centi", -2);
        prefix("m", "milli", -3);
        prefix("µ", "micro", -6);
        prefix("n", "nano", -9);
        prefix("p", "pico", -12);
        prefix("f", "femto", -15);
        prefix("a", "atto", -18);
        prefix("z", "zepto", -21);
        prefix("y", "yocto", -24);

        Dimension none = Dimension.NONE;
        Dimension force = Dimension.MASS.times(Dimension.LENGTH).over(Dimension.TIME.pow(Ratio.of(2)));
        Dimension energy = force.times(Dimension.LENGTH);
        Dimension power = energy.over(Dimension.TIME);
        Dimension rate = none.over(Dimension.TIME);
        Dimension current = Dimension.of(BaseDimension.CURRENT);
        Dimension charge = current.times(Dimension.TIME);
        Dimension voltage = power.over(current);
        Dimension light = Dimension.of(BaseDimension.LUMINOUS_INTENSITY);
        Dimension dose = energy.over(Dimension.MASS);

        // SI, with SBML's names and both spellings.
        prefixed("m", Dimension.LENGTH, Ratio.ONE, "metre", "meter");
        prefixed("g", Dimension.MASS, Ratio.of(1, 1000), "gram", "gramme");
        prefixed("s", Dimension.TIME, Ratio.ONE, "second");
        prefixed("A", current, Ratio.ONE, "ampere");
        prefixed("K", Dimension.of(BaseDimension.TEMPERATURE), Ratio.ONE, "kelvin");
        prefixed("mol", Dimension.AMOUNT, Ratio.ONE, "mole");
        prefixed("cd", light, Ratio.ONE, "candela");
        prefixed("L", Dimension.VOLUME, Ratio.of(1, 1000), "litre", "liter");
        PREFIXED_SYMBOLS.put("l", entry("L", Dimension.VOLUME, Ratio.of(1, 1000)));
        prefixed("M", Dimension.AMOUNT.over(Dimension.VOLUME), Ratio.of(1000), "molarity", "molar");
        prefixed("Hz", rate, Ratio.ONE, "hertz");
        prefixed("Bq", rate, Ratio.ONE, "becquerel");
        prefixed("N", force, Ratio.ONE, "newton");
        prefixed("Pa", force.over(Dimension.AREA), Ratio.ONE, "pascal");
        prefixed("J", energy, Ratio.ONE, "joule");
        prefixed("W", power, Ratio.ONE, "watt");
        prefixed("C", charge, Ratio.ONE, "coulomb");
        prefixed("V", voltage, Ratio.ONE, "volt");
        prefixed("F", charge.over(voltage), Ratio.ONE, "farad");
        prefixed("Ω", voltage.over(current), Ratio.ONE, "ohm");
        prefixed("S", current.over(voltage), Ratio.ONE, "siemens");
        prefixed("Wb", voltage.times(Dimension.TIME), Ratio.ONE, "weber");
        prefixed("T", voltage.times(Dimension.TIME).over(Dimension.AREA), Ratio.ONE, "tesla");
        prefixed("H", voltage.times(Dimension.TIME).over(current), Ratio.ONE, "henry");
        prefixed("lm", light, Ratio.ONE, "lumen");
        prefixed("lx", light.over(Dimension.AREA), Ratio.ONE, "lux");
        prefixed("Gy", dose, Ratio.ONE, "gray");
        prefixed("Sv", dose, Ratio.ONE, "sievert");
        prefixed("kat", Dimension.AMOUNT.over(Dimension.TIME), Ratio.ONE, "katal");
        prefixed("rad", none, Ratio.ONE, "radian");
        prefixed("sr", none, Ratio.ONE, "steradian");
        // Unified atomic mass unit, CODATA 2018.
        prefixed("Da", Dimension.MASS, Ratio.ofDecimal(1.66053906660e-27), "dalton");
        prefixed("IU", Dimension.ACTIVITY, Ratio.ONE, "international_unit");

        // Time as people count it: a month is a twelfth of a Julian year of 365.25 days.
        plain("min", Dimension.TIME, Ratio.of(60), "minute", "minutes", "mins");
        plain("h", Dimension.TIME, Ratio.of(3600), "hour", "hours", "hr", "hrs");
        plain("d", Dimension.TIME, Ratio.of(86_400), "day", "days");
        plain("w", Dimension.TIME, Ratio.of(7 * 86_400), "week", "weeks", "wk", "wks");
        plain("month", Dimension.TIME, Ratio.of(86_400 * 365_25L, 1200), "months", "mo");
        plain("year", Dimension.TIME, Ratio.of(86_400 * 365_25L, 100), "years", "yr", "yrs", "y");

        // Things that are counted.
        plain("cells", Dimension.ITEMS, Ratio.ONE, "cell");
        plain("operations", Dimension.ITEMS, Ratio.ONE, "operation");
        plain("molecules", Dimension.ITEMS, Ratio.ONE, "molecule");
        plain("items", Dimension.ITEMS, Ratio.ONE, "item");
        plain("copies", Dimension.ITEMS, Ratio.ONE, "copy");
        plain("particles", Dimension.ITEMS, Ratio.ONE, "particle");

        // Plain numbers.
        plain("1", none, Ratio.ONE, "dimensionless");
        plain("%", none, Ratio.of(1, 100), "percent");
        plain("ppm", none, Ratio.of(1, 1_000_000));
        plain("avogadro", none, SBML_AVOGADRO);

        // What medicine also writes.
        plain("µg", Dimension.MASS, Ratio.powerOfTen(-9), "mcg");
        plain("µL", Dimension.VOLUME, Ratio.powerOfTen(-9), "mcL");
        plain("mmHg", force.over(Dimension.AREA), Ratio.of(133_322_387_415L, 1_000_000_000));
        plain("kg", Dimension.MASS, Ratio.ONE, "kilos");

        REFUSED.put("U", "U is ambiguous: write IU for international units, or umol/min for enzyme activity");
        REFUSED.put("units", "\"units\" is ambiguous: write IU for international units");
        String celsius = "degrees Celsius are not a multiple of kelvins and cannot be converted: write K";
        REFUSED.put("Celsius", celsius);
        REFUSED.put("celsius", celsius);
        REFUSED.put("°C", celsius);
    }

    private static void prefix(String symbol, String name, int exponent) {
        SHORT_PREFIXES.put(symbol, exponent);
        LONG_PREFIXES.put(name, symbol);
    }

    private static Entry entry(String symbol, Dimension dimension, Ratio factor) {
        return new Entry(symbol, dimension, factor);
    }

    private static void prefixed(String symbol, Dimension dimension, Ratio factor, String... names) {
        Entry entry = entry(symbol, dimension, factor);
        PREFIXED_SYMBOLS.put(symbol, entry);
        for (String name : names) {
            PREFIXED_NAMES.put(name, entry);
            PREFIXED_NAMES.put(name + "s", entry);
        }
    }

    private static void plain(String symbol, Dimension dimension, Ratio factor, String... aliases) {
        Entry entry = entry(symbol, dimension, factor);
        PLAIN.put(symbol, entry);
        for (String alias : aliases) {
            PLAIN.put(alias, entry);
        }
    }

    /// The unit of this name: a plain one first, then symbols, then long names, with or without prefix.
    static Optional<Entry> find(String written) {
        String name = written.replace('μ', 'µ'); // Greek mu and the micro sign look alike
        Entry whole = PLAIN.get(name);
        if (whole == null) {
            whole = PREFIXED_SYMBOLS.get(name);
        }
        if (whole == null) {
            whole = PREFIXED_NAMES.get(name);
        }
        if (whole != null) {
            return Optional.of(whole);
        }
        if (name.startsWith("u")) {
            name = "µ" + name.substring(1);
        }
        for (String prefix : SHORT_PREFIXES.keySet()) {
            Entry rest = name.startsWith(prefix) ? PREFIXED_SYMBOLS.get(name.substring(prefix.length())) : null;
            if (rest != null) {
                return Optional.of(withPrefix(prefix, rest));
            }
        }
        for (Map.Entry<String, String> prefix : LONG_PREFIXES.entrySet()) {
            Entry rest = written.startsWith(prefix.getKey())
                    ? PREFIXED_NAMES.get(written.substring(prefix.getKey().length()))
                    : null;
            if (rest != null) {
                return Optional.of(withPrefix(prefix.getValue(), rest));
            }
        }
        return Optional.empty();
    }

    private static Entry withPrefix(String prefix, Entry unit) {
        int exponent = SHORT_PREFIXES.getOrDefault(prefix, 0);
        return new Entry(prefix + unit.symbol(), unit.dimension(), unit.factor().times(Ratio.powerOfTen(exponent)));
    }

    /// Why a name that means something to people is not taken, where there is a reason.
    static Optional<String> refusal(String written) {
        return Optional.ofNullable(REFUSED.get(written));
    }

    /// Names to suggest, the common ones first.
    static Collection<String> suggestions() {
        Map<String, Entry> known = new LinkedHashMap<>();
        for (String common : new String[] {
            "mg", "kg", "g", "µg", "ng", "mL", "L", "µL", "nmol", "µmol", "mmol", "nM", "µM", "mM", "µm", "mm", "cm",
            "MIU"
        }) {
            find(common).ifPresent(entry -> known.put(common, entry));
        }
        known.putAll(PLAIN);
        known.putAll(PREFIXED_SYMBOLS);
        known.putAll(PREFIXED_NAMES);
        return known.keySet();
    }
}
