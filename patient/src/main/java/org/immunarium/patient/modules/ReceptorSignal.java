package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// How strongly receptors of a T cell signal.
///
/// *Biology*: PD-1 that is engaged by its ligands stops the signal of the T cell receptor; CD28 that is engaged
/// adds to it.
///
/// *Equation*: of all complexes X that count,
///
///     H_PD1 = (X / PD1_50)^n / ((X / PD1_50)^n + 1)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | PD1_50 | molecules/µm² | complexes at which the signal is half of the largest |
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
public record ReceptorSignal(Synapse synapse, String signal, String complexes, String half, String hill)
        implements Mechanism {

    /// Of PD-1 with both of its ligands.
    public static ReceptorSignal pd1(Synapse synapse) {
        String complexes = "{S}.PD1_PDL1 + {S}.PD1_PDL2".replace("{S}", synapse.id());
        return new ReceptorSignal(synapse, "H_PD1_" + synapse.partner(), complexes, "PD1_50", "n_PD1");
    }

    /// Of CD28 with both of its ligands; a CD80 that holds two of CD28 counts twice.
    public static ReceptorSignal cd28(Synapse synapse) {
        String complexes = "{S}.CD28_CD80 + {S}.CD28_CD86 + 2 * {S}.CD28_CD80_CD28".replace("{S}", synapse.id());
        return new ReceptorSignal(synapse, "H_CD28_" + synapse.partner(), complexes, "CD28_CD8X_50", "n_CD28_CD8X");
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("H", signal)
                        .and("X", complexes)
                        .and("half", half)
                        .and("n", hill)
                        .and("partner", synapse.partner()))
                .assigned(
                        "{H}",
                        "Share of the largest signal, in contact with {partner}",
                        "1",
                        "(({X}) / {half})^{n} / ((({X}) / {half})^{n} + 1)");
    }
}
