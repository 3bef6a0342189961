package org.immunarium.patient.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.immunarium.units.Unit;
import org.junit.jupiter.api.Test;

final class ParameterTableTest {

    private static final String HEADER = ParameterTable.HEADER + "\n";

    @Test
    void everyMistakeIsToldAtItsLine() {
        assertThatThrownBy(() -> ParameterTable.parse(
                        HEADER
                                + "a,1.2.3,1/d,x,assumed,,\n"
                                + "b,1,bushels,x,assumed,,\n"
                                + "c,1,1/d,x,guessed,,\n"
                                + "d,1,1/d,x,measured,,\n"
                                + "e,5,%,x,assumed,,\n"
                                + "f,1,1/d\n"
                                + "g,,1/d,x,assumed,,\n"
                                + "h,1,1/d,x,assumed,,\n"
                                + "h,2,1/d,x,assumed,,\n",
                        "t.csv"))
                .hasMessageContaining("t.csv:2: a: \"1.2.3\" is neither a number nor a formula")
                .hasMessageContaining("t.csv:3: b: ")
                .hasMessageContaining("t.csv:4: \"guessed\" is no certainty")
                .hasMessageContaining("t.csv:5: d: a source is expected")
                .hasMessageContaining("t.csv:6: e: % is a multiple of a plain number")
                .hasMessageContaining("t.csv:7: 3 cells, expected 7")
                .hasMessageContaining("t.csv:8: a name, a value and what it means")
                .hasMessageContaining("t.csv:10: h has a row already");
    }

    @Test
    void aPlainNumberSaysSo() {
        assertThatThrownBy(() -> ParameterTable.parse(HEADER + "a,1,1,x,assumed,,\nb,2,,y,assumed,,\n", "t.csv"))
                .hasMessageContaining("t.csv:3: b: a unit is expected in every row, 1 for a plain number");
    }

    @Test
    void aShareSaysSoAndIsFrom0To1() {
        ParameterTable table = ParameterTable.parse(
                HEADER + "a,0.5,0..1,x,assumed,,\nb,1 - a,0..1,y,derived,,\nc,0.5,1,z,assumed,,\n", "t.csv");
        assertThat(table.values()).extracting(KnownValue::share).containsExactly(true, true, false);
        assertThat(table.values()).extracting(KnownValue::unit).containsOnly(Unit.ONE);
        assertThatThrownBy(() -> ParameterTable.parse(
                        HEADER + "a,1.5,0..1,x,assumed,,\nb,-0.1,0..1,y,assumed,,\nc,0.5,0..2,z,assumed,,\n", "t.csv"))
                .hasMessageContaining("t.csv:2: a: a number from 0 to 1 is expected where the unit is 0..1; found 1.5")
                .hasMessageContaining("t.csv:3: b: a number from 0 to 1 is expected")
                .hasMessageContaining("t.csv:4: c: ");
    }

    @Test
    void whatIsDerivedSaysOfWhat() {
        assertThatThrownBy(() -> ParameterTable.parse(
                        HEADER + "a,2,1/d,x,assumed,,\nb,2*a,1/d,y,derived,,\nc,4,1/d,z,derived,,twice a\n"
                                + "d,ln(2)/7,1/d,z,derived,,\ne,4,1/d,z,derived,\"Somebody 2020\",\nf,4,1/d,z,derived, ,\n",
                        "t.csv"))
                .hasMessageContaining("t.csv:4: c: of what is derived")
                .hasMessageContaining("t.csv:5: d: of what is derived")
                .hasMessageContaining("t.csv:7: f: of what is derived")
                .hasMessageNotContainingAny("t.csv:3", "t.csv:6");
    }

    @Test
    void anotherTableTakesThePlaceOfWhatBothHave() {
        ParameterTable one = ParameterTable.parse(HEADER + "a,1,1/d,x,assumed,,\nb,2,1,y,assumed,,\n", "one.csv");
        ParameterTable both = one.with(ParameterTable.parse(HEADER + "a,3,1/d,z,assumed,,\n", "other.csv"));
        assertThat(both.values()).hasSize(2);
        assertThat(both.find("a").orElseThrow().number()).isEqualTo(3);
        assertThat(both.find("b").orElseThrow().number()).isEqualTo(2);
    }
}
