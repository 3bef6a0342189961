package org.immunarium.equations.sbml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.equations.sbml.CompFlattening.Link;
import org.immunarium.equations.sbml.CompInstance.Factor;

/// Rewrites the elements of an instance for the flat model: names, and factors where values, time or extent are
/// counted differently inside.
///
/// With t the factor of time, x that of extent and c that of a replaced quantity (what it is outside = c times
/// what it is inside):
///
/// | inside | outside |
/// |---|---|
/// | time | time / t |
/// | delay(x, d), the delay of an event | delay(x, d t), d t |
/// | a rate rule f, rateOf(q) | f / t, rateOf(q) t |
/// | a kinetic law f, the symbol of a reaction r | f x / t, r t / x |
/// | a replaced quantity q, an assignment to it | q / c, c times the assignment |
/// | the symbol of a replaced reaction r | r / c, with t and x of the instance that replaces it |
final class CompRenaming {

    private static final Set<String> REFERENCES =
            Set.of("compartment", "species", "symbol", "variable", "conversionFactor", "outside");

    private static final Set<String> UNITS =
            Set.of("units", "substanceUnits", "timeUnits", "volumeUnits", "areaUnits", "lengthUnits", "extentUnits");

    private final SbmlLevel level;
    private final Set<XmlElement> removed;
    private final Map<XmlElement, Link> replaced;
    private final Map<XmlElement, XmlElement> takesNameOf;
    private final Map<XmlElement, CompInstance> owners;

    CompRenaming(
            SbmlLevel level,
            Set<XmlElement> removed,
            Map<XmlElement, Link> replaced,
            Map<XmlElement, XmlElement> takesNameOf,
            Map<XmlElement, CompInstance> owners) {
        this.level = level;
        this.removed = removed;
        this.replaced = replaced;
        this.takesNameOf = takesNameOf;
        this.owners = owners;
    }

    /// A copy of an element of an instance, as it is in the flat model.
    XmlElement renamed(XmlElement element, CompInstance instance) {
        XmlElement flat = structure(element, instance, Map.of());
        defaults(flat, element, instance);
        return flat;
    }

    /// What an instance's model gives to its elements by default is written on them.
    private void defaults(XmlElement flat, XmlElement element, CompInstance instance) {
        if (instance.parent.isEmpty()) {
            return;
        }
        XmlElement model = instance.model;
        if (element.is(level.namespace(), "species")) {
            model.attribute("conversionFactor")
                    .filter(f -> flat.attribute("conversionFactor").isEmpty())
                    .ifPresent(f -> flat.set("conversionFactor", Optional.of(finalName(f.strip(), instance))));
            model.attribute("substanceUnits")
                    .filter(f -> flat.attribute("substanceUnits").isEmpty())
                    .ifPresent(u -> flat.set("substanceUnits", Optional.of(unitName(u.strip(), instance))));
        }
        if (element.is(level.namespace(), "compartment")
                && flat.attribute("units").isEmpty()) {
            String kind =
                    switch (element.attribute("spatialDimensions").orElse("3").strip()) {
                        case "1" -> "lengthUnits";
                        case "2" -> "areaUnits";
                        default -> "volumeUnits";
                    };
            model.attribute(kind).ifPresent(u -> flat.set("units", Optional.of(unitName(u.strip(), instance))));
        }
    }

    private XmlElement structure(XmlElement element, CompInstance instance, Map<String, String> local) {
        XmlElement flat = new XmlElement(element, element.namespace, element.name);
        flat.text = element.text;
        flat.offset = element.offset;
        Map<String, String> inside = element.name.equals("kineticLaw") ? locals(element) : local;
        for (XmlElement.Attribute attribute : element.attributes) {
            flat.attributes.add(attribute(element, attribute, instance));
        }
        for (XmlElement child : element.children) {
            if (removed.contains(child)) {
                continue;
            }
            if (child.is(MathNames.MATHML, "math")) {
                flat.children.add(math(element, child, instance, inside));
            } else if (child.namespace.equals(level.namespace())) {
                flat.children.add(structure(child, instance, inside));
            }
        }
        return flat;
    }

