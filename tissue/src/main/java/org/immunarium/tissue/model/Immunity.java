package org.immunarium.tissue.model;

import java.util.List;

/// What cells of a tissue tell each other apart by, and what comes into it from the rest of the body.
///
/// @param antigens    names of what cells carry and others recognise
/// @param drugs       what the blood brings, as much everywhere in the tissue
/// @param actions     what drugs, and bodies that are dissolved in the tissue, do to cells
/// @param vessels     where cells come in and leave
/// @param supplies    drugs that seep from vessels into the tissue
/// @param recruitment cells that come in by themselves
/// @param priming     cells that come in because dendritic cells have called them
public record Immunity(
        List<String> antigens,
        List<Drug> drugs,
        List<Action> actions,
        List<Vessel> vessels,
        List<Supply> supplies,
        List<Recruitment> recruitment,
        List<Priming> priming) {

    /// With the words of immunity, and nothing else yet.
    public static final Immunity BARE =
            new Immunity(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
}
