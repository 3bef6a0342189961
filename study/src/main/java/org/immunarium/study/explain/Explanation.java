package org.immunarium.study.explain;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.immunarium.equations.model.Model;
import org.immunarium.patient.GivenDose;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.published.PublishedModels;
import org.immunarium.study.InputFiles;
import org.immunarium.study.OpenedStudy;
import org.immunarium.study.Overrides;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.ShippedNames;
import org.immunarium.study.ShippedStudy;
import org.immunarium.study.patient.PatientArm;
import org.immunarium.study.patient.StudiedModels;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.EventTable;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.Therapy;
import org.immunarium.therapy.TherapyInWords;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
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
        if (published.isPresent()) {
            explanation.published(published.get());
        } else if (isTherapy(what)) {
            explanation.therapy(RegimenText.parse(what), Body.UNKNOWN, Ratio.of(DAYS));
        } else if (isTable(what)) {
            explanation.events(what);
        } else if (!explanation.drug(what)) {
            checkKnown(what);
            explanation.study(OpenedStudy.open(what), overrides);
        }
        return explanation.text.toString();
    }

    private static boolean isFileName(String what) {
        return what.contains("/") && !what.matches("(?s).*\\s.*")
                || what.strip().toLowerCase(Locale.ROOT).matches("(?s).*\\.(ya?ml|xml|sbml)");
    }

    /// Whether it is meant as a therapy: several words, and neither a drug that is known nor a
    /// file.
    private static boolean isTherapy(String what) {
        boolean words = what.strip().matches("(?s).*\\s.*");
        return words
                && !isFileName(what)
                && !new File(what).exists()
                && drugs().stream().noneMatch(what.strip()::equalsIgnoreCase);
    }

    /// Whether it is a file that holds a table of events.
    private static boolean isTable(String what) {
        return what.toLowerCase(Locale.ROOT).matches("(?s).*\\.(csv|tsv)") && new File(what).isFile();
    }

    private static void checkKnown(String what) {
        if (new File(what).exists()
                || isFileName(what)
                || ShippedStudy.find(what).isPresent()) {
            return;
        }
        throw new InvalidInputException(Problem.of(
                what,
                "there is no such file, no shipped study or model of this name, and no drug that one of them knows"
                        + ShippedNames.hint(what, drugs())
                        + "; `immunarium list` shows them, and a therapy has a dose, as in \"nivolumab 3 mg/kg q2w\""));
    }

    private void therapy(Therapy therapy, Body body, Ratio days) {
        line(TherapyInWords.sentences(therapy).strip());
        line("");
        line(TherapyInWords.table(therapy, days, body, MOST_DOSES).stripTrailing());
        List<String> notes = new ArrayList<>(TherapyInWords.notes(therapy, body));
        for (String drug : therapy.drugs()) {
            NearMiss.of(drug, drugs())
                    .filter(near -> !near.equalsIgnoreCase(drug))
                    .ifPresent(near -> notes.add(
                            "no model that comes along knows \"" + drug + "\"; did you mean \"" + near + "\"?"));
        }
        notes(notes);
    }

    /// A table of dosing events, expanded.
    private void events(String file) {
        EventTable table = InputFiles.in(Path.of("")).events(file).orElseThrow();
        line("A table of dosing events, with "
                + count(table.subjects().size(), "subject", "subjects")
                + "; what stands under CMT takes the place of a drug's name.");
        table.subjects().forEach((id, subject) -> {
            line("");
            line("Subject " + id + ": " + count(subject.doses().size(), "dose", "doses")
                    + (subject.resets().isEmpty()
                            ? ""
                            : "; all compartments are emptied at "
                                    + subject.resets().stream()
                                            .map(time -> time + " d")
                                            .collect(Collectors.joining(", "))));
            if (!subject.doses().isEmpty()) {
                line(TherapyInWords.table(subject.doses(), Body.UNKNOWN, MOST_DOSES)
                        .stripTrailing());
            }
        });
        notes(table.notices());
    }

    /// What a study gives, dose by dose, to each of its variants.
    private void arm(PatientArm arm, OpenedStudy opened, PreparedStudy prepared) {
        if (arm.id().isEmpty() && arm.therapy().isEmpty()) {
            return;
        }
        line(arm.id().isEmpty() ? "Therapy:" : "Variant " + arm.id() + " (" + arm.title() + "): " + arm.inWords());
        Therapy words = arm.words();
        if (!words.regimens().isEmpty()) {
            line(TherapyInWords.sentences(words).strip());
        }
        List<GivenDose> doses = arm.doses(prepared);
        Body body = PatientArm.body(opened.study());
        if (!doses.isEmpty()) {
            List<Administration> asked = doses.stream().map(GivenDose::asked).toList();
            line(TherapyInWords.table(asked, body, MOST_DOSES).stripTrailing());
            list(
                    "Into the model:",
                    doses.stream().map(GivenDose::what).distinct().toList(),
                    Function.identity());
        }
        notes(TherapyInWords.notes(words, body));
        line("");
    }

    private void notes(List<String> notes) {
        if (!notes.isEmpty()) {
            line("");
            notes.forEach(note -> line("Note: " + note + (note.endsWith("?") ? "" : ".")));
        }
    }

    /// All drugs that the shipped models know.
    private static Set<String> drugs() {
        Set<String> drugs = new TreeSet<>();
        PublishedModels.all().forEach(model -> drugs.addAll(model.targets().keySet()));
        return drugs;
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
        PreparedStudy prepared = opened.study().with(overrides).prepare(opened.files());
        line(opened.study().title());
        ShippedStudy.find(opened.study().title()).ifPresent(shipped -> line(shipped.title()));
        line("");
        prepared.method().forEach((name, how) -> line("  " + name + ": " + how));
        line("");
        PatientArm.of(opened.study()).forEach(arm -> arm(arm, opened, prepared));
        StudiedModels.of(opened).ifPresent(this::model);
    }

    private void model(Model model) {
        ModelNames names = new ModelNames(model);
        line("It has " + count(model.species().size(), "species", "species") + " in "
                + count(model.compartments().size(), "compartment", "compartments") + ", "
                + count(model.parameters().size(), "parameter", "parameters") + ", "
                + count(model.reactions().size(), "reaction", "reactions") + ", "
                + count(model.rules().size(), "rule", "rules") + " and "
                + count(model.events().size(), "event", "events") + ".");
        list(
                "Species and where they start:",
                model.species(),
                each -> names.of(each.id(), each.name()) + " in "
                        + names.of(each.compartment())
                        + (Double.isNaN(each.initial()) ? "" : ": " + Quantity.number(each.initial())));
        list("Equations:", model.rules(), each -> equation(each, names));
        list(
                "Reactions:",
                model.reactions(),
                each -> names.heading(each.id(), each.name())
                        + side(each.reactants(), names) + " → " + side(each.products(), names)
                        + each.rate()
                                .map(rate -> "   at " + names.formula(rate, each.id()))
                                .orElse(""));
        list(
                "Events:",
                model.events(),
                each -> names.heading(each.id(), each.name()) + "when "
                        + names.formula(each.trigger()) + ", "
                        + each.assignments().stream()
                                .map(a -> names.of(a.variable()) + " becomes " + names.formula(a.value()))
                                .collect(Collectors.joining(", ")));
    }

    private <T> void list(String title, List<T> parts, Function<T, String> words) {
        if (!parts.isEmpty()) {
            line("");
            line(title);
            parts.stream().limit(MOST_LINES).forEach(part -> line("  " + words.apply(part)));
            if (parts.size() > MOST_LINES) {
                line("  and " + (parts.size() - MOST_LINES) + " more");
            }
        }
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

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
