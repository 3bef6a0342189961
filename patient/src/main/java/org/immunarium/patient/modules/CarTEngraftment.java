package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// Infused CAR-T cells: most are lost within a day, some go on as effectors.
///
/// *Biology*: cells from culture are caught in lung and liver and die; a share settles where its antigen is.
///
/// *Equation*: in tissue,
///
///     I' = -k_engraft I
///     E' = f_engraft k_engraft I
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_engraft | 1/d | settling or dying |
/// | f_engraft | 1 | share that settles |
///
/// *Reads and writes*: takes infused cells and adds effectors, both of [CarTCirculation].
///
/// @param tissue    where, `V_P`
/// @param infused   `CARTI`
/// @param effectors `CARTE`
public record CarTEngraftment(String tissue, String infused, String effectors) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("P", tissue).and("I", infused).and("E", effectors))
                .reaction("{I} settle", "{P}.{I} -> {P}.{E}", "f_engraft * k_engraft * {P}.{I}")
                .reaction("Loss of {I}", "{P}.{I} ->", "(1 - f_engraft) * k_engraft * {P}.{I}");
    }
}
