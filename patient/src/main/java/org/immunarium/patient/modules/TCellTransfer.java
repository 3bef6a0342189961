package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// T cells that were multiplied outside of the body are given back.
///
/// *Biology*: of the infused cells many die within days, and few know the tumour; those that do circulate as
/// the body's own effectors.
///
/// *Equation*:
///
///     TIL' = -k_engraft TIL,   T_C' = f_engraft k_engraft TIL
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_engraft | 1/d | how fast infused cells settle or die |
/// | f_engraft | 1 | share that settles and knows the tumour |
///
/// *Reads and writes*: has infused cells, which doses go into; gives to effectors of [EffectorTCells].
///
/// *Source*: the mechanism: Rosenberg et al. 2011, doi 10.1158/1078-0432.CCR-11-0116.
///
/// @param body  whose blood
/// @param tCell what they are, `T1`
public record TCellTransfer(Body body, String tCell) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and("T", tCell))
                .cells("{blood}.i{T}", "Infused cells")
                .reaction("Infused cells leave", "{blood}.i{T} ->", "k_engraft * {blood}.i{T}")
                .reaction("Infused cells settle as {T}", "-> {blood}.{T}", "f_engraft * k_engraft * {blood}.i{T}");
    }
}
