package org.immunarium.therapy.drug;

import java.util.Optional;
import org.immunarium.units.Quantity;

/// One thing that is known of a drug.
///
/// @param parameter what
/// @param text      as the table has it: a word, or a number with its unit
/// @param quantity  the number with its unit, where it is one
/// @param certainty how sure it is
/// @param source    a citation with its doi; `-` for an assumption that has none
/// @param note      of whom or how it was measured, what is left out; may be empty
public record Fact(
        DrugParameter parameter,
        String text,
        Optional<Quantity> quantity,
        Certainty certainty,
        String source,
        String note) {}
