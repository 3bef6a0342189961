package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.study.Words;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.DefaultBehaviours;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.MigrationModel;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.tissue.rule.RulesInWords;
import org.immunarium.units.Quantity;

/// A tissue in words: its substances, what each cell type does, its rules, and where its values are from.
final class TissueInWords {

    private final TissueModel model;
    private final Provenance provenance;
    private final Vocabulary<Behaviour> behaviours;

    private TissueInWords(TissueModel model, Provenance provenance) {
        this.model = model;
        this.provenance = provenance;
        behaviours = model.behaviours();
    }

    /// In lines.
    static String of(TissueModel model, Provenance provenance) {
        return new TissueInWords(model, provenance).words();
    }

    private String words() {
        Words words = new Words();
        if (!provenance.about().isEmpty()) {
            words.line(provenance.about());
        }
        words.list("Substances:", model.substances(), this::substance);
        model.immunity().ifPresent(its -> words.list("Antigens:", its.antigens(), antigen -> antigen));
        words.list(
                "What drugs and substances do, with the concentration of half of the effect:",
                ActionConstants.of(model),
                each -> each.of() + " " + each.what() + ": " + amount(each.value(), each.unit())
                        + from(each.of() + "." + each.what()));
        words.list("Cell types:", model.types(), CellType::name);
        for (CellType type : model.types()) {
            words.line("").line(type.name() + ":" + from(type.name()));
            facts(type).forEach(fact -> words.line("  " + fact));
        }
        RulesInWords.of(model).forEach(paragraph -> words.line("").line(paragraph));
        words.list("Sources:", provenance.sources(), source -> source);
        return words.toString();
    }

    private String substance(Substance substance) {
        String edge = substance.edge().isEmpty()
                ? "nothing passes the edge"
                : "held at the edge at "
                        + String.join(
                                ", ",
                                substance.edge().values().stream()
                                        .distinct()
                                        .map(value -> amount(value, substance.unit()))
                                        .toList());
        return substance.name() + ": diffuses at " + Quantity.number(substance.diffusion()) + " µm^2/min, decays at "
                + Quantity.number(substance.decay()) + " 1/min, " + amount(substance.initial(), substance.unit())
                + " at the start, " + edge
                + (substance.every() == 1
                        ? ""
                        : ", in steps of "
                                + Quantity.number(
                                        substance.every() * model.steps().diffusion()) + " min")
                + from(substance.name());
    }

    /// What a type is and does, where it is not what every cell does.
    private List<String> facts(CellType type) {
        List<String> facts = new ArrayList<>();
        facts.add("volume " + amount(type.volume().total(), "µm^3") + from(type.name() + ".volume.total"));
        facts.add(cycle(type));
        type.migration().ifPresent(how -> facts.add(migration(type, how)));
        double[] usual = DefaultBehaviours.of(behaviours);
        for (int place = 0; place < usual.length; place++) {
            double value = type.behaviours()[place];
            if (value != usual[place]) {
                String unit = model.unit(behaviours.word(place), behaviours.subject(place));
                String name = behaviours.name(place);
                facts.add(name + ": " + amount(value, unit) + from(type.name() + "." + name));
            }
        }
        return facts;
    }

    private String cycle(CellType type) {
        boolean divides = false;
        for (int phase = 0; phase < type.cycle().phases().size(); phase++) {
            int place = behaviours.place(Behaviour.exit(phase));
            boolean ruled = model.rules().stream()
                    .anyMatch(rule -> rule.behaviour() == place
                            && model.types().get(rule.type()).name().equals(type.name()));
            divides |= type.behaviours()[place] > 0 || ruled;
        }
        return divides ? "cycle: " + type.cycle().name() : "does not divide";
    }

    private String migration(CellType type, MigrationModel how) {
        String hops = how.hop().isPresent()
                ? ", in hops of " + Quantity.number(how.hop().getAsDouble()) + " min"
                        + from(type.name() + ".moves.hops last")
                : "";
        return "moves" + guidance(how.guidance()) + hops;
    }

    private String guidance(Guidance guidance) {
        return switch (guidance) {
            case Guidance.None() -> " at random";
            case Guidance.Chemotaxis(int substance, boolean up) ->
                (up ? " along " : " against ")
                        + model.substances().get(substance).name();
            case Guidance.Weighted(boolean normalised) ->
                " by its chemotactic responses" + (normalised ? ", each by its direction" : "");
        };
    }

    private static String amount(double value, String unit) {
        return Quantity.number(value) + (unit.equals("1") ? "" : " " + unit);
    }

    /// Where a value is from, where that is said.
    private String from(String name) {
        Map<String, String> values = provenance.values();
        return Optional.ofNullable(values.get(name))
                .map(source -> " [" + source + "]")
                .orElse("");
    }
}
