package org.immunarium.equations.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.Model.Compartment;
import org.immunarium.equations.model.Model.Parameter;
import org.immunarium.equations.model.Model.Reaction;
import org.immunarium.equations.model.Model.Species;
import org.immunarium.equations.model.Model.SpeciesReference;
import org.immunarium.equations.model.Model.UnitDefinition;
import org.immunarium.equations.model.Model.UnitFactor;
import org.immunarium.equations.model.UnitKinds;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;
import org.jspecify.annotations.Nullable;

/// The units that a model declares for its quantities, defaults included; empty where they are left open.
public final class DeclaredUnits {

    private final Model model;
    private final Map<String, UnitDefinition> definitions = new HashMap<>();
    private final Map<String, Optional<Unit>> resolved = new HashMap<>();
    private final Map<String, Compartment> compartments = new HashMap<>();
    private final Map<String, Species> species = new HashMap<>();
    private final Map<String, Parameter> parameters = new HashMap<>();
    private final Map<String, Optional<Unit>> symbols = new LinkedHashMap<>();

    public DeclaredUnits(Model model) {
        this.model = model;
        model.unitDefinitions().forEach(d -> definitions.put(d.id(), d));
        model.compartments().forEach(c -> compartments.put(c.id(), c));
        model.species().forEach(s -> species.put(s.id(), s));
        model.parameters().forEach(p -> parameters.put(p.id(), p));
        model.compartments().forEach(c -> symbols.put(c.id(), size(c)));
        model.species().forEach(s -> symbols.put(s.id(), species(s)));
        model.parameters().forEach(p -> symbols.put(p.id(), parameter(p)));
        model.reactions().forEach(r -> symbols.put(r.id(), over(extent(), time())));
        for (Reaction reaction : model.reactions()) {
            List<SpeciesReference> references = new ArrayList<>(reaction.reactants());
            references.addAll(reaction.products());
            references.stream().filter(r -> !r.id().isEmpty()).forEach(r -> symbols.put(r.id(), Optional.of(Unit.ONE)));
        }
    }

    /// The unit of a symbol in the model's mathematics; of a species that is its amount's, or its
    /// concentration's, as the species says.
    public Optional<Unit> of(String symbol) {
        return symbols.getOrDefault(symbol, Optional.empty());
    }

    /// The unit of a species' amount.
    public Optional<Unit> amountOf(String species) {
        Species found = this.species.get(species);
        return found == null ? Optional.empty() : amount(found);
    }

    /// The unit of the model's time.
    public Optional<Unit> time() {
        return model.units().time().flatMap(this::resolve);
    }

    /// The unit of extents of reactions.
    public Optional<Unit> extent() {
        return model.units().extent().flatMap(this::resolve);
    }

    /// Everything in the model that has a unit, in the model's order.
    Set<String> symbols() {
        return symbols.keySet();
    }

    /// The unit of a symbol as people read it: by the name that the model gives it, where it gives one.
    public String text(String symbol) {
        Optional<String> named = Optional.empty();
        Species found = species.get(symbol);
        if (found != null) {
            Optional<String> amount =
                    name(found.substanceUnit().or(() -> model.units().substance()));
            Optional<String> size = name(sizeUnit(compartments.get(found.compartment())));
            named = found.hasOnlySubstanceUnits()
                    ? amount
                    : amount.flatMap(a -> size.map(s -> a + "/" + (s.matches("\\w+") ? s : "(" + s + ")")));
        } else if (compartments.containsKey(symbol)) {
            named = name(sizeUnit(compartments.get(symbol)));
        } else {
            named = Optional.ofNullable(parameters.get(symbol)).flatMap(p -> name(p.unit()));
        }
        return named.or(() -> of(symbol).map(Unit::toString)).orElse("");
    }

    /// The unit of a species' amount as people read it.
    public String amountText(String species) {
        Optional<String> named = Optional.ofNullable(this.species.get(species))
                .flatMap(found ->
                        name(found.substanceUnit().or(() -> model.units().substance())));
        return named.or(() -> amountOf(species).map(Unit::toString)).orElse("");
    }

    private Optional<String> name(Optional<String> unit) {
        return unit.flatMap(u -> Optional.ofNullable(definitions.get(u))
                .map(UnitDefinition::name)
                .or(() -> Optional.of(u).filter(UnitKinds.ALL::contains).filter(k -> !k.equals("dimensionless")))
                .filter(n -> !n.isEmpty()));
    }

    Optional<Unit> parameter(Parameter parameter) {
        return parameter.unit().flatMap(this::resolve);
    }

    private Optional<Unit> amount(Species species) {
        return species.substanceUnit().or(() -> model.units().substance()).flatMap(this::resolve);
    }

    private Optional<Unit> species(Species species) {
        Compartment compartment = compartments.get(species.compartment());
        if (species.hasOnlySubstanceUnits() || compartment == null || compartment.dimensions() == 0) {
            return amount(species);
        }
        return over(amount(species), size(compartment));
    }

    private Optional<Unit> size(Compartment compartment) {
        return compartment.dimensions() == 0
                ? Optional.of(Unit.ONE)
                : sizeUnit(compartment).flatMap(this::resolve);
    }

    private Optional<String> sizeUnit(@Nullable Compartment compartment) {
        if (compartment == null) {
            return Optional.empty();
        }
        return compartment.unit().or(() -> model.units().ofSize(compartment.dimensions()));
    }

    /// A quotient of units; open where one is open, or where it is no unit that anybody means (a second to the 200th).
    static Optional<Unit> over(Optional<Unit> one, Optional<Unit> other) {
        return meant(() -> one.isPresent() && other.isPresent() ? one.get().over(other.get()) : null);
    }

    /// A product of units, open as [#over] is.
    static Optional<Unit> times(Optional<Unit> one, Optional<Unit> other) {
        return meant(() -> one.isPresent() && other.isPresent() ? one.get().times(other.get()) : null);
    }

    /// A power of a unit, open as [#over] is.
    static Optional<Unit> power(Optional<Unit> unit, Ratio exponent) {
        return meant(() -> unit.map(u -> u.pow(exponent)).orElse(null));
    }

    private static Optional<Unit> meant(Supplier<@Nullable Unit> unit) {
        try {
            return Optional.ofNullable(unit.get());
        } catch (UnitException e) {
            return Optional.empty();
        }
    }

    /// A unit by its id in the model or its name in SBML; empty where it is not known. Counted things are amounts
    /// (a cell is so many moles), as SimBiology relates them.
    Optional<Unit> resolve(String id) {
        Optional<Unit> known = resolved.get(id);
        if (known == null) {
            known = work(id);
            resolved.put(id, known);
        }
        return known;
    }

    private Optional<Unit> work(String id) {
        UnitDefinition definition = definitions.get(id);
        try {
            if (definition == null) {
                return Optional.of(factor(new UnitFactor(id, 1, 0, 1)));
            }
            Unit product = Unit.ONE;
            for (UnitFactor factor : definition.factors()) {
                product = product.times(factor(factor));
            }
            return Optional.of(product);
        } catch (UnitException e) {
            return Optional.empty();
        }
    }

    private static Unit factor(UnitFactor factor) {
        if (factor.kind().equals("avogadro")) {
            return Unit.sbml("dimensionless", factor.exponent(), factor.scale(), factor.multiplier() * 6.02214179e23);
        }
        return Unit.sbml(factor.kind(), factor.exponent(), factor.scale(), factor.multiplier())
                .withCountsAsAmounts();
    }
}
