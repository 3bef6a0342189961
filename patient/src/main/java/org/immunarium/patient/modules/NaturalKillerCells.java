package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Natural killer cells in blood and tumour.
///
/// *Biology*: they come from the marrow, need no priming, and enter tumours from blood.
///
/// *Equation*:
///
///     NK_C' = Q_NK - k_NK_death NK_C
///     NK_T' = q_NK_T_in V_T NK_C - k_NK_death NK_T
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | Q_NK | cells/d | that come into blood |
/// | k_NK_death | 1/d | death |
/// | q_NK_T_in | 1/(cm³·d) | into each cubic centimetre of tumour |
///
/// *Reads and writes*: has the cells; adds to the tumour's volume and, as lymphocytes that its cells meet, to
/// the sum of its T cells. What enters a tumour is so few that blood does not miss it.
///
/// *Source*: turnover of NK cells: Zhang et al. 2007, doi 10.1111/j.1365-2567.2007.02573.x.
public record NaturalKillerCells(Body body, Lesion lesion) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and(lesion.names()))
                .cells("{blood}.NK", "Natural killer cells")
                .cells("{tumour}.NK", "Natural killer cells")
                .term("{room}", "vol_Tcell * {tumour}.NK")
                .term("{T_total}", "{tumour}.NK")
                .reaction("NK cells into {tumour}", "-> {tumour}.NK", "q_NK_T_in * {tumour} * {blood}.NK")
                .reaction("Death of NK cells in {tumour}", "{tumour}.NK -> {deadT}", "k_NK_death * {tumour}.NK");
    }

    /// Their turnover in blood, once for a patient.
    public static Mechanism inBlood(Body body) {
        return patient -> patient.part(body.names())
                .cells("{blood}.NK", "Natural killer cells")
                .reaction("NK cells come into blood", "-> {blood}.NK", "Q_NK")
                .reaction("Death of NK cells in blood", "{blood}.NK ->", "k_NK_death * {blood}.NK");
    }
}
