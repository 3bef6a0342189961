package org.immunarium.patient.shipped;

/// A bispecific antibody that patients with a cancer of B cells can be given.
enum Engager {
    BLINATUMOMAB("blinatumomab", "CD19"),
    MOSUNETUZUMAB("mosunetuzumab", "CD20");

    private final String drug;
    private final String antigen;

    Engager(String drug, String antigen) {
        this.drug = drug;
        this.antigen = antigen;
    }

    /// Its name in the catalogue of drugs.
    String drug() {
        return drug;
    }

    /// What it holds T cells to.
    String antigen() {
        return antigen;
    }

    /// The T cells that release cytokines for it, in CAR-T cells that release as much, as a formula.
    String releasing() {
        return "release_" + drug + " * T_engaged_" + drug + " * H_" + antigen;
    }
}
