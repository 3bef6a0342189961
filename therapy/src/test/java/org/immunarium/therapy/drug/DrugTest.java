package org.immunarium.therapy.drug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.pharmacokinetics.Concentration;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.junit.jupiter.api.Test;

/// Concentrations of the drugs that come along against those that others published. The patients here are the
/// typical ones of the population analyses, those there are many: means differ by what covariates and chance
/// do, 10 to 20 %.
class DrugTest {

    private static final Unit DAY = Unit.parse("d");
    private static final Unit MG_PER_LITRE = Unit.parse("mg/L");

    private static Drug drug(String name) {
        return Drugs.find(name).orElseThrow();
    }

    private static List<Administration> doses(String regimen, int days) {
        return RegimenText.parse(regimen).administrations(Ratio.of(days));
    }

    private static Concentration course(String regimen, String body, int days, String unit) {
        List<Administration> doses = doses(regimen, days);
        return drug(doses.getFirst().drug())
                .concentration(doses, Body.of(Quantity.parse(body)), days, Unit.parse(unit), DAY);
    }

    /// The mean over an interval, by the trapezoidal rule on a fine grid.
    private static double mean(Concentration concentration, double from, double to) {
        int n = 20_000;
        double sum = (concentration.at(from) + concentration.at(to)) / 2;
        for (int i = 1; i < n; i++) {
            sum += concentration.at(from + (to - from) * i / n);
        }
        return sum / n;
    }

    @Test
    void nivolumabAccumulatesAndLastsAsItsLabelSays() {
        // Opdivo, prescribing information: 3 mg/kg every 2 weeks accumulates 3.7-fold and is steady after 12 weeks;
        // clearance 7.91 mL/h then, half-life 25 d.
        Concentration c = course("nivolumab 3 mg/kg IV over 60 min q2w x 40", "80 kg", 560, "mg/L");
        double first = mean(c, 0, 14);
        double late = mean(c, 546, 560);
        assertThat(late / first).isCloseTo(3.7, withinPercentage(15));
        assertThat(mean(c, 84, 98) / late).isGreaterThan(0.8);
        assertThat(late).isCloseTo(240 / (7.91e-3 * 24) / 14, withinPercentage(15));
        assertThat(drug("nivolumab").pharmacokinetics(Body.UNKNOWN).halfLife(365))
                .isCloseTo(25, withinPercentage(15));
    }

    @Test
    void pembrolizumabHasItsPublishedExposure() {
        // Freshwater 2017, J Immunother Cancer 5:43: the area over 6 weeks at steady state is 1.87 mg d/mL after 200
        // mg every 3 weeks, 1.38 after 2 mg/kg. Prescribing information: 2.1-fold accumulation, steady after 16 weeks.
        Concentration flat = course("pembrolizumab 200 mg IV over 30 min q3w x 30", "76.8 kg", 630, "mg/L");
        assertThat(mean(flat, 588, 630) * 42).isCloseTo(1870, withinPercentage(5));
        assertThat(mean(flat, 609, 630) / mean(flat, 0, 21)).isCloseTo(2.1, withinPercentage(10));
        assertThat(mean(flat, 105, 126) / mean(flat, 609, 630)).isGreaterThan(0.95);
        Concentration byWeight = course("pembrolizumab 2 mg/kg IV over 30 min q3w x 30", "76.8 kg", 630, "mg/L");
        assertThat(mean(byWeight, 588, 630) * 42).isCloseTo(1380, withinPercentage(5));
    }

    @Test
    void ipilimumabHasTheTroughsOfItsLabel() {
        // Yervoy, prescribing information: mean troughs at steady state 19.4 mg/L after 3 mg/kg, 58.1 after 10.
        Concentration three = course("ipilimumab 3 mg/kg IV over 90 min q3w x 20", "80 kg", 420, "mg/L");
        assertThat(three.at(419.99)).isCloseTo(19.4, withinPercentage(15));
        Concentration ten = course("ipilimumab 10 mg/kg IV over 90 min q3w x 20", "80 kg", 420, "mg/L");
        assertThat(ten.at(419.99)).isCloseTo(58.1, withinPercentage(20));
    }

    @Test
    void blinatumomabSettlesWhereItsLabelSays() {
        // Blincyto, prescribing information: mean 228 pg/mL at 9 µg/d and 616 (deviation 537) at 28 µg/d; the typical
        // patient is below such a skewed mean.
        Concentration c = course("blinatumomab 28 µg/d IV over 28 d", "70 kg", 40, "pg/mL");
        assertThat(c.at(20)).isCloseTo(616, withinPercentage(20));
        assertThat(c.at(28 + 4 * 2.0 / 24))
                .as("gone with a half-life of about 2 h")
                .isLessThan(c.at(20) / 12);
    }

