package org.immunarium.patient.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.equations.system.Names;
import org.immunarium.equations.unit.Counts;
import org.immunarium.equations.unit.DeclaredUnits;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.units.BaseDimension;
import org.immunarium.units.Dimension;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// A model of a patient as it is used: compiled, with its quantities found by the names that people use, and their
/// units.
public final class PatientModel {

    private static final int MOST_HINTS = 4;

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private final String title;
    private final CompiledModel compiled;
    private final Optional<PublishedModel> published;
    private final DeclaredUnits units;
    private final Map<String, ModelQuantity> byId = new LinkedHashMap<>();
    private final Map<String, ModelQuantity> byName = new LinkedHashMap<>();
    private final Influence influence;
    private final boolean isLabelled;

    private PatientModel(String title, Model model, Optional<PublishedModel> published) {
        this.title = title;
        this.compiled = CompiledModel.compile(model);
        this.published = published;
        this.units = new DeclaredUnits(model);
        influence = new Influence(compiled.equations());
        index();
        isLabelled = byId.keySet().stream().anyMatch(id -> !label(id).equals(id));
    }

    /// Compiles a model.
    ///
    /// @param called what it is called where it has no name of its own
    /// @throws org.immunarium.units.InvalidInputException with everything that is wrong with it
    public static PatientModel of(Model model, String called) {
        return new PatientModel(model.name().isBlank() ? called : model.name(), model, Optional.empty());
    }

    /// Compiles a published model.
    ///
    /// @param model the model itself, perhaps with another unit of time
    public static PatientModel of(PublishedModel published, Model model) {
        return new PatientModel(published.title(), model, Optional.of(published));
    }

    public CompiledModel compiled() {
        return compiled;
    }

    public Model model() {
        return compiled.model();
    }

    public Optional<PublishedModel> published() {
        return published;
    }

    /// What bears on what in it.
    public Influence influence() {
        return influence;
    }

    public DeclaredUnits units() {
        return units;
    }

    /// What it is called, for people.
    public String title() {
        return title;
    }

    /// The quantity of this id, label or (unambiguous) name.
    public Optional<ModelQuantity> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// All names that [#find] knows, to suggest from.
    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /// What was probably meant by a name that [#find] does not know: `, did you mean "V_T.C1"?` where that is in a
    /// compartment and was named without it, or a name with few letters between; nothing where nothing is near.
    public String hint(String written) {
        List<String> inside = names().stream()
                .filter(name -> name.endsWith("." + written))
                .limit(MOST_HINTS)
                .map(name -> '"' + name + '"')
                .toList();
        return inside.isEmpty()
                ? NearMiss.hint(written, names())
                : ", did you mean " + String.join(" or ", inside) + "?";
    }

    /// How a quantity is called in tables.
    public String label(String id) {
        return compiled.column(Column.Request.of(id)).label();
    }

    /// Whether something can be added to it: not to what a rule determines.
    public boolean takesDoses(String id) {
        try {
            return !compiled.equations().dose(id).symbol().isEmpty();
        } catch (IllegalArgumentException determined) {
            return false;
        }
    }

    /// Whether nothing uses it: a parameter that no formula names.
    public boolean isIdle(ModelQuantity quantity) {
        return quantity.kind() == ModelQuantity.Kind.PARAMETER && !influence.isUsed(quantity.id());
    }

    /// Whether it can be set: what a rule determines cannot.
    public boolean canBeSet(String id) {
        return compiled.equations().start().forms().containsKey(id);
    }

    /// A value of a quantity in the model's unit; a plain number is in that unit already.
    ///
    /// @throws UnitException if it has a unit that does not fit, or the model declares none; cells do not fit moles
    public double value(String id, Quantity given) {
        Optional<Unit> unit = units.of(id);
        if (given.unit().equals(Unit.ONE)
                || unit.isEmpty() && given.unit().dimension().equals(Dimension.NONE)) {
            return given.value();
        }
        // What a table calls the unit, such as IU/L, may say more than SBML can of it.
        Optional<Unit> told = written(id);
        if (told.filter(each -> each.symbols().containsKey("cells")
                                && !given.unit().convertsTo(each))
                        .isPresent()
                && isInMoles(given.unit())) {
            throw new UnitException(given + " of what the model counts in " + told.get()
                    + ": cells are not parts of a mole; give cells, or a plain number, which is in the model's unit");
        }
        Optional<Unit> written = told.filter(given.unit()::convertsTo);
        if (unit.isPresent() && !converts(given.unit(), unit.get()) && written.isPresent()) {
            return given.in(written.get());
        }
        Unit own = unit.orElseThrow(() ->
                new UnitException("the model does not declare the unit of " + label(id) + "; give a plain number"));
        if (!converts(given.unit(), own) && !Counts.areTakenForMoles(given.unit(), own)) {
            throw new UnitException(expected(told.orElse(own)) + "; found " + given + " ("
                    + given.unit().dimension() + ")");
        }
        return inUnit(given, own);
    }

