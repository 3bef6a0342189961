package org.immunarium.patient.modules;

/// Whom a cell in a tumour meets.
final class Contacts {

    private Contacts() {}

    /// All cells that it may meet, and one, so that an empty tumour is no division by nothing.
    static String in(Lesion lesion) {
        return "(" + lesion.cancerCells() + " + " + lesion.tCells() + " + cell)";
    }
}
