package org.immunarium.study.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    @Test
    void aCaseIsRefusedOnlyForWhatIsNotSupported() {
        String objective = """
                <fbc:listOfObjectives xmlns:fbc="http://www.sbml.org/sbml/level3/version1/fbc/version2">
                  <fbc:objective/>
                </fbc:listOfObjectives>
                """;
        CaseResult refused = judged(objective);
        assertThat(refused.outcome()).isEqualTo(CaseResult.Outcome.REFUSED);
        assertThat(refused.reason()).contains("flux balance is not simulated");
        CaseResult failed = judged(
                "<listOfParameters><parameter id=\"fbc\" value=\"one\" constant=\"true\"/>" + "</listOfParameters>");
        assertThat(failed.outcome()).isEqualTo(CaseResult.Outcome.FAILED);
        assertThat(failed.reason()).contains("fbc", "a number is expected");
    }

    /// A case with a model of this content.
    private static CaseResult judged(String content) {
        String model = """
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model>
                %s</model></sbml>
                """.formatted(content);
        return new SemanticConformance()
                .run(new SuiteCase(
                        "00001",
                        "",
                        "TimeCourse",
                        Set.of(),
                        new TreeMap<>(Map.of(
                                "sbml-l3v2.xml", model,
                                "settings.txt",
                                        "start: 0\nduration: 1\nsteps: 1\nvariables: x\nabsolute: 1\nrelative: 1\n",
                                "results.csv", "time,x\n0,0\n1,0\n"))));
    }
}
