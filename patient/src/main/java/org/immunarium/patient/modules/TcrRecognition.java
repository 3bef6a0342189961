package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// How much signal T cell receptors get of an antigen.
///
/// *Biology*: receptors of a T cell bind loaded MHC molecules of a presenting cell. A receptor signals once it
/// has been bound long enough to be modified several times (kinetic proofreading), and stops after a while
/// (limited signalling).
///
/// *Equation*: of m = M1p_s / n_clones loaded molecules and R receptors, with K = k_off / k_on and S = m + R + K,
///
///     bound = (S - sqrt(S² - 4 m R)) / 2, computed as 2 m R / (S + sqrt(S² - 4 m R)), which keeps its digits where m
/// is small
///     pTCR  = k_off / (k_off + phi) (k_p / (k_off + k_p))^N bound   with proofreading, else bound
///     H_P   = pTCR / (pTCR + p_50)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | TCR_p_tot | molecules/µm² | receptors of a T cell |
/// | k_M1p_TCR_on, _off, _p | µm²/(s·molecule), 1/s, 1/s | binding, unbinding, one modification |
/// | phi_M1p_TCR | 1/s | modification that ends the signal |
/// | N_M1p_TCR | 1 | modifications until it signals |
/// | p_50 | molecules/µm² | signal at which half of the T cells are activated |
///
/// *Reads and writes*: has `pTCR_p_MHC_tot` and `H_P`; reads loaded MHC molecules of [AntigenProcessing].
///
/// *Source*: Lever et al. 2014, doi 10.1038/nri3728; Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param antigen      its name, `P1`
/// @param peptide      its peptides' name, `p1`
/// @param tCell        who sees it, `T1`
/// @param proofreading whether receptors proofread; regulatory T cells are taken not to
public record TcrRecognition(String antigen, String peptide, String tCell, boolean proofreading) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        String share = proofreading
                ? "k_M1{p}_TCR_off / (k_M1{p}_TCR_off + phi_M1{p}_TCR)"
                        + " * (k_M1{p}_TCR_p / (k_M1{p}_TCR_off + k_M1{p}_TCR_p))^N_M1{p}_TCR * "
                : "";
        String met = "A_s.M1{p} / n_{T}_clones";
        String sum = "(" + met + " + TCR_{p}_tot + k_M1{p}_TCR_off / k_M1{p}_TCR_on)";
        patient.part(Names.of("P", antigen).and("p", peptide).and("T", tCell))
                .assigned(
                        "pTCR_{p}_MHC_tot",
                        "Receptors of {T} that signal",
                        "molecules/µm^2",
                        share + "2 * " + met + " * TCR_{p}_tot / (" + sum + " + (" + sum + "^2 - 4 * " + met
                                + " * TCR_{p}_tot)^0.5)")
                .assigned(
                        "H_{P}",
                        "Share of the largest signal by {P}",
                        "1",
                        "pTCR_{p}_MHC_tot / (pTCR_{p}_MHC_tot + {p}_50)");
    }
}
