package org.immunarium.tissue.physicell;

import java.util.List;
import java.util.Optional;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Signal;
import org.immunarium.tissue.model.Vocabulary;

/// The names of a project in their order, and what its cells can sense and do.
record Names(
        List<String> substances,
        List<String> types,
        List<String> variables,
        Vocabulary<Signal> signals,
        Vocabulary<Behaviour> behaviours) {

    Names(List<String> substances, List<String> types, List<String> variables) {
        this(
                substances,
                types,
                variables,
                Vocabulary.ofSignals(substances, types, variables, Optional.empty()),
                Vocabulary.ofBehaviours(substances, types, variables, Optional.empty()));
    }
}
