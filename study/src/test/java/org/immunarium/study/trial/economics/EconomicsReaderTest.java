package org.immunarium.study.trial.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.immunarium.study.file.Section;
import org.immunarium.trial.economics.evidence.Country;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;

class EconomicsReaderTest {

    private final List<Problem> problems = new ArrayList<>();

    private Optional<EconomicsPlan> read(String yaml) {
        Section file = Section.parse("trial.yaml", yaml, problems);
        file.expectOnly(List.of(EconomicsReader.KEY));
        return EconomicsReader.read(file);
    }

    private static <T> T of(Map<String, T> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private List<String> told() {
        return problems.stream().map(Problem::toString).toList();
    }

    @Test
    void withoutTheSectionThereIsNothing() {
        assertThat(read("{}")).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void whatIsLeftOutIsUsualInTheCountry() {
        EconomicsPlan plan = read("economics: {country: England}").orElseThrow();
        assertThat(problems).isEmpty();
        assertThat(plan.country()).isEqualTo(Country.ENGLAND);
        assertThat(plan.costs().rate()).isEqualTo(0.035);
        assertThat(plan.effects().rate()).isEqualTo(0.035);
        assertThat(plan.willingness()).isEqualTo(30_000);
        assertThat(plan.cycle()).isEqualTo(30.4375);
        assertThat(plan.horizon()).isEmpty();
        assertThat(plan.samples()).isEqualTo(1000);
    }

    @Test
    void allKeysAreRead() {
        EconomicsPlan plan = read("""
                economics:
                  country: US
                  perspective: payer
                  horizon: 24 mo
                  cycle: 2 w
                  discount: {costs: 0.03, effects: 0.015}
                  willingness to pay: 100000
                  vial sharing: yes
                  dose rounding: 0.05
                  samples: 200
                  prices:
                    Opdivo: {100 mg: 2900, 0.04 g: 1160}
                    tisagenlecleucel: {dose: 400000}
                  costs: {administration: 150 ± 20, colitis: 20000}
                  utilities: {progression-free: 0.8 ± 0.02}
                """).orElseThrow();
        assertThat(told()).isEmpty();
        assertThat(plan.horizon().orElseThrow()).isCloseTo(730.5, within(1e-9));
        assertThat(plan.cycle()).isEqualTo(14);
        assertThat(plan.effects().rate()).isEqualTo(0.015);
        assertThat(plan.sharing()).isTrue();
        assertThat(of(plan.prices(), "nivolumab").vials().get(1).content()).isCloseTo(40, within(1e-12));
        assertThat(of(plan.prices(), "tisagenlecleucel").perDose()).hasValue(400_000);
        assertThat(of(plan.given(), "administration").value().value().distribution())
                .isPresent();
        assertThat(of(plan.utilities(), "progression-free").value().value().mean())
                .isEqualTo(0.8);
    }

    @Test
    void allThatIsWrongIsToldAtItsLine() {
        read("""
                economics:
                  country: UK
                  perspective: societal
                  horizon: 24 mg
                  discount: 3
                  willingness to pay: -5
                  dose rounding: 0.5
                  prices:
                    nivolumabb: {100 mg: 2900}
                    pembrolizumab: {100 mL: 4000}
                    ipilimumab: {50 mg: -1}
                  costs: {visit: cheap}
                  utilities: {progressed: 1.2}
                  horizont: 3
                """);
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "trial.yaml:2: economics.country: \"UK\" is not known; expected US or England",
                        "trial.yaml:3: economics.perspective: \"societal\" is not supported: what patients and others pay"
                                + " and lose is not counted; payer was expected",
                        "trial.yaml:4: economics.horizon: a time above 0 was expected, as in 10 yr; found 24 mg",
                        "trial.yaml:5: economics.discount: a share a year from 0 to below 1 was expected, as in 0.03 for"
                                + " 3 %; found 3",
                        "trial.yaml:6: economics.willingness to pay: above 0 was expected, as in 150000; found -5",
                        "trial.yaml:7: economics.dose rounding: from 0 to 0.1 was expected, as in 0.05 for 5 %; found"
                                + " 0.5",
                        "trial.yaml:9: economics.prices.nivolumabb: no drug of this name is known, did you mean"
                                + " \"nivolumab\"?",
                        "trial.yaml:10: economics.prices.pembrolizumab.100 mL: the content of a vial in mg or the like was"
                                + " expected, as in 100 mg",
                        "trial.yaml:10: economics.prices.pembrolizumab: prices of sizes, as in {100 mg: 2900}, or of a"
                                + " dose, as in {dose: 475000}, were expected",
                        "trial.yaml:11: economics.prices.ipilimumab.50 mg: a price from 0 on was expected; found -1",
                        "trial.yaml:11: economics.prices.ipilimumab: prices of sizes, as in {100 mg: 2900}, or of a"
                                + " dose, as in {dose: 475000}, were expected",
                        "trial.yaml:12: economics.costs.visit: a number was expected, or one with its standard error as in"
                                + " 150 ± 20; found \"cheap\"",
                        "trial.yaml:13: economics.utilities.progressed: utility: progressed: a share from 0 to 1 was"
                                + " expected; found 1.2",
                        "trial.yaml:14: unknown key \"economics.horizont\"; did you mean \"horizon\"?");
    }

    @Test
    void pricesThatAreMissingAndNamesThatMeanNothingAreTold() {
        EconomicsPlan plan = read("""
                economics:
                  country: England
                  costs: {administration: 300, coliti: 20000}
                """).orElseThrow();
        assertThatThrownBy(() -> PricedCare.of(
                        plan, "melanoma", Map.of("nivolumab", true, "dacarbazine", true), List.of("colitis")))
                .hasMessageContaining("trial.yaml:3: economics.costs.coliti: nothing of this name is counted here")
                .hasMessageContaining("did you mean \"colitis\"?")
                .hasMessageContaining(
                        "trial.yaml:1: economics: no price of dacarbazine in England comes along; expected, for example, prices:"
                                + " {dacarbazine: {100 mg: 1000}}")
                .hasMessageContaining(
                        "trial.yaml:1: economics: costs.other side effect: no value for England comes along")
                .hasMessageContaining("trial.yaml:1: economics: costs.end of life: no value for England comes along");
    }

    @Test
    void whatTheStudySaysComesBeforeWhatComesAlong() {
        EconomicsPlan plan = read("""
                economics:
                  prices: {nivolumab: {100 mg: 1000}}
                  costs: {end of life: 5}
                """).orElseThrow();
        PricedCare care = PricedCare.of(
                plan, "melanoma", Map.of("nivolumab", true, "dacarbazine", true), List.of("colitis", "arthritis"));
        assertThat(of(care.tariff().drugs(), "nivolumab").cost(240)).isEqualTo(3000);
        assertThat(care.tariff().endOfLife().mean()).isEqualTo(5);
        assertThat(care.tariff().events()).containsOnlyKeys("colitis", "arthritis");
        assertThat(of(care.tariff().events(), "arthritis").cost().name()).isEqualTo("cost: arthritis");
        assertThat(care.inputs().stream().map(PricedCare.Input::name))
                .contains("price: nivolumab, 100 mg", "price: dacarbazine, 200 mg", "disutility: arthritis")
                .doesNotHaveDuplicates();
        assertThat(care.inputs()).allSatisfy(input -> assertThat(input.source()).isNotEmpty());
    }
}
