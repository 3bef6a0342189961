package org.immunarium.study.sensitivity.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunarium.study.variation.Spread;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SensitivityPlanTest {

    private final List<Problem> problems = new ArrayList<>();

    private SensitivityPlan plan(String method, String... vary) {
        return SensitivityPlan.parse(
                new SensitivityPlan.Asked(List.of(vary), method, Optional.empty(), List.of("max T"), Optional.empty()),
                problems);
    }

    @Test
    void rangesAreLinearOrLogarithmicOrAroundAValue() {
        SensitivityPlan plan =
                plan("sobol", "a=0.1:0.5 1/d", "b=1 mg:1 g:log", "c=log-normal:0.5", "d = normal: 3 1/d", "e=-1:1");
        assertThat(problems).isEmpty();
        assertThat(plan.samples()).isEqualTo(512);
        assertThat(plan.vary().stream().map(each -> each.variation().value().inWords()))
                .containsExactly(
                        "uniform from 0.1 1/d to 0.5 1/d",
                        "log-uniform from 1 mg to 1 g",
                        "log-normal, standard deviation of the logarithm 0.5",
                        "normal, standard deviation 3 1/d",
                        "uniform from -1 to 1");
        assertThat(plan.vary().get(1).variation().value().spread()).isInstanceOf(Spread.LogUniform.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            k           | "k": name=low:high
            =1:2        | "=1:2": name=low:high
            k=          | --vary k: "": name=low:high
            k=1         | "1": name=low:high
            k=1:2:3     | "1:2:3": name=low:high
            k=1:2:lg    | "1:2:lg": name=low:high
            k=2:1       | two ends, the lower first, were expected
            k=1:1       | two ends, the lower first, were expected
            k=2 g:1 mg  | two ends, the lower first, were expected
            k=0:1:log   | ends above 0 were expected
            k=-1:1:log  | ends above 0 were expected
            k=1 g:2 d   | ends of one kind were expected; found g and d
            k=x:1       | --vary k: "x:1":
            k=NaN:1     | "NaN"
            k=1:1e999   | "1e999"
            k=normal:0  | a standard deviation above 0 was expected; found 0
            k=log-normal:1 g | a plain number, was expected; found 1 g
            """)
    void whatCannotBeReadIsTold(String vary, String told) {
        assertThat(plan("prcc", vary).vary()).isEmpty();
        assertThat(problems).hasSizeGreaterThanOrEqualTo(1);
        assertThat(problems.getFirst().toString()).contains(told);
    }

    @Test
    void aMethodThatIsNoneIsToldWithTheNearest() {
        plan("moris", "a=1:2", "a=1:3");
        assertThat(problems.stream().map(Problem::toString))
                .containsExactly(
                        "--method: \"moris\": one of prcc, morris, sobol was expected, did you mean \"morris\"?",
                        "--vary a: is given twice; once was expected");
    }

    @Test
    void whatIsSetAndHasARangeHasOneTooMany() {
        plan("prcc", "a=1:2", "b=normal:1", "c=1:2").checkNotSet(Set.of("a", "b"), problems);
        assertThat(problems.stream().map(Problem::toString))
                .containsExactly("--vary a: is set by --set, too; one of the two was expected");
    }

    @Test
    void textsForTheManifestAreReadBackAsTheyWere() {
        SensitivityPlan plan = SensitivityPlan.parse(
                new SensitivityPlan.Asked(
                        List.of("a b=1:2 mg:log", "c=normal:3"),
                        "morris",
                        Optional.of(7),
                        List.of("T", "max E", "T at 3 d"),
                        Optional.of("both")),
                problems);
        assertThat(SensitivityPlan.read(plan.texts(), problems)).contains(plan);
        assertThat(plan.texts().keySet()).allMatch(SensitivityPlan::isKey);
        assertThat(problems).isEmpty();
    }

    @Test
    void samplesAreMoreRunsTheMoreParametersThereAre() {
        assertThat(SensitivityMethod.PRCC.runs(500, 10)).isEqualTo(500);
        assertThat(SensitivityMethod.MORRIS.runs(20, 10)).isEqualTo(220);
        assertThat(SensitivityMethod.SOBOL.runs(512, 10)).isEqualTo(6144);
    }
}
