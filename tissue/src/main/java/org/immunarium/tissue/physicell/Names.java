package org.immunarium.tissue.physicell;

import java.util.List;
import java.util.Optional;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Signal;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variable;
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

    /// Those of a model.
    static Names of(TissueModel model) {
        return new Names(
                model.substances().stream().map(Substance::name).toList(),
                model.types().stream().map(CellType::name).toList(),
                model.variables().stream().map(Variable::name).toList(),
                model.signals(),
                model.behaviours());
    }
}
