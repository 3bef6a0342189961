package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// CAR-T cells divide where they meet their antigen.
///
/// *Biology*: a CAR that binds makes its cell divide. What drives it is the number of cells with the antigen, or
/// a signal between 0 and 1 that grows with it, alone or times the room that other lymphocytes leave.
///
/// *Equation*: `E' = r_E E drive`.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | r_E | 1/d over the unit of the drive | division at a drive of 1 |
///
/// *Reads and writes*: adds to the cells of [CarTCirculation]; reads the drive.
///
/// *Source*: Hardiansyah and Ng 2019, doi 10.1111/cts.12636, equation 5.
///
/// @param place where, `V_P`
/// @param cells their name, `CARTE`
/// @param drive a formula, `CD19_cells` or `H_CD19 * H_room`
public record CarTExpansion(String place, String cells, String drive) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("V", place).and("E", cells).and("drive", drive))
                .reaction("Division of {E} in {V}", "-> {V}.{E}", "r_{E} * {V}.{E} * {drive}");
    }
}
