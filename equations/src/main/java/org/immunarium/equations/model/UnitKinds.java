package org.immunarium.equations.model;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The base units of SBML, of which all its other units are made.
public final class UnitKinds {

    /// All of them, in alphabetical order.
    public static final Set<String> ALL = Collections.unmodifiableSet(new TreeSet<>(List.of(
            "ampere",
            "avogadro",
            "becquerel",
            "candela",
            "coulomb",
            "dimensionless",
            "farad",
            "gram",
            "gray",
            "henry",
            "hertz",
            "item",
            "joule",
            "katal",
            "kelvin",
            "kilogram",
            "litre",
            "lumen",
            "lux",
            "metre",
            "mole",
            "newton",
            "ohm",
            "pascal",
            "radian",
            "second",
            "siemens",
            "sievert",
            "steradian",
            "tesla",
            "volt",
            "watt",
            "weber",
            "Celsius")));

    private UnitKinds() {}
}
