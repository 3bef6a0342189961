package org.immunarium.study.sweep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immunarium.study.file.Placed;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a sweep varies, as it is written.
final class SweepPlanTest {

    static Stream<Arguments> right() {
        return Stream.of(
                Arguments.of("k=0.1:0.5:5", "1", List.of(0.1, 0.2, 0.3, 0.4, 0.5)),
                Arguments.of("k=5:1:3", "1", List.of(5.0, 3.0, 1.0)),
                Arguments.of("k = -1 : 1 : 3", "1", List.of(-1.0, 0.0, 1.0)),
                Arguments.of("k=0.001:1:4:log", "1", List.of(0.001, 0.01, 0.1, 1.0)),
                Arguments.of("k=0.01:0.2 1/min:2", "1/min", List.of(0.01, 0.2)),
                Arguments.of("k=0.01 1/min:0.2:2", "1/min", List.of(0.01, 0.2)),
                Arguments.of("k=60 min:2 h:2", "min", List.of(60.0, 120.0)),
                Arguments.of("k=1,2,5 mg", "mg", List.of(1.0, 2.0, 5.0)),
                Arguments.of("k=1 mg,2,5", "mg", List.of(1.0, 2.0, 5.0)),
                Arguments.of("k=1 mg,2 mg,1 g", "mg", List.of(1.0, 2.0, 1000.0)),
                Arguments.of("CD8 T cell.attack tumor=0,1", "1", List.of(0.0, 1.0)));
    }

    @ParameterizedTest
    @MethodSource("right")
    void valuesAreRead(String option, String unit, List<Double> values) {
        List<Problem> problems = new ArrayList<>();
        Optional<Varied> varied = VariedReader.read(option, problems);
        assertThat(problems).isEmpty();
        assertThat(varied).hasValueSatisfying(each -> {
            assertThat(each.unit()).hasToString(unit);
            assertThat(each.values()).isEqualTo(values);
        });
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("k", "\"k\": name=from:to:count or name=value,value was expected"),
                Arguments.of("=1,2", "name=from:to:count"),
                Arguments.of("k=", "\"\": name=from:to:count or name=value,value was expected"),
                Arguments.of("k=1", "two values or more were expected; --set gives a name one value"),
                Arguments.of("k=1,1", "each value once was expected"),
                Arguments.of("k=1 g,1000 mg", "each value once was expected"),
                Arguments.of("k=1,x", "\"1,x\": "),
                Arguments.of("k=1 mg,2,3 g", "is 2 in mg or in the model's unit?"),
                Arguments.of("k=1 mg,2 d", "values of one kind were expected; found mg and d"),
                Arguments.of("k=1:2", "from:to:count, or from:to:count:log for equal ratios, was expected"),
                Arguments.of("k=1:2:3:4", "from:to:count, or from:to:count:log"),
                Arguments.of("k=1:2:3:lin", "from:to:count, or from:to:count:log"),
                Arguments.of("k=1:2:1", "how many values, from 2 to 100000, was expected in place of \"1\""),
                Arguments.of("k=1:2:5 mg", "in place of \"5 mg\"; a unit belongs to an end"),
                Arguments.of("k=1:2:2.5", "in place of \"2.5\""),
                Arguments.of("k=1:2:1000000", "in place of \"1000000\""),
                Arguments.of("k=2:2:3", "two ends that differ were expected"),
                Arguments.of("k=0:1:3:log", "ends above 0 were expected"),
                Arguments.of("k=1 d:2 mg:3", "values of one kind were expected; found d and mg"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsAmbiguousOrWrongIsRefused(String option, String says) {
        List<Problem> problems = new ArrayList<>();
        assertThat(VariedReader.read(option, problems)).isEmpty();
        assertThat(problems)
                .isNotEmpty()
                .anySatisfy(problem ->
                        assertThat(problem.toString()).startsWith("--vary").contains(says));
    }

    @Test
    void everyProblemOfAPlanIsTold() {
        List<Problem> problems = new ArrayList<>();
        SweepPlan plan = SweepPlan.parse(List.of("a=1:3:3", "a=1,2", "b=1"), 0, problems);
        plan.checkNotSet(Set.of("a"), problems);
        assertThat(problems.stream().map(Problem::toString))
                .containsExactly(
                        "--vary a: is given twice; once was expected",
                        "--vary b: \"1\": two values or more were expected; --set gives a name one value in all runs",
                        "--replicates: a number of at least 1 was expected; found 0",
                        "--vary a: is set by --set, too; one of the two was expected");
    }

    @Test
    void aSweepOfNothingAndOneOfTooMuchAreRefused() {
        List<Problem> problems = new ArrayList<>();
        SweepPlan.parse(List.of(), 1, problems);
        SweepPlan.parse(List.of("a=1:2:1000", "b=1:2:1000"), 5, problems);
        assertThat(problems.stream().map(Problem::toString))
                .containsExactly(
                        "--vary: nothing is varied; --vary name=from:to:count or --replicates 2 and more was expected",
                        "--vary: 1000 x 1000 x 5 replicates are 5e6 runs; at most 1e5 were expected");
    }

    @Test
    void theLastNameChangesFastest() {
        SweepPlan plan = SweepPlan.parse(List.of("a=1,2", "b=10,20,30 mg"), 1, new ArrayList<>());
        assertThat(plan.points()).isEqualTo(6);
        assertThat(plan.values(0).values())
                .extracting(Placed::value)
                .map(Quantity::toString)
                .containsExactly("1", "10 mg");
        assertThat(plan.values(1).values())
                .extracting(Placed::value)
                .map(Quantity::toString)
                .containsExactly("1", "20 mg");
        assertThat(plan.values(5).values())
                .extracting(Placed::value)
                .map(Quantity::toString)
                .containsExactly("2", "30 mg");
    }

    @Test
    void aPlanIsReadBackFromItsText() {
        List<Problem> problems = new ArrayList<>();
        SweepPlan plan = SweepPlan.parse(List.of("a b=1:100 mg:3:log", "c=1,2"), 7, problems);
        assertThat(SweepPlan.parse(plan.texts(), problems)).isEqualTo(plan);
        assertThat(problems).isEmpty();
        assertThat(SweepPlan.parse(Map.of("replicates", "3"), problems)).isEqualTo(SweepPlan.replicates(3));
    }
}
