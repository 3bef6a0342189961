package org.immunarium.therapy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Ratio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegimenTextTest {

    /// The start times in days of what is given within 1,000 days.
    private static String days(String regimen) {
        return RegimenText.parse(regimen).administrations(Ratio.of(1000)).stream()
                .map(dose -> dose.time().toString())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nivolumab 240 mg | 0",
                "nivolumab 240 mg IV over 30 min q2w x 4 | 0 14 28 42",
                "nivolumab 240 mg q2w x4 | 0 14 28 42",
                "nivolumab 240 mg every 2 weeks × 3 | 0 14 28",
                "ipilimumab 3 mg/kg q3w for 4 doses | 0 21 42 63",
                "paracetamol 1 g PO q6h until 1 d | 0 0.25 0.5 0.75",
                "temozolomide 200 mg/m2 PO daily x 5 | 0 1 2 3 4",
                "temozolomide 200 mg/m2 PO d1-5 q4w x 2 | 0 1 2 3 4 28 29 30 31 32",
                "gemcitabine 1000 mg/m2 d1,8 q3w x 2 | 0 7 21 28",
                "gemcitabine 1000 mg/m2 on days 1, 8, 15 of each 28-day cycle x 2 | 0 7 14 28 35 42",
                "gemcitabine 1000 mg/m2 on days 1,8 of each cycle q3w x 1 | 0 7",
                "vaccine 1 mg SC d1,8,15 | 0 7 14",
                "cetuximab 400 mg/m2 IV over 2 h then 250 mg/m2 over 1 h q1w for 4 w | 0 7 14 21 28",
                "nivolumab 1 mg/kg q3w x 2 then 480 mg q4w x 2 | 0 21 42 70",
                "nivolumab 240 mg q2w from 12 w until 16 w | 84 98",
                "zoledronate 4 mg q1m x 3 | 0 30.4375 60.875",
                "zoledronate 4 mg monthly x 2 | 0 30.4375",
                "denosumab 120 mg q28d x 2 | 0 28",
                "nivolumab 240 mg q 2 w x 2 | 0 14",
                "nivolumab 240 mg bid x 3 | 0 0.5 1",
                "nivolumab 1 mg/kg q3w x4, then 480 mg q4w x 2 | 0 21 42 63 84 112",
                "cetuximab 400 mg/m2 over 2 h, Then 250 mg/m2 over 1 h q1w x 2 | 0 7 14",
                "gemcitabine 1000 mg/m2 d1,8, then 500 mg/m2 q3w x 1 | 0 7 28",
                "pembrolizumab 200 mg q3w up to 3 cycles | 0 21 42",
                "pembrolizumab 200 mg q3w for up to 6 w until progression | 0 21",
                "5-FU 400 mg/m2 q2w x 2 | 0 14",
            })
    void expandsWhatCliniciansWrite(String regimen, String days) {
        assertThat(days(regimen)).isEqualTo(days);
    }

    @Test
    void twentySixDosesEveryTwoWeeksDoNotDrift() {
        List<Administration> doses =
                RegimenText.parse("nivolumab 3 mg/kg IV over 60 min q2w x 26").administrations(Ratio.of(10_000));
        assertThat(doses).hasSize(26);
        assertThat(doses.getLast().time()).isEqualTo(Ratio.of(350));
        assertThat(doses.getLast().duration()).isEqualTo(Ratio.of(1, 24));
        assertThat(doses.getLast().number()).isEqualTo(26);
        assertThat(doses.getFirst().dose()).hasToString("3 mg/kg");
        assertThat(doses.getFirst().route()).isEqualTo(Route.INTRAVENOUS);
    }

    @Test
    void joinsRegimensWithPlusAndOnLines() {
        Therapy therapy = RegimenText.parse("""
                # four doses together, then one alone
                nivolumab 1 mg/kg q3w x 4 then 3 mg/kg q2w + ipilimumab 3 mg/kg q3w x 4
                "CD8+ T cells" 2 x 10^9 cells from 7 d
                IL-2 5e+6 IU SC q8h x 6
                """);
        assertThat(therapy.drugs()).containsExactly("nivolumab", "ipilimumab", "CD8+ T cells", "IL-2");
        assertThat(therapy.regimens().get(2).phases().getFirst().dose()).hasToString("2e9 cells");
        assertThat(RegimenText.parse(therapy.toString())).isEqualTo(therapy);
    }

    @Test
    void aDoseGoesOnUntilTheStudyEndsIfNothingElseIsSaid() {
        Therapy therapy = RegimenText.parse("pembrolizumab 200 mg q3w until progression");
        assertThat(therapy.administrations(Ratio.of(63))).hasSize(3).allMatch(Administration::untilProgression);
        assertThat(therapy.regimens().getFirst().isFinite()).isFalse();
    }

    @Test
    void aRateBecomesADoseOverItsDuration() {
        Administration dose = RegimenText.parse("blinatumomab 28 µg/d over 28 d")
                .administrations(Ratio.ONE)
                .getFirst();
        assertThat(dose.dose()).hasToString("784 µg");
        assertThat(RegimenText.parse("IL-2 18e6 IU/m2/d over 36 h")
                        .administrations(Ratio.ONE)
                        .getFirst()
                        .dose())
                .hasToString("2.7e7 IU/m²");
    }

    @Test
    void anActivityInBecquerelsIsADoseAndNoRate() {
        assertThat(RegimenText.parse("lutetium-177 PSMA 7.4 GBq IV q6w x 4").administrations(Ratio.of(1000)))
                .hasSize(4)
                .allMatch(dose -> dose.dose().toString().equals("7.4 GBq"));
    }

    @Test
    void anIntervalThatGivesMillionsOfDosesIsRefused() {
        Therapy therapy = RegimenText.parse("nivolumab 1 mg every 0.001 s");
        assertThatThrownBy(() -> therapy.administrations(Ratio.of(365)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has more than 1000000 doses within the study");
    }

    @Test
    void namesFileLineRegimenAndWhatMustFollow() {
        List<Problem> problems = new ArrayList<>();
        assertThat(RegimenText.parse("nivolumab 240 mg q2", "studies/x.yaml", 14, problems::add)
                        .regimens())
                .isEmpty();
        assertThat(problems)
                .singleElement()
                .hasToString(
                        "studies/x.yaml:14: regimen \"nivolumab 240 mg q2\": a unit d, w or m must follow \"q2\", as in q2w");
    }

    @Test
    void givesAllProblemsOfAllRegimensAtOnce() {
        assertThatThrownBy(() -> RegimenText.parse("""
                        nivolumab 240 mgg intravenus over 30 q2 x
                        3 mg/kg q2w
                        carboplatin AUC 5 q3w
                        """))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("therapy:1: regimen \"nivolumab 240 mgg intravenus over 30 q2 x\": the dose"
                        + " \"240 mgg\", character 5: no unit is called \"mgg\", did you mean \"mg\"?")
                .hasMessageContaining("\"intravenus\" is not understood")
                .hasMessageContaining("a unit of time (min, h, d, w, month) must follow \"over 30\", not \"q2\"")
                .hasMessageContaining("a unit d, w or m must follow \"q2\", as in q2w")
                .hasMessageContaining("a number of doses must follow \"x\", as in x 26")
                .hasMessageContaining("therapy:2: regimen \"3 mg/kg q2w\": no drug is named before the dose")
                .hasMessageContaining("therapy:3: regimen \"carboplatin AUC 5 q3w\": a dose by AUC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nivolumab | the text ends, expected a dose, as in 240 mg",
                "nivolumab 240 IV q2w | the dose 240 has no unit, expected one such as mg, mg/kg or cells",
                "nivolumab 240 mg q2x | a unit d, w or m must follow \"q2\", not \"x\", as in q2w",
                "nivolumab 240 mg q0w | has no length",
                "nivolumab 240 mg qod | write q2d for every second day",
                "nivolumab 240 mg biweekly | \"biweekly\" may mean every two weeks or twice a week: write q2w or q3.5d",
                "nivolumab 240 mg Bi-Monthly | \"Bi-Monthly\" may mean every two months or twice a month",
                "nivolumab 240 mg ivv | \"ivv\" is not understood, did you mean \"IV\"?",
                "nivolumab 240 mg untill 3 w | \"untill\" is not understood, did you mean \"until\"?",
                "nivolumab 240 mg x 4 | x 4 needs an interval, as in q2w x 4",
                "nivolumab 240 mg q2w x 0 | a number of doses must follow \"x\", not \"0\"",
                "nivolumab 240 mg q2w q3w | two intervals are given, every 2 w and every 3 w",
                "nivolumab 240 mg IV SC | the route is given twice, as IV and as SC",
                "nivolumab 240 mg over 5 m | may be minutes or months",
                "nivolumab 240 mg q2w then 480 mg q4w | what comes before then never ends",
                "nivolumab 240 mg d1,22 q3w | day 22 is beyond a cycle of 3 w",
                "nivolumab 240 mg on days 1, | days must follow",
                "nivolumab 240 mg d0 | counted from 1",
                "nivolumab 240 mg until | a time must follow \"until\", as in until 52 w, or until progression",
                "nivolumab 240 mg q2w from 8 w until 4 w | until 4 w is not after from 8 w",
                "nivolumab 0 mg | the dose 0 mg is not positive",
                "nivolumab 3 h q2w | the dose 3 h is a time, expected an amount",
                "nivolumab 240 mg q2w 480 mg | one dose is already given",
                "IL-2 5 mg/d | the rate 5 mg/d needs a duration, as in over 28 d",
                "nivolumab 240 mg IV infusion q2w | an infusion needs a duration, as in over 60 min",
                "nivolumab 240 mg + | nothing is given",
                "\"nivolumab 240 mg | is not closed",
                "nivolumab 240 mg for 3 w | for 3 w needs an interval",
                "nivolumab 240 mg once q2w | once is given together with an interval",
                "nivolumab 5 % q2w | the dose 5 % is a plain number, expected an amount, as in 240 mg",
                "nivolumab 5 L q2w | the dose 5 L is a volume, expected an amount, as in 240 mg",
                "nivolumab 5 mL/kg | is a volume, expected an amount",
                "nivolumab 240 km | the dose 240 km is a length, expected an amount",
                "nivolumab 240 mmHg | expected an amount, as in 240 mg",
                "nivolumab 240 mg/m2/kg | expected an amount, as in 240 mg",
                "nivolumab 5 °C | degrees Celsius",
                "nivolumab -3 mg/kg q2w | found \"-3\", expected a positive dose, as in 240 mg",
                "nivolumab 3,5 mg/kg | found \"3,5\", where a comma may mean decimals or thousands; expected one point",
                "nivolumab 1,000 mg | found \"1,000\", where a comma may mean decimals or thousands",
                "nivolumab 2.5.1 mg | found \"2.5.1\", expected one point or no mark, as in 3.5 mg",
                "nivolumab ３ mg | found \"３\", expected the digits 0 to 9, as in 240 mg",
                "nivolumab (240 mg IV q2w | the bracket ( has no )",
                "nivolumab (240 mg IV) q2w | expected a dose without brackets, as in nivolumab 240 mg q2w",
                "nivolumab 240 mg (IV) q2w | \"(IV)\" is in brackets, expected none, as in 240 mg IV q2w",
                "nivolumab 240 mg q2w) | \"q2w)\" is in brackets",
                "nivolumab 240 mg q-2w | \"q-2w\" is no interval, expected a positive one, as in q2w",
                "nivolumab 240 mg q2w x 99999999999 | expected at most 999999, as in x 26",
                "nivolumab 240 mg q2w x 1e9 | a number of doses must follow \"x\", not \"1e9\", as in x 26",
                "nivolumab 240 mg q2w x -3 | a number of doses must follow \"x\", not \"-3\"",
                "nivolumab 240 mg on 2026-01-05 | \"2026-01-05\" is a date; times are counted from time zero",
                "nivolumab 240 mg from 2026-01-05 | \"from 2026-01-05\" is a date; times are counted from time zero",
                "nivolumab 240 mg q2w until 5/12/2026 | \"until 5/12/2026\" is a date",
                "nivolumab 240 mg every 0 d | a positive time is expected, as in every 2 w",
                "nivolumab 240 mg nasal | \"nasal\" is not understood, expected a route (IV, SC, …)",
                "nivolumab 240 mg; ipilimumab 50 mg | drugs are joined by + between spaces, as in",
            })
    void saysWhatIsWrong(String regimen, String message) {
        assertThatThrownBy(() -> RegimenText.parse(regimen))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nivolumab 240 mg ovr 60 min q2w | \"ovr\" is not understood, did you mean \"over\"?",
                "nivolumab 240 mg at most 35 cycles q2w | a time must follow \"at\" and each comma after it, as in at 0 d, 8"
                        + " d, not \"most\"",
                "CAR-T 1e6 cells at 5 | a unit of time (min, h, d, w, month) must follow \"at 5\", as in at 0 d, 8 d",
                "CAR-T 1e6 cells at 0, 5 IV | a unit of time (min, h, d, w, month) must follow \"at 5\", not \"IV\"",
                "CAR-T 1e6 cells at 5 m | may be minutes or months",
                "CAR-T 1e6 cells at 8 d, 0 d | the times after \"at\" do not rise",
                "CAR-T 1e6 cells at 0 d, 0 d | the times after \"at\" do not rise",
                "CAR-T 1e6 cells at 0 d q8d x 2 | \"at 0 d\" says when each dose is given; an interval, days",
                "CAR-T 1e6 cells x 2 at 0 d, 8 d | \"at 0 d, …\" says when each dose is given",
                "CAR-T 1e6 cells on days 0 and 8 | are counted from 1 upwards, as in d1,8 or d1-5 (times after time"
                        + " zero are written at 0 d, 8 d)",
                "nivolumab 240 mg q2w 480 mg | \"480\" does not belong here: one dose is already given",
                "nivolumab 240 mg as a slow infusion over 2 h | \"as\" is not understood",
                "5FU 400 mg/m2 q2w | no drug is named before \"5FU\"; if that is its name, which begins with a number,"
                        + " put it in quotes, as in \"5FU\" 240 mg q2w",
            })
    void tellsOfOneMistakeOnce(String regimen, String message) {
        List<Problem> problems = new ArrayList<>();
        RegimenText.parse(regimen, "therapy", 1, problems::add);
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains(message));
    }

    @Test
    void twoMistakesAreToldAsTwo() {
        List<Problem> problems = new ArrayList<>();
        RegimenText.parse("nivolumab 240 mg ovr 60 min q2w untill 24 w", "therapy", 1, problems::add);
        assertThat(problems)
                .satisfiesExactly(
                        over -> assertThat(over.message()).contains("did you mean \"over\""),
                        until -> assertThat(until.message()).contains("did you mean \"until\""));
    }

    @Test
    void aNameMayBeginWithANumberAndAHyphen() {
        Therapy therapy = RegimenText.parse("5-FU 400 mg/m2 q2w + folinic acid 200 mg/m2 q2w");
        assertThat(therapy.drugs()).containsExactly("5-FU", "folinic acid");
        assertThat(RegimenText.parse(therapy.toString())).isEqualTo(therapy);
    }

    @Test
    void anEmptyTextIsNoTreatment() {
        assertThat(RegimenText.parse("\n  \n# nothing\n")).isEqualTo(Therapy.NONE);
    }

    @Test
    void cellsAndVaccinesAreGivenAsAnyDrug() {
        assertThat(days("CAR-T 3957 cells at 0 d")).isEqualTo("0");
        assertThat(days("CAR-T 2e8 cells x 2 q8d")).isEqualTo("0 8");
        assertThat(days("CAR-T 2e8 cells at 0 d, 8 d")).isEqualTo("0 8");
        assertThat(days("CAR-T 2e8 cells IV at 0, 8 and 15 d")).isEqualTo("0 8 15");
        assertThat(days("CAR-T 2 million cells/kg at 12 h,1d , 2 w until progression"))
                .isEqualTo("0.5 1 14");
        assertThat(days("vaccine 1e6 cells intranodal q2w x 3")).isEqualTo("0 14 28");
        assertThat(days("vaccine 0.3 mg SC at 0 d then 0.1 mg q1w x 2")).isEqualTo("0 7 14");
        assertThat(days("gemcitabine 1000 mg/m2 on days 1, 8 and 15 of each 28-day cycle x 1"))
                .isEqualTo("0 7 14");
        assertThat(RegimenText.parse("CAR-T 2e8 cells IV at 0, 8 d").toString())
                .isEqualTo("CAR-T 2e8 cells IV at 0 d, 8 d");
    }
}
