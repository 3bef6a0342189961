package org.immunarium.trial.economics.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.immunarium.patient.shipped.SolidCancer;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.trial.economics.Vial;
import org.immunarium.trial.economics.VialChoice;
import org.immunarium.units.Days;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    @Test
    void drugsOfTheListAreThoseThatComeAlong() {
        List<String> known = Drugs.all().stream().map(Drug::name).toList();
        assertThat(PriceList.shipped().packs())
                .allSatisfy(pack -> assertThat(known).contains(pack.drug()));
    }

    /// The source has prices of antibodies by the mL: 240 mg are 24 mL of 262.2.
    @Test
    void aDoseOfNivolumabCostsWhatItsMillilitresCost() {
        List<Vial> vials = PriceList.shipped().of("nivolumab", Country.UNITED_STATES).stream()
                .map(PriceList.Pack::vial)
                .toList();
        assertThat(VialChoice.cheapest(240, vials).price()).isCloseTo(24 * 262.21, within(1.0));
    }

    @Test
    void everyCancerOfATrialHasQualityOfLifeThatFallsWithProgression() {
        assertThat(SolidCancer.all()).allSatisfy(cancer -> {
            double free = Utilities.shipped()
                    .of(cancer.name(), "progression-free")
                    .orElseThrow()
                    .utility()
                    .value()
                    .mean();
            double progressed = Utilities.shipped()
                    .of(cancer.name(), "progressed")
                    .orElseThrow()
                    .utility()
                    .value()
                    .mean();
            assertThat(free).isBetween(progressed, 1.0);
        });
    }

    @Test
    void careOfAWeekIsCountedByTheYear() {
        SourcedValue progressed =
                CareCosts.shipped().of("progressed", Country.UNITED_STATES).orElseThrow();
        assertThat(progressed.value().mean()).isCloseTo(1791 * Days.YEAR / 7, within(1e-6));
        assertThat(progressed.source()).contains("10.1007/s40273-017-0527-z");
        assertThat(CareCosts.shipped().of(CareCosts.OTHER, Country.UNITED_STATES))
                .isPresent();
    }

    @Test
    void allThatIsWrongInATableIsToldAtItsLine() {
        String csv = PriceList.HEADER + "\n"
                + "nivolumab,US,2018,40,mL,1048,USD,list,a list,\n"
                + "nivolumab,US,2018,40,mg,1048,GBP,list,a list,\n"
                + "nivolumab,France,2018,0,mg,x,EUR,lits,,\n"
                + "nivolumab,US\n";
        assertThatThrownBy(() -> PriceList.parse(csv, "prices.csv"))
                .hasMessageContaining("prices.csv:2: unit: mg or dose was expected; found \"mL\"")
                .hasMessageContaining("prices.csv:3: currency: USD was expected of US; found \"GBP\"")
                .hasMessageContaining("prices.csv:4: country: \"France\" is not known; expected US or England")
                .hasMessageContaining("prices.csv:4: price: a number from 0 on was expected; found \"x\"")
                .hasMessageContaining("prices.csv:5: 2 cells, expected 10");
        assertThatThrownBy(() -> Utilities.parse(
                        Utilities.HEADER + "\nmelanoma,progressed,1.4,0.1,,published,a study,\n", "utilities.csv"))
                .hasMessageContaining(
                        "utilities.csv:2: utility: progressed: a share from 0 to 1 was expected; found 1.4");
    }
}
