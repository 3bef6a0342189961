package org.immunarium.therapy.drug;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.immunarium.units.Unit;

/// What can be known of a drug, with an example of its unit.
///
/// Variances are of natural logarithms between patients, omega² of population analyses: a parameter of a patient is
/// the typical one times exp(eta), where eta has this variance. Covariances are of these etas; one that equals both
/// variances says that one eta moves both parameters. Those of an additive variance say so.
public enum DrugParameter {
    KIND(Topic.IDENTITY, "kind"),
    TARGET(Topic.IDENTITY, "target"),
    ALSO_CALLED(Topic.IDENTITY, "also called"),
    /// A [Modality]; a substance where nothing is said.
    MODALITY(Topic.IDENTITY, "modality"),
    MOLAR_MASS(Topic.IDENTITY, "molar mass", "g/mol"),
    POTENCY(Topic.IDENTITY, "potency", "IU/mg"),

    /// As a label has it, as text of a regimen; several a drug.
    APPROVED_REGIMEN(Topic.REGIMEN, "approved regimen"),
    /// Of what has no label, as a trial gave it; several a drug.
    STUDIED_REGIMEN(Topic.REGIMEN, "studied regimen"),

    CLEARANCE(Topic.KINETICS, "clearance", "L/d"),
    CENTRAL_VOLUME(Topic.KINETICS, "central volume", "L"),
    EXCHANGE(Topic.KINETICS, "intercompartmental clearance", "L/d"),
    PERIPHERAL_VOLUME(Topic.KINETICS, "peripheral volume", "L"),
    SECOND_EXCHANGE(Topic.KINETICS, "second intercompartmental clearance", "L/d"),
    SECOND_PERIPHERAL_VOLUME(Topic.KINETICS, "second peripheral volume", "L"),
    LOGARITHMIC_CHANGE(Topic.KINETICS, "logarithmic change of clearance", "1"),
    RELATIVE_CHANGE(Topic.KINETICS, "relative change of clearance", "1"),
    HALF_TIME(Topic.KINETICS, "half-time of the change", "d"),
    HILL(Topic.KINETICS, "Hill coefficient of the change", "1"),
    WANING_CLEARANCE(Topic.KINETICS, "waning clearance", "L/d"),
    RATE_OF_WANING(Topic.KINETICS, "rate of waning", "1/d"),
    MAXIMUM_RATE(Topic.KINETICS, "maximum elimination rate", "mg/d"),
    MICHAELIS_CONSTANT(Topic.KINETICS, "Michaelis constant", "mg/L"),
    ABSORPTION_RATE(Topic.KINETICS, "absorption rate from under the skin", "1/d"),
    BIOAVAILABILITY(Topic.KINETICS, "bioavailability from under the skin", "1"),

    REFERENCE_WEIGHT(Topic.KINETICS, "reference weight", "kg"),
    WEIGHT_ON_CLEARANCE(Topic.KINETICS, "weight exponent of clearance", "1"),
    WEIGHT_ON_CENTRAL_VOLUME(Topic.KINETICS, "weight exponent of central volume", "1"),
    WEIGHT_ON_EXCHANGE(Topic.KINETICS, "weight exponent of intercompartmental clearance", "1"),
    WEIGHT_ON_PERIPHERAL_VOLUME(Topic.KINETICS, "weight exponent of peripheral volume", "1"),

