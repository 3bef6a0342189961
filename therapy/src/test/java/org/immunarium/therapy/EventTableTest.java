package org.immunarium.therapy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventTableTest {

    private static EventTable parse(String csv) {
        return EventTable.parse(csv, "doses.csv", Unit.parse("mg"));
    }

    @Test
    void expandsAdditionalDosesAndTurnsRatesIntoDurations() {
        EventTable table = parse("""
                id,Time [h],AMT,CMT,EVID,RATE,II,ADDL,DV,WT
                1,0,240,Cent,1,480,336,2,.,80
                1,24,.,Cent,0,.,.,.,12.3,80
                2,12,100,.,1,.,.,.,.,70
                """);
        assertThat(table.subjects().keySet()).containsExactly("1", "2");
        EventTable.Subject first = table.subjects().values().iterator().next();
        assertThat(first.doses())
                .extracting(Administration::time)
                .containsExactly(Ratio.ZERO, Ratio.of(14), Ratio.of(28));
        assertThat(first.doses()).allMatch(dose -> dose.duration().equals(Ratio.of(1, 48)));
        assertThat(first.doses()).allMatch(dose -> dose.drug().equals("Cent"));
        assertThat(table.notices())
                .containsExactly(
                        "column DV is about observations and was left out",
                        "column WT is not about doses and was left out");
    }

    @Test
    void tellsANumberThatIsNoneOnce() {
        assertThatThrownBy(() -> parse("TIME,AMT,EVID,II,ADDL\n0,Infinity,1,x,3\n"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        wrong -> assertThat(wrong.problems())
                                .extracting(Object::toString)
                                .containsExactly(
                                        "doses.csv:2: AMT is \"Infinity\", expected a number or .",
                                        "doses.csv:2: II is \"x\", expected a number or ."));
    }

    @Test
    void keepsResetsApart() {
        EventTable.Subject subject = parse("""
                ID,TIME,AMT,EVID
                1,0,10,1
                1,5,.,3
                1,9,10,4
                """).subjects().values().iterator().next();
        assertThat(subject.resets()).containsExactly(Ratio.of(5), Ratio.of(9));
        assertThat(subject.doses()).extracting(Administration::time).containsExactly(Ratio.ZERO, Ratio.of(9));
    }

    @Test
    void readsTheUnitsInTheHeader() {
        EventTable.Subject subject = parse("TIME [w],AMT [nmol],II [d],ADDL\n1,5,7,1\n")
                .subjects()
                .values()
                .iterator()
                .next();
        assertThat(subject.doses()).extracting(Administration::time).containsExactly(Ratio.of(7), Ratio.of(14));
        assertThat(subject.doses().getFirst().dose()).hasToString("5 nmol");
    }

    @Test
    void givesAllProblemsWithTheirLines() {
        assertThatThrownBy(() -> parse("""
                        ID,TIME,AMT,CMT,EVID,RATE,II,ADDL,SS
                        1,0,240,1,1,-2,.,.,.
                        1,0,240,1,7,.,.,.,.
                        1,5,240,1,1,.,14,.,1
                        1,3,240,1,1,.,.,.,.
                        1,6,abc,1,1,.,.,.,.
                        1,7,240,1,1,.,0,3,.
                        1,8,5,1,0,.,.,.,.
                        """))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("doses.csv:2: RATE -2 asks the model for a duration, which is not supported")
                .hasMessageContaining("doses.csv:3: EVID is 7, expected 0 (observation), 1 (dose)")
                .hasMessageContaining("doses.csv:4: SS 1 asks for a steady state, which is not supported")
                .hasMessageContaining("doses.csv:5: TIME goes back from 5 d to 3 d within ID 1")
                .hasMessageContaining("doses.csv:6: AMT is \"abc\", expected a number or .")
                .hasMessageContaining("doses.csv:7: ADDL is 3 but II, the interval, is 0")
                .hasMessageContaining("doses.csv:8: EVID is 0, an observation, but AMT is 5");
    }

    @Test
    void refusesATableThatHasNoDoses() {
        assertThatThrownBy(() -> parse("")).hasMessageContaining("the table is empty");
        assertThatThrownBy(() -> parse("ID,TIM,AMT\n"))
                .hasMessageContaining("doses.csv:1: column \"TIM\": did you mean TIME?")
                .hasMessageContaining("there is no column TIME");
        assertThatThrownBy(() -> parse("TIME [kg],AMT [furlong]\n"))
                .hasMessageContaining("TIME is in kg, expected a unit of time")
                .hasMessageContaining("no unit is called \"furlong\"");
    }

    @Test
    void readsQuotedCellsAfterRfc4180() {
        EventTable table = parse("""
                TIME,NOTE,AMT,"CMT",EVID
                0,"weight, 5",100,1,1
                1, "the ""late"" dose, given" ,"50","Cent, left",1

                """);
        assertThat(table.subjects().values().iterator().next().doses())
                .extracting(dose -> dose.drug() + " " + dose.dose())
                .containsExactly("1 100 mg", "Cent, left 50 mg");
    }

    @Test
    void takesTheDelimiterFromTheHeaderAlone() {
        EventTable table = parse("TIME\tAMT\tCMT\n0\t100\tCent, left\n");
        assertThat(table.subjects().values().iterator().next().doses())
                .extracting(Administration::drug)
                .containsExactly("Cent, left");
        assertThatThrownBy(() -> parse("TIME,AMT,CMT\n0\t100\tCent\n"))
                .hasMessageContaining("doses.csv:2: the row has 1");
    }

    @ParameterizedTest
    @MethodSource
    void refusesARowWhoseCellsDoNotFitTheHeader(String table, String says) {
        assertThatThrownBy(() -> parse(table))
                .isInstanceOf(InvalidInputException.class)
                .message()
                .isEqualTo("doses.csv:2: " + says);
    }

    static Stream<Arguments> refusesARowWhoseCellsDoNotFitTheHeader() {
        return Stream.of(
                Arguments.of(
                        "TIME,NOTE,AMT,CMT,EVID\n0,weight, 5,100,1,1\n",
                        "the row has 6 cells where the header has 5; a cell with a comma in it stands in quotes"),
                Arguments.of(
                        "ID,TIME,DV,MDV,AMT,CMT,EVID,RATE\n1,0,.,.,100,1,1\n",
                        "the row has 7 cells where the header has 8"),
                Arguments.of(
                        "TIME,AMT\n0,100,\n",
                        "the row has 3 cells where the header has 2; a cell with a comma in it stands in quotes"),
                Arguments.of("TIME,NOTE,AMT\n0,\"not closed,5\n", "a quote is opened and not closed on this line"),
                Arguments.of(
                        "TIME,NOTE,AMT\n0,5\" tube,5\n",
                        "a quote stands inside cell 2: put the whole cell in quotes, and double those in it"),
                Arguments.of(
                        "TIME,NOTE,AMT\n0,\"a\"b,5\n",
                        "a quote stands inside cell 2: put the whole cell in quotes, and double those in it"));
    }
}
