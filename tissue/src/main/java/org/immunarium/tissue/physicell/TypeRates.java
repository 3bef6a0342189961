package org.immunarium.tissue.physicell;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.table.Range;
import org.immunarium.units.NearMiss;

/// Reads lists of one number for each cell type: `<attack_rate name="tumor" units="1/min">0.1</attack_rate>`.
final class TypeRates {

    private TypeRates() {}

    static void read(List<XmlElement> elements, Behaviour behaviour, TypeDraft draft, Names names) {
        read(elements, "name", "a cell type", behaviour, names.types(), draft);
    }

    /// @param attribute names the subject
    /// @param known     all subjects in their order
    static void read(
            List<XmlElement> elements,
            String attribute,
            String what,
            Behaviour behaviour,
            List<String> known,
            TypeDraft draft) {
        Set<String> seen = new HashSet<>();
        for (XmlElement element : elements) {
            String name = element.requiredAttribute(attribute).orElse("");
            if (!name.isEmpty() && !seen.add(name)) {
                element.wrong("\"" + name + "\" is given twice");
            }
            OptionalDouble value = element.number(Range.of(behaviour), label(behaviour));
            int subject = known.indexOf(name);
            if (subject >= 0) {
                value.ifPresent(number -> draft.set(behaviour, subject, number));
            } else if (isLeftOver(name, value, behaviour)) {
                // Editors leave zeros of what was deleted or renamed.
                element.notice(
                        "\"" + name + "\" is not " + what + NearMiss.hint(name, known) + " (its 0 changes nothing)");
            } else if (!name.isEmpty()) {
                element.named(name, what, known);
            }
        }
    }

    private static boolean isLeftOver(String name, OptionalDouble value, Behaviour behaviour) {
        return behaviour != Behaviour.AFFINITY && !name.isEmpty() && value.isPresent() && value.getAsDouble() == 0;
    }

    private static Label label(Behaviour behaviour) {
        return behaviour.unit().equals("1/min") ? Label.RATE : Label.PLAIN;
    }
}