    private XmlElement.Attribute attribute(XmlElement element, XmlElement.Attribute attribute, CompInstance instance) {
        if (!attribute.namespace().isEmpty()) {
            return attribute;
        }
        String value = attribute.value().strip();
        String name = attribute.name();
        if (name.equals("id") && !element.name.equals("localParameter")) {
            value = nameOf(element, instance, value);
        } else if (UNITS.contains(name)) {
            value = unitName(value, instance);
        } else if (REFERENCES.contains(name)) {
            value = finalName(value, instance);
        }
        return new XmlElement.Attribute("", name, value);
    }

    /// What the local parameters of a kinetic law are called in the flat model: as they are, unless a parameter of
    /// the model replaces them.
    private Map<String, String> locals(XmlElement law) {
        Map<String, String> names = new HashMap<>();
        for (XmlElement parameter : law.list(level.namespace(), "listOfLocalParameters")) {
            String id = parameter.attribute("id").map(String::strip).orElse("");
            if (replaced.containsKey(parameter)) {
                names.put(id, finalName(parameter, id));
            } else if (!removed.contains(parameter)) {
                names.put(id, id);
            }
        }
        return names;
    }

    /// The name in the flat model of what `name` means in an instance.
    private String finalName(String name, CompInstance instance) {
        XmlElement element = instance.ids.get(name);
        return element == null ? name : finalName(element, name);
    }

    private String unitName(String name, CompInstance instance) {
        XmlElement element = instance.units.get(name);
        return element == null ? name : finalName(element, name);
    }

    private String finalName(XmlElement element, String otherwise) {
        XmlElement last = element;
        Link link = replaced.get(last);
        while (link != null) {
            last = link.to();
            link = replaced.get(last);
        }
        CompInstance owner = owners.get(last);
        String id = last.attribute("id").map(String::strip).orElse(otherwise);
        return owner == null ? id : nameOf(last, owner, id);
    }

    private String nameOf(XmlElement element, CompInstance owner, String id) {
        XmlElement named = takesNameOf.get(element);
        if (named == null) {
            return owner.prefix + id;
        }
        CompInstance other = owners.get(named);
        String taken = named.attribute("id").map(String::strip).orElse(id);
        return other == null ? taken : nameOf(named, other, taken);
    }

    /// The mathematics of an element, and what its meaning needs around it.
    private XmlElement math(XmlElement holder, XmlElement math, CompInstance instance, Map<String, String> local) {
        XmlElement flat = new XmlElement(math, math.namespace, math.name);
        for (XmlElement child : math.children) {
            XmlElement inner = expression(child, instance, local);
            switch (holder.name) {
                case "rateRule" -> {
                    inner = operation("divide", inner, instance.timeFactors);
                    inner = operation("times", inner, conversions(holder, "variable", instance));
                }
                case "assignmentRule", "eventAssignment" ->
                    inner = operation("times", inner, conversions(holder, "variable", instance));
                case "initialAssignment" -> inner = operation("times", inner, conversions(holder, "symbol", instance));
                case "kineticLaw" -> {
                    inner = operation("times", inner, instance.extentFactors);
                    inner = operation("divide", inner, instance.timeFactors);
                }
                case "delay" -> inner = operation("times", inner, instance.timeFactors);
                default -> {}
            }
            flat.children.add(inner);
        }
        flat.text = math.text;
        return flat;
    }

    private List<Factor> conversions(XmlElement holder, String attribute, CompInstance instance) {
        return conversions(holder.attribute(attribute).map(String::strip).orElse(""), instance);
    }

    /// The factors by which a symbol of an instance was converted when it was replaced.
    private List<Factor> conversions(String name, CompInstance instance) {
        List<Factor> factors = new ArrayList<>();
        XmlElement element = instance.ids.get(name);
        Link link = element == null ? null : replaced.get(element);
        while (link != null) {
            link.factor().ifPresent(factors::add);
            link = replaced.get(link.to());
        }
        return factors;
    }

    private XmlElement expression(XmlElement element, CompInstance instance, Map<String, String> local) {
        return switch (element.name) {
            case "ci" -> symbol(element, instance, local);
            case "csymbol" ->
                isSymbol(element, "time")
                        ? operation("divide", copy(element, instance, local), instance.timeFactors)
                        : copy(element, instance, local);
            case "apply" -> apply(element, instance, local);
            case "lambda" -> {
                Map<String, String> bound = new HashMap<>(local);
                for (XmlElement child : element.children) {
                    if (child.name.equals("bvar") && !child.children.isEmpty()) {
                        String name = child.children.getFirst().text.strip();
                        bound.put(name, name);
                    }
                }
                yield copy(element, instance, bound);
            }
            default -> copy(element, instance, local);
        };
    }

