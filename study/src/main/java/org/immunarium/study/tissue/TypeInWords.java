package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.immunarium.study.tissue.model.TypeNumber;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.ContactKillingModel;
import org.immunarium.tissue.model.DeathModel;
import org.immunarium.tissue.model.DefaultBehaviours;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.MigrationModel;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.tissue.model.VolumeModel;
import org.immunarium.units.Quantity;

/// What cells of a type are and do, where it is not what every cell does.
final class TypeInWords {

    private final TissueModel model;
    private final CellType type;
    private final List<ModelNumber> own;
    private final SourcedWords sourced;
    private final Vocabulary<Behaviour> behaviours;
    private final List<String> facts = new ArrayList<>();

    private TypeInWords(TissueModel model, CellType type, List<ModelNumber> own, SourcedWords sourced) {
        this.model = model;
        this.type = type;
        this.own = own;
        this.sourced = sourced;
        behaviours = model.behaviours();
    }

    /// A line for each.
    ///
    /// @param numbers all of the model, beside those of its types
    static List<String> of(TissueModel model, CellType type, List<ModelNumber> numbers, SourcedWords sourced) {
        List<ModelNumber> own = new ArrayList<>(
                numbers.stream().filter(each -> each.of().equals(type.name())).toList());
        TypeNumber.of(model, type)
                .forEach(each -> own.add(new ModelNumber(type.name(), each.name(), each.value(), each.unit())));
        TypeInWords words = new TypeInWords(model, type, own, sourced);
        words.all();
        return words.facts;
    }

    private void all() {
        volume();
        facts.add(cycle());
        type.migration().ifPresent(how -> facts.add(migration(how)));
        behaviours();
        type.oxygen().ifPresent(needs -> {
            String driven = needs.factor().isPresent()
                    ? ", times its "
                            + model.variables().get(needs.factor().getAsInt()).name()
                    : "";
            String of = model.substances().get(needs.substance()).name();
            part("needs " + of + driven, "needs");
        });
        type.killing().ifPresent(kills -> part(killing(kills), "kills"));
        type.lifespan().ifPresent(_ -> part("lives", "lives"));
        death("apoptosis", type.apoptosis(), DeathModel.APOPTOSIS);
        death("necrosis", type.necrosis(), DeathModel.NECROSIS);
        variation();
    }

    private void volume() {
        if (type.volume().equals(VolumeModel.DEFAULT)) {
            facts.add("volume " + SourcedWords.amount(type.volume().total(), "µm^3")
                    + sourced.from(type.name() + ".volume.total"));
        } else {
            part("volume", "volume");
        }
    }

    private void death(String cause, DeathModel how, DeathModel usual) {
        if (!how.equals(usual)) {
            part("dead of " + cause + (how.fixed() ? ", all for as long" : ""), cause);
        }
    }

    private void behaviours() {
        double[] usual = DefaultBehaviours.of(behaviours);
        for (int place = 0; place < usual.length; place++) {
            double value = type.behaviours()[place];
            String name = behaviours.name(place);
            boolean said = sourced.provenance().said().contains(type.name() + "." + name);
            if (value != usual[place] || said) {
                String unit = model.unit(behaviours.word(place), behaviours.subject(place));
                facts.add(name + ": " + SourcedWords.amount(value, unit) + sourced.from(type.name() + "." + name));
            }
        }
    }

    private String killing(ContactKillingModel kills) {
        StringBuilder words =
                new StringBuilder("kills " + model.types().get(kills.target()).name());
        kills.mark()
                .ifPresent(mark -> words.append(", known by its ")
                        .append(model.variables().get(mark).name()));
        words.append(kills.alone() ? ", one at a time" : "");
        return words.append(kills.stills() ? ", which it keeps still" : "").toString();
    }

    /// All numbers of a part: `needs.divides above` of `needs`.
    private void part(String title, String part) {
        List<ModelNumber> its =
                own.stream().filter(each -> each.what().startsWith(part + ".")).toList();
        StringBuilder words = new StringBuilder(title + sourced.from(type.name() + "." + part) + ": ");
        List<String> each = new ArrayList<>();
        for (ModelNumber number : its) {
            each.add(number.what().substring(part.length() + 1) + " "
                    + SourcedWords.amount(number.value(), number.unit()) + sourced.from(number.name()));
        }
        facts.add(words.append(String.join(", ", each)).toString());
    }

    /// How cells of the type differ, a line for each behaviour.
    private void variation() {
        Set<String> parts = new LinkedHashSet<>();
        own.stream()
                .map(ModelNumber::what)
                .filter(what -> what.startsWith("varies."))
                .forEach(what -> parts.add(what.substring(0, what.lastIndexOf('.'))));
        parts.forEach(each -> part(each.substring("varies.".length()) + " differs from cell to cell", each));
    }

    private String cycle() {
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

    private String migration(MigrationModel how) {
        String hops = how.hop().isPresent()
                ? ", in hops of " + Quantity.number(how.hop().getAsDouble()) + " min"
                        + sourced.from(type.name() + ".moves.hops last")
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
}
