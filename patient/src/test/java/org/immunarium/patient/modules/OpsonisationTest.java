package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.immunarium.equations.simulation.Timecourse;
import org.junit.jupiter.api.Test;

final class OpsonisationTest {

    private static Timecourse marked(String targets, String concentration) {
        return new StillTumour()
                .with("targets_C1 = " + targets + " molecules", "Kd_mab = 5 nM", "gamma_T_mab = 0.5")
                .with("bound_50 = 1e5 molecules", "n_bound = 2", "V_T.mab = " + concentration + " nM")
                .add(StillTumour.drug("mab"), new Opsonisation(StillTumour.TUMOUR, "mab", "C1"))
                .at(0, 1);
    }

    @Test
    void halfOfTheTargetsAreBoundAtTheDissociationConstant() {
        // 2.5 nM of the whole tumour is 5 nM of the half that it can enter.
        Timecourse course = marked("2e5", "2.5");
        assertThat(course.column("bound_mab_C1")[1]).isCloseTo(1e5, within(1e-3));
        assertThat(course.column(Opsonisation.effect(StillTumour.TUMOUR, "mab", "C1"))[1])
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void withoutAntigenNothingIsMarked() {
        assertThat(marked("0", "100").column("H_ops_mab_C1")[1]).isZero();
    }

    /// Collins et al. 2012 (doi 10.1093/annonc/mdr484) found killing of lines with HER2 amplified, less of
    /// those with little
    /// HER2, and none of MDA-MB-468, which has hardly any.
    @Test
    void cellsWithMoreAntigenAreMarkedMore() {
        double[] effects = Stream.of("1e6", "2e4", "1e3")
                .mapToDouble(targets -> marked(targets, "100").column("H_ops_mab_C1")[1])
                .toArray();
        assertThat(effects[0]).isGreaterThan(0.8);
        assertThat(effects[1]).isBetween(0.02, 0.3);
        assertThat(effects[2]).isLessThan(0.02);
    }
}
