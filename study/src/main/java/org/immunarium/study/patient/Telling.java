package org.immunarium.study.patient;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.patient.published.PublishedModel;

/// Which quantities of a model a reader wants to hear of first: its tumour.
final class Telling {

    /// Names of what is ill.
    private static final Pattern ILL =
            Pattern.compile("(?i).*(tumou?r|cancer|melanoma|carcinoma|lymphoma|leuka?emi|malignan).*");

    /// Names of what goes to it.
    private static final Pattern AGAINST =
            Pattern.compile("(?i).*(infiltrat|specific|anti|effector|t[ -]?cell|lymphocyte|macrophage|immun|drug).*");

    /// What modellers call a tumour in short: its cells or its volume.
    private static final Pattern SHORT = Pattern.compile("T|C|C1|V_T|VT|TV|Tum");

    private static final int OTHER = 3;

    private Telling() {}

    /// How far from the tumour a quantity is: 0 where the model says that it is the tumour, 1 where it is named so,
    /// 2 where its symbol is one of those usual for it, 3 for anything else.
    static int rank(PatientModel model, ModelQuantity quantity) {
        String tumour = model.published().map(PublishedModel::tumour).orElse("");
        if (quantity.id().equals(tumour)) {
            return 0;
        }
        if (quantity.kind() == ModelQuantity.Kind.COMPARTMENT && isConstant(model, quantity)) {
            return OTHER;
        }
        String name = quantity.name().isBlank() ? quantity.id() : quantity.name();
        if (ILL.matcher(name).matches() && !AGAINST.matcher(name).matches()) {
            return 1;
        }
        return SHORT.matcher(name).matches() ? 2 : OTHER;
    }

    private static boolean isConstant(PatientModel model, ModelQuantity compartment) {
        return model.model().compartments().stream()
                .anyMatch(each -> each.id().equals(compartment.id()) && each.constant());
    }

    /// The quantity that is the tumour or is named so; of several the first, empty where none is.
    static Optional<ModelQuantity> tumour(PatientModel model) {
        return model.compiled().equations().quantities().stream()
                .filter(quantity -> rank(model, quantity) < OTHER)
                .min(Comparator.comparingInt(quantity -> rank(model, quantity)));
    }

    /// What a column is called, with the name that people have for it: `T (tumour cells)`.
    static String words(Column column) {
        String name = column.quantity().name();
        return name.isBlank() || column.label().contains(name) ? column.label() : column.label() + " (" + name + ")";
    }
}
