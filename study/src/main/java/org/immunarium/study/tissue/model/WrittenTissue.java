package org.immunarium.study.tissue.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.TissueModel;

/// A tissue as its file says it.
///
/// @param giving  how what is given to a patient comes into it
/// @param about   a paragraph; empty where there is none
/// @param sources of the whole
/// @param values  where single values are from, by their names: `tumor.oxygen uptake`, `oxygen.decay`,
///                or of all of a type or substance: `tumor`
/// @param said    the names of all values that it says, those that are 0 too
public record WrittenTissue(
        TissueModel model,
        Beginning beginning,
        Giving giving,
        String about,
        List<String> sources,
        Map<String, String> values,
        Set<String> said) {}