    @Test
    void cetuximabStaysBetweenThePeaksAndTroughsOfItsLabel() {
        // Erbitux, prescribing information: 250 mg/m² weekly gives peaks of 168 to 235 and troughs of 41 to 85 mg/L.
        Concentration c = drug("cetuximab")
                .concentration(
                        doses("cetuximab 400 mg/m2 IV over 2 h then 250 mg/m2 over 1 h q1w x 20", 140),
                        Body.of(Quantity.parse("60 kg"), Quantity.parse("170 cm")),
                        140,
                        MG_PER_LITRE,
                        DAY);
        assertThat(c.at(133 + 1.0 / 24)).isBetween(168.0, 235.0);
        assertThat(c.at(139.99)).isBetween(41.0, 85.0);
    }

    @Test
    void interleukin2FallsAndSettlesAsMeasured() {
        // Konrad 1990: 650 U/mL at once after 1e6 U/m², falling with half-lives of 12.9 and 85 min; 41 U/mL at the
        // end of 1e6 U/m² over 6 h. 1.73 m².
        Concentration bolus = course("IL-2 1730000 IU IV", "70 kg", 1, "IU/mL");
        assertThat(bolus.at(0)).isCloseTo(650, withinPercentage(1));
        assertThat(bolus.at(12.9 / 1440) / bolus.at(0)).isCloseTo(0.5, within(0.03));
        assertThat(drug("IL-2").pharmacokinetics(Body.UNKNOWN).halfLife(0) * 1440)
                .isCloseTo(85, withinPercentage(1));
        Concentration infusion = course("IL-2 1730000 IU IV over 6 h", "70 kg", 1, "IU/mL");
        assertThat(infusion.at(0.2499)).isCloseTo(41, withinPercentage(6));
    }

    @Test
    void paclitaxelPeaksAndLingersAsMeasured() {
        // Sun 2025, table 1: 2364 ng/mL at the end of 80 mg/m² over 1 h (147 mg); 22 ng/mL, from 10 to 51.8, 18 to
        // 26 h after its start.
        Concentration c = course("paclitaxel 147 mg IV over 1 h", "75 kg", 2, "ng/mL");
        assertThat(c.at(55.0 / 1440)).isCloseTo(2364, withinPercentage(20));
        assertThat(c.at(18.0 / 24)).isBetween(10.0, 51.8);
        assertThat(c.at(22.0 / 24)).isBetween(10.0, 51.8);
    }

    @Test
    void whatActsInATumourIsTheUnboundShareTimesTheRatioOfIt() {
        assertThat(Drugs.find("paclitaxel").orElseThrow().unboundShare()).isEqualTo(0.065);
        assertThat(Drugs.find("paclitaxel").orElseThrow().tumourToPlasma()).isOne();
        assertThat(Drugs.find("rituximab").orElseThrow().tumourToPlasma()).isEqualTo(0.1975);
        assertThat(Drugs.find("rituximab").orElseThrow().unboundShare()).isOne();
        assertThat(new Drug("unknown", List.of()).tumourToPlasma()).isOne();
    }

    @Test
    void everySubstanceThatComesAlongCanBeGivenIntoAVein() {
        for (Drug each : Drugs.all()) {
            if (each.modality() != Modality.SUBSTANCE) {
                continue;
            }
            Concentration c = each.concentration(
                    doses(each.name() + " 5 mg IV over 30 min q1w x 4", 60), Body.UNKNOWN, 60, Unit.parse("nM"), DAY);
            assertThat(c.at(22)).as(each.name()).isPositive().isLessThan(1e5);
            assertThat(c.at(60)).as(each.name()).isLessThan(c.at(22));
            assertThat(DrugInWords.of(each)).contains(each.target(), "In blood: ", "clearance");
        }
    }

    @Test
    void cellsAndVaccinesHaveNoConcentration() {
        Drug cells = drug("tisagenlecleucel");
        Drug vaccine = drug("mRNA-4157");
        assertThat(cells.modality()).isEqualTo(Modality.CELLS);
        assertThat(vaccine.modality()).isEqualTo(Modality.VACCINE);
        assertThatThrownBy(() -> cells.pharmacokinetics(Body.UNKNOWN))
                .hasMessageContaining("drug tisagenlecleucel: it has no concentration in blood");
        assertThatThrownBy(() -> vaccine.pharmacokinetics(Body.UNKNOWN)).hasMessageContaining("vaccine");
        assertThat(DrugInWords.of(cells)).contains("living cells", "expansion: 3900", "time of the peak: 9.3 d");
        assertThat(DrugInWords.of(vaccine)).contains("acts on neoantigens", "studied regimen: mRNA-4157 1 mg IM");
    }