    /// What a value is expected to be in. Factors that nobody writes, such as how many moles a molecule is, are
    /// left
    /// out.
    private static String expected(Unit unit) {
        Unit readable = unit.scaledBy(Ratio.ONE.over(unit.number()));
        return readable.dimension().isNone()
                ? "a plain number was expected"
                : "a value in a unit such as " + readable + " (" + readable.dimension() + ") was expected";
    }

    private static boolean isInMoles(Unit unit) {
        return unit.dimension().exponent(BaseDimension.AMOUNT).signum() != 0;
    }

    private Optional<Unit> written(String id) {
        try {
            return Optional.of(Unit.parse(units.text(id)));
        } catch (UnitException e) {
            return Optional.empty();
        }
    }

    /// The unit of a column, as people write it; empty where the model leaves it open.
    public String unit(Column column) {
        return switch (column.meaning()) {
            case SYMBOL -> units.text(column.id());
            case AMOUNT -> units.amountOf(column.id()).map(Unit::toString).orElse("");
            case CONCENTRATION -> column.unit().orElse("");
        };
    }

    private static boolean converts(Unit given, Unit unit) {
        return given.convertsTo(unit) || given.withCountsAsAmounts().convertsTo(unit.withCountsAsAmounts());
    }

    /// The value in the model's unit; models count cells as amounts, as SBML's items.
    private static double inUnit(Quantity value, Unit unit) {
        if (Counts.areTakenForMoles(value.unit(), unit)) {
            throw new UnitException(value + " of what the model has in " + unit
                    + ": cells are not parts of a mole unless that is meant; give a plain number, which is in the"
                    + " model's unit");
        }
        return value.unit().convertsTo(unit)
                ? value.in(unit)
                : new Quantity(value.value(), value.unit().withCountsAsAmounts()).in(unit.withCountsAsAmounts());
    }

    /// An event of the model, as its tables call things: by its id, or, where ids are opaque, by its name or by
    /// what it sets.
    public String event(String idOrName) {
        if (!isLabelled) {
            return idOrName;
        }
        return model().events().stream()
                .filter(event -> event.id().equals(idOrName))
                .findFirst()
                .map(event -> event.name().isBlank()
                        ? "sets "
                                + event.assignments().stream()
                                        .map(each -> label(each.variable()))
                                        .collect(Collectors.joining(", "))
                        : event.name())
                .orElse(idOrName);
    }

    /// A failure told with the labels of tables in place of ids, and the unit of time.
    public NumericalFailure inWords(NumericalFailure failure) {
        String quantity = failure.quantity().isEmpty() ? "" : name(failure.quantity());
        String reason = QUOTED.matcher(failure.reason())
                .replaceAll(found -> Matcher.quoteReplacement("\"" + name(found.group(1)) + "\""));
        return new NumericalFailure(
                quantity, failure.time(), units.time().map(Object::toString).orElse(""), reason);
    }

    /// What a symbol of the equations is called: `amount:mw1e0d2f5c` is `Plasma.Drug`.
    private String name(String symbol) {
        String id = Names.plain(symbol);
        return byId.containsKey(id) ? label(id) : event(id);
    }

    private void index() {
        List<ModelQuantity> all = compiled.equations().quantities();
        all.forEach(q -> byId.put(q.id(), q));
        byName.putAll(byId);
        all.forEach(q -> byName.putIfAbsent(label(q.id()), q));
        Map<String, Integer> uses = new LinkedHashMap<>();
        all.forEach(q -> uses.merge(q.name(), 1, Integer::sum));
        for (ModelQuantity q : all) {
            if (!q.name().isEmpty() && uses.getOrDefault(q.name(), 0) == 1) {
                byName.putIfAbsent(q.name(), q);
            }
            String name = q.name().isEmpty() ? q.id() : q.name();
            q.compartment().ifPresent(c -> byName.putIfAbsent(compartmentName(c) + "." + name, q));
        }
    }

    /// A compartment's name where it has one, else its id.
    public String compartmentName(String id) {
        return model().compartments().stream()
                .filter(c -> c.id().equals(id) && !c.name().isEmpty())
                .map(Model.Compartment::name)
                .findFirst()
                .orElse(id);
    }
}