    private static boolean isSymbol(XmlElement element, String name) {
        return element.name.equals("csymbol")
                && element.attribute("definitionURL").orElse("").strip().equals(MathNames.SYMBOLS + name);
    }

    private XmlElement copy(XmlElement element, CompInstance instance, Map<String, String> local) {
        XmlElement flat = new XmlElement(element, element.namespace, element.name);
        flat.text = element.text;
        flat.offset = element.offset;
        for (XmlElement.Attribute attribute : element.attributes) {
            boolean unit = attribute.name().equals("units");
            flat.attributes.add(
                    unit
                            ? new XmlElement.Attribute(
                                    attribute.namespace(),
                                    "units",
                                    unitName(attribute.value().strip(), instance))
                            : attribute);
        }
        for (XmlElement child : element.children) {
            flat.children.add(expression(child, instance, local));
        }
        return flat;
    }

    private XmlElement symbol(XmlElement element, CompInstance instance, Map<String, String> local) {
        String name = element.text.strip();
        String here = local.get(name);
        if (here != null) {
            return named(element, here);
        }
        XmlElement flat = named(element, finalName(name, instance));
        XmlElement means = instance.ids.get(name);
        if (means != null && means.is(level.namespace(), "reaction")) {
            CompInstance counting = countedIn(means, instance);
            flat = operation("times", flat, counting.timeFactors);
            flat = operation("divide", flat, counting.extentFactors);
        }
        return operation("divide", flat, conversions(name, instance));
    }

    /// The instance in whose time and extent the rate is counted that a reaction's name stands for in an instance:
    /// its own, or, where an instance further out replaces the reaction, that one, and nothing but the factor of
    /// the replacement lies between the two.
    private CompInstance countedIn(XmlElement reaction, CompInstance instance) {
        CompInstance counting = instance;
        for (Link link = replaced.get(reaction); link != null; link = replaced.get(link.to())) {
            CompInstance owner = owners.get(link.to());
            if (owner != null && owner.depth < counting.depth) {
                counting = owner;
            }
        }
        return counting;
    }

    private static XmlElement named(XmlElement at, String name) {
        XmlElement flat = new XmlElement(at, MathNames.MATHML, "ci");
        flat.text = name;
        return flat;
    }

    private XmlElement apply(XmlElement element, CompInstance instance, Map<String, String> local) {
        if (element.children.isEmpty()) {
            return copy(element, instance, local);
        }
        XmlElement head = element.children.getFirst();
        XmlElement flat = new XmlElement(element, element.namespace, element.name);
        boolean rate = isSymbol(head, "rateOf");
        flat.children.add(
                head.name.equals("ci")
                        ? named(head, finalName(head.text.strip(), instance))
                        : copy(head, instance, local));
        for (int i = 1; i < element.children.size(); i++) {
            XmlElement argument = element.children.get(i);
            if (rate && argument.name.equals("ci") && !local.containsKey(argument.text.strip())) {
                flat.children.add(named(argument, finalName(argument.text.strip(), instance)));
            } else {
                flat.children.add(expression(argument, instance, local));
            }
        }
        if (isSymbol(head, "delay") && flat.children.size() == 3) {
            flat.children.set(2, operation("times", flat.children.get(2), instance.timeFactors));
        }
        if (rate && element.children.size() == 2) {
            XmlElement scaled = operation("times", flat, instance.timeFactors);
            return operation(
                    "divide", scaled, conversions(element.children.get(1).text.strip(), instance));
        }
        return flat;
    }

    /// An expression multiplied or divided by factors.
    private XmlElement operation(String operator, XmlElement expression, List<Factor> factors) {
        XmlElement result = expression;
        for (Factor factor : factors) {
            XmlElement apply = new XmlElement(expression, MathNames.MATHML, "apply");
            apply.children.add(new XmlElement(expression, MathNames.MATHML, operator));
            apply.children.add(result);
            apply.children.add(named(expression, finalName(factor.parameter(), factor.scope())));
            result = apply;
        }
        return result;
    }
}
