package org.immunarium.patient.modules;

/// A tumour: the compartment that its cells fill, and what counts them.
///
/// @param volume      its compartment, `V_T`
/// @param cancerCells the sum of its cancer cells, `C_total`
/// @param tCells      the sum of its T cells, `T_total`
/// @param suffix      of names that each lesion has its own of; empty for a patient's only one
public record Lesion(String volume, String cancerCells, String tCells, String suffix) {

    /// The only tumour of a patient.
    public static Lesion only() {
        return new Lesion("V_T", "C_total", "T_total", "");
    }

    /// One of several, named by where it is.
    public static Lesion at(String site) {
        return new Lesion("V_" + site, "C_total_" + site, "T_total_" + site, "_" + site);
    }
}
