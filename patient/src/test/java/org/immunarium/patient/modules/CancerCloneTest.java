package org.immunarium.patient.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.ParameterTable;
import org.junit.jupiter.api.Test;

final class CancerCloneTest {

    private static final String VALUES = """
            name,value,unit,meaning,certainty,source,note
            V_Tmin,0.001,µL,empty tumour,assumed,,
            vol_cell,2500,µm^3/cells,of a cell,assumed,,
            vol_Tcell,180,µm^3/cells,of a T cell,assumed,,
            k_cell_clear,0,1/d,clearance,assumed,,
            k_C1_growth,0.1,1/d,growth,assumed,,
            k_C1_death,0,1/d,death,assumed,,
            C_max,1e12,cells,room,assumed,,
            cell,1,cells,one cell,assumed,,
            V_T.C1,1e6,cells,cells at the start,assumed,,
            """;

    private static double cells(CancerClone.Law law, double day) {
        Lesion lesion = Lesion.only();
        return CompiledModel.compile(Assembly.of("clone", "A clone", ParameterTable.parse(VALUES, "values"))
                        .add(
                                new TumourVolume(lesion),
                                CancerClone.of(lesion, "C1").growingBy(law))
                        .build())
                .simulation()
                .relativeTolerance(1e-10)
                .times(0, day)
                .run()
                .column("V_T.C1")[1];
    }

    @Test
    void itGrowsByTheLogisticLaw() {
        double expected = 1e12 / (1 + (1e6 - 1) * Math.exp(-0.1 * 100));
        assertThat(cells(CancerClone.Law.LOGISTIC, 100)).isCloseTo(expected, within(1e-7 * expected));
    }

    @Test
    void itGrowsByTheLawOfGompertz() {
        // But for the one cell that keeps the logarithm finite.
        double expected = 1e12 * Math.exp(Math.log(1e-6) * Math.exp(-0.1 * 20));
        assertThat(cells(CancerClone.Law.GOMPERTZ, 20)).isCloseTo(expected, within(1e-5 * expected));
    }
}
