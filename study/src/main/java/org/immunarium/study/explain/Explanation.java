package org.immunarium.study.explain;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.ShippedModels;
import org.immunarium.patient.shipped.SolidCancer;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.Words;
import org.immunarium.study.file.TextFile;
import org.immunarium.study.patient.EvidenceInWords;
import org.immunarium.study.patient.ModelInWords;
import org.immunarium.study.patient.ValuesInWords;
import org.immunarium.study.run.OpenedStudy;
import org.immunarium.study.run.ShippedNames;
import org.immunarium.study.run.ShippedStudy;
import org.immunarium.study.tissue.model.ShippedTissueModel;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.EventTable;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.Therapy;
import org.immunarium.therapy.TherapyInWords;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.therapy.drug.DrugInWords;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Ratio;

/// Says in words what something is.
public final class Explanation {

    private static final int MOST_DOSES = 60;
    private static final int DAYS = 730;

    /// Of a table.
    private static final int MOST_BYTES = 10_000_000;

    private final Words text = new Words();

    private Explanation() {}

    /// Explains a therapy, a drug, a model, a study, or a table of doses or rules.
    ///
    /// @param what      as on the command line
    /// @param overrides the length of a study
    /// @throws org.immunarium.units.InvalidInputException if it is none of these
    public static String of(String what, Overrides overrides) {
        Explanation explanation = new Explanation();
        Optional<PublishedModel> published = ShippedModels.find(what);
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
        overrides.check();
        return explanation.text.toString();
    }

