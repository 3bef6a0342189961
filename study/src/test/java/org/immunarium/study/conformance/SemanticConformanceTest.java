package org.immunarium.study.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.immunarium.study.OutsideData;
import org.junit.jupiter.api.Test;

/// All time-course cases of the SBML Test Suite, where it is at hand.
final class SemanticConformanceTest {

    @Test
    void everyTimeCoursePasses() {
        Path suite = OutsideData.file("sbml-test-suite/semantic.zip");
        List<SuiteCase> cases = TestSuite.read(suite);
        ConformanceReport report =
                new SemanticConformance().run(cases, Runtime.getRuntime().availableProcessors());
        assertThat(report.with(CaseResult.Outcome.FAILED)).as(report.text()).isEmpty();
        assertThat(report.count(CaseResult.Outcome.PASSED)).isGreaterThan(1400);
    }
}