    @Test
    void regimensOfLabelsAndTrialsReadAsRegimens() {
        for (Drug each : Drugs.all()) {
            for (Fact fact : each.facts()) {
                if (fact.parameter().topic() == DrugParameter.Topic.REGIMEN) {
                    assertThat(RegimenText.parse(fact.text()).drugs().stream().anyMatch(each::isCalled))
                            .as(fact.text())
                            .isTrue();
                }
            }
        }
        assertThat(Drugs.all().stream().filter(each -> each.approvedRegimens().isEmpty()))
                .extracting(Drug::name)
                .as("those without a label")
                .containsExactly("mRNA-4157", "gp100 vaccine", "MAGE-A3 immunotherapeutic");
    }

    @Test
    void whatIsKnownIsToldByWhatItIsAbout() {
        assertThat(DrugInWords.of(drug("nivolumab")))
                .containsSubsequence(
                        "In blood: two compartments",
                        "How it is given:",
                        "approved regimen: nivolumab 240 mg IV over 30 min q2w (label; Opdivo",
                        "In blood, of the typical patient:",
                        "clearance: 9.4 mL/h",
                        "What else changes it, which concentrations leave out:",
                        "ratio of clearance in men: 1.179",
                        "How patients differ by chance, which concentrations leave out:",
                        "covariance of clearance and central volume: 0.0432",
                        "Where and how it acts:",
                        "dissociation constant: 7.2 nM");
    }

    /// A covariance beyond the geometric mean of its variances belongs to no population.
    @Test
    void covariancesAreWithinTheirVariances() {
        DrugParameter[][] pairs = {
            {
                DrugParameter.COVARIANCE_OF_CLEARANCE_AND_CENTRAL_VOLUME,
                DrugParameter.VARIANCE_OF_CLEARANCE,
                DrugParameter.VARIANCE_OF_CENTRAL_VOLUME
            },
            {
                DrugParameter.COVARIANCE_OF_CLEARANCE_AND_EXCHANGE,
                DrugParameter.VARIANCE_OF_CLEARANCE,
                DrugParameter.VARIANCE_OF_EXCHANGE
            },
            {
                DrugParameter.COVARIANCE_OF_CLEARANCE_AND_PERIPHERAL_VOLUME,
                DrugParameter.VARIANCE_OF_CLEARANCE,
                DrugParameter.VARIANCE_OF_PERIPHERAL_VOLUME
            },
            {
                DrugParameter.COVARIANCE_OF_CENTRAL_VOLUME_AND_EXCHANGE,
                DrugParameter.VARIANCE_OF_CENTRAL_VOLUME,
                DrugParameter.VARIANCE_OF_EXCHANGE
            },
            {
                DrugParameter.COVARIANCE_OF_VOLUMES,
                DrugParameter.VARIANCE_OF_CENTRAL_VOLUME,
                DrugParameter.VARIANCE_OF_PERIPHERAL_VOLUME
            },
            {
                DrugParameter.COVARIANCE_OF_EXCHANGE_AND_PERIPHERAL_VOLUME,
                DrugParameter.VARIANCE_OF_EXCHANGE,
                DrugParameter.VARIANCE_OF_PERIPHERAL_VOLUME
            },
            {
                DrugParameter.COVARIANCE_OF_FIRST_CLEARANCE_AND_CENTRAL_VOLUME,
                DrugParameter.VARIANCE_OF_FIRST_CLEARANCE,
                DrugParameter.VARIANCE_OF_CENTRAL_VOLUME
            },
            {
                DrugParameter.COVARIANCE_OF_CLEARANCE_AND_RATE_OF_WANING,
                DrugParameter.VARIANCE_OF_CLEARANCE,
                DrugParameter.VARIANCE_OF_RATE_OF_WANING
            }
        };
        for (Drug each : Drugs.all()) {
            for (DrugParameter[] pair : pairs) {
                each.quantity(pair[0]).ifPresent(both -> {
                    double one = each.quantity(pair[1]).orElseThrow().value();
                    double other = each.quantity(pair[2]).orElseThrow().value();
                    assertThat(both.value() * both.value())
                            .as(each.name() + ": " + pair[0].keyword())
                            .isLessThanOrEqualTo(one * other);
                });
            }
        }
    }

    @Test
    void concentrationsComeInTheUnitsThatAreAskedFor() {
        List<Administration> doses = doses("Opdivo 143.6 mg IV", 10);
        Drug nivolumab = drug("Nivolumab");
        double milligrams = nivolumab
                .concentration(doses, Body.UNKNOWN, 10, MG_PER_LITRE, DAY)
                .at(2);
        double nanomolar = nivolumab
                .concentration(doses, Body.UNKNOWN, 14_400, Unit.parse("nM"), Unit.parse("min"))
                .at(2880);
        assertThat(milligrams).isLessThan(143.6 / 3.63);
        assertThat(nanomolar).isCloseTo(milligrams / 143_600 * 1e6, withinPercentage(1e-10));
    }

