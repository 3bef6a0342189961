package org.immunarium.tissue.physicell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.immunarium.tissue.behaviour.VolumeChange;
import org.immunarium.tissue.table.Numbers;
import org.immunarium.tissue.table.Range;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;

/// An element of a settings file with its line. It remembers what it was asked for: what is there but was never asked
/// for is not known, and [#tellUnknown] says so.
final class XmlElement {

    private static final Set<String> FREE_ATTRIBUTES = Set.of("units", "description");

    final String name;
    final int line;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<XmlElement> children = new ArrayList<>();
    final StringBuilder characters = new StringBuilder();
    private final String source;
    private final Findings findings;

    private final Set<String> askedFor = new LinkedHashSet<>();
    private final Set<String> repeated = new HashSet<>();
    private final Set<String> attributesAskedFor = new LinkedHashSet<>();
    private boolean passedOver;

    XmlElement(String name, int line, String source, Findings findings) {
        this.name = name;
        this.line = line;
        this.source = source;
        this.findings = findings;
    }

    /// The first child of that name, which is the only one that PhysiCell reads.
    Optional<XmlElement> child(String name) {
        askedFor.add(name);
        return children.stream().filter(child -> child.name.equals(name)).findFirst();
    }

    /// The child of that name; its absence is a problem.
    Optional<XmlElement> required(String name) {
        Optional<XmlElement> child = child(name);
        if (child.isEmpty()) {
            wrong("it must hold <" + name + ">");
        }
        return child;
    }

    /// All children of that name.
    List<XmlElement> children(String name) {
        askedFor.add(name);
        repeated.add(name);
        return children.stream().filter(child -> child.name.equals(name)).toList();
    }

    /// All children, whatever their names.
    List<XmlElement> anyChildren() {
        children.forEach(child -> {
            askedFor.add(child.name);
            repeated.add(child.name);
        });
        return children;
    }

    /// Children that change nothing here.
    void ignore(String... names) {
        for (String name : names) {
            children(name).forEach(XmlElement::passOver);
        }
    }

    /// Nothing in it matters.
    void passOver() {
        passedOver = true;
    }

    Optional<String> attribute(String name) {
        attributesAskedFor.add(name);
        return Optional.ofNullable(attributes.get(name));
    }

    /// Attributes that change nothing here.
    void ignoreAttributes(String... names) {
        attributesAskedFor.addAll(List.of(names));
    }

    /// An attribute whose absence is a problem.
    Optional<String> requiredAttribute(String name) {
        Optional<String> value = attribute(name);
        if (value.isEmpty()) {
            wrong("it must have " + name + "=\"...\"");
        }
        return value;
    }

    /// An attribute that is true or false.
    boolean flag(String attribute, boolean otherwise) {
        return attribute(attribute)
                .map(written -> truth(written, attribute + "=", otherwise))
                .orElse(otherwise);
    }

    /// The text of a child that is true or false.
    boolean childFlag(String name, boolean otherwise) {
        return child(name)
                .map(child -> child.truth(child.text(), "", otherwise))
                .orElse(otherwise);
    }

    private boolean truth(String written, String what, boolean otherwise) {
        return switch (written.strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "1" -> true;
            case "false", "f", "no", "n", "0" -> false;
            default -> {
                wrong(what + '"' + written + "\" was found; true or false is expected");
                yield otherwise;
            }
        };
    }

    String text() {
        return characters.toString().strip();
    }

    /// The text as a number; empty, and told, where it is none or out of range.
    OptionalDouble number(Range range, Label label) {
        label.check(this);
        OptionalDouble value = Numbers.real(text());
        if (value.isPresent() && range.holds(value.getAsDouble())) {
            return value;
        }
        wrong((text().isEmpty() ? "nothing" : '"' + text() + '"') + " was found; " + range.words() + " is expected");
        return OptionalDouble.empty();
    }

    /// The rate in a child at which a volume changes, 1/min; `otherwise` where there is no such child or it is wrong,
    /// or too fast for the steps.
    ///
    /// @param step of the phenotype, min
    double rate(String name, double otherwise, double step) {
        double rate = number(name, otherwise, Range.NOT_NEGATIVE, Label.RATE);
        Optional<XmlElement> child = child(name);
        if (child.isEmpty() || VolumeChange.follows(rate, step)) {
            return rate;
        }
        child.get()
                .wrong(Quantity.number(rate) + " was found; at most " + Quantity.number(1 / step, 3)
                        + " is expected, 1 over dt_phenotype, which is " + Quantity.number(step) + " min");
        return otherwise;
    }

    /// The number in a child; `otherwise` where there is no such child or it is wrong.
    double number(String name, double otherwise, Range range, Label label) {
        return child(name)
                .map(child -> child.number(range, label).orElse(otherwise))
                .orElse(otherwise);
    }

    /// The number in a child that must be there; `otherwise`, and told, where it is not.
    double requiredNumber(String name, double otherwise, Range range, Label label) {
        return required(name)
                .map(child -> child.number(range, label).orElse(otherwise))
                .orElse(otherwise);
    }

    /// An attribute that is a whole number from 0 up to but without `end`; -1, and told, where it is not.
    int index(String attribute, int end) {
        Optional<String> written = requiredAttribute(attribute);
        if (written.isEmpty()) {
            return -1;
        }
        long value = Numbers.integer(written.get()).orElse(-1);
        if (value >= 0 && value < end) {
            return (int) value;
        }
        wrong(attribute + "=\"" + written.get() + "\" was found; "
                + (end == 1 ? "0 is expected" : "a whole number from 0 to " + (end - 1) + " is expected"));
        return -1;
    }

    /// The number of a name that this element says; -1, and told, where there is no such name.
    int named(String written, String what, List<String> known) {
        int number = known.indexOf(written);
        if (number < 0) {
            wrong(NearMiss.unknown(written, what, known));
        }
        return number;
    }

    void wrong(String message) {
        findings.wrong(source, line, "<" + name + ">", message);
    }

    void unsupported(String message) {
        findings.unsupported(source, line, "<" + name + ">", message);
    }

    void notice(String message) {
        findings.notice(source, line, "<" + name + ">", message);
    }

    /// Tells all that is in it and was never asked for.
    void tellUnknown() {
        if (passedOver) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (XmlElement child : children) {
            if (!askedFor.contains(child.name)) {
                child.wrong("it is not known in <" + name + ">" + hint(child.name, askedFor, "<", ">"));
            } else if (!seen.add(child.name) && !repeated.contains(child.name)) {
                child.wrong("a second one in <" + name + ">, where only the first is read");
            } else {
                child.tellUnknown();
            }
        }
        for (String attribute : attributes.keySet()) {
            if (attributesAskedFor.contains(attribute) || FREE_ATTRIBUTES.contains(attribute)) {
                continue;
            }
            String hint = hint(attribute, attributesAskedFor, "", "");
            String message = "the attribute " + attribute + " is not known here" + hint;
            if (hint.isEmpty()) {
                notice(message + " and changes nothing");
            } else {
                wrong(message);
            }
        }
        if (!askedFor.isEmpty() && !text().isEmpty()) {
            wrong("the text \"" + shortened(text()) + "\" stands between its elements");
        }
    }

    private static String hint(String written, Set<String> known, String before, String after) {
        return NearMiss.of(written, known)
                .map(near -> ", did you mean " + before + near + after + "?")
                .orElse("");
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
