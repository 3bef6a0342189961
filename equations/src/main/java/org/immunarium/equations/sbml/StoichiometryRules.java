package org.immunarium.equations.sbml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.Model.AssignmentRule;
import org.immunarium.equations.model.Model.Reaction;
import org.immunarium.equations.model.Model.Rule;
import org.immunarium.equations.model.Model.SpeciesReference;

/// Says formulas for stoichiometries, which level 2 has inside reactions, as assignment rules of level 3.
final class StoichiometryRules {

    private final Set<String> ids = new HashSet<>();
    private final List<Rule> rules = new ArrayList<>();

    private StoichiometryRules(Model model) {
        model.compartments().forEach(c -> ids.add(c.id()));
        model.species().forEach(s -> ids.add(s.id()));
        model.parameters().forEach(p -> ids.add(p.id()));
        model.functions().forEach(f -> ids.add(f.id()));
        model.events().forEach(e -> ids.add(e.id()));
        for (Reaction reaction : model.reactions()) {
            ids.add(reaction.id());
            reaction.reactants().forEach(r -> ids.add(r.id()));
            reaction.products().forEach(r -> ids.add(r.id()));
        }
        rules.addAll(model.rules());
    }

    /// The model without formulas in species references; the same model if it has none.
    static Model written(Model model) {
        boolean any = model.reactions().stream()
                .anyMatch(r -> r.reactants().stream()
                                .anyMatch(s -> s.stoichiometryMath().isPresent())
                        || r.products().stream()
                                .anyMatch(s -> s.stoichiometryMath().isPresent()));
        if (!any) {
            return model;
        }
        StoichiometryRules rules = new StoichiometryRules(model);
        List<Reaction> reactions =
                model.reactions().stream().map(rules::reaction).toList();
        return model.withRules(List.copyOf(rules.rules)).withReactions(reactions);
    }

    private Reaction reaction(Reaction reaction) {
        return new Reaction(
                reaction.id(),
                reaction.name(),
                reaction.reversible(),
                reaction.fast(),
                reaction.compartment(),
                reaction.reactants().stream().map(r -> reference(reaction, r)).toList(),
                reaction.products().stream().map(r -> reference(reaction, r)).toList(),
                reaction.modifiers(),
                reaction.localParameters(),
                reaction.rate());
    }

    private SpeciesReference reference(Reaction reaction, SpeciesReference reference) {
        if (reference.stoichiometryMath().isEmpty()) {
            return reference;
        }
        String id = reference.id().isEmpty() ? free(reaction.id() + "_" + reference.species()) : reference.id();
        rules.add(new AssignmentRule(id, reference.stoichiometryMath().get()));
        return new SpeciesReference(id, reference.species(), Double.NaN, Optional.empty(), false);
    }

    private String free(String wanted) {
        String id = wanted;
        for (int i = 2; !ids.add(id); i++) {
            id = wanted + "_" + i;
        }
        return id;
    }
}
