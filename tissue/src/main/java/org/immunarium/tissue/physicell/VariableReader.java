package org.immunarium.tissue.physicell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Variable;
import org.immunarium.tissue.table.Numbers;
import org.immunarium.tissue.table.Range;

/// Reads `<custom_data>`. The variables of a project are those of its first type.
final class VariableReader {

    private VariableReader() {}

    /// The variables that a type lists.
    static List<Variable> variables(Optional<XmlElement> data) {
        List<Variable> variables = new ArrayList<>();
        for (XmlElement element : data.map(XmlElement::anyChildren).orElse(List.of())) {
            if (!isVector(element)) {
                variables.add(new Variable(
                        element.name, element.attribute("units").orElse(""), element.flag("conserved", false)));
            }
        }
        return variables;
    }

    /// Sets a type's values.
    ///
    /// @param known the project's variables
    static void read(XmlElement data, TypeDraft draft, List<Variable> known) {
        List<String> names = known.stream().map(Variable::name).toList();
        Set<String> seen = new HashSet<>();
        for (XmlElement element : data.anyChildren()) {
            boolean conserved = element.flag("conserved", false);
            if (!seen.add(element.name)) {
                element.wrong("it is given twice");
            } else if (isVector(element)) {
                element.notice("several numbers in one variable mean something to a project's own code only; they"
                        + " are not carried");
            } else {
                OptionalDouble value = element.number(Range.ANY, Label.FREE);
                int variable = names.indexOf(element.name);
                if (variable < 0) {
                    element.notice("it is not a variable of the first cell type, so that neither rules nor files of"
                            + " cells know it; it is not carried");
                    continue;
                }
                value.ifPresent(number -> draft.set(Behaviour.CUSTOM, variable, number));
                if (conserved != known.get(variable).conserved()) {
                    element.unsupported("conserved is " + conserved + " here and " + !conserved
                            + " for the first cell type; here it is one for all types");
                }
            }
        }
    }

    private static boolean isVector(XmlElement element) {
        String[] parts = element.text().split("[\\s,;]+");
        return parts.length > 1
                && Arrays.stream(parts).allMatch(part -> Numbers.real(part).isPresent());
    }
}
