package org.immunarium.study.patient;

import static org.immunarium.study.Words.count;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.unit.DeclaredUnits;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.study.Words;
import org.immunarium.units.Quantity;

/// A model for people to read: what is in it, where it starts, its equations, reactions and events.
public final class ModelInWords {

    private ModelInWords() {}

    /// Formulas of the parameters that follow from others at the start, by id.
    static Map<String, String> derived(Model model) {
        Set<String> parameters =
                model.parameters().stream().map(Model.Parameter::id).collect(Collectors.toSet());
        List<Model.InitialAssignment> all = model.initialAssignments().stream()
                .filter(each -> parameters.contains(each.symbol()))
                .toList();
        if (all.isEmpty()) {
            return Map.of();
        }
        ModelNames names = new ModelNames(model);
        Map<String, String> derived = new LinkedHashMap<>();
        all.forEach(each -> derived.put(each.symbol(), "= " + names.formula(each.value())));
        return derived;
    }

    /// Where each drug enters, as the model's tables call it.
    public static Map<String, String> entries(PublishedModel published) {
        ModelNames names = new ModelNames(published.model());
        Map<String, String> entries = new LinkedHashMap<>();
        published.targets().forEach((drug, target) -> entries.put(drug, names.of(target.into())));
        return entries;
    }

    /// The model with its parameters, in lines.
    public static String of(Model model) {
        return of(model, "Parameters:");
    }

    /// As [#of(Model)], of a model whose parameters are all of one source.
    ///
    /// @param heading of the parameters
    public static String of(Model model, String heading) {
        Words words = new Words().add(withoutParameters(model));
        ModelNames names = new ModelNames(model);
        DeclaredUnits units = new DeclaredUnits(model);
        Map<String, String> derived = derived(model);
        return words.list(
                        heading,
                        model.parameters(),
                        each -> names.of(each.id(), each.name())
                                + (derived.containsKey(each.id())
                                        ? " " + derived.get(each.id())
                                        : Double.isNaN(each.value()) ? "" : ": " + Quantity.number(each.value()))
                                + unit(units.text(each.id())))
                .toString();
    }

    private static String unit(String text) {
        return text.isEmpty() || text.equals("1") ? "" : " " + text;
    }

    /// The model in lines, without its parameters.
    public static String withoutParameters(Model model) {
        ModelNames names = new ModelNames(model);
        DeclaredUnits units = new DeclaredUnits(model);
        Words words = new Words();
        words.line("It has " + count(model.species().size(), "species", "species") + " in "
                + count(model.compartments().size(), "compartment", "compartments") + ", "
                + count(model.parameters().size(), "parameter", "parameters") + ", "
                + count(model.reactions().size(), "reaction", "reactions") + ", "
                + count(model.rules().size(), "rule", "rules") + " and "
                + count(model.events().size(), "event", "events") + ".");
        words.list(
                "Species and where they start:",
                model.species(),
                each -> names.of(each.id(), each.name()) + " in " + names.of(each.compartment())
                        + start(each, model, names, units));
        words.list("Equations:", model.rules(), each -> equation(each, names));
        words.list(
                "Reactions:",
                model.reactions(),
                each -> names.heading(each.id(), each.name())
                        + side(each.reactants(), names) + " → " + side(each.products(), names)
                        + each.rate()
                                .map(rate -> "   at " + names.formula(rate, each.id()))
                                .orElse(""));
        words.list(
                "Events:",
                model.events(),
                each -> names.heading(each.id(), each.name()) + "when "
                        + names.formula(each.trigger()) + ", "
                        + each.assignments().stream()
                                .map(a -> names.of(a.variable()) + " becomes " + names.formula(a.value()))
                                .collect(Collectors.joining(", ")));
        return words.toString();
    }

    /// Where a species starts: at the value of a formula, where it has one, else at a number; with its unit.
    private static String start(Model.Species species, Model model, ModelNames names, DeclaredUnits units) {
        Optional<String> formula = model.initialAssignments().stream()
                .filter(each -> each.symbol().equals(species.id()))
                .findFirst()
                .map(each -> " = " + names.formula(each.value()) + in(units.text(species.id())));
        return formula.orElseGet(() -> Double.isNaN(species.initial())
                ? ""
                : ": " + Quantity.number(species.initial()) + unit(startUnit(species, units)));
    }

    /// Of a number: as people write it, an amount or a concentration; empty where the model leaves it open.
    private static String startUnit(Model.Species species, DeclaredUnits units) {
        if (species.initialIsAmount()) {
            return units.amountText(species.id());
        }
        if (!species.hasOnlySubstanceUnits()) {
            return units.text(species.id());
        }
        String amount = units.amountText(species.id());
        String size = units.text(species.compartment());
        return amount.isEmpty() || size.isEmpty()
                ? ""
                : amount + "/" + (size.matches("\\w+") ? size : "(" + size + ")");
    }

    private static String in(String unit) {
        return unit.isEmpty() || unit.equals("1") ? "" : ", in " + unit;
    }

    /// What a quantity is at the start, or by what it is determined, in a line; empty of what has neither.
    ///
    /// @param id of a parameter, a species or a compartment
    static Optional<String> value(Model model, String id) {
        ModelNames names = new ModelNames(model);
        DeclaredUnits units = new DeclaredUnits(model);
        Optional<String> rule = model.rules().stream()
                .filter(each -> each instanceof Model.AssignmentRule assignment
                        && assignment.variable().equals(id))
                .findFirst()
                .map(each -> equation(each, names) + in(units.text(id)) + ", at all times");
        Optional<String> formula = model.initialAssignments().stream()
                .filter(each -> each.symbol().equals(id))
                .findFirst()
                .map(each ->
                        names.of(id) + " = " + names.formula(each.value()) + in(units.text(id)) + ", at the start");
        return rule.or(() -> formula)
                .or(() -> model.parameters().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .map(each -> number(names.of(id, each.name()), each.value(), units.text(id))))
                .or(() -> model.species().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .map(each -> number(names.of(id, each.name()), each.initial(), startUnit(each, units))
                                + " at the start"))
                .or(() -> model.compartments().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .map(each -> number(names.of(id, each.name()), each.size(), units.text(id))));
    }

    private static String number(String name, double value, String unit) {
        return name
                + (Double.isNaN(value) ? " has no value" : " = " + Quantity.number(value))
                + (unit.equals("1") ? " (a plain number)" : unit(unit));
    }

    private static String equation(Model.Rule rule, ModelNames names) {
        return switch (rule) {
            case Model.AssignmentRule(String variable, var value) -> names.of(variable) + " = " + names.formula(value);
            case Model.RateRule(String variable, var rate) -> names.of(variable) + "' = " + names.formula(rate);
            case Model.AlgebraicRule(var value) -> "0 = " + names.formula(value);
        };
    }

    private static String side(List<Model.SpeciesReference> references, ModelNames names) {
        return references.isEmpty()
                ? "nothing"
                : references.stream()
                        .map(r -> (r.stoichiometry() == 1 || Double.isNaN(r.stoichiometry())
                                        ? ""
                                        : Quantity.number(r.stoichiometry()) + " ")
                                + names.of(r.species()))
                        .collect(Collectors.joining(" + "));
    }
}
