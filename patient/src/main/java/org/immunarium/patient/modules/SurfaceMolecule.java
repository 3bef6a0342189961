package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;
import org.immunarium.patient.assembly.Part;

/// A receptor or ligand in a synapse.
///
/// *Biology*: its molecules are spread over a cell's surface; so many are in the synapse.
///
/// *Equation*: at the start, a density of total / area of the cell.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | total | molecules | on the whole cell |
/// | area | µm² | of the cell |
///
/// *Reads and writes*: has the free molecule, which [ReceptorBinding] and [AntibodyBinding] take.
///
/// *Source*: Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x; Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param synapse  where
/// @param molecule its name, `PD1`
/// @param total    the parameter of its number on a cell, `T_PD1_total`
/// @param area     the parameter of that cell's area, `A_Tcell`
public record SurfaceMolecule(Synapse synapse, String molecule, String total, String area) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        Part part = patient.part(Names.of("S", synapse.id()).and("R", molecule));
        synapse.molecule(part, "{S}.{R}", "Free {R}").initially("{S}.{R}", total + " / " + area + synapse.perArea());
    }
}
