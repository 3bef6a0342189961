package org.immunarium.equations.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.immunarium.equations.OutsideData;
import org.immunarium.equations.expression.Formula;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.model.ModelCheck;
import org.immunarium.equations.sbml.SbmlDocument;
import org.immunarium.equations.sbml.SbmlReader;
import org.junit.jupiter.api.Test;

class UnitConversionTest {

    private static UnitConversion.Result convert(ModelBuilder model) {
        return UnitConversion.convert(model.build(), ModelCheck.Origin.of("test"));
    }

    private static ModelBuilder model() {
        return ModelBuilder.of("m", "").units("s", "mol", "L").compartment("c", 1);
    }

    @Test
    void aRateGetsTheFactorOfItsUnitOfTime() {
        var result = convert(model().amount("T", "", "c", 1, "cells")
                .parameter("k", "", 0.5, "1/h")
                .rate("T", "k * T"));
        var rate = ((Model.RateRule) result.model().rules().getFirst()).rate();
        assertThat(rate).isEqualTo(Formula.parse("%s * (k * T)".formatted(1 / 3600.0)));
        assertThat(result.notices()).isEmpty();
    }

    @Test
    void whatIsAddedIsBroughtToTheUnitOfTheFirst() {
        var result = convert(
                model().parameter("a", "", 1, "mg").parameter("b", "", 1, "g").assigned("sum", "", "kg", "a + b"));
        var value = ((Model.AssignmentRule) result.model().rules().getFirst()).value();
        assertThat(value).isEqualTo(Formula.parse("1e-6 * (a + 1000 * b)"));
    }

    @Test
    void numbersWithoutUnitsFitWhateverStandsBesideThem() {
        var result = convert(model().parameter("a", "", 1, "mg").assigned("b", "", "mg", "max(a, 0) + 1"));
        var value = ((Model.AssignmentRule) result.model().rules().getFirst()).value();
        assertThat(value).isEqualTo(Formula.parse("max(a, 0) + 1"));
        assertThat(result.notices()).isEmpty();
    }

    @Test
    void timeIsComparedInItsOwnUnit() {
        var result = convert(model().parameter("start", "", 2, "d")
                .parameter("on", "", 0, "1")
                .event("e", "", "time >= start", "on", "1"));
        assertThat(result.model().events().getFirst().trigger()).isEqualTo(Formula.parse("time >= 86400 * start"));
    }

    @Test
    void aReactionCountsInItsFirstSpeciesUnitAndTheOthersGetAFactor() {
        var result = convert(model().amount("a", "", "c", 1, "mol")
                .amount("b", "", "c", 1, "mmol")
                .parameter("k", "", 1, "1/s")
                .reaction("r", "", Map.of("a", 1.0), Map.of("b", 2.0), "k * a"));
        Model.Reaction reaction = result.model().reactions().getFirst();
        assertThat(reaction.rate()).contains(Formula.parse("k * a"));
        assertThat(reaction.reactants().getFirst().stoichiometry()).isEqualTo(1);
        assertThat(reaction.products().getFirst().stoichiometry()).isEqualTo(2000);
    }

    @Test
    void aCubeRootHasTheUnitOfALength() {
        var result = convert(model().parameter("volume", "", 1, "L")
                .assigned("diameter", "", "mm", "(volume / (pi / 6)) ^ (1 / 3)"));
        var value = ((Model.AssignmentRule) result.model().rules().getFirst()).value();
        assertThat(value).isEqualTo(Formula.parse("100 * (volume / (pi / 6)) ^ (1 / 3)"));
    }

    @Test
    void whatDoesNotMeasureTheSameIsSaidWithBothUnits() {
        var result = convert(model().parameter("a", "", 1, "mg").assigned("b", "", "mL", "a"));
        assertThat(result.notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.toString())
                        .contains("assignment rule for \"b\"")
                        .contains("mg (mass)")
                        .contains("mL (volume)"));
    }

    @Test
    void aModelWhoseUnitsAgreeComesOutAsItWentIn() {
        Model model = model().amount("T", "", "c", 1, "mol")
                .parameter("k", "", 0.5, "1/s")
                .rate("T", "k * T")
                .build();
        assertThat(UnitConversion.convert(model, ModelCheck.Origin.of("test")).model())
                .isEqualTo(model);
        assertThat(UnitConversion.proposal(model)).isEmpty();
    }

    @Test
    void exportsOfSimBiologyFitByDimensionThroughout() {
        for (String file :
                new String[] {"jafarnejad2019/jafarnejad2019_dynamic_sbml_l2v4.xml", "wang2020/wang2020_sbml_l2v4.xml"
                }) {
            SbmlDocument document = SbmlReader.read(OutsideData.path("reference/" + file));
            assertThat(UnitConversion.proposal(document.model()).orElse("")).contains("the model mixes units");
            assertThat(UnitConversion.convert(document.model(), document.origin())
                            .notices())
                    .isEmpty();
        }
    }
}
