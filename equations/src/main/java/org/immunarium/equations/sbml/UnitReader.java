package org.immunarium.equations.sbml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.Model.ModelUnits;
import org.immunarium.equations.model.Model.UnitDefinition;
import org.immunarium.equations.model.Model.UnitFactor;
import org.immunarium.equations.model.UnitKinds;

/// Reads the units of a model, and gives levels 1 and 2 the default units that level 3 would have written down.
final class UnitReader {

    /// The units that levels 1 and 2 know by these names even when they are not defined.
    private static final Map<String, String> BUILT_IN = Map.of(
            "substance", "mole",
            "time", "second",
            "volume", "litre",
            "area", "area",
            "length", "metre");

    private static final List<String> DEFAULTS =
            List.of("substanceUnits", "timeUnits", "volumeUnits", "areaUnits", "lengthUnits", "extentUnits");

    private final SbmlLevel level;
    private final Diagnostics diagnostics;
    private final Map<String, UnitDefinition> definitions = new LinkedHashMap<>();
    private final List<UnitDefinition> all = new ArrayList<>();

    UnitReader(SbmlLevel level, Diagnostics diagnostics) {
        this.level = level;
        this.diagnostics = diagnostics;
    }

    record Units(ModelUnits defaults, List<UnitDefinition> definitions) {}

    Units read(XmlElement model) {
        String core = level.namespace();
        for (XmlElement element : model.list(core, "listOfUnitDefinitions")) {
            if (element.is(core, "unitDefinition")) {
                UnitDefinition definition = diagnostics.placed(definition(element), element);
                definitions.put(definition.id(), definition);
                all.add(definition);
            }
        }
        if (level.isThree()) {
            Fields fields = new Fields(model, diagnostics);
            for (String name : DEFAULTS) {
                Optional<String> unit = model.attribute(name);
                if (unit.isPresent() && !definitions.containsKey(unit.get()) && !UnitKinds.ALL.contains(unit.get())) {
                    diagnostics.passOver(
                            model, name + " = \"" + unit.get() + "\": the unit is not defined, so it stays open");
                }
            }
            return new Units(
                    new ModelUnits(
                            reference(fields.optionalId("substanceUnits")),
                            reference(fields.optionalId("timeUnits")),
                            reference(fields.optionalId("volumeUnits")),
                            reference(fields.optionalId("areaUnits")),
                            reference(fields.optionalId("lengthUnits")),
                            reference(fields.optionalId("extentUnits"))),
                    List.copyOf(all));
        }
        if (!definitions.containsKey("area")) {
            all.add(new UnitDefinition("area", "", List.of(new UnitFactor("metre", 2, 0, 1))));
        }
        Optional<String> substance = builtIn("substance");
        return new Units(
                new ModelUnits(
                        substance, builtIn("time"), builtIn("volume"), builtIn("area"), builtIn("length"), substance),
                List.copyOf(all));
    }

    private Optional<String> builtIn(String name) {
        return reference(Optional.of(name));
    }

    /// A reference to a unit, with the spellings and built-in names of levels 1 and 2 resolved.
    Optional<String> reference(Optional<String> unit) {
        if (level.isThree() || unit.isEmpty() || definitions.containsKey(unit.get())) {
            return unit;
        }
        String name = unit.get();
        return Optional.of(BUILT_IN.getOrDefault(name, spelling(name)));
    }

    private static String spelling(String kind) {
        return switch (kind) {
            case "liter" -> "litre";
            case "meter" -> "metre";
            default -> kind;
        };
    }

    private UnitDefinition definition(XmlElement element) {
        Fields fields = new Fields(element, diagnostics).only(List.of("id", "name"));
        List<UnitFactor> factors = new ArrayList<>();
        for (XmlElement unit : element.list(level.namespace(), "listOfUnits")) {
            factors.add(factor(unit));
        }
        return new UnitDefinition(
                fields.id(level.id()), level.level() == 1 ? "" : fields.text("name"), List.copyOf(factors));
    }

    private UnitFactor factor(XmlElement element) {
        Fields fields = new Fields(element, diagnostics)
                .only(List.of("kind", "exponent", "scale", "multiplier", "offset", "id", "name"));
        fields.require(true, "kind");
        fields.require(level.isThree(), "exponent", "scale", "multiplier");
        if (fields.number("offset", 0) != 0) {
            diagnostics.unsupported(element, "units with an offset are not supported: give the quantity in kelvin");
        }
        return new UnitFactor(
                spelling(fields.text("kind").strip()),
                fields.number("exponent", 1),
                fields.integer("scale", 0),
                fields.number("multiplier", 1));
    }
}
