package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// How far PD-1 holds a T cell back.
///
/// *Biology*: PD-1 that is engaged by its ligands stops the signal of the T cell receptor.
///
/// *Equation*: of all complexes X of PD-1 with a ligand,
///
///     H_PD1 = (X / PD1_50)^n / ((X / PD1_50)^n + 1)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | PD1_50 | molecules/µm² | complexes at which half is held back |
/// | n_PD1 | 1 | Hill coefficient |
///
/// *Reads and writes*: has `H_PD1_C1`, which [CytotoxicKilling] and [Exhaustion] read; reads complexes of
/// [ReceptorBinding].
///
/// *Source*: Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x; Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param synapse   where
/// @param signal    its name, `H_PD1_C1`
/// @param complexes what counts, as a formula: `syn_T_C1.PD1_PDL1 + syn_T_C1.PD1_PDL2`
/// @param half      the parameter of half of it, `PD1_50`
/// @param hill      the parameter of its Hill coefficient, `n_PD1`
public record CheckpointSignal(Synapse synapse, String signal, String complexes, String half, String hill)
        implements Mechanism {

    /// Of PD-1 with both of its ligands.
    public static CheckpointSignal pd1(Synapse synapse) {
        String complexes = "{S}.PD1_PDL1 + {S}.PD1_PDL2".replace("{S}", synapse.id());
        return new CheckpointSignal(synapse, "H_PD1_" + synapse.partner(), complexes, "PD1_50", "n_PD1");
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part("H", signal, "X", complexes, "half", half, "n", hill, "partner", synapse.partner())
                .assigned(
                        "{H}",
                        "Share of the largest signal, in contact with {partner}",
                        "1",
                        "(({X}) / {half})^{n} / ((({X}) / {half})^{n} + 1)");
    }
}
