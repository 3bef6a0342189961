package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// How fast a pair lets go, where its affinity is what is known.
///
/// *Biology*: the dissociation constant is measured more often than the rate of unbinding.
///
/// *Equation*: k_off = K_d k_on
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | Kd | M, or molecules/µm² | dissociation constant |
/// | on | 1/(M·s), or µm²/(s·molecule) | binding |
///
/// *Reads and writes*: has the rate of unbinding, which [ReceptorBinding], [AntibodyBinding] or
/// [PeptideLoading] read.
///
/// @param off          the rate of unbinding, `koff_PD1_PDL1`
/// @param dissociation the parameter of the dissociation constant, `Kd_PD1_PDL1`
/// @param on           the parameter of binding, `kon_PD1_PDL1`
/// @param unit         of the rate of unbinding
public record Affinity(String off, String dissociation, String on, String unit) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("off", off).and("Kd", dissociation).and("on", on))
                .assigned("{off}", "Unbinding", unit, "{Kd} * {on}");
    }
}
