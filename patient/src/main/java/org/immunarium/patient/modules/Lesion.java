package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Names;

/// A tumour: the compartment that it is in, and what counts its cells.
///
/// @param volume      its compartment, `V_T`
/// @param cancerCells the sum of its cancer cells, `C_total`
/// @param tCells      the sum of its T cells, `T_total`
/// @param contacts    all cells that one of its cells may meet, as a formula
/// @param suffix      of names that each lesion has its own of; empty for a patient's only one
/// @param room        what its compartment is
public record Lesion(String volume, String cancerCells, String tCells, String contacts, String suffix, Room room) {

    /// What the compartment of a tumour is.
    public enum Room {
        /// As large as the cells, living and dead: see [TumourVolume].
        CELLS,
        /// As large as the tumour may become, of which it takes a share; the dead vanish: see [TumourBed].
        BED
    }

    /// The only tumour of a patient, as large as its cells.
    public static Lesion only() {
        return ofCells("V_T", "C_total", "T_total", "");
    }

    /// One of several, named by where it is.
    public static Lesion at(String site) {
        return ofCells("V_" + site, "C_total_" + site, "T_total_" + site, "_" + site);
    }

    /// The only tumour of a patient, in a bed of constant size.
    public static Lesion inBed(String bed, String cancerCells, String tCells) {
        return new Lesion(bed, cancerCells, tCells, "(" + cancerCells + " + " + tCells + ")", "", Room.BED);
    }

    /// One more cell is met than there is, so that an empty tumour is no division by nothing.
    private static Lesion ofCells(String volume, String cancerCells, String tCells, String suffix) {
        String contacts = "(" + cancerCells + " + " + tCells + " + cell)";
        return new Lesion(volume, cancerCells, tCells, contacts, suffix, Room.CELLS);
    }

    /// Its placeholders: `{tumour}` its compartment, `{site}` its suffix, `{C_total}` and `{T_total}` its cells,
    /// `{met}` whom a
    /// cell meets, `{room}` what its cells fill, `{deadC}` and `{deadT}` where dead cells go.
    Names names() {
        return Names.of("tumour", volume)
                .and("site", suffix)
                .and("C_total", cancerCells)
                .and("T_total", tCells)
                .and("met", contacts)
                .and("room", cellVolume())
                .and("deadC", deadCancerCells())
                .and("deadT", deadTCells());
    }

    /// The sum to which its cells add their volume.
    String cellVolume() {
        return room == Room.CELLS ? volume : "vol_cells" + suffix;
    }

    /// Where dead cancer cells go.
    String deadCancerCells() {
        return room == Room.CELLS ? volume + ".C_x" : "";
    }

    /// Where dead T cells go.
    String deadTCells() {
        return room == Room.CELLS ? volume + ".T_exh" : "";
    }

    /// How large it is now.
    String size() {
        return volume + share();
    }

    /// The share of its compartment that it takes, as a factor: ` * C_total / C_max`.
    String share() {
        return room == Room.CELLS ? "" : " * " + cancerCells + " / C_max";
    }

    /// What it releases is found in its share of the compartment alone: the factor by which that is counted,
    /// ` * C_max / (C_total + cell)`.
    String concentrated() {
        return room == Room.CELLS ? "" : " * C_max / (" + cancerCells + " + cell)";
    }
}
