package org.immunarium.study.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immunarium.equations.expression.FormulaText;
import org.immunarium.equations.model.Model;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.published.PublishedModels;
import org.immunarium.study.OpenedStudy;
import org.immunarium.study.Overrides;
import org.immunarium.study.ShippedStudy;
import org.immunarium.study.patient.PatientModelReading;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.Therapy;
import org.immunarium.therapy.TherapyInWords;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;

/// Says in words what something is.
public final class Explanation {

    private static final int MOST_DOSES = 60;
    private static final int DAYS = 730;
    private static final int MOST_LINES = 40;

    private final StringBuilder text = new StringBuilder();

    private Explanation() {}

    /// Explains a therapy, a drug, a model or a study.
    ///
    /// @param what      as on the command line
    /// @param overrides the length of a study
    /// @throws org.immunarium.units.InvalidInputException if it is none of these
    public static String of(String what, Overrides overrides) {
        Explanation explanation = new Explanation();
        Optional<PublishedModel> published = PublishedModels.find(what);
        boolean therapy = what.strip().matches("\\S.*\\s+[0-9].*") && !what.matches(".*\\.(ya?ml|xml|sbml)");
        if (published.isPresent()) {
            explanation.published(published.get());
        } else if (therapy) {
            explanation.therapy(RegimenText.parse(what), Body.UNKNOWN, Ratio.of(DAYS));
        } else if (!explanation.drug(what)) {
            explanation.study(OpenedStudy.open(what), overrides);
        }
        return explanation.text.toString();
    }

    private void therapy(Therapy therapy, Body body, Ratio days) {
        line(TherapyInWords.sentences(therapy).strip());
        line("");
        line(TherapyInWords.table(therapy, days, body, MOST_DOSES).stripTrailing());
    }

    /// What the shipped models know of a drug.
    private boolean drug(String name) {
        List<PublishedModel> users = PublishedModels.all().stream()
                .filter(model -> model.targets().keySet().stream().anyMatch(drug -> drug.equalsIgnoreCase(name)))
                .toList();
        for (PublishedModel model : users) {
            model.targets().forEach((drug, target) -> {
                if (drug.equalsIgnoreCase(name)) {
                    line(drug + " in " + model.name() + ": enters " + target.into() + " as "
                            + (target.as().name().toLowerCase(Locale.ROOT).equals("amount")
                                    ? "an amount"
                                    : "a concentration"));
                    line("  given in the paper: " + model.therapy());
                    line("  " + model.citation());
                }
            });
        }
        return !users.isEmpty();
    }

    private void published(PublishedModel published) {
        line(published.title());
        line("");
        line(published.description());
        line("");
        model(published.model());
        line("");
        line("Drugs, and where they enter:");
        published.targets().forEach((drug, target) -> line("  " + drug + " into " + target.into()));
        if (!published.therapy().isEmpty()) {
            line("");
            line("A treatment of the paper: " + published.therapy());
            line(TherapyInWords.sentences(RegimenText.parse(published.therapy()))
                    .strip());
        }
        line("");
        line("The paper looks at " + published.duration() + ".");
        line("Source: " + published.citation());
    }

    private void study(OpenedStudy opened, Overrides overrides) {
        line(opened.study().title());
        ShippedStudy.find(opened.study().title()).ifPresent(shipped -> line(shipped.title()));
        line("");
        opened.study()
                .with(overrides)
                .prepare(opened.files())
                .method()
                .forEach((name, how) -> line("  " + name + ": " + how));
        line("");
        PatientModelReading.of(opened).ifPresent(this::model);
    }

    private void model(Model model) {
        line("It has " + count(model.species().size(), "species", "species") + " in "
                + count(model.compartments().size(), "compartment", "compartments") + ", "
                + count(model.parameters().size(), "parameter", "parameters") + ", "
                + count(model.reactions().size(), "reaction", "reactions") + ", "
                + count(model.rules().size(), "rule", "rules") + " and "
                + count(model.events().size(), "event", "events") + ".");
        if (!model.species().isEmpty()) {
            line("");
            line("Species and where they start:");
        }
        model.species().stream()
                .limit(MOST_LINES)
                .forEach(s -> line("  " + s.id() + named(s.name()) + " in " + s.compartment()
                        + (Double.isNaN(s.initial()) ? "" : ": " + Quantity.number(s.initial()))));
        more(model.species().size());
        if (!model.rules().isEmpty()) {
            line("");
            line("Equations:");
        }
        model.rules().stream().limit(MOST_LINES).forEach(rule -> line("  " + equation(rule)));
        more(model.rules().size());
        if (!model.reactions().isEmpty()) {
            line("");
            line("Reactions:");
        }
        model.reactions().stream()
                .limit(MOST_LINES)
                .forEach(r -> line("  " + r.id() + named(r.name()) + ": " + side(r.reactants()) + " → "
                        + side(r.products())
                        + r.rate()
                                .map(rate -> "   at " + FormulaText.print(rate))
                                .orElse("")));
        more(model.reactions().size());
        if (!model.events().isEmpty()) {
            line("");
            line("Events:");
        }
        model.events().stream()
                .limit(MOST_LINES)
                .forEach(e -> line("  " + e.id() + named(e.name()) + ": when " + FormulaText.print(e.trigger()) + ", "
                        + String.join(
                                ", ",
                                e.assignments().stream()
                                        .map(a -> a.variable() + " becomes " + FormulaText.print(a.value()))
                                        .toList())));
        more(model.events().size());
    }

    private static String equation(Model.Rule rule) {
        return switch (rule) {
            case Model.AssignmentRule(String variable, var value) -> variable + " = " + FormulaText.print(value);
            case Model.RateRule(String variable, var rate) -> variable + "' = " + FormulaText.print(rate);
            case Model.AlgebraicRule(var value) -> "0 = " + FormulaText.print(value);
        };
    }

    private static String side(List<Model.SpeciesReference> references) {
        return references.isEmpty()
                ? "nothing"
                : String.join(
                        " + ",
                        references.stream()
                                .map(r -> (r.stoichiometry() == 1 || Double.isNaN(r.stoichiometry())
                                                ? ""
                                                : Quantity.number(r.stoichiometry()) + " ")
                                        + r.species())
                                .toList());
    }

    private static String named(String name) {
        return name.isEmpty() ? "" : " (" + name + ")";
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private void more(int size) {
        if (size > MOST_LINES) {
            line("  and " + (size - MOST_LINES) + " more");
        }
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
