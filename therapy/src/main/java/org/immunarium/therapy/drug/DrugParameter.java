package org.immunarium.therapy.drug;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.immunarium.units.Unit;

/// What can be known of a drug, with an example of its unit.
public enum DrugParameter {
    KIND("kind"),
    TARGET("target"),
    ALSO_CALLED("also called"),
    MOLAR_MASS("molar mass", "g/mol"),
    POTENCY("potency", "IU/mg"),

    CLEARANCE("clearance", "L/d"),
    CENTRAL_VOLUME("central volume", "L"),
    EXCHANGE("intercompartmental clearance", "L/d"),
    PERIPHERAL_VOLUME("peripheral volume", "L"),
    SECOND_EXCHANGE("second intercompartmental clearance", "L/d"),
    SECOND_PERIPHERAL_VOLUME("second peripheral volume", "L"),
    LOGARITHMIC_CHANGE("logarithmic change of clearance", "1"),
    RELATIVE_CHANGE("relative change of clearance", "1"),
    HALF_TIME("half-time of the change", "d"),
    HILL("Hill coefficient of the change", "1"),
    WANING_CLEARANCE("waning clearance", "L/d"),
    RATE_OF_WANING("rate of waning", "1/d"),
    MAXIMUM_RATE("maximum elimination rate", "mg/d"),
    MICHAELIS_CONSTANT("Michaelis constant", "mg/L"),
    ABSORPTION_RATE("absorption rate from under the skin", "1/d"),
    BIOAVAILABILITY("bioavailability from under the skin", "1"),

    REFERENCE_WEIGHT("reference weight", "kg"),
    WEIGHT_ON_CLEARANCE("weight exponent of clearance", "1"),
    WEIGHT_ON_CENTRAL_VOLUME("weight exponent of central volume", "1"),
    WEIGHT_ON_EXCHANGE("weight exponent of intercompartmental clearance", "1"),
    WEIGHT_ON_PERIPHERAL_VOLUME("weight exponent of peripheral volume", "1"),

    /// Of drug and target, KD.
    DISSOCIATION_CONSTANT("dissociation constant", "nM"),
    /// Of a bispecific drug and its second target.
    SECOND_DISSOCIATION_CONSTANT("second dissociation constant", "nM"),
    /// The concentration in a tumour, where the drug can be, over that in plasma, once both have settled;
    /// of what is unbound in both.
    TUMOUR_TO_PLASMA("tumour to plasma ratio", "1"),
    /// Of what is in plasma.
    UNBOUND_SHARE("unbound share", "1"),
    /// Which does half of what the drug can do, EC50.
    MEDIAN_EFFECTIVE_CONCENTRATION("median effective concentration", "nM");

    /// Those that every drug has.
    static final List<DrugParameter> NEEDED = List.of(KIND, TARGET, MOLAR_MASS, CENTRAL_VOLUME);

    private final String keyword;
    private final Optional<Unit> unit;

    DrugParameter(String keyword) {
        this.keyword = keyword;
        unit = Optional.empty();
    }

    DrugParameter(String keyword, String unit) {
        this.keyword = keyword;
        this.unit = Optional.of(Unit.parse(unit));
    }

    /// As the table has it.
    public String keyword() {
        return keyword;
    }

    /// A unit that it can be said in; empty where it is text.
    public Optional<Unit> unit() {
        return unit;
    }

    /// Whether it says how the drug is taken up, spread and cleared.
    public boolean isPharmacokinetic() {
        return compareTo(CLEARANCE) >= 0 && compareTo(WEIGHT_ON_PERIPHERAL_VOLUME) <= 0;
    }

    /// Whether a drug's concentration in a tissue depends on it, once a dose has been given.
    public boolean leadsToTissue() {
        return switch (this) {
            case MOLAR_MASS, POTENCY, TUMOUR_TO_PLASMA, UNBOUND_SHARE -> true;
            default -> isPharmacokinetic();
        };
    }

    static Optional<DrugParameter> of(String keyword) {
        return Arrays.stream(values())
                .filter(each -> each.keyword.equals(keyword))
                .findFirst();
    }

    static List<String> keywords() {
        return Arrays.stream(values()).map(DrugParameter::keyword).toList();
    }
}