    /// Explains single values of a model or of a study of a patient.
    ///
    /// @param what      as on the command line
    /// @param values    what they are called; empty to explain all of it
    /// @param overrides what a study is to set besides
    /// @throws org.immunarium.units.InvalidInputException if it is no model and no study of a patient, or has no
    ///                                                    such
    ///     value
    public static String of(String what, List<String> values, Overrides overrides) {
        if (values.isEmpty()) {
            return of(what, overrides);
        }
        Optional<PublishedModel> published = ShippedModels.find(what);
        String said;
        if (published.isPresent()) {
            said = ValuesInWords.of(what, published.get(), values);
        } else if (isTherapy(what) || isTable(what) || drugs().stream().anyMatch(what.strip()::equalsIgnoreCase)) {
            throw new InvalidInputException(Problem.of(
                    what,
                    "single values are told of a model, or of a study of a patient; found \""
                            + String.join("\", \"", values) + "\" beside it (a therapy of several words stands in"
                            + " quotation marks)"));
        } else {
            checkKnown(what);
            OpenedStudy opened = OpenedStudy.open(what).with(overrides);
            said = ValuesInWords.of(what, opened.study().prepare(opened.files()), values);
        }
        overrides.check();
        return said;
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

    /// Whether it is a file that holds a table, of events or of rules.
    private static boolean isTable(String what) {
        return what.toLowerCase(Locale.ROOT).matches("(?s).*\\.(csv|tsv)") && new File(what).isFile();
    }

    private static void checkKnown(String what) {
        if (new File(what).exists()
                || isFileName(what)
                || ShippedStudy.find(what).isPresent()
                || ShippedTissueModel.find(what).isPresent()) {
            return;
        }
        throw new InvalidInputException(Problem.of(
                what,
                "there is no such file, no shipped study or model of this name, and no drug that the evidence or a model knows"
                        + ShippedNames.hint(what, drugs())
                        + "; `immunarium list` shows them, and a therapy has a dose, as in \"nivolumab 3 mg/kg q2w\""));
    }

    private void therapy(Therapy therapy, Body body, Ratio days) {
        text.line(TherapyInWords.sentences(therapy).strip());
        text.line("");
        text.line(TherapyInWords.table(therapy, days, body, MOST_DOSES).stripTrailing());
        List<String> notes = new ArrayList<>(TherapyInWords.notes(therapy, body));
        for (String drug : therapy.drugs()) {
            NearMiss.of(drug, drugs())
                    .filter(near -> !near.equalsIgnoreCase(drug))
                    .ifPresent(
                            near -> notes.add("nothing is known of \"" + drug + "\"; did you mean \"" + near + "\"?"));
        }
        text.notes(notes);
    }

    /// A table: dosing events, expanded, or rules of cells.
    private void events(String file) {
        String content = TextFile.read(file, Path.of(file), MOST_BYTES);
        if (RuleTableInWords.isOne(content)) {
            text.line("A table of rules of cells, without the model that it is for: values are in its units.");
            RuleTableInWords.of(file, content)
                    .forEach(paragraph -> text.line("").line(paragraph));
            return;
        }
        EventTable table = InputFiles.in(Path.of("")).events(file).orElseThrow();
        text.line("A table of dosing events, with "
                + Words.count(table.subjects().size(), "subject", "subjects")
                + "; what stands under CMT takes the place of a drug's name.");
        table.subjects().forEach((id, subject) -> {
            text.line("");
            text.line("Subject " + id + ": " + Words.count(subject.doses().size(), "dose", "doses")
                    + (subject.resets().isEmpty()
                            ? ""
                            : "; all compartments are emptied at "
                                    + subject.resets().stream()
                                            .map(time -> time + " d")
                                            .collect(Collectors.joining(", "))));
            if (!subject.doses().isEmpty()) {
                text.line(TherapyInWords.table(subject.doses(), Body.UNKNOWN, MOST_DOSES)
                        .stripTrailing());
            }
        });
        text.notes(table.notices());
    }

    /// All drugs of the evidence and of the shipped models.
    private static Set<String> drugs() {
        Set<String> drugs = new TreeSet<>(Drugs.names());
        ShippedModels.all().forEach(model -> drugs.addAll(model.targets().keySet()));
        SolidCancer.all().forEach(cancer -> drugs.addAll(cancer.treatments()));
        return drugs;
    }

    /// What the evidence and the shipped models know of a drug.
    private boolean drug(String name) {
        Optional<Drug> known = Drugs.find(name);
        known.ifPresent(drug -> text.add(DrugInWords.of(drug)));
        List<PublishedModel> users = ShippedModels.all().stream()
                .filter(model -> model.targets().keySet().stream().anyMatch(drug -> drug.equalsIgnoreCase(name)))
                .toList();
        if (known.isPresent() && !users.isEmpty()) {
            text.line("");
        }
        for (PublishedModel model : users) {
            Map<String, String> entries = ModelInWords.entries(model);
            model.targets().forEach((drug, target) -> {
                if (drug.equalsIgnoreCase(name)) {
                    text.line(drug + " in " + model.name() + ": enters " + entries.get(drug) + " as "
                            + (target.as().name().toLowerCase(Locale.ROOT).equals("amount")
                                    ? "an amount"
                                    : "a concentration"));
                    if (!model.therapy().isEmpty()) {
                        text.line("  given in the paper: " + model.therapy());
                    }
                    text.line("  " + model.citation());
                }
            });
        }
        String called = known.map(Drug::name).orElse(name);
        List<String> solid = SolidCancer.all().stream()
                .filter(cancer -> cancer.treatments().stream().anyMatch(called::equalsIgnoreCase))
                .map(SolidCancer::name)
                .toList();
        if (!solid.isEmpty()) {
            text.line(called + " may be given in a study of " + String.join(", ", solid) + example(called));
        }
        return known.isPresent() || !users.isEmpty() || !solid.isEmpty();
    }

    /// How what is no drug is written.
    private static String example(String treatment) {
        return switch (treatment.toLowerCase(Locale.ROOT)) {
            case "radiotherapy" -> ", as in: radiotherapy 8 Gy q1d x 3";
            case "resection" -> ", as in: resection 1 operation";
            case "til" -> ", as in: TIL 5e10 cells IV";
            default -> "";
        };
    }

    private void published(PublishedModel published) {
        text.line(published.title());
        text.line("");
        text.line(published.description());
        text.line("");
        text.add(
                published.evidence().isPresent()
                        ? ModelInWords.withoutParameters(published.model())
                        : ModelInWords.of(
                                published.model(),
                                "Parameters, each of the source named below, in the units that it gives, unless it says"
                                        + " assumed:"));
        text.line("");
        if (!published.targets().isEmpty()) {
            text.line("Drugs, and where they enter:");
            ModelInWords.entries(published).forEach((drug, into) -> text.line("  " + drug + " into " + into));
        }
        SolidCancer.find(published.name())
                .ifPresent(cancer -> text.line("")
                        .line("A study may give it any of these, which then have equations: "
                                + String.join(", ", cancer.treatments()) + "."));
        if (!published.therapy().isEmpty()) {
            text.line("");
            text.line("A treatment that goes with it: " + published.therapy());
            text.line(TherapyInWords.sentences(RegimenText.parse(published.therapy()))
                    .strip());
        }
        text.line("");
        published
                .evidence()
                .ifPresent(table -> text.add(EvidenceInWords.of(table)).line(""));
        SolidCancer.find(published.name())
                .ifPresent(cancer -> text.add(EvidenceInWords.of(
                                "Values of further clones, tumours and treatments, where a study has them:",
                                cancer.furtherValues()))
                        .line(""));
        text.line("It runs for " + published.duration() + " unless a study says otherwise.");
        text.line("Source: " + published.citation());
    }

    private void study(OpenedStudy opened, Overrides overrides) {
        PreparedStudy prepared = opened.with(overrides).study().prepare(opened.files());
        text.line(opened.study().title());
        ShippedStudy.find(opened.study().title()).ifPresent(shipped -> text.line(shipped.title()));
        text.line("");
        prepared.method().forEach((name, how) -> text.line("  " + name + ": " + how));
        text.line("");
        text.add(prepared.inWords());
    }
}
