package org.immunarium.patient.shipped;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.patient.assembly.Certainty;
import org.immunarium.patient.assembly.KnownValue;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.therapy.drug.DrugParameter;
import org.immunarium.therapy.drug.Fact;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// What the catalogue knows of a drug, as values of a patient.
final class DrugValues {

    private static final Unit GRAM_A_MOLE = Unit.parse("g/mol");
    private static final Unit LITRE_A_DAY = Unit.parse("L/d");
    private static final Unit LITRE = Unit.parse("L");
    private static final Unit MOLE_A_DAY = Unit.parse("mol/d");
    private static final Unit MOLAR = Unit.parse("M");
    private static final Unit NANOMOLAR = Unit.parse("nM");

    private final Drug drug;
    private final List<KnownValue> rows = new ArrayList<>();

    private DrugValues(Drug drug) {
        this.drug = drug;
    }

    /// Its molar mass, volumes, clearance and exchange, its share between cells, and its dissociation constant.
    static ParameterTable of(Drug drug) {
        DrugValues values = new DrugValues(drug);
        values.add("M", DrugParameter.MOLAR_MASS, GRAM_A_MOLE, "molar mass of ");
        values.add("CL", DrugParameter.CLEARANCE, LITRE_A_DAY, "clearance of ");
        values.add("V1", DrugParameter.CENTRAL_VOLUME, LITRE, "central volume of ");
        values.add("Q", DrugParameter.EXCHANGE, LITRE_A_DAY, "exchange with tissue of ");
        values.add("V2", DrugParameter.PERIPHERAL_VOLUME, LITRE, "peripheral volume of ");
        values.add("Q3", DrugParameter.SECOND_EXCHANGE, LITRE_A_DAY, "slow exchange with tissue of ");
        values.add("V3", DrugParameter.SECOND_PERIPHERAL_VOLUME, LITRE, "second peripheral volume of ");
        values.add("Vmax", DrugParameter.MAXIMUM_RATE, MOLE_A_DAY, "largest rate of saturable elimination of ");
        values.add("Km", DrugParameter.MICHAELIS_CONSTANT, MOLAR, "concentration at half of that of ");
        values.add("kd", DrugParameter.DISSOCIATION_CONSTANT, NANOMOLAR, "dissociation constant of target and ");
        values.add(
                "EC50", DrugParameter.MEDIAN_EFFECTIVE_CONCENTRATION, NANOMOLAR, "median effective concentration of ");
        values.share();
        return ParameterTable.of(values.rows);
    }

    /// What stands for a drug in the names of its values: `gp100_vaccine`.
    static String idOf(String drug) {
        return drug.replaceAll("\\W+", "_");
    }

    private void add(String symbol, DrugParameter parameter, Unit unit, String meaning) {
        drug.fact(parameter)
                .ifPresent(fact -> fact.quantity()
                        .ifPresent(quantity -> rows.add(new KnownValue(
                                symbol + "_" + idOf(drug.name()),
                                Double.toString(molar(quantity, unit)),
                                unit,
                                meaning + drug.name(),
                                certainty(fact),
                                source(fact),
                                fact.note()))));
    }

    /// In a unit that may count moles where the catalogue weighs.
    private double molar(Quantity quantity, Unit unit) {
        if (quantity.unit().convertsTo(unit)) {
            return quantity.in(unit);
        }
        double gramsAMole =
                drug.quantity(DrugParameter.MOLAR_MASS).orElseThrow().in(GRAM_A_MOLE);
        return quantity.in(Unit.parse(unit.toString().replace("mol", "g").replace("M", "g/L"))) / gramsAMole;
    }

    private void share() {
        drug.fact(DrugParameter.TUMOUR_TO_PLASMA)
                .ifPresent(fact -> rows.add(new KnownValue(
                        "ratio_" + idOf(drug.name()),
                        Double.toString(drug.tumourToPlasma() * drug.unboundShare()),
                        Unit.ONE,
                        "concentration of " + drug.name() + " between cells, unbound, of that in plasma",
                        certainty(fact),
                        source(fact),
                        fact.note())));
    }

    private static String source(Fact fact) {
        return fact.source().equals("-") ? "" : fact.source();
    }

    private static Certainty certainty(Fact fact) {
        return switch (fact.certainty()) {
            case POPULATION -> Certainty.FITTED;
            case LABEL -> Certainty.PUBLISHED;
            case MEASURED -> Certainty.MEASURED;
            case DERIVED -> Certainty.DERIVED;
            case ASSUMPTION -> Certainty.ASSUMED;
        };
    }
}
