package org.immunarium.equations.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.immunarium.equations.expression.Formula;
import org.immunarium.equations.model.Model.UnitDefinition;
import org.immunarium.equations.model.Model.UnitFactor;
import org.immunarium.units.Unit;
import org.junit.jupiter.api.Test;

class ModelBuilderTest {

    private static ModelBuilder growth() {
        return ModelBuilder.of("growth", "Logistic growth")
                .units("d", "cells", "L")
                .compartment("body", 1)
                .amount("T", "Tumour cells", "body", 1e6, "cells")
                .parameter("a", "Growth rate", 0.4, "1/d")
                .parameter("b", "Inverse carrying capacity", 1e-9, "1/cells")
                .assigned("room", "Room left", "1", "1 - b * T");
    }

    @Test
    void whatHasARuleVariesAndAllElseIsConstant() {
        Model model = growth().rate("T", "a * T * room").build();
        assertThat(model.parameters())
                .extracting(Model.Parameter::id, Model.Parameter::constant)
                .containsExactly(tuple("a", true), tuple("b", true), tuple("room", false));
        assertThat(model.rules()).contains(new Model.RateRule("T", Formula.parse("a * T * room")));
    }

    @Test
    void unitsBecomeDefinitionsThatSayTheSame() {
        ModelBuilder builder = growth();
        int count = 0;
        for (String unit : new String[] {
            "1/d", "mg/L", "mL/min/kg", "1/(cells*d)", "nM", "10^6 cells", "µm²", "IU/L", "month", "Pa"
        }) {
            builder.parameter("p" + count++, "", 1, unit);
        }
        for (UnitDefinition definition : builder.build().unitDefinitions()) {
            Unit product = Unit.ONE;
            for (UnitFactor factor : definition.factors()) {
                product =
                        product.times(Unit.sbml(factor.kind(), factor.exponent(), factor.scale(), factor.multiplier()));
            }
            Unit written = Unit.parse(definition.name().replace("IU", "1"));
            assertThat(product.dimension()).as(definition.name()).isEqualTo(written.dimension());
            assertThat(product.factorTo(written)).as(definition.name()).isCloseTo(1, within(1e-15));
            assertThat(definition.id()).matches("[A-Za-z_][A-Za-z0-9_]*");
        }
    }

    @Test
    void aReactionFindsItsModifiers() {
        Model model = growth().amount("E", "Effector cells", "body", 10, "cells")
                .reaction("killing", "", Map.of("T", 1.0), Map.of(), "a * E * T")
                .build();
        assertThat(model.reactions().getFirst().modifiers()).containsExactly("E");
    }

    @Test
    void saysWhichFormulaOfWhichModelIsWrong() {
        assertThatThrownBy(() -> growth().rate("T", "a * (T"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("model growth, the rate of T: formula \"a * (T\"");
        assertThatThrownBy(() -> growth().parameter("a", "", 1, "1"))
                .hasMessageContaining("model growth: \"a\" is taken");
    }
}
