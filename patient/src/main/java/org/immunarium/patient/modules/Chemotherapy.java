package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// A cytotoxic drug kills cells that divide.
///
/// *Biology*: it is made for cells that divide; here all cells of a clone die of it alike, clones to different
/// degrees.
///
/// *Equation*, of a drug at concentration A:
///
///     C' = -k_chemo E C,  E = A / (A + EC50),  times (1 - resistant_C)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_chemo_A | 1/d | largest rate of death |
/// | EC50_A | M | concentration at half of it |
/// | resistant_C | 1 | share of it that the clone escapes |
///
/// *Reads and writes*: takes from the clone, gives to C_x; reads the drug of [DrugInTissue] or [DrugInTumour].
///
/// *Source*: rates in proportion to the cells that are there (log kill): Skipper et al. 1964.
///
/// @param lesion where
/// @param drug   its name, `docetaxel`
/// @param cancer the clone, `C1`
public record Chemotherapy(Lesion lesion, String drug, String cancer) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        CancerDeath.killing(
                patient.part(lesion.names().and("A", drug).and("C", cancer)),
                "Killing of {C} by {A} in {tumour}",
                "k_chemo_{A} * {tumour}.{A} / ({tumour}.{A} + EC50_{A}) * (1 - resistant_{C}) * {tumour}.{C}");
    }
}
