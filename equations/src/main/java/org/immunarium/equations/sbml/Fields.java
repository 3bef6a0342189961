package org.immunarium.equations.sbml;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunarium.units.NearMiss;

/// The attributes of one element, as the types that SBML gives them; what does not fit is reported.
final class Fields {

    private final XmlElement element;
    private final Diagnostics diagnostics;

    Fields(XmlElement element, Diagnostics diagnostics) {
        this.element = element;
        this.diagnostics = diagnostics;
    }

    /// Reports attributes that no SBML element of this kind has, such as a misspelled one.
    Fields only(List<String> known) {
        for (XmlElement.Attribute attribute : element.attributes) {
            if (attribute.namespace().isEmpty()
                    && !known.contains(attribute.name())
                    && !attribute.name().equals("metaid")
                    && !attribute.name().equals("sboTerm")) {
                diagnostics.problem(
                        element,
                        "the attribute " + attribute.name() + " is not known here"
                                + NearMiss.hint(attribute.name(), known));
            }
        }
        return this;
    }

    /// An identifier that must be there: letters, digits and `_`, not starting with a digit.
    String id(String name) {
        Optional<String> id = optionalId(name);
        if (id.isEmpty()) {
            diagnostics.problem(element, "the attribute " + name + " is missing");
        }
        return id.orElse("");
    }

    Optional<String> optionalId(String name) {
        Optional<String> id = element.attribute(name).map(String::strip);
        if (id.isPresent() && !isId(id.get())) {
            diagnostics.problem(
                    element,
                    name + " = \"" + id.get() + "\": an identifier is expected (letters, digits and _, not starting"
                            + " with a digit)");
        }
        return id;
    }

    static boolean isId(String text) {
        if (text.isEmpty() || (text.charAt(0) >= '0' && text.charAt(0) <= '9')) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) {
                return false;
            }
        }
        return true;
    }

    String text(String name) {
        return element.attribute(name).orElse("");
    }

    boolean has(String name) {
        return element.attribute(name).isPresent();
    }

    double number(String name, double otherwise) {
        Optional<String> written = element.attribute(name);
        if (written.isEmpty()) {
            return otherwise;
        }
        OptionalDouble value = XmlNumbers.real(written.get());
        if (value.isEmpty()) {
            diagnostics.problem(
                    element, name + " = \"" + written.get() + "\": a number is expected, at most 1.8e308 or INF");
        }
        return value.orElse(otherwise);
    }

    int integer(String name, int otherwise) {
        Optional<String> written = element.attribute(name);
        if (written.isEmpty()) {
            return otherwise;
        }
        var value = XmlNumbers.integer(written.get());
        if (value.isEmpty()) {
            diagnostics.problem(element, name + " = \"" + written.get() + "\": a whole number is expected");
        }
        return value.orElse(otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        Optional<String> written = element.attribute(name).map(String::strip);
        if (written.isEmpty()) {
            return otherwise;
        }
        return switch (written.get()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> {
                diagnostics.problem(element, name + " = \"" + written.get() + "\": true or false is expected");
                yield otherwise;
            }
        };
    }

    /// Reports an attribute that the level requires and that is missing.
    void require(boolean required, String... names) {
        if (required) {
            for (String name : names) {
                if (!has(name)) {
                    diagnostics.problem(element, "the attribute " + name + " is missing");
                }
            }
        }
    }
}
