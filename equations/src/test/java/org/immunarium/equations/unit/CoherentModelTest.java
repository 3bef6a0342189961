package org.immunarium.equations.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.immunarium.equations.expression.Formula;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.model.ModelCheck;
import org.immunarium.units.Unit;
import org.junit.jupiter.api.Test;

class CoherentModelTest {

    private static Model coherent(ModelBuilder model) {
        return CoherentModel.of(UnitConversion.convert(model.build(), ModelCheck.Origin.of("test"))
                .model());
    }

    private static ModelBuilder model() {
        return ModelBuilder.of("m", "").units("h", "mol", "L").compartment("c", 1);
    }

    private static Model.Parameter parameter(Model model, String id) {
        return model.parameters().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRateConstantIsConvertedAndNoFactorIsLeft() {
        Model model = coherent(model().amount("X", "", "c", 1, "mol")
                .parameter("k", "", 2.4, "1/d")
                .rate("X", "-k * X"));
        assertThat(parameter(model, "k").value()).isEqualTo(0.1);
        assertThat(new DeclaredUnits(model).of("k")).contains(Unit.parse("1/h"));
        assertThat(((Model.RateRule) model.rules().getFirst()).rate()).isEqualTo(Formula.parse("-k * X"));
        assertThat(UnitConversion.proposal(model)).isEmpty();
    }

    @Test
    void amountsAreInTheUnitThatMostSpeciesAreIn() {
        Model model = coherent(model().amount("a", "", "c", 1, "mmol")
                .amount("b", "", "c", 2, "mmol")
                .amount("d", "", "c", 3, "mol")
                .parameter("k", "", 1, "1/h")
                .reaction("r", "", Map.of("a", 1.0), Map.of("d", 1.0), "k * a"));
        assertThat(model.species()).extracting(Model.Species::initial).containsExactly(1.0, 2.0, 3000.0);
        Model.Reaction reaction = model.reactions().getFirst();
        assertThat(reaction.products().getFirst().stoichiometry()).isEqualTo(1);
        assertThat(reaction.rate()).contains(Formula.parse("k * a"));
    }

    @Test
    void numbersWithoutUnitsFollowWhatStandsBesideThem() {
        Model model = coherent(model().parameter("b", "", 1, "g")
                .parameter("a", "", 1, "mg")
                .parameter("other", "", 1, "g")
                .assigned("most", "", "mg", "max(a, 0) + 50"));
        assertThat(((Model.AssignmentRule) model.rules().getFirst()).value())
                .isEqualTo(Formula.parse("max(a, 0) + 0.05"));
    }

    @Test
    void whatDoesNotFitByDimensionKeepsItsMeaningAsANumber() {
        Model model = coherent(model().amount("X", "", "c", 1, "mol")
                .amount("Y", "", "c", 1, "mol")
                .amount("Z", "", "c", 1, "mmol")
                .parameter("k", "", 3, "1")
                .rate("Z", "-(k * Z ^ 2)"));
        assertThat(parameter(model, "k").value()).isEqualTo(3);
        assertThat(((Model.RateRule) model.rules().getFirst()).rate())
                .isEqualTo(Formula.parse("1000 * (-(k * Z ^ 2))"));
    }

    @Test
    void percentBecomesAPlainNumber() {
        Model model = coherent(model().parameter("f", "", 20, "%").assigned("rest", "", "1", "exp(f)"));
        assertThat(parameter(model, "f").value()).isEqualTo(0.2);
        assertThat(((Model.AssignmentRule) model.rules().getFirst()).value()).isEqualTo(Formula.parse("exp(f)"));
    }
}
