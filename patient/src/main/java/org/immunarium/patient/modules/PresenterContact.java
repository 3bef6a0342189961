package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Which share of T cells finds a presenting cell.
///
/// *Biology*: each presenting cell of a lymph node can hold a few T cells at a time, for whose places others
/// compete.
///
/// *Equation*:
///
///     H_APC = n_sites APC_LN / (n_sites APC_LN + competitors)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | n_sites | 1 | T cells that a presenting cell can hold |
///
/// *Reads and writes*: has `H_APC` or `H_mAPC`, which [Priming] reads; reads [AntigenPresentingCells].
///
/// *Source*: Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x; Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param body        whose lymph node
/// @param presenter   the presenting cell, `APC` or `mAPC`
/// @param competitors T cells that compete, as a formula: `T_total_LN + cell`
/// @param sites       the parameter of its places, `n_sites_APC`
public record PresenterContact(Body body, String presenter, String competitors, String sites) implements Mechanism {

    /// All effector cells of the lymph node, and one, compete.
    public static PresenterContact amongEffectors(Body body, String presenter) {
        return new PresenterContact(body, presenter, "T_total_LN + cell", "n_sites_APC");
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names()
                        .and("APC", presenter)
                        .and("others", competitors)
                        .and("n", sites))
                .assigned(
                        "H_{APC}",
                        "Share of T cells that find a cell of {APC}",
                        "1",
                        "{n} * {node}.{APC} / ({n} * {node}.{APC} + {others})");
    }
}
