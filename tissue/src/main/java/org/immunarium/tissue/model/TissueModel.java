package org.immunarium.tissue.model;

import java.util.List;

/// What a tissue is made of, apart from where its cells are.
///
/// @param springs      whether cells attach to each other by themselves and attackers hold their targets
/// @param internalises whether what cells take up is counted
/// @param rules        all rules, in the order written
public record TissueModel(
        String title,
        Domain domain,
        TimeSteps steps,
        List<Substance> substances,
        List<CellType> types,
        List<Variable> variables,
        List<Rule> rules,
        boolean springs,
        boolean internalises) {

    /// All that its cells can sense.
    public Vocabulary<Signal> signals() {
        return Vocabulary.ofSignals(names(substances, Substance::name), names(types, CellType::name), variableNames());
    }

    /// All that its cells can do.
    public Vocabulary<Behaviour> behaviours() {
        return Vocabulary.ofBehaviours(
                names(substances, Substance::name), names(types, CellType::name), variableNames());
    }

    private List<String> variableNames() {
        return names(variables, Variable::name);
    }

    private static <T> List<String> names(List<T> of, java.util.function.Function<T, String> name) {
        return of.stream().map(name).toList();
    }
}
