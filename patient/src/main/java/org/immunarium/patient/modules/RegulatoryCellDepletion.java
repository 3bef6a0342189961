package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// An antibody against CTLA-4 has regulatory T cells killed.
///
/// *Biology*: regulatory cells carry much CTLA-4. An antibody that binds it, with one arm or with both, marks
/// them for cells that kill what antibodies mark.
///
/// *Equation*, of molecules on a cell R, and antibody A that can enter a fraction gamma:
///
///     RA'   = k_on R A / gamma - k_off RA - RAR'
///     RAR'  = chi k_on R RA / A_Tcell - k_off RAR
///     H     = X^n / (X^n + 1),  X = (RA + 2 RAR) / Treg_CTLA4_50
///     T_reg' = -k_CTLA4_ADCC H T_reg
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | Treg_CTLA4_tot | molecules | CTLA-4 of a cell |
/// | Treg_CTLA4_50, n_Treg_CTLA4 | molecules, 1 | bound molecules at half the effect, Hill coefficient |
/// | k_CTLA4_ADCC | 1/d | largest rate of death |
/// | A_Tcell | µm² | area of a cell |
///
/// *Reads and writes*: takes regulatory cells of [EffectorTCells]; reads the drug of [DrugDistribution].
///
/// *Source*: Wang et al. 2020, doi 10.3389/fbioe.2020.00141.
///
/// @param place    the compartment, `V_T`
/// @param site     what it is called in `H_Treg_T`: `T`
/// @param tCell    the regulatory cells, `T0`
/// @param antibody its name, `ipi`
/// @param entry    the parameter of the fraction that it can enter
public record RegulatoryCellDepletion(String place, String site, String tCell, String antibody, String entry)
        implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("V", place)
                        .and("site", site)
                        .and("T", tCell)
                        .and("A", antibody)
                        .and("gamma", entry))
                .amount("{V}.Treg_CTLA4", "Free CTLA-4 of a regulatory cell", "molecules")
                .amount("{V}.Treg_CTLA4_{A}", "CTLA-4 held by one arm of {A}", "molecules")
                .amount("{V}.Treg_CTLA4_{A}_CTLA4", "Two of CTLA-4 held by {A}", "molecules")
                .initially("{V}.Treg_CTLA4", "Treg_CTLA4_tot")
                .reaction(
                        "Binding of {A} to regulatory cells in {V}",
                        "{V}.Treg_CTLA4 -> {V}.Treg_CTLA4_{A}",
                        "kon_CTLA4_{A} * ({V}.Treg_CTLA4 * {V}.{A} / {gamma}) - koff_CTLA4_{A} * {V}.Treg_CTLA4_{A}")
                .reaction(
                        "Binding of the second arm of {A} to regulatory cells in {V}",
                        "{V}.Treg_CTLA4_{A} + {V}.Treg_CTLA4 -> {V}.Treg_CTLA4_{A}_CTLA4",
                        "Chi_CTLA4_{A} * kon_CTLA4_{A} * ({V}.Treg_CTLA4 * {V}.Treg_CTLA4_{A}) / A_Tcell"
                                + " - koff_CTLA4_{A} * {V}.Treg_CTLA4_{A}_CTLA4")
                .assigned(
                        "H_Treg_{site}",
                        "Share of the largest effect on regulatory cells in {V}",
                        "1",
                        "(({V}.Treg_CTLA4_{A} + 2 * {V}.Treg_CTLA4_{A}_CTLA4) / Treg_CTLA4_50)^n_Treg_CTLA4"
                                + " / ((({V}.Treg_CTLA4_{A} + 2 * {V}.Treg_CTLA4_{A}_CTLA4) / Treg_CTLA4_50)"
                                + "^n_Treg_CTLA4 + 1)")
                .reaction("Depletion of {T} in {V} by {A}", "{V}.{T} ->", "k_CTLA4_ADCC * {V}.{T} * H_Treg_{site}");
    }
}
