package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expressions;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.unit.DeclaredUnits;
import org.immunarium.patient.assembly.KnownValue;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.SolidCancer;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// All values of a shipped model of a patient, in rows.
public final class ModelValues {

    private final PublishedModel published;
    private final Model model;
    private final ModelNames names;
    private final DeclaredUnits units;
    private final Optional<ParameterTable> evidence;
    private final Map<String, Set<String>> uses = new LinkedHashMap<>();

    private ModelValues(PublishedModel published) {
        this.published = published;
        this.model = published.model();
        this.names = new ModelNames(model);
        this.units = new DeclaredUnits(model);
        this.evidence = published.evidence();
        readUses();
    }

    /// Rows of the table of values of a patient of our own making, then those of further clones, tumours and
    /// treatments; then parameters that no table tells of.
    public static List<ModelValue> of(PublishedModel published) {
        return new ModelValues(published).all();
    }

    private List<ModelValue> all() {
        List<ModelValue> rows = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        List<ParameterTable> tables = new ArrayList<>();
        evidence.ifPresent(tables::add);
        SolidCancer.find(published.name()).map(SolidCancer::furtherValues).ifPresent(tables::add);
        for (ParameterTable table : tables) {
            for (KnownValue each : table.values()) {
                if (told.add(each.name())) {
                    rows.add(row(each));
                }
            }
        }
        Map<String, String> derived = ModelInWords.derived(model);
        for (Model.Parameter each : model.parameters()) {
            if (told.add(names.of(each.id()))) {
                rows.add(row(each, Optional.ofNullable(derived.get(each.id()))));
            }
        }
        return rows;
    }

    private ModelValue row(KnownValue value) {
        String unit = value.share()
                ? KnownValue.SHARE
                : value.unit().equals(Unit.ONE) ? "1" : value.unit().toString();
        return new ModelValue(
                value.name(),
                value.value(),
                unit,
                value.meaning(),
                value.certainty().words(),
                value.source(),
                value.note(),
                usedIn(value.name()));
    }

    private ModelValue row(Model.Parameter parameter, Optional<String> formula) {
        String label = names.of(parameter.id());
        boolean ruled = model.rules().stream().anyMatch(each -> isOf(each, parameter.id()));
        boolean own = evidence.isPresent();
        String value = formula.orElseGet(
                () -> Double.isNaN(parameter.value()) || ruled ? "" : Quantity.number(parameter.value()));
        String certainty = ruled || formula.isPresent() ? "calculated from others" : own ? "" : "published";
        return new ModelValue(
                label,
                value,
                units.text(parameter.id()),
                parameter.name().equals(parameter.id()) || parameter.name().equals(label) ? "" : parameter.name(),
                certainty,
                own ? "" : published.citation(),
                "",
                usedIn(label));
    }

    private static boolean isOf(Model.Rule rule, String id) {
        return switch (rule) {
            case Model.AssignmentRule(String variable, var _) -> variable.equals(id);
            case Model.RateRule(String variable, var _) -> variable.equals(id);
            case Model.AlgebraicRule _ -> false;
        };
    }

    private List<String> usedIn(String label) {
        return List.copyOf(uses.getOrDefault(label, Set.of()));
    }

    private void readUses() {
        for (Model.Rule rule : model.rules()) {
            switch (rule) {
                case Model.AssignmentRule(String variable, Expression value) -> uses(value, names.of(variable));
                case Model.RateRule(String variable, Expression rate) -> uses(rate, names.of(variable) + "'");
                case Model.AlgebraicRule(Expression value) -> uses(value, "an equation that is 0");
            }
        }
        for (Model.Reaction each : model.reactions()) {
            each.rate().ifPresent(rate -> uses(rate, reaction(each)));
        }
        model.initialAssignments().forEach(each -> uses(each.value(), names.of(each.symbol()) + " at the start"));
        for (Model.Event event : model.events()) {
            String heading = "event " + names.of(event.id(), event.name());
            uses(event.trigger(), heading);
            event.assignments().forEach(each -> uses(each.value(), heading));
        }
    }

    /// A reaction by what it changes: ids of reactions say little.
    private String reaction(Model.Reaction reaction) {
        return side(reaction.reactants()) + " → " + side(reaction.products());
    }

    private String side(List<Model.SpeciesReference> references) {
        return references.isEmpty()
                ? "nothing"
                : references.stream()
                        .map(each -> names.of(each.species()))
                        .distinct()
                        .reduce((a, b) -> a + " + " + b)
                        .orElse("");
    }

    private void uses(Expression expression, String where) {
        Expressions.symbols(expression)
                .forEach(id -> uses.computeIfAbsent(names.of(id), _ -> new LinkedHashSet<>())
                        .add(where));
    }
}
