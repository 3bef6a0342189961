package org.immunarium.therapy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;
import org.junit.jupiter.api.Test;

class DoseTest {

    private static Quantity quantity(String text) {
        return Quantity.parse(text);
    }

    private static double into(Target target, String dose, String modelUnit) {
        return target.valueOf(quantity(dose), Unit.parse(modelUnit));
    }

    @Test
    void dosesByWeightAndBySurfaceNeedThePatient() {
        Body body = Body.of(quantity("80 kg"), quantity("180 cm"));
        assertThat(Dose.of(quantity("3 mg/kg")).amountFor(body)).isEqualTo(quantity("240 mg"));
        assertThat(Dose.of(quantity("100 mg/m²")).amountFor(body)).isEqualTo(quantity("200 mg"));
        assertThatThrownBy(() -> Dose.of(quantity("3 mg/kg")).amountFor(Body.UNKNOWN))
                .hasMessage("a dose of 3 mg/kg needs the patient's weight, as in patient: {weight: 80 kg}");
        assertThatThrownBy(() -> Dose.of(quantity("100 mg/m2")).amountFor(Body.of(quantity("80 kg"))))
                .hasMessageContaining("a dose of 100 mg/m² needs the patient's weight and height");
    }

    @Test
    void surfaceFollowsThePublishedFormula() {
        assertThat(Body.of(quantity("70 kg"), quantity("1.7 m"))
                        .surface()
                        .orElseThrow()
                        .value())
                .isEqualTo(Math.sqrt(70.0 * 170 / 3600));
    }

    @Test
    void aBodyIsCheckedWhereItIsGiven() {
        assertThatThrownBy(() -> Body.of(quantity("80 cm")))
                .hasMessage("a patient's weight of 80 cm: a positive mass is expected, as in 80 kg");
        assertThatThrownBy(() -> Body.of(quantity("80 kg"), quantity("0 cm"))).hasMessageContaining("height");
    }

    @Test
    void molarMassRelatesMassAndAmount() {
        Target target = Target.amount("Cent.Nivo").withMolarMass(quantity("143600 g/mol"));
        assertThat(into(target, "240 mg", "mol")).isCloseTo(240e-3 / 143600, within(1e-21));
        assertThat(into(target, "240 mg", "nmol")).isCloseTo(240e6 / 143600, within(1e-9));
        assertThat(into(target, "240 mg", "g")).isEqualTo(0.24);
        assertThat(into(target, "1 nmol", "mg")).isCloseTo(0.1436, within(1e-16));
        assertThat(into(target, "1 nmol", "molecules")).isCloseTo(6.02214076e14, within(1.0));
        assertThat(into(target, "143.6 kDa", "molecules")).isCloseTo(1, within(1e-3));
    }

    @Test
    void cellsCountAsTheModelCountsThem() {
        assertThat(into(Target.amount("T"), "1e8 cells", "cells")).isEqualTo(1e8);
        assertThat(into(Target.amount("T"), "1e8 cells", "10^6 cells")).isEqualTo(100);
        assertThat(into(Target.amount("T"), "6.02214076e23 cells", "mol")).isEqualTo(1);
    }

    private static Target il2(Optional<Quantity> volume) {
        Optional<Quantity> potency = Optional.of(quantity("1.8e7 IU/mg"));
        return new Target("I", Target.Measure.CONCENTRATION, Optional.empty(), potency, volume, 1, Optional.empty());
    }

    @Test
    void internationalUnitsNeedAPotencyAndConcentrationsAVolume() {
        Target il2 = il2(Optional.empty());
        assertThat(into(il2, "1.8e7 IU/L", "mg/L")).isEqualTo(1);
        assertThat(into(il2(Optional.of(quantity("5 L"))), "9e7 IU", "mg/L")).isEqualTo(1);
        assertThatThrownBy(() -> into(il2, "9e7 IU", "mg/L"))
                .hasMessage("a dose of 9e7 IU into I, which is in mg/L, needs its volume of distribution, as in"
                        + " volume: 3.6 L");
        assertThatThrownBy(() -> into(Target.amount("I"), "9e7 IU", "mg")).hasMessageContaining("needs its potency");
    }

    @Test
    void whatCannotBeSaidInTheModelsUnitIsRefused() {
        assertThatThrownBy(() -> into(Target.amount("Cent.Nivo"), "240 mg", "mol"))
                .hasMessage("a dose of 240 mg into Cent.Nivo, which is in mol, needs its molar mass, as in molar mass:"
                        + " 143600 g/mol");
        assertThatThrownBy(() -> into(Target.amount("Cent.Nivo"), "240 mg", "m²"))
                .hasMessageContaining("a dose of 240 mg (mass) cannot be given into Cent.Nivo, which is in m² (area)");
        assertThatThrownBy(() -> Target.amount("x").withMolarMass(quantity("143600 g")))
                .hasMessageContaining("a positive molar mass is expected, as in 143600 g/mol");
        assertThatThrownBy(() -> Target.amount("x").withBioavailability(0)).hasMessageContaining("above 0");
    }

    @Test
    void onlyThePartThatArrivesCounts() {
        assertThat(into(Target.amount("x").withBioavailability(0.7), "10 mg", "mg"))
                .isEqualTo(7);
    }
}
