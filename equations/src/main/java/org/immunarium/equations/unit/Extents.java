package org.immunarium.equations.unit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.Model.Reaction;
import org.immunarium.equations.model.Model.Species;
import org.immunarium.equations.model.Model.SpeciesReference;
import org.immunarium.units.Unit;

/// In which unit each reaction of a model counts how often it has happened.
record Extents(Model model, DeclaredUnits units) {

    /// The unit of a reaction's extent: that of the first of its species whose unit is known, or the model's own where
    /// a parameter of the model converts extents.
    Optional<Unit> of(Reaction reaction) {
        boolean converts = model.conversionFactor().isPresent()
                || references(reaction)
                        .anyMatch(each -> conversionFactor(each.species()).isPresent());
        if (converts && units.extent().isPresent()) {
            return units.extent();
        }
        return references(reaction)
                .map(each -> units.amountOf(each.species()))
                .flatMap(Optional::stream)
                .findFirst()
                .or(units::extent);
    }

    /// The parameter that turns an extent into an amount of a species, where there is one.
    Optional<String> conversionFactor(String species) {
        return model.species().stream()
                .filter(each -> each.id().equals(species))
                .findFirst()
                .flatMap(Species::conversionFactor)
                .or(model::conversionFactor);
    }

    private static Stream<SpeciesReference> references(Reaction reaction) {
        return Stream.of(reaction.reactants(), reaction.products()).flatMap(List::stream);
    }
}
