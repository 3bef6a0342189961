package org.immunarium.study.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// All time-course cases of models in one piece of the SBML Test Suite, where it is at hand.
final class SemanticConformanceTest {

    @Test
    void everyTimeCourseOfASingleModelPasses() {
        Path suite = data().resolve("sbml-test-suite/semantic.zip");
        Assumptions.assumeTrue(Files.exists(suite), "skipped: there is no SBML Test Suite at " + suite);
        List<SuiteCase> cases =
                TestSuite.read(suite).stream().filter(c -> !isComposed(c)).toList();
        ConformanceReport report =
                new SemanticConformance().run(cases, Runtime.getRuntime().availableProcessors());
        assertThat(report.with(CaseResult.Outcome.FAILED)).as(report.text()).isEmpty();
        assertThat(report.count(CaseResult.Outcome.PASSED)).isGreaterThan(1300);
    }

    private static boolean isComposed(SuiteCase c) {
        return c.sbml()
                .map(f -> c.files().getOrDefault(f, "").contains("/comp/version"))
                .orElse(false);
    }

    /// The folder that IMMUNARIUM_DATA names, else `../shared/data` beside the project.
    private static Path data() {
        String named = System.getenv("IMMUNARIUM_DATA");
        if (named != null) {
            return Path.of(named);
        }
        Path root = Path.of("").toAbsolutePath();
        return root.endsWith("study")
                ? root.resolve("../../shared/data").normalize()
                : root.resolve("../shared/data").normalize();
    }
}
