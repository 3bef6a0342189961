package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// How much signal a T cell gets of an antigen, by the number of loaded MHC molecules alone.
///
/// *Biology*: the more MHC molecules of a presenting cell carry a peptide, the surer its T cells are activated.
///
/// *Equation*: of m = M1p_s / n_clones molecules with one peptide,
///
///     H_P = m / (m + K_p_M)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | AvogadroN | molecules/mol | Avogadro's number |
/// | n_clones | 1 | peptides of this kind |
/// | K_p_M | molecules | molecules of which half of the T cells are activated |
///
/// *Reads and writes*: has the number of molecules and `H_P`, which [PrimingFromPool] reads;
/// reads loaded MHC molecules of [PeptideLoading]. It stands where [TcrRecognition] may stand,
/// which looks at receptors.
///
/// *Source*: Jafarnejad et al. 2019, doi 10.1208/s12248-019-0350-x.
///
/// @param cell    the presenting cell
/// @param antigen its name, `D1_0`
/// @param peptide its peptides' name, `p1_0`
/// @param clones  the parameter of how many peptides there are, `n_clone_p1_0`
public record LoadedMhcSignal(PresentingCell cell, String antigen, String peptide, String clones) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("S", cell.surface())
                        .and("P", antigen)
                        .and("p", peptide)
                        .and("n", clones))
                .held(
                        "{S}.{p}_M",
                        "MHC molecules with peptides of {P}, in number",
                        "molecules",
                        "AvogadroN * {S}.{p}_M1")
                .assigned(
                        "H_{P}",
                        "Share of the largest signal by {P}",
                        "1",
                        "{S}.{p}_M / {n} / ({S}.{p}_M / {n} + K_p_M)");
    }
}
