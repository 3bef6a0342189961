package org.immunarium.tissue.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a tissue is made of, apart from where its cells are.
///
/// @param springs      whether cells attach to each other by themselves and attackers hold
///     their targets
/// @param internalises whether what cells take up is counted
/// @param rules        all rules, in the order written
/// @param immunity     antigens, drugs and vessels; empty where the words of [Immunity] do not exist
public record TissueModel(
        String title,
        Domain domain,
        TimeSteps steps,
        List<Substance> substances,
        List<CellType> types,
        List<Variable> variables,
        List<Rule> rules,
        boolean springs,
        boolean internalises,
        Optional<Immunity> immunity) {

    /// All that its cells can sense.
    public Vocabulary<Signal> signals() {
        return Vocabulary.ofSignals(
                names(substances, Substance::name), names(types, CellType::name), variableNames(), immunity);
    }

    /// All that its cells can do.
    public Vocabulary<Behaviour> behaviours() {
        return Vocabulary.ofBehaviours(
                names(substances, Substance::name), names(types, CellType::name), variableNames(), immunity);
    }

    /// The unit of a signal or behaviour: `1` for a plain number.
    ///
    /// @param subject the number of the substance, variable or whatever else it is about
    public String unit(Word word, int subject) {
        String of = switch (word.subject()) {
            case SUBSTANCE -> substances.get(subject).unit();
            case VARIABLE -> variables.get(subject).unit();
            case DRUG -> immunity.orElseThrow().drugs().get(subject).unit();
            case CELL, TYPE, ANTIGEN -> "1";
        };
        // What follows is not to count as below the line.
        of = of.contains("/") && word.unit().startsWith("% ") ? "(" + of + ")" : of;
        String unit = of.equals("1")
                ? word.unit().replaceFirst("^% ?(?!/)", "").replace("%", "1")
                : word.unit().replace("%", of);
        return unit.isBlank() ? "1" : unit;
    }

    /// Why a rule has no effect, whatever its numbers; empty where it may have one.
    public Optional<String> idle(Rule rule) {
        return idle(signals(), rule.signal()).or(() -> idle(behaviours(), rule.behaviour()));
    }

    private static <W extends Enum<W> & Word> Optional<String> idle(Vocabulary<W> words, int place) {
        return words.word(place).idle().map(why -> "\"" + words.name(place) + "\" has no effect: " + why);
    }

    /// The same in another domain.
    public TissueModel withDomain(Domain other) {
        return new TissueModel(
                title, other, steps, substances, types, variables, rules, springs, internalises, immunity);
    }

    /// The same with other steps.
    public TissueModel withSteps(TimeSteps others) {
        return new TissueModel(
                title, domain, others, substances, types, variables, rules, springs, internalises, immunity);
    }

    /// The same with other substances.
    public TissueModel withSubstances(List<Substance> others) {
        return new TissueModel(title, domain, steps, others, types, variables, rules, springs, internalises, immunity);
    }

    /// The same with other custom variables.
    public TissueModel withVariables(List<Variable> others) {
        return new TissueModel(title, domain, steps, substances, types, others, rules, springs, internalises, immunity);
    }

    /// The same with other cell types.
    public TissueModel withTypes(List<CellType> others) {
        return new TissueModel(
                title, domain, steps, substances, others, variables, rules, springs, internalises, immunity);
    }

    /// The same with other rules.
    public TissueModel withRules(List<Rule> others) {
        return new TissueModel(
                title, domain, steps, substances, types, variables, others, springs, internalises, immunity);
    }

    /// The same with immunity, whose words exist from then on.
    public TissueModel withImmunity(Immunity other) {
        return new TissueModel(
                title, domain, steps, substances, types, variables, rules, springs, internalises, Optional.of(other));
    }

    private List<String> variableNames() {
        return names(variables, Variable::name);
    }

    private static <T> List<String> names(List<T> of, Function<T, String> name) {
        return of.stream().map(name).toList();
    }
}
