package org.immunarium.tissue.model;

/// What a drug can block.
public enum Receptor {
    /// On T cells and NK cells, where it holds them back.
    PD_1("PD-1"),
    /// Its ligand.
    PD_L1("PD-L1"),
    /// The brake of priming, in the lymph node.
    CTLA_4("CTLA-4"),
    /// What keeps macrophages from eating a cell.
    CD47("CD47");

    private final String written;

    Receptor(String written) {
        this.written = written;
    }

    /// Whether it counts in the lymph node, where there is as much of a drug as in blood; else around the cells.
    public boolean isInLymphNode() {
        return this == CTLA_4;
    }

    /// As people write it.
    public String written() {
        return written;
    }
}