    REFERENCE_ALBUMIN(Topic.COVARIATES, "reference albumin", "g/L"),
    ALBUMIN_ON_CLEARANCE(Topic.COVARIATES, "albumin exponent of clearance", "1"),
    ALBUMIN_ON_CENTRAL_VOLUME(Topic.COVARIATES, "albumin exponent of central volume", "1"),
    /// The sum of the longest diameters of what is measured.
    REFERENCE_TUMOUR(Topic.COVARIATES, "reference tumour size", "mm"),
    TUMOUR_ON_CLEARANCE(Topic.COVARIATES, "tumour size exponent of clearance", "1"),
    /// An estimated glomerular filtration rate or a creatinine clearance; the note says which.
    REFERENCE_KIDNEY(Topic.COVARIATES, "reference kidney function", "mL/min"),
    KIDNEY_ON_CLEARANCE(Topic.COVARIATES, "kidney function exponent of clearance", "1"),
    REFERENCE_LACTATE_DEHYDROGENASE(Topic.COVARIATES, "reference lactate dehydrogenase", "IU/L"),
    LACTATE_DEHYDROGENASE_ON_CLEARANCE(Topic.COVARIATES, "lactate dehydrogenase exponent of clearance", "1"),
    REFERENCE_IMMUNOGLOBULIN(Topic.COVARIATES, "reference immunoglobulin G", "g/L"),
    IMMUNOGLOBULIN_ON_CLEARANCE(Topic.COVARIATES, "immunoglobulin G exponent of clearance", "1"),
    REFERENCE_ALANINE_TRANSAMINASE(Topic.COVARIATES, "reference alanine transaminase", "IU/L"),
    ALANINE_TRANSAMINASE_ON_CLEARANCE(Topic.COVARIATES, "alanine transaminase exponent of clearance", "1"),
    REFERENCE_ASPARTATE_TRANSAMINASE(Topic.COVARIATES, "reference aspartate transaminase", "IU/L"),
    ASPARTATE_TRANSAMINASE_ON_CLEARANCE(Topic.COVARIATES, "aspartate transaminase exponent of clearance", "1"),
    REFERENCE_BODY_MASS_INDEX(Topic.COVARIATES, "reference body-mass index", "kg/m2"),
    BODY_MASS_INDEX_ON_CENTRAL_VOLUME(Topic.COVARIATES, "body-mass index exponent of central volume", "1"),
    REFERENCE_BODY_SURFACE(Topic.COVARIATES, "reference body surface", "m2"),
    BODY_SURFACE_ON_CLEARANCE(Topic.COVARIATES, "body surface exponent of clearance", "1"),
    CLEARANCE_IN_WOMEN(Topic.COVARIATES, "ratio of clearance in women", "1"),
    CLEARANCE_IN_MEN(Topic.COVARIATES, "ratio of clearance in men", "1"),
    CENTRAL_VOLUME_IN_WOMEN(Topic.COVARIATES, "ratio of central volume in women", "1"),
    CENTRAL_VOLUME_IN_MEN(Topic.COVARIATES, "ratio of central volume in men", "1"),
    PERIPHERAL_VOLUME_IN_WOMEN(Topic.COVARIATES, "ratio of peripheral volume in women", "1"),
    CLEARANCE_AT_STATUS_1(Topic.COVARIATES, "ratio of clearance at performance status 1 or more", "1"),
    CLEARANCE_IN_ASIANS(Topic.COVARIATES, "ratio of clearance in Asian patients", "1"),
    CLEARANCE_IN_LUNG_CANCER(Topic.COVARIATES, "ratio of clearance in lung cancer", "1"),
    CLEARANCE_IN_GASTRIC_CANCER(Topic.COVARIATES, "ratio of clearance in gastric cancer", "1"),
    CENTRAL_VOLUME_IN_GASTRIC_CANCER(Topic.COVARIATES, "ratio of central volume in gastric cancer", "1"),
    CLEARANCE_WITH_LIVER_METASTASES(Topic.COVARIATES, "ratio of clearance with metastases in the liver", "1"),
    CLEARANCE_WITH_ANTIBODIES(Topic.COVARIATES, "ratio of clearance with antibodies against it", "1"),
    CLEARANCE_AFTER_IPILIMUMAB(Topic.COVARIATES, "ratio of clearance after ipilimumab", "1"),
    CLEARANCE_WITH_CHEMOTHERAPY(Topic.COVARIATES, "ratio of clearance with chemotherapy", "1"),
    CLEARANCE_WITH_TREMELIMUMAB(Topic.COVARIATES, "ratio of clearance with tremelimumab", "1"),
    WANING_IN_PROGRESSION(Topic.COVARIATES, "ratio of the rate of waning in progression", "1"),

    VARIANCE_OF_CLEARANCE(Topic.VARIABILITY, "variance of clearance", "1"),
    VARIANCE_OF_CENTRAL_VOLUME(Topic.VARIABILITY, "variance of central volume", "1"),
    VARIANCE_OF_EXCHANGE(Topic.VARIABILITY, "variance of intercompartmental clearance", "1"),
    VARIANCE_OF_PERIPHERAL_VOLUME(Topic.VARIABILITY, "variance of peripheral volume", "1"),
    COVARIANCE_OF_CLEARANCE_AND_CENTRAL_VOLUME(Topic.VARIABILITY, "covariance of clearance and central volume", "1"),
    COVARIANCE_OF_CLEARANCE_AND_EXCHANGE(
            Topic.VARIABILITY, "covariance of clearance and intercompartmental clearance", "1"),
    COVARIANCE_OF_CLEARANCE_AND_PERIPHERAL_VOLUME(
            Topic.VARIABILITY, "covariance of clearance and peripheral volume", "1"),
    COVARIANCE_OF_CENTRAL_VOLUME_AND_EXCHANGE(
            Topic.VARIABILITY, "covariance of central volume and intercompartmental clearance", "1"),
    COVARIANCE_OF_VOLUMES(Topic.VARIABILITY, "covariance of central and peripheral volume", "1"),
    COVARIANCE_OF_EXCHANGE_AND_PERIPHERAL_VOLUME(
            Topic.VARIABILITY, "covariance of intercompartmental clearance and peripheral volume", "1"),
    VARIANCE_OF_CHANGE(Topic.VARIABILITY, "variance of the change of clearance", "1"),
    /// Of the change itself, which differs from the typical one by a normal eta and not by a factor.
    ADDITIVE_VARIANCE_OF_CHANGE(Topic.VARIABILITY, "additive variance of the change of clearance", "1"),
    VARIANCE_OF_HALF_TIME(Topic.VARIABILITY, "variance of the half-time of the change", "1"),
    /// Of the clearance at the first dose, the lasting and the waning one together.
    VARIANCE_OF_FIRST_CLEARANCE(Topic.VARIABILITY, "variance of the first clearance", "1"),
    COVARIANCE_OF_FIRST_CLEARANCE_AND_CENTRAL_VOLUME(
            Topic.VARIABILITY, "covariance of the first clearance and central volume", "1"),
    VARIANCE_OF_RATE_OF_WANING(Topic.VARIABILITY, "variance of the rate of waning", "1"),
    COVARIANCE_OF_CLEARANCE_AND_RATE_OF_WANING(
            Topic.VARIABILITY, "covariance of clearance and the rate of waning", "1"),
    VARIANCE_OF_MAXIMUM_RATE(Topic.VARIABILITY, "variance of the maximum elimination rate", "1"),
    VARIANCE_OF_MICHAELIS_CONSTANT(Topic.VARIABILITY, "variance of the Michaelis constant", "1"),

