package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// What dying cancer cells release, which makes presenting cells mature.
///
/// *Biology*: cancer cells that T cells kill release molecules that tell of damage.
///
/// *Equation*:
///
///     c' = k_c (c0 - c) + R_Tcell DAMPs / V_T
///
/// In a [TumourBed] it is the concentration in the share of it that the tumour takes.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_c | 1/d | loss |
/// | c0 | M | concentration at rest |
/// | DAMPs | mol/cell | what a killed cell releases |
///
/// *Reads and writes*: has `c`, which [TumourPresenters] reads; reads `R_Tcell` of [CytotoxicKilling].
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
public record DangerSignal(Lesion lesion) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names().and("concentrated", lesion.concentrated()))
                .concentration("{tumour}.c", "Maturation signal", "mol")
                .reaction(
                        "Turnover of the maturation signal in {tumour}",
                        "-> {tumour}.c",
                        "k_c * (c0 - {tumour}.c) * {tumour}")
                .reaction(
                        "Release of the maturation signal in {tumour}",
                        "-> {tumour}.c",
                        "R_Tcell{site} * DAMPs{concentrated}");
    }
}
