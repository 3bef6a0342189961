package org.immunarium.study.patient;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.patient.assembly.KnownValue;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.ShippedModels;
import org.immunarium.therapy.BodyLimits;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// Which values mean something in a patient of our own making.
///
/// Rates, concentrations, amounts and times, which have a unit, are not below 0; shares are from 0 to 1; what
/// binds has a dissociation constant above 0; a compartment has a size. Nothing is more than a body holds. Other
/// plain numbers may be differences, and models of others mean what they mean.
final class PatientLimits {

    private final PatientModel model;
    private final boolean own;

    /// Read when they are first asked for: to know which there are, the patient is put together once more.
    private Optional<Map<String, KnownValue>> known = Optional.empty();

    PatientLimits(PatientModel model) {
        this.model = model;
        own = model.published().filter(ShippedModels::isOwn).isPresent();
    }

    /// What was expected in place of what a study says, where that is more than a body holds. A plain number is in
    /// the value's own unit.
    Optional<String> most(ModelQuantity quantity, Quantity given) {
        if (!own) {
            return Optional.empty();
        }
        Quantity meant = given.unit().equals(Unit.ONE)
                ? unit(quantity).map(unit -> new Quantity(given.value(), unit)).orElse(given)
                : given;
        return BodyLimits.exceeded(meant).map(most -> "at most " + most + " was expected, since no body holds more");
    }

    /// As tables write it, which tells cells from other counts.
    private Optional<Unit> unit(ModelQuantity quantity) {
        try {
            return Optional.of(Unit.parse(model.units().text(quantity.id())));
        } catch (UnitException untold) {
            return model.units().of(quantity.id());
        }
    }

    /// What was expected in place of a value; empty where it may be.
    Optional<String> expected(ModelQuantity quantity, double value) {
        if (!own) {
            return Optional.empty();
        }
        return switch (quantity.kind()) {
            case COMPARTMENT ->
                value > 0 ? Optional.empty() : Optional.of("the size of a compartment was expected, above 0");
            case PARAMETER -> {
                if (isShare(quantity)) {
                    yield value >= 0 && value <= 1 ? Optional.empty() : Optional.of("a share from 0 to 1 was expected");
                }
                if (isDissociation(quantity)) {
                    yield value > 0 ? Optional.empty() : Optional.of("a dissociation constant above 0 was expected");
                }
                if (isHalfEffect(quantity)) {
                    yield value > 0
                            ? Optional.empty()
                            : Optional.of("what has half of an effect was expected, above 0");
                }
                yield value < 0 && isNeverNegative(quantity)
                        ? Optional.of("a rate, a concentration or the like was expected, which is not below 0 in a"
                                + " patient")
                        : Optional.empty();
            }
            case SPECIES, REACTION, STOICHIOMETRY -> Optional.empty();
        };
    }

    /// Whether the quantity must not be below 0.
    boolean isNeverNegative(ModelQuantity quantity) {
        return own
                && (isShare(quantity)
                        || !model.units().text(quantity.id()).matches("|1|dimensionless")
                                && model.model().parameters().stream()
                                        .noneMatch(each -> each.id().equals(quantity.id()) && each.value() < 0));
    }

    private Optional<KnownValue> known(ModelQuantity quantity) {
        if (known.isEmpty()) {
            Map<String, KnownValue> values = new HashMap<>();
            model.published()
                    .flatMap(PublishedModel::evidence)
                    .map(ParameterTable::values)
                    .ifPresent(rows -> rows.forEach(row -> values.put(row.name(), row)));
            known = Optional.of(values);
        }
        return Optional.ofNullable(known.get().get(model.label(quantity.id())));
    }

    /// Whether the quantity is from 0 to 1, as its table says.
    boolean isShare(ModelQuantity quantity) {
        return own && known(quantity).filter(KnownValue::share).isPresent();
    }

    private boolean isDissociation(ModelQuantity quantity) {
        return known(quantity)
                .filter(value -> value.meaning().startsWith("dissociation constant "))
                .isPresent();
    }

    /// Whether it is divided by: `PD1_50`, `EC50_docetaxel`.
    private boolean isHalfEffect(ModelQuantity quantity) {
        return model.label(quantity.id()).matches(".*_50(_.*)?|[EI]C50_.*");
    }
}
