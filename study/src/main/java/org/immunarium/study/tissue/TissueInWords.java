package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.study.EventsTable;
import org.immunarium.study.TimeScale;
import org.immunarium.study.Words;
import org.immunarium.study.tissue.model.Giving;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.rule.RuleText;
import org.immunarium.tissue.rule.RulesInWords;
import org.immunarium.units.Quantity;

/// A tissue in words: its substances, what each cell type does, its rules, what comes in, how it begins, where its
/// values are from, and of a comparison, what each variant changes and is given.
///
/// @param model before variants change it
record TissueInWords(TissueModel model, Beginning beginning, Giving giving, Provenance provenance) {

    private static final int MOST_DOSES = 60;

    /// In lines.
    ///
    /// @param arms the only tissue, or each variant
    String of(List<TissueArm> arms) {
        SourcedWords sourced = new SourcedWords(provenance);
        List<ModelNumber> numbers = ModelNumbers.of(model, beginning.variations(), giving);
        Words words = new Words();
        if (!provenance.about().isEmpty()) {
            words.line(provenance.about());
        }
        words.list("Substances:", model.substances(), each -> substance(each, sourced));
        model.immunity().ifPresent(its -> words.list("Antigens:", its.antigens(), antigen -> antigen));
        words.list(
                "What drugs and substances do, with the concentration of half of the effect:",
                ActionConstants.of(model),
                each -> each.of() + " " + each.what().replace(".power", ", Hill power") + ": "
                        + SourcedWords.amount(each.value(), each.unit()) + sourced.from(each.name()));
        words.list("Cell types:", model.types(), CellType::name);
        for (CellType type : model.types()) {
            words.line("").line(type.name() + ":" + sourced.from(type.name()));
            TypeInWords.of(model, type, numbers, sourced).forEach(fact -> words.line("  " + fact));
        }
        RulesInWords.of(model).forEach(paragraph -> words.line("").line(paragraph));
        words.list("Where rules are from:", ruleSources(), each -> each);
        model.immunity().ifPresent(its -> comesIn(words, its, numbers, sourced));
        given(words, numbers, sourced);
        words.list("At the start:", StartInWords.of(model, beginning), each -> each);
        arms.forEach(arm -> arm(words, arm, arms.size() > 1));
        words.list("Sources:", provenance.sources(), source -> source);
        return words.toString();
    }

    /// What cells of a type do in a tissue, and by which rules; nothing of a type that it has not.
    List<String> ofType(TissueArm arm, String name) {
        TissueModel its = arm.model();
        return its.types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .map(type -> {
                    List<ModelNumber> numbers =
                            ModelNumbers.of(its, arm.beginning().variations(), giving);
                    List<String> lines =
                            new ArrayList<>(TypeInWords.of(its, type, numbers, new SourcedWords(provenance)));
                    RulesInWords.of(its, type).ifPresent(lines::add);
                    return lines;
                })
                .orElse(new ArrayList<>());
    }

    private String substance(Substance substance, SourcedWords sourced) {
        String edge = substance.edge().isEmpty()
                ? "nothing passes the edge"
                : "held at the edge at "
                        + String.join(
                                ", ",
                                substance.edge().values().stream()
                                        .distinct()
                                        .map(value -> SourcedWords.amount(value, substance.unit()))
                                        .toList());
        return substance.name() + ": diffuses at " + Quantity.number(substance.diffusion()) + " µm^2/min"
                + sourced.from(substance.name() + ".diffusion") + ", decays at "
                + Quantity.number(substance.decay()) + " 1/min" + sourced.from(substance.name() + ".decay") + ", "
                + SourcedWords.amount(substance.initial(), substance.unit()) + " at the start, " + edge
                + (substance.every() == 1
                        ? ""
                        : ", in steps of "
                                + Quantity.number(
                                        substance.every() * model.steps().diffusion()) + " min")
                + sourced.from(substance.name());
    }

    private List<String> ruleSources() {
        List<String> lines = new ArrayList<>();
        for (Rule rule : model.rules()) {
            String type = model.types().get(rule.type()).name();
            String about = RuleText.about(rule, model);
            String source = provenance.values().get(type + "." + about);
            if (source != null) {
                lines.add(type + ", " + about + ": " + source);
            }
        }
        return lines;
    }

    private void comesIn(Words words, Immunity immunity, List<ModelNumber> numbers, SourcedWords sourced) {
        List<String> lines = new ArrayList<>();
        immunity.vessels()
                .forEach(vessel -> lines.add("a vessel at " + Quantity.number(vessel.x()) + ", "
                        + Quantity.number(vessel.y()) + " µm, of radius " + Quantity.number(vessel.radius()) + " µm"));
        immunity.supplies().forEach(supply -> {
            String drug = immunity.drugs().get(supply.drug()).name();
            String into = model.substances().get(supply.substance()).name();
            lines.add(drug + " seeps out of vessels as " + into + ": "
                    + sourced.line(of(drug + ".supply." + into, numbers)));
        });
        immunity.recruitment().forEach(each -> {
            String type = model.types().get(each.type()).name();
            String along = each.attractant().isPresent()
                    ? ", drawn by "
                            + model.substances()
                                    .get(each.attractant().getAsInt())
                                    .name()
                    : "";
            lines.add(type + " come out of vessels" + along + ": " + sourced.line(of(type + ".recruitment", numbers)));
        });
        immunity.priming().forEach(each -> {
            String type = model.types().get(each.type()).name();
            String antigen = immunity.antigens().get(each.antigen());
            lines.add(type + " come from the lymph node, called by " + antigen + ": "
                    + sourced.line(of(type + ".priming." + antigen, numbers)));
        });
        words.list("What comes in by itself:", lines, each -> each);
    }

    private void given(Words words, List<ModelNumber> numbers, SourcedWords sourced) {
        List<String> lines = new ArrayList<>();
        giving.vaccines()
                .forEach((name, vaccine) -> lines.add(name + ", a vaccine of "
                        + model.immunity().orElseThrow().antigens().get(vaccine.antigen()) + sourced.from(name) + ": "
                        + sourced.line(of(name, numbers))));
        giving.cells()
                .forEach((name, entry) -> lines.add(name
                        + entry.around()
                                .map(around -> ", around "
                                        + model.types().get(around.type()).name())
                                .orElse("") + sourced.from("infusions." + name) + ": "
                        + sourced.line(of("infusions." + name, numbers))));
        words.list("How vaccines and cells that are given come in:", lines, each -> each);
    }

    private static List<ModelNumber> of(String of, List<ModelNumber> numbers) {
        return numbers.stream().filter(each -> each.of().equals(of)).toList();
    }

    /// What a variant changes, and each of its doses.
    private static void arm(Words words, TissueArm arm, boolean compared) {
        if (!compared && arm.doses().isEmpty()) {
            return;
        }
        words.line("")
                .line(
                        compared
                                ? "Variant \"" + arm.variant().title() + "\": "
                                        + arm.variant().given()
                                : "Given: " + arm.variant().given());
        arm.doses().stream().limit(MOST_DOSES).forEach(each -> words.line("  " + dose(each)));
        if (arm.doses().size() > MOST_DOSES) {
            words.line("  and " + (arm.doses().size() - MOST_DOSES) + " more");
        }
    }

    private static String dose(EventsTable.Row dose) {
        return TimeScale.words(dose.time()) + ": " + dose.what()
                + (dose.event().equals(EventsTable.DOSE) ? "" : ", " + dose.event());
    }
}