    @Test
    void aHeavierPatientClearsMore() {
        Drug nivolumab = drug("nivolumab");
        List<Administration> doses = doses("nivolumab 240 mg IV q2w x 30", 400);
        double typical = nivolumab
                .concentration(doses, Body.UNKNOWN, 400, MG_PER_LITRE, DAY)
                .at(390);
        assertThat(nivolumab
                        .concentration(doses, Body.of(Quantity.parse("80 kg")), 400, MG_PER_LITRE, DAY)
                        .at(390))
                .isEqualTo(typical);
        assertThat(nivolumab
                        .concentration(doses, Body.of(Quantity.parse("120 kg")), 400, MG_PER_LITRE, DAY)
                        .at(390))
                .isLessThan(0.85 * typical);
    }

    @Test
    void dosesOfOtherDrugsArePassedOver() {
        List<Administration> doses = doses("ipilimumab 3 mg/kg IV + CAR-T 1e8 cells", 10);
        assertThat(drug("nivolumab")
                        .concentration(doses, Body.UNKNOWN, 10, MG_PER_LITRE, DAY)
                        .at(5))
                .isZero();
    }

    @Test
    void whatCannotReachTheBloodIsRefusedAndAllOfItAtOnce() {
        List<Administration> doses = doses(
                "nivolumab 600 mg SC q2w x 3 + nivolumab 5 mg intratumoral + nivolumab 1e6 cells + nivolumab 3 mg/kg",
                30);
        assertThatThrownBy(() -> drug("nivolumab").concentration(doses, Body.UNKNOWN, 30, MG_PER_LITRE, DAY))
                .hasMessageContaining("drug nivolumab: a dose under the skin (SC), but nothing is known")
                .hasMessageContaining("into the tumour (intratumoral)")
                .hasMessageContaining("1e6 cells")
                .hasMessageContaining("patient: {weight: 80 kg}")
                .satisfies(
                        e -> assertThat(((InvalidInputException) e).problems()).hasSize(4));
    }

    @Test
    void otherPharmacokineticsReplaceAllThatIsKnownOfThem() {
        Drug own = drug("nivolumab")
                .with(Map.of(
                        DrugParameter.CLEARANCE, Quantity.of(0, "L/d"),
                        DrugParameter.CENTRAL_VOLUME, Quantity.of(2000, "mL")));
        assertThat(own.concentration(
                                doses("Opdivo 20 mg IV", 30), Body.of(Quantity.parse("200 kg")), 30, MG_PER_LITRE, DAY)
                        .at(30))
                .isEqualTo(10);
        assertThat(own.quantity(DrugParameter.MOLAR_MASS))
                .isEqualTo(drug("nivolumab").quantity(DrugParameter.MOLAR_MASS));
        assertThat(own.facts())
                .extracting(Fact::parameter)
                .doesNotContain(DrugParameter.EXCHANGE, DrugParameter.VARIANCE_OF_CLEARANCE)
                .contains(DrugParameter.APPROVED_REGIMEN);
    }

    @Test
    void unitsToWhichNothingLeadsAreToldWithWhatIsMissing() {
        Drug unknown = new Drug("x", List.of())
                .with(Map.of(
                        DrugParameter.CLEARANCE, Quantity.of(1, "L/d"),
                        DrugParameter.CENTRAL_VOLUME, Quantity.of(1, "L")));
        for (Map.Entry<String, String> each : Map.of(
                        "nM", "its molar mass", "IU/mL", "its potency", "mmHg", "no unit of concentration")
                .entrySet()) {
            assertThatThrownBy(() -> unknown.concentration(
                            doses("x 5 mg IV", 10), Body.UNKNOWN, 10, Unit.parse(each.getKey()), DAY))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("in " + each.getKey())
                    .hasMessageContaining(each.getValue());
        }
    }

    @Test
    void aDoseThatNobodyCanBeGivenIsRefused() {
        for (String dose : List.of("1e308 mg", "1e308 kg", "2000 kg", "1e308 mg/kg")) {
            assertThatThrownBy(() -> drug("nivolumab")
                            .concentration(
                                    doses("nivolumab " + dose + " IV", 10),
                                    Body.of(Quantity.parse("80 kg")),
                                    10,
                                    MG_PER_LITRE,
                                    DAY))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("drug nivolumab: ");
        }
    }

    @Test
    void aDrugIsSaidInWordsWithItsSources() {
        assertThat(DrugInWords.of(drug("nivolumab")))
                .startsWith("nivolumab (Opdivo): human IgG4 antibody against PD-1\n")
                .contains("two compartments, a clearance that changes over months")
                .containsPattern("Its half-life is 2\\d d at first and 2\\d d after a year")
                .contains("  central volume: 3.63 L (popPK; Bajaj 2017, doi:10.1002/psp4.12143)\n")
                .contains("  derived: calculated from published numbers");
    }
}
