package org.immunarium.patient.modules;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Part;

/// A clone of cancer cells: its growth and its death.
///
/// *Biology*: cancer cells divide, more slowly the more of them there are, and die now and then
/// by themselves. Cells are whole: below so many, or nine tenths of one, the clone is gone.
///
/// *Equation*: logistic growth, or Gompertz growth, which slows from the first cell on,
///
///     C'   = k_growth C (1 - C_total / C_max) (1 - H) - k_death C
///     C'   = k_growth C ln(C_max / (C_total + 1 cell)) (1 - H) - k_death C
///     C_x' = k_death C, where the dead are counted
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_C_growth | 1/d | growth of a small tumour |
/// | C_max | cells | carrying capacity |
/// | k_C_death | 1/d | death by itself |
///
/// *Reads and writes*: has the clone; adds to the tumour's volume and to its cancer cells; dead cells go to C_x.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546; Gompertz growth of tumours: Laird 1964, doi
/// 10.1038/bjc.1964.55.
///
/// @param lesion where it grows
/// @param cancer its name, `C1`
/// @param brakes fractions by which its growth is held back, each between 0 and 1: `H_ENT_C1`
/// @param law    by which growth slows
/// @param fewest as a formula, how many cells there are at least, `0.9 * cell`: with fewer the clone is gone
public record CancerClone(Lesion lesion, String cancer, List<String> brakes, Law law, String fewest)
        implements Mechanism {

    /// By which growth slows as a tumour becomes larger.
    public enum Law {
        LOGISTIC("(1 - {C_total} / C_max)"),
        GOMPERTZ("ln(C_max / ({C_total} + cell))");

        private final String slowed;

        Law(String slowed) {
            this.slowed = slowed;
        }
    }

    private static final String LAST_CELL = "0.9 * cell";

    public CancerClone {
        brakes = List.copyOf(brakes);
    }

    /// A clone that is there to its last cell.
    public CancerClone(Lesion lesion, String cancer, List<String> brakes) {
        this(lesion, cancer, brakes, Law.LOGISTIC, LAST_CELL);
    }

    /// A clone that nothing holds back.
    public static CancerClone of(Lesion lesion, String cancer) {
        return new CancerClone(lesion, cancer, List.of());
    }

    /// The same, with another law of growth.
    public CancerClone growingBy(Law other) {
        return new CancerClone(lesion, cancer, brakes, other, fewest);
    }

    @Override
    public void addTo(Assembly patient) {
        Part part = patient.part(lesion.names()
                .and("C", cancer)
                .and("free", Brakes.released(brakes))
                .and("fewest", fewest));
        part.cells("{tumour}.{C}", "Cancer cells of clone {C}")
                .term("{room}", "vol_cell * {tumour}.{C}")
                .term("{C_total}", "{tumour}.{C}")
                .reaction(
                        "Growth of {C} in {tumour}",
                        "-> {tumour}.{C}",
                        "k_{C}_growth * {tumour}.{C} * " + law.slowed + "{free}");
        CancerDeath.byItself(part, "Death of {C} in {tumour}", "k_{C}_death * {tumour}.{C}")
                .event("The last cell of {C} in {tumour}", "{tumour}.{C} < {fewest}", "{tumour}.{C}", "0 * cell");
    }
}