    /// By how much the cells multiply until there are most of them.
    EXPANSION(Topic.CELLS, "expansion", "1"),
    TIME_OF_PEAK(Topic.CELLS, "time of the peak", "d"),
    /// Copies of the transgene in a mass of DNA from blood.
    PEAK(Topic.CELLS, "peak of the transgene in DNA", "1/µg"),
    RATE_OF_CONTRACTION(Topic.CELLS, "rate of contraction", "1/d"),
    PERSISTENT_SHARE(Topic.CELLS, "persistent share", "1"),
    RATE_OF_PERSISTENT_DECLINE(Topic.CELLS, "rate of persistent decline", "1/d"),
    VARIANCE_OF_EXPANSION(Topic.CELLS, "variance of expansion", "1"),
    VARIANCE_OF_TIME_OF_PEAK(Topic.CELLS, "variance of the time of the peak", "1"),
    VARIANCE_OF_PEAK(Topic.CELLS, "variance of the peak", "1"),
    VARIANCE_OF_CONTRACTION(Topic.CELLS, "variance of the rate of contraction", "1"),
    VARIANCE_OF_PERSISTENT_SHARE(Topic.CELLS, "variance of the persistent share", "1"),
    VARIANCE_OF_PERSISTENT_DECLINE(Topic.CELLS, "variance of the rate of persistent decline", "1"),

    /// Of drug and target, KD.
    DISSOCIATION_CONSTANT(Topic.ACTION, "dissociation constant", "nM"),
    /// Of a bispecific drug and its second target.
    SECOND_DISSOCIATION_CONSTANT(Topic.ACTION, "second dissociation constant", "nM"),
    /// The concentration in a tumour, where the drug can be, over that in plasma, once both have settled;
    /// of what is unbound in both.
    TUMOUR_TO_PLASMA(Topic.ACTION, "tumour to plasma ratio", "1"),
    /// Of what is in plasma.
    UNBOUND_SHARE(Topic.ACTION, "unbound share", "1"),
    /// Which does half of what the drug can do, EC50.
    MEDIAN_EFFECTIVE_CONCENTRATION(Topic.ACTION, "median effective concentration", "nM");

    /// What a parameter is about.
    public enum Topic {
        IDENTITY("What it is"),
        REGIMEN("How it is given"),
        /// How it is taken up, spread and cleared, and what weight does to this.
        KINETICS("In blood, of the typical patient"),
        /// What else changes it from one patient to another, and is left out of concentrations.
        COVARIATES("What else changes it, which concentrations leave out"),
        /// How patients differ by chance, which is left out of concentrations.
        VARIABILITY("How patients differ by chance, which concentrations leave out"),
        /// How living cells fare in blood.
        CELLS("How the cells fare in blood"),
        ACTION("Where and how it acts");

        private final String words;

        Topic(String words) {
            this.words = words;
        }

        /// As a heading.
        public String words() {
            return words;
        }
    }

    private final Topic topic;
    private final String keyword;
    private final Optional<Unit> unit;

    DrugParameter(Topic topic, String keyword) {
        this.topic = topic;
        this.keyword = keyword;
        unit = Optional.empty();
    }

    DrugParameter(Topic topic, String keyword, String unit) {
        this.topic = topic;
        this.keyword = keyword;
        this.unit = Optional.of(Unit.parse(unit));
    }

    /// What it is about.
    public Topic topic() {
        return topic;
    }

    /// As the table has it.
    public String keyword() {
        return keyword;
    }

    /// A unit that it can be said in; empty where it is text.
    public Optional<Unit> unit() {
        return unit;
    }

    /// Whether a drug can have several.
    public boolean isPlural() {
        return switch (this) {
            case ALSO_CALLED, APPROVED_REGIMEN, STUDIED_REGIMEN -> true;
            default -> false;
        };
    }

    /// Whether it says how the drug is taken up, spread and cleared.
    public boolean isPharmacokinetic() {
        return topic == Topic.KINETICS;
    }

    /// Whether it is about how patients differ from the typical one in what [#isPharmacokinetic].
    public boolean isOfPatients() {
        return topic == Topic.COVARIATES || topic == Topic.VARIABILITY;
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
