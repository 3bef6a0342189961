package org.immunarium.patient.modules;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Effector T cells in a tumour tire.
///
/// *Biology*: T cells that meet cancer cells become exhausted, the more so the more PD-1 is engaged; regulatory
/// T cells that they meet put them out of action.
///
/// *Equation*:
///
///     T'     = -k_T T C_total / (C_total + T_total + 1 cell) H_PD1 - k_Treg T T_reg / (C_total + T_total + 1 cell)
///     T_exh' = the same, gained
///
/// where suppression is (1 + H) times as fast for each fraction H that helps.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_T | 1/d | exhaustion by cancer cells, with all of PD-1 engaged |
/// | k_Treg | 1/d | by regulatory cells |
///
/// *Reads and writes*: takes effectors, gives to T_exh; reads the regulatory cells `Tregs_` of [RegulatoryTCells].
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546.
///
/// @param lesion     where
/// @param tCell      which T cells, `T1`
/// @param checkpoint the share of PD-1's signal that is there, `H_PD1_C1`
/// @param aids       fractions by which regulatory cells are helped, each between 0 and 1
public record Exhaustion(Lesion lesion, String tCell, String checkpoint, List<String> aids) implements Mechanism {

    public Exhaustion {
        aids = List.copyOf(aids);
    }

    /// With regulatory cells that nothing helps.
    public Exhaustion(Lesion lesion, String tCell, String checkpoint) {
        this(lesion, tCell, checkpoint, List.of());
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names().and("T", tCell).and("H_PD1", checkpoint).and("aided", Brakes.aided(aids)))
                .reaction(
                        "Suppression of {T} by regulatory cells in {tumour}",
                        "{tumour}.{T} -> {tumour}.T_exh",
                        "k_Treg * {tumour}.{T} * Tregs_{site} / {met}{aided}")
                .reaction(
                        "Exhaustion of {T} in {tumour}",
                        "{tumour}.{T} -> {tumour}.T_exh",
                        "k_{T} * {tumour}.{T} * {C_total} / {met} * {H_PD1}");
    }
}
