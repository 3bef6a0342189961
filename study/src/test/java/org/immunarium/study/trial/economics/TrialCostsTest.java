package org.immunarium.study.trial.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.file.Section;
import org.immunarium.study.report.Html;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.trial.economics.TrialCosts.ArmCourses;
import org.immunarium.trial.economics.PatientCourse;
import org.immunarium.trial.economics.PatientCourse.Event;
import org.immunarium.trial.economics.PatientCourse.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialCostsTest {

    private static final double DURATION = 730;

    private static EconomicsPlan plan() {
        Section file = Section.parse("trial.yaml", "economics: {samples: 200}", new ArrayList<>());
        file.expectOnly(List.of(EconomicsReader.KEY));
        return EconomicsReader.read(file).orElseThrow();
    }

    private static PatientCourse patient(int i, boolean treated) {
        double death = 200 + 20 * i + (treated ? 150 : 0);
        double end = Math.min(death, DURATION);
        List<Given> doses = new ArrayList<>();
        for (double day = 0; day < Math.min(end / 2, 200); day += treated ? 14 : 21) {
            doses.add(treated ? new Given("nivolumab", 240, day, true) : new Given("dacarbazine", 1800, day, true));
        }
        return new PatientCourse(
                end,
                death <= DURATION ? Optional.of(death) : Optional.empty(),
                Optional.of(end / 2),
                doses,
                List.of(),
                i % 5 == 0 ? List.of(new Event("colitis", 60)) : List.of());
    }

    private static List<ArmCourses> arms() {
        List<PatientCourse> treated = new ArrayList<>();
        List<PatientCourse> control = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            treated.add(patient(i, true));
            control.add(patient(i, false));
        }
        return List.of(new ArmCourses("Nivolumab", treated), new ArmCourses("Dacarbazine", control));
    }

    private static PricedCare care() {
        return PricedCare.of(plan(), "melanoma", Map.of("nivolumab", true, "dacarbazine", true), List.of("colitis"));
    }

    private static List<String> write(RunFolder folder, List<ArmCourses> arms) {
        return TrialCosts.write(folder, plan(), care(), arms, 1, 42, DURATION);
    }

    /// What a trial that is one of many tells is what its table has.
    @Test
    void costsOfArmsAreThoseOfTheTable(@TempDir Path temp) {
        RunFolder folder = RunFolder.createAt(temp.resolve("run"));
        write(folder, arms());
        Table costs = Table.read(folder.table(CostTables.COST));
        assertThat(TrialCosts.costs(plan(), care(), arms(), DURATION))
                .containsExactly(costs.numbers(costs.column("cost [USD]")));
        assertThat(TrialCosts.costs(
                        plan(), care(), List.of(arms().getFirst(), new ArmCourses("Nobody", List.of())), DURATION))
                .containsOnly(Double.NaN);
    }

    @Test
    void tablesSayWhatArmsCostAndGive(@TempDir Path temp) {
        RunFolder folder = RunFolder.createAt(temp.resolve("run"));
        List<String> found = write(folder, arms());
        assertThat(found).hasSize(3);
        assertThat(found.getFirst()).startsWith("Nivolumab: ").contains("USD and", "within 24.0 months");
        assertThat(found.get(1))
                .contains("Nivolumab against Dacarbazine: ", "USD a QALY (more for more)", "a probability of");
        Table costs = Table.read(folder.table(CostTables.COST));
        List<String> treated = costs.rows().getFirst();
        double more = Double.parseDouble(treated.get(costs.column("more cost [USD]")));
        double qalys = Double.parseDouble(treated.get(costs.column("more QALYs")));
        assertThat(Double.parseDouble(treated.get(costs.column("ICER [USD/QALY]"))))
                .isCloseTo(more / qalys, within(1e-6));
        assertThat(Double.parseDouble(treated.get(costs.column("net benefit [USD]"))))
                .isCloseTo(150_000 * qalys - more, within(1e-6));
        assertThat(more)
                .isBetween(
                        Double.parseDouble(treated.get(costs.column("more cost lower [USD]"))),
                        Double.parseDouble(treated.get(costs.column("more cost upper [USD]"))));
        assertThat(costs.rows().get(1).get(costs.column("more cost [USD]"))).isEmpty();
        assertThat(Table.read(folder.table(CostTables.PLANE)).rows()).hasSize(200);
        assertThat(Table.read(folder.table(CostTables.INPUTS)).rows()).hasSizeGreaterThan(10);
    }

    @Test
    void theSameTrialHasTheSameBytes(@TempDir Path temp) throws Exception {
        RunFolder one = RunFolder.createAt(temp.resolve("one"));
        RunFolder two = RunFolder.createAt(temp.resolve("two"));
        write(one, arms());
        write(two, arms());
        for (String table : List.of(CostTables.COST, CostTables.PLANE, CostTables.ACCEPTABILITY, CostTables.TORNADO)) {
            assertThat(Files.readAllBytes(one.table(table))).isEqualTo(Files.readAllBytes(two.table(table)));
        }
    }

    @Test
    void figuresAndNumbersAreReadFromTheFolder(@TempDir Path temp) {
        RunFolder folder = RunFolder.createAt(temp.resolve("run"));
        List<String> arms = List.of("Nivolumab", "Dacarbazine");
        assertThat(CostFigures.of(folder, arms)).isEmpty();
        write(folder, arms());
        List<Figure> figures = CostFigures.of(folder, arms);
        assertThat(figures).hasSize(3).allSatisfy(figure -> {
            assertThat(figure.pictures().getFirst().svg()).startsWith("<svg").doesNotContain("NaN", "Infinity");
            assertThat(figure.inWords()).isNotEmpty();
            assertThat(figure.numbers().rows()).isNotEmpty();
        });
        assertThat(figures.getFirst().legend()).contains("Nivolumab", "USD a QALY");
        Html page = new Html();
        CostFigures.numbers(folder, page);
        assertThat(page.toString()).contains("ICER [USD/QALY]", "price: nivolumab, 100 mg", "Huang 2017");
    }

    @Test
    void anArmWithoutPatientsIsTold(@TempDir Path temp) {
        RunFolder folder = RunFolder.createAt(temp.resolve("run"));
        assertThat(write(folder, List.of(arms().getFirst(), new ArmCourses("Dacarbazine", List.of()))))
                .containsExactly("Costs were not counted: no patient of Dacarbazine was followed.");
        assertThat(folder.table(CostTables.COST)).doesNotExist();
    }
}
