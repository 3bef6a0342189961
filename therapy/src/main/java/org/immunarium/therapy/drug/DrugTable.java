package org.immunarium.therapy.drug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.immunarium.therapy.Delimiter;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.UnitException;

/// Reads a table of drugs: a row a fact, with the columns of [#HEADER].
public final class DrugTable {

    static final String HEADER = "drug,parameter,value,unit,certainty,source,note";

    private static final int COLUMNS = 7;

    private DrugTable() {}

    /// Reads a table.
    ///
    /// @param csv    after RFC 4180, with the columns of [#HEADER]
    /// @param source the file, for problems
    /// @throws InvalidInputException with all that is wrong in it
    public static List<Drug> parse(String csv, String source) {
        List<Problem> problems = new ArrayList<>();
        Map<String, List<Fact>> drugs = new LinkedHashMap<>();
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
            problems.add(Problem.at(source, 1, "the first line is not \"" + HEADER + "\""));
        }
        for (int i = 1; i < lines.size(); i++) {
            int line = i + 1;
            Consumer<String> wrong = message -> problems.add(Problem.at(source, line, message));
            Delimiter.COMMA.cells(lines.get(i), wrong).ifPresent(cells -> {
                if (cells.size() != COLUMNS) {
                    wrong.accept(cells.size() + " cells, expected " + COLUMNS);
                } else if (cells.getFirst().isBlank()) {
                    wrong.accept("the name of a drug is expected in every row");
                } else {
                    List<Fact> known = drugs.computeIfAbsent(cells.getFirst(), _ -> new ArrayList<>());
                    fact(cells, known, wrong).ifPresent(known::add);
                }
            });
        }
        drugs.forEach((drug, facts) -> complete(drug, facts, message -> problems.add(Problem.of(source, message))));
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return drugs.entrySet().stream()
                .map(each -> new Drug(each.getKey(), each.getValue()))
                .toList();
    }

    private static Optional<Fact> fact(List<String> cells, List<Fact> known, Consumer<String> wrong) {
        Optional<DrugParameter> parameter = DrugParameter.of(cells.get(1));
        Optional<Certainty> certainty = Certainty.of(cells.get(4));
        if (parameter.isEmpty()) {
            wrong.accept("\"" + cells.get(1) + "\" is no parameter of a drug"
                    + NearMiss.hint(cells.get(1), DrugParameter.keywords()));
            return Optional.empty();
        }
        if (certainty.isEmpty()) {
            wrong.accept("\"" + cells.get(4) + "\" is no certainty, expected popPK, label, measured, derived or"
                    + " assumption");
            return Optional.empty();
        }
        if (cells.get(2).isEmpty() || cells.get(5).isEmpty()) {
            wrong.accept("a value and a source are expected in every row");
            return Optional.empty();
        }
        if (!parameter.get().isPlural() && known.stream().anyMatch(fact -> fact.parameter() == parameter.get())) {
            wrong.accept(cells.get(0) + " has a second " + cells.get(1));
            return Optional.empty();
        }
        String text = (cells.get(2) + " " + cells.get(3)).strip();
        if (parameter.get() == DrugParameter.MODALITY && Modality.of(text).isEmpty()) {
            wrong.accept("\"" + text + "\" is no modality, expected substance, cells or vaccine");
            return Optional.empty();
        }
        Optional<Quantity> quantity = Optional.empty();
        if (parameter.get().unit().isPresent()) {
            quantity = quantity(parameter.get(), text, wrong);
            if (quantity.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Fact(parameter.get(), text, quantity, certainty.get(), cells.get(5), cells.get(6)));
    }

    private static Optional<Quantity> quantity(DrugParameter parameter, String text, Consumer<String> wrong) {
        boolean negative = text.startsWith("-");
        try {
            Quantity size = Quantity.parse(negative ? text.substring(1) : text);
            size.exactlyIn(parameter.unit().orElseThrow());
            return Optional.of(new Quantity(negative ? -size.value() : size.value(), size.unit()));
        } catch (UnitException e) {
            wrong.accept(parameter.keyword() + ": " + e.reason());
            return Optional.empty();
        }
    }

    private static void complete(String drug, List<Fact> facts, Consumer<String> wrong) {
        for (DrugParameter needed : new Drug(drug, facts).modality().needed()) {
            if (facts.stream().noneMatch(fact -> fact.parameter() == needed)) {
                wrong.accept("nothing says the " + needed.keyword() + " of " + drug);
            }
        }
    }
}
