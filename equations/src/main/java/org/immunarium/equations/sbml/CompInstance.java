package org.immunarium.equations.sbml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One use of a model in a composed model: its own copy of every element, and the names in it.
final class CompInstance {

    /// A parameter by its name in an instance; values inside are multiplied by it on the way out.
    record Factor(CompInstance scope, String parameter) {}

    final XmlElement model;
    final Optional<CompInstance> parent;
    /// What goes in front of its ids: `a__b__`.
    final String prefix;
    /// How many submodels it lies in; zero for the outermost model.
    final int depth;
    /// The submodels by id.
    final Map<String, CompInstance> submodels = new LinkedHashMap<>();

    /// Elements by id, as things that formulas can name.
    final Map<String, XmlElement> ids = new HashMap<>();

    final Map<String, XmlElement> units = new HashMap<>();
    final Map<String, XmlElement> metaIds = new HashMap<>();
    final Map<String, XmlElement> ports = new HashMap<>();

    /// Factors of time and extent, from the outermost submodel in.
    final List<Factor> timeFactors = new ArrayList<>();

    final List<Factor> extentFactors = new ArrayList<>();

    boolean removed;

    /// The outermost model.
    CompInstance(XmlElement model, SbmlLevel level) {
        this(model, Optional.empty(), "", level);
    }

    /// The model of a submodel element.
    CompInstance(XmlElement model, CompInstance parent, XmlElement submodel, SbmlLevel level) {
        this(model, Optional.of(parent), parent.prefix + comp(submodel, "id") + "__", level);
        timeFactors.addAll(parent.timeFactors);
        extentFactors.addAll(parent.extentFactors);
        submodel.attribute(SbmlLevel.COMP, "timeConversionFactor")
                .ifPresent(f -> timeFactors.add(new Factor(parent, f.strip())));
        submodel.attribute(SbmlLevel.COMP, "extentConversionFactor")
                .ifPresent(f -> extentFactors.add(new Factor(parent, f.strip())));
    }

    private CompInstance(XmlElement model, Optional<CompInstance> parent, String prefix, SbmlLevel level) {
        this.model = model;
        this.parent = parent;
        this.prefix = prefix;
        depth = parent.map(p -> p.depth + 1).orElse(0);
        model.children.forEach(child -> child.walk(element -> index(element, level)));
    }

    private void index(XmlElement element, SbmlLevel level) {
        element.attribute("metaid").ifPresent(id -> metaIds.putIfAbsent(id, element));
        if (element.namespace.equals(SbmlLevel.COMP)) {
            element.attribute(SbmlLevel.COMP, "id").ifPresent(id -> {
                switch (element.name) {
                    case "port" -> ports.put(id, element);
                    case "submodel" -> ids.put(id, element);
                    default -> {}
                }
            });
        } else if (element.namespace.equals(level.namespace()) && !element.name.equals("localParameter")) {
            Map<String, XmlElement> names = element.name.equals("unitDefinition") ? units : ids;
            element.attribute("id").ifPresent(id -> names.putIfAbsent(id.strip(), element));
        }
    }

    /// An attribute of the package; empty text where it is missing.
    static String comp(XmlElement element, String name) {
        return element.attribute(SbmlLevel.COMP, name).orElse("").strip();
    }
}
