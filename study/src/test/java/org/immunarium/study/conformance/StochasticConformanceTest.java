package org.immunarium.study.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.immunarium.study.OutsideData;
import org.junit.jupiter.api.Test;

/// Tests of chance: some of the SBML Test Suite's, where it is at hand, and what a wrong simulator
/// would be told.
final class StochasticConformanceTest {

    private static final int REPLICATES = 1000;

    /// Birth and death, volumes, sinks, arrivals in batches, events at times and at states, draws.
    private static final Set<String> SOME =
            Set.of("00001", "00006", "00011", "00020", "00028", "00033", "00036", "00041", "00059", "00064", "00084");

    private static ConformanceReport run(List<SuiteCase> cases, long seed, int threads) {
        return new StochasticConformance(seed, REPLICATES, line -> {}).run(cases, threads);
    }

    @Test
    void casesOfEverySortPass() {
        List<SuiteCase> cases = TestSuite.read(OutsideData.file("sbml-test-suite/stochastic.zip")).stream()
                .filter(c -> SOME.contains(c.id()))
                .toList();
        assertThat(cases).hasSize(SOME.size());
        ConformanceReport report = run(cases, 1, 2);
        assertThat(report.passed()).as(report.text()).isTrue();
        assertThat(report.count(CaseResult.Outcome.PASSED)).isEqualTo(SOME.size());
        assertThat(run(cases, 1, 1).text()).isEqualTo(report.text());
    }

    private static SuiteCase decay(double expectedMean, double expectedDeviation) {
        TreeMap<String, String> files = new TreeMap<>();
        files.put("model.m", "(*\ntestType: StochasticTimeCourse\n*)");
        files.put("settings.txt", """
                start: 0
                duration: 2
                steps: 1
                variables: X
                amount: X
                output: X-mean, X-sd
                meanRange: (-3, 3)
                sdRange: (-5, 5)
                """);
        files.put("results.csv", "time,X-mean,X-sd\n0,100,0\n2," + expectedMean + "," + expectedDeviation + "\n");
        files.put("sbml-l3v2.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
                  <model id="decay" substanceUnits="item" extentUnits="item">
                    <listOfCompartments>
                      <compartment id="C" spatialDimensions="3" size="1" constant="true"/>
                    </listOfCompartments>
                    <listOfSpecies>
                      <species id="X" compartment="C" initialAmount="100" hasOnlySubstanceUnits="true"
                        boundaryCondition="false" constant="false"/>
                    </listOfSpecies>
                    <listOfReactions>
                      <reaction id="die" reversible="false">
                        <listOfReactants>
                          <speciesReference species="X" stoichiometry="1" constant="true"/>
                        </listOfReactants>
                        <kineticLaw>
                          <math xmlns="http://www.w3.org/1998/Math/MathML">
                            <apply><times/><cn> 0.5 </cn><ci> X </ci></apply>
                          </math>
                        </kineticLaw>
                      </reaction>
                    </listOfReactions>
                  </model>
                </sbml>
                """);
        return SuiteCase.of("00001", files);
    }

    @Test
    void aRightModelPassesAndAWrongOneIsTold() {
        // exp(-1) of 100 are left, with the variance of the binomial distribution.
        assertThat(run(List.of(decay(36.7879, 4.8223)), 1, 2).passed()).isTrue();
        ConformanceReport wrongMean = run(List.of(decay(38.5, 4.8223)), 1, 2);
        assertThat(wrongMean.passed()).isFalse();
        assertThat(wrongMean.points().outside())
                .extracting(PointOutside::output)
                .containsExactly("X-mean");
        ConformanceReport wrongDeviation = run(List.of(decay(36.7879, 3.5)), 1, 2);
        assertThat(wrongDeviation.passed()).isFalse();
        assertThat(wrongDeviation.text()).contains("X-sd at 2.0 is 4.");
    }

    @Test
    void whatIsCertainHasToBeExact() {
        TreeMap<String, String> files = new TreeMap<>(decay(36.7879, 4.8223).files());
        files.merge("results.csv", "", (old, none) -> old.replace("0,100,0", "0,101,0"));
        ConformanceReport report = run(List.of(SuiteCase.of("00001", files)), 1, 2);
        assertThat(report.with(CaseResult.Outcome.FAILED))
                .singleElement()
                .satisfies(c -> assertThat(c.reason()).contains("exactly 101.0 was expected"));
    }

    @Test
    void chanceAllowsWhatItIsLikelyToGive() {
        ChancePoints one = new ChancePoints(10, List.of(), List.of(0.9, 0.0995, 0.0005));
        assertThat(one.allowed()).isEqualTo(1);
        ChancePoints two = one.and(one);
        assertThat(two.judged()).isEqualTo(20);
        assertThat(two.expected().get(0)).isCloseTo(0.81, within(1e-12));
        assertThat(two.expected().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(two.allowed()).isEqualTo(2);
        assertThat(two.isChance()).isTrue();
    }
}
