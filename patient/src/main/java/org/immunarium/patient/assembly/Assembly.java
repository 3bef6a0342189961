package org.immunarium.patient.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expressions;
import org.immunarium.equations.expression.Formula;
import org.immunarium.equations.expression.FormulaException;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.model.ModelCheck;
import org.immunarium.equations.unit.UnitConversion;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// A patient that is being put together: mechanisms add what there is and what happens, in any order.
///
/// Units are those that papers use, side by side; [#build] brings them together. Time is in days.
public final class Assembly {

    private static final String TIME = "d";

    private final String id;
    private final String title;
    private final ParameterTable values;
    private final Vocabulary vocabulary;
    private final ModelBuilder builder;
    private final Map<String, String> compartments = new LinkedHashMap<>();
    private final Map<String, String> speciesSaid = new LinkedHashMap<>();
    private final Set<String> declared = new LinkedHashSet<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Map<String, List<String>> sums = new LinkedHashMap<>();
    private final Map<String, String> starts = new LinkedHashMap<>();
    private final Map<String, List<String>> contributions = new LinkedHashMap<>();
    private final Set<String> summed = new LinkedHashSet<>();
    private final List<Runnable> formulas = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> rows = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> started = new LinkedHashSet<>();
    private final Set<String> translated = new LinkedHashSet<>();

    private Assembly(String id, String title, ParameterTable values, Vocabulary vocabulary) {
        this.id = id;
        this.title = title;
        this.values = values;
        this.vocabulary = vocabulary;
        builder = ModelBuilder.of(id, title).units(TIME, "cells", "L");
    }

    /// A patient of whom nothing has been said but the values.
    ///
    /// @param id     of the model, as in SBML
    /// @param title  what it is called, for people
    /// @param values of parameters, sizes and starts
    public static Assembly of(String id, String title, ParameterTable values) {
        return of(id, title, values, Vocabulary.OWN);
    }

    /// The same, in the words of a paper.
    ///
    /// @param vocabulary what the paper calls things; values go by these names too
    public static Assembly of(String id, String title, ParameterTable values, Vocabulary vocabulary) {
        return new Assembly(id, title, values, vocabulary);
    }

    /// Adds mechanisms.
    public Assembly add(Mechanism... mechanisms) {
        for (Mechanism mechanism : mechanisms) {
            mechanism.addTo(this);
        }
        return this;
    }

    /// What one mechanism writes, that is about the whole patient.
    public Part part() {
        return part(Names.none());
    }

    /// What one mechanism writes.
    ///
    /// @param names what its placeholders stand for
    public Part part(Names names) {
        return new Part(this, names);
    }

    String translated(String formula) {
        return vocabulary.translate(formula, translated::add);
    }

    void compartment(String compartment, String meaning, String unit) {
        if (claim(compartment)) {
            compartments.put(compartment, unit);
            formulas.add(() -> {
                Optional<KnownValue> size = row(compartment);
                if (size.isEmpty()) {
                    problem(compartment, "the table has no size for this compartment");
                } else if (size.get().isNumber()) {
                    builder.compartment(compartment, meaning, in(size.get(), unit), unit);
                } else {
                    builder.compartment(compartment, meaning, Double.NaN, unit)
                            .initially(
                                    compartment, checked(compartment, size.get().value()));
                }
            });
        }
    }

    void filled(String compartment, String meaning, String unit) {
        if (claim(compartment)) {
            compartments.put(compartment, unit);
            summed.add(compartment);
            formulas.add(() -> builder.compartment(compartment, meaning, Double.NaN, unit)
                    .assignment(compartment, checked(compartment, terms(compartment))));
        }
    }

    void species(String name, String meaning, String unit, boolean amount) {
        String compartment = name.substring(0, Math.max(0, name.indexOf('.')));
        if (compartment.isEmpty()) {
            problem(name, "a species is named with its compartment, as in V_T.C1");
            return;
        }
        String species = Names.ids(name);
        String said = meaning + " in " + unit + (amount ? "" : ", concentration");
        if (!said.equals(speciesSaid.putIfAbsent(species, said)) && claim(species)) {
            formulas.add(() -> species(name, species, compartment, meaning, unit, amount));
        }
    }

    private void species(String name, String species, String compartment, String meaning, String unit, boolean amount) {
        String place = compartments.get(compartment);
        if (place == null) {
            problem(name, "there is no compartment \"" + compartment + "\"");
            return;
        }
        Optional<KnownValue> start = started.contains(species) ? Optional.empty() : row(name);
        boolean isNumber = start.isPresent() && start.get().isNumber();
        double value = isNumber ? in(start.orElseThrow(), amount ? unit : unit + "/" + place) : 0;
        if (amount) {
            builder.amount(species, meaning, compartment, value, unit);
        } else {
            builder.concentration(species, meaning, compartment, value, unit);
        }
        if (start.isPresent() && !isNumber) {
            builder.initially(species, checked(name, start.get().value()));
        }
    }

    void held(String name, String meaning, String unit, String formula) {
        started.add(Names.ids(name));
        species(name, meaning, unit, true);
        formulas.add(() -> builder.assignment(Names.ids(name), checked(name, formula)));
    }

    void assigned(String assigned, String meaning, String unit, String formula) {
        if (claim(assigned)) {
            formulas.add(() -> builder.assigned(assigned, meaning, unit, checked(assigned, formula)));
        }
    }

    void sum(String sum, String meaning, String unit) {
        if (summed.add(sum) && claim(sum)) {
            formulas.add(() -> builder.assigned(sum, meaning, unit, checked(sum, terms(sum))));
        }
    }

