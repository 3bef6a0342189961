package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// An antibody on its receptor between the cells of tissue and lymph nodes.
///
/// *Biology*: of what is in plasma a fifth is between cells; antibodies against one receptor compete.
///
/// *Equation*: `bound_R` is the sum over drugs of `ratio_A c_A / kd_A`; a share `bound_R / (1 + bound_R)` is held.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | ratio_A | 1 | concentration between cells over that in plasma |
/// | kd_A | nM | dissociation constant |
///
/// *Reads and writes*: adds to the sum `bound_R` of [CheckpointRelease]; reads a concentration.
///
/// *Source*: law of mass action; constants in the table of drugs.
///
/// @param drug          its name, `nivolumab`
/// @param concentration in plasma: a name or a formula, `c_nivolumab`
/// @param receptor      `PD1`, `PDL1` or `CTLA4`
public record ReceptorBlockade(String drug, String concentration, String receptor) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("A", drug).and("R", receptor).and("concentration", concentration))
                .term("bound_{R}", "ratio_{A} * {concentration} / kd_{A}");
    }
}
