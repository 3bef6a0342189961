package org.immunarium.tissue;

import java.util.List;
import org.immunarium.tissue.cell.Cause;

/// A cell that left a tissue alive while it was watched: what a metastasis, or a lymph node, gets.
///
/// @param time     min
/// @param way      [Cause#INTRAVASATION] or [Cause#EGRESS]
/// @param id       the cell
/// @param type     its number
/// @param cloneNumber of its clone; 0 where nothing has changed in it since the start
/// @param mhc      how much MHC-I it showed, from 0
/// @param antigens how much it had of each of the model's antigens
public record Departed(
        double time, Cause way, long id, int type, long cloneNumber, double mhc, List<Double> antigens) {}
