package org.immunarium.study.tissue.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variable;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// Reads the values of a section of a cell type; what is missing or wrong is told.
final class Required {

    private final Section section;
    private final Values values;
    private final String name;
    private boolean whole = true;

    /// @param name of the section, for sources
    Required(Section section, Values values, String name) {
        this.section = section;
        this.values = values;
        this.name = name;
    }

    /// Whether nothing was missing or wrong so far.
    boolean isWhole() {
        return whole;
    }

    /// A number that must be there.
    double number(String key, Unit unit, Bounds bounds, String example) {
        if (!section.has(key)) {
            section.missing(key, example);
            whole = false;
            return Double.NaN;
        }
        return known(values.read(section, key, unit, bounds, name + "." + key));
    }

    /// A number that need not be there.
    double number(String key, Unit unit, Bounds bounds, double otherwise) {
        return section.has(key) ? known(values.read(section, key, unit, bounds, name + "." + key)) : otherwise;
    }

    private double known(OptionalDouble number) {
        whole &= number.isPresent();
        return number.orElse(Double.NaN);
    }

    /// Which of some names a key has.
    ///
    /// @param what they are: `substance`
    OptionalInt name(String key, List<String> names, String what) {
        Optional<Placed<String>> text = section.text(key);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        int found = names.indexOf(text.get().value());
        if (found < 0) {
            section.problem(
                    text.get(),
                    section.name(key) + ": \"" + text.get().value() + "\" is no " + what + " of the model"
                            + NearMiss.hint(text.get().value(), names));
            whole = false;
            return OptionalInt.empty();
        }
        return OptionalInt.of(found);
    }

    /// Which of a model's variables a key has.
    OptionalInt variable(String key, TissueModel model) {
        return name(key, model.variables().stream().map(Variable::name).toList(), "variable");
    }

    /// As [#name], where it must be there.
    int requiredName(String key, List<String> names, String what, String example) {
        if (!section.has(key)) {
            section.missing(key, example);
            whole = false;
        }
        return name(key, names, what).orElse(-1);
    }

    /// Tells where one number is not above another.
    void above(String key, double value, String other, double than) {
        if (value <= than) {
            section.problem(
                    section.has(key) ? key : other,
                    section.words() + ": " + key + " is " + Quantity.number(value) + " and " + other + " "
                            + Quantity.number(than) + "; more than that was expected");
            whole = false;
        }
    }
}