    private String terms(String sum) {
        List<String> all = new ArrayList<>(sums.getOrDefault(sum, List.of()));
        all.addAll(contributions.getOrDefault(sum, List.of()));
        return all.isEmpty() ? "0" : String.join(" + ", all);
    }

    void term(String sum, String formula) {
        sums.computeIfAbsent(sum, _ -> new ArrayList<>()).add(formula);
    }

    void contribute(String sum, String formula) {
        contributions.computeIfAbsent(sum, _ -> new ArrayList<>()).add(formula);
    }

    void initially(String what, String formula) {
        String species = Names.ids(what);
        started.add(species);
        if (!formula.equals(starts.put(species, formula))) {
            formulas.add(() -> builder.initially(species, checked("the start of " + what, formula)));
        }
    }

    void reaction(String name, String equation, String rate) {
        String reaction = idOf(name);
        formulas.add(() -> {
            ReactionEquation sides;
            try {
                sides = ReactionEquation.parse(equation);
            } catch (IllegalArgumentException e) {
                problem(name, String.valueOf(e.getMessage()));
                return;
            }
            sides.species().forEach(each -> {
                if (!declared.contains(each)) {
                    problem(name, "nothing declares \"" + each + "\" of " + equation);
                }
            });
            builder.reaction(reaction, name, sides.takes(), sides.gives(), checked(name, rate));
        });
    }

    void event(String name, String trigger, String variable, String formula) {
        String event = idOf(name);
        formulas.add(
                () -> builder.event(event, name, checked(name, trigger), Names.ids(variable), checked(name, formula)));
    }

    void moment(String name, String trigger) {
        String event = idOf(name);
        formulas.add(() -> builder.moment(event, name, checked(name, trigger)));
    }

    /// The equations, whole and with their units brought together; once for an assembly.
    ///
    /// @throws InvalidInputException with everything that is missing or does not fit
    public Model build() {
        sums.forEach((sum, terms) -> {
            if (!summed.contains(sum)) {
                problem(sum, "no mechanism declares this sum, to which " + String.join(", ", terms) + " are added");
            }
        });
        vocabulary.names().stream()
                .filter(name -> !translated.contains(name))
                .forEach(name -> problem(name, "the vocabulary translates this, and no mechanism says it"));
        formulas.forEach(Runnable::run);
        parameters();
        values.values().stream()
                .map(KnownValue::name)
                .filter(name -> !rows.contains(name) && !values.isOffered(name))
                .forEach(name -> problem(name, "nothing in this patient uses this row of its table"));
        refuse(problems);
        Model model = builder.build();
        ModelCheck.Origin origin = ModelCheck.Origin.of(id);
        refuse(ModelCheck.problems(model, origin));
        UnitConversion.Result converted = UnitConversion.convert(model, origin);
        refuse(converted.notices());
        return converted.model();
    }

    /// Those of its values that its equations use, after [#build].
    public ParameterTable used() {
        return values.only(rows);
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /// Declares all symbols that formulas use and no mechanism declares: values of the table, which may use others.
    private void parameters() {
        List<String> open = new ArrayList<>(used);
        for (int i = 0; i < open.size(); i++) {
            String symbol = open.get(i);
            if (!declared.add(symbol)) {
                continue;
            }
            Optional<KnownValue> known = row(symbol);
            if (known.isEmpty()) {
                problem(symbol, "no mechanism declares this, and the table of values has no such row");
            } else if (known.get().isNumber()) {
                builder.parameter(
                        symbol,
                        known.get().meaning(),
                        known.get().number(),
                        known.get().unit().toString());
            } else {
                builder.parameter(
                                symbol,
                                known.get().meaning(),
                                Double.NaN,
                                known.get().unit().toString())
                        .initially(symbol, checked(symbol, known.get().value()));
                used.stream().filter(each -> !open.contains(each)).forEach(open::add);
            }
        }
    }

    /// A value in a unit.
    private double in(KnownValue value, String unit) {
        Unit wanted = Unit.parse(unit);
        if (!value.unit().convertsTo(wanted)) {
            problem(value.name(), "is in " + value.unit() + " in the table, expected " + wanted);
            return Double.NaN;
        }
        return new Quantity(value.number(), value.unit()).in(wanted);
    }

    private Optional<KnownValue> row(String name) {
        Optional<KnownValue> found = values.find(name);
        found.ifPresent(each -> rows.add(name));
        return found;
    }

    /// A formula with ids in place of dotted names, whose symbols are now used.
    private String checked(String what, String formula) {
        String written = Names.ids(formula);
        try {
            visitSymbols(Formula.parse(written), used::add);
            return written;
        } catch (FormulaException e) {
            problem(what, written + ": " + e.reason());
            return "0";
        }
    }

    private static void visitSymbols(Expression formula, Consumer<String> visitor) {
        Expressions.visit(formula, part -> {
            if (part instanceof Expression.Symbol(String name)) {
                visitor.accept(name);
            }
        });
    }

    private boolean claim(String symbol) {
        boolean first = declared.add(symbol);
        if (!first) {
            problem(symbol, "is declared twice");
        }
        return first;
    }

    /// The id of what happens, made of its name: `Growth of C1` as `growth_of_C1`. What happens twice is a
    /// mechanism that was added twice, whose rates would double without a word.
    private String idOf(String name) {
        String words = Names.ids(name).replaceAll("\\W+", "_").replaceAll("^_|_$", "");
        String id = words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
        if (!names.add(id)) {
            problem(name, "happens twice: what has it was added twice, or is not for more than one");
            return id + "_" + problems.size();
        }
        return id;
    }

    private void problem(String what, String message) {
        problems.add(Problem.of(title, what + ": " + message));
    }
}
