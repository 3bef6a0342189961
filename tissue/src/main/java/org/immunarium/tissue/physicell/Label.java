package org.immunarium.tissue.physicell;

import java.util.Optional;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// The unit that PhysiCell takes a number in, whatever its `units` attribute says.
enum Label {
    TIME("min"),
    RATE("1/min"),
    LENGTH("um"),
    SPEED("um/min"),
    VOLUME("um^3"),
    DIFFUSION("um^2/min"),
    PLAIN("1"),
    /// That of a substance's concentration or of a variable: any label.
    FREE("1");

    private final Unit unit;

    Label(String unit) {
        this.unit = Unit.parse(unit);
    }

    /// Judges the `units` of an element: one that would change the number is refused, one that measures something
    /// else is told. Text that is no unit says nothing.
    void check(XmlElement element) {
        Optional<String> written = element.attribute("units");
        if (this == FREE || written.isEmpty()) {
            return;
        }
        Optional<Unit> said = parse(written.get());
        if (said.isEmpty() || said.get().equals(unit)) {
            return;
        }
        if (said.get().convertsTo(unit)) {
            element.wrong("the unit is \"" + written.get() + "\", but the number is taken in " + this);
        } else if (!said.get().convertsTo(Unit.ONE)) {
            element.notice("the unit is \"" + written.get() + "\", but the number is taken in " + this);
        }
    }

    /// Judges text that names a unit: `<time_units>min</time_units>`.
    void checkText(XmlElement element) {
        if (parse(element.text()).filter(unit::equals).isEmpty()) {
            element.wrong("\"" + element.text() + "\" was found; only " + this + " is known");
        }
    }

    private static Optional<Unit> parse(String text) {
        try {
            return Optional.of(
                    Unit.parse(text.strip().replaceAll("\\bmicrons?\\b", "um").replaceAll("\\bsecs?\\b", "s")));
        } catch (UnitException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return this == PLAIN ? "a plain number" : unit.toString();
    }
}
