package org.immunarium.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource({
        "mg, µg, 1000",
        "ug, mg, 0.001",
        "μg, mcg, 1",
        "mL/min/kg, L/h/kg, 0.06",
        "mg/m2, g/m^2, 0.001",
        "um^2, m², 1e-12",
        "nM, nmol/L, 1",
        "M, mole/litre, 1",
        "1/d, 1/h, 0.041666666666666664",
        "10^6 cells, cells, 1e6",
        "1e6 cells/kg, cell/g, 1000",
        "month, d, 30.4375",
        "year, d, 365.25",
        "w, h, 168",
        "%, dimensionless, 0.01",
        "MIU, IU, 1e6",
        "micrometer, µm, 1",
        "1/(mole*second), 1/mol/s, 1",
        "nanomole/(cell*hour), nmol/cell/h, 1",
        "molecule/(micrometer^2), molecules/m², 1e12",
        "cell/(centimeter)^3, cells/mL, 1",
        "1/day/milliliter, 1/(d mL), 1",
        "kilogram, g, 1000",
        "avogadro, 1, 6.02214179e23",
        "kDa, g, 1.66053906660e-21",
        "µmol·L⁻¹, µM, 1",
        "mmHg, Pa, 133.322387415",
        "kat, mol/s, 1",
    })
    void convertsExactly(String from, String to, double factor) {
        assertThat(Unit.parse(from).factorTo(Unit.parse(to))).isEqualTo(factor);
    }

    @Test
    void conversionsThereAndBackMultiplyToOne() {
        Unit minute = Unit.parse("min");
        Unit week = Unit.parse("w");
        assertThat(minute.exactFactorTo(week).times(week.exactFactorTo(minute))).isEqualTo(Ratio.ONE);
    }

    @Test
    void refusesToConvertWhatMeasuresSomethingElseNamingBoth() {
        assertThatThrownBy(() -> Unit.parse("mg/kg").factorTo(Unit.parse("mL")))
                .isInstanceOf(UnitException.class)
                .hasMessage("cannot convert mg/kg (a plain number) to mL (volume): they do not measure the same");
        assertThatThrownBy(() -> Unit.parse("mg/d").factorTo(Unit.parse("nmol")))
                .hasMessageContaining("mg/d (mass/time) to nmol (amount)");
        assertThatThrownBy(() -> Unit.parse("IU").factorTo(Unit.parse("mg")))
                .hasMessageContaining("biological activity");
    }

    @Test
    void cellsAndMolesAreApartUnlessCountsAreTakenAsAmounts() {
        Unit cell = Unit.parse("cell");
        Unit mole = Unit.parse("mole");
        assertThat(cell.convertsTo(mole)).isFalse();
        assertThat(mole.factorTo(cell.withCountsAsAmounts())).isEqualTo(6.02214076e23);
        assertThat(Unit.parse("1/(cell*day)").withCountsAsAmounts().dimension())
                .isEqualTo(Unit.parse("1/(mole*day)").dimension());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mL/min/kg | mL/min/kg",
                "milligram/kilogram | mg/kg",
                "10^6 cells | 10^6 cells",
                "1/day | 1/d",
                "1/(mole*second) | 1/mol/s",
                "um^2 | µm²",
                "kg*m^2/s^2 | kg·m²/s²",
                "60 s | 60 s",
                "L^0 | 1",
                "mol^(1/2) | mol^(1/2)",
                "0.5 mg | 0.5 mg",
                "2.5 1/d | 2.5/d",
            })
    void printsOneWay(String written, String printed) {
        Unit unit = Unit.parse(written);
        assertThat(unit).hasToString(printed);
        assertThat(Unit.parse(printed)).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mole   | 1  | -9 | 1     | nmol",
                "second | 1  | 0  | 60    | min",
                "second | 1  | 0  | 86400 | d",
                "second | -1 | 0  | 3600  | 1/h",
                "litre  | 1  | -3 | 1     | mL",
                "metre  | 2  | -6 | 1     | µm²",
                "metre  | 2  | 0  | 1e-6  | µm²",
                "gram   | 1  | 3  | 1     | kg",
                "kilogram | 1 | -6 | 1    | mg",
                "item   | 1  | 6  | 1     | 10^6 items",
                "dimensionless | 1 | 0 | 1 | 1",
                "mole   | 1  | 0  | 2     | 2 mol",
            })
    void writesSbmlFactorsWithThePrefixThatFits(
            String kind, double exponent, int scale, double multiplier, String printed) {
        assertThat(Unit.sbml(kind, exponent, scale, multiplier)).hasToString(printed);
    }

    @Test
    void everySbmlBaseUnitIsKnown() {
        for (String kind : ("ampere avogadro becquerel candela coulomb dimensionless farad gram gray henry hertz item "
                        + "joule katal kelvin kilogram litre liter lumen lux metre meter mole newton ohm pascal radian "
                        + "second siemens sievert steradian tesla volt watt weber")
                .split(" ")) {
            assertThat(Unit.parse(kind).factor().signum()).as(kind).isPositive();
        }
        assertThat(Unit.parse("henry")).isEqualTo(Unit.parse("ohm*second"));
        assertThat(Unit.parse("farad")).isEqualTo(Unit.parse("second/ohm"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mgg | \"mgg\", character 1: no unit is called \"mgg\", did you mean \"mg\"?",
                "mg/Kg | \"mg/Kg\", character 4: no unit is called \"Kg\"",
                "mg/ | \"mg/\", character 4: the text ends, expected a unit such as mg",
                "mg/kg d | a space after a division is ambiguous: write mg/(kg*d) or mg/kg/d",
                "(mg/kg | the text ends, expected \")\"",
                "mg^ | the text ends, expected a whole number",
                "mg) | character 3: found \")\", expected *, / or the end",
                "U | write IU for international units",
                "°C | write K",
                "0 mg | found \"0\", expected a positive number",
                "1,5 mg | a decimal point",
                "mg//kg | character 4: found \"/\", expected a unit such as mg",
                "1e400 s | a number between 1e-300 and 1e300",
            })
    void saysWhereAndWhatIsWrong(String written, String message) {
        assertThatThrownBy(() -> Unit.parse(written))
                .isInstanceOf(UnitException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void anEmptyTextIsNotAUnit(String written) {
        assertThatThrownBy(() -> Unit.parse(written)).hasMessageContaining("expected a unit such as mg or 1/d");
    }
}
