package org.immunarium.study.tissue.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Agent;
import org.immunarium.tissue.model.Drug;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Receptor;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Unit;

/// Reads `immunity.actions`: what drugs, and bodies that are dissolved in the tissue, do to cells.
final class ActionsReader {

    /// What an action may have.
    static final List<String> KEYS = List.of(
            "of", "blocks", "opsonises", "bridges", "kills", "dissociation", "CD3 dissociation", "half", "power");

    private static final List<String> VERBS = List.of("blocks", "opsonises", "bridges", "kills");

    static final List<String> RECEPTORS =
            Arrays.stream(Receptor.values()).map(Receptor::written).toList();

    /// What chemotherapy kills.
    static final List<String> KILLED = List.of("dividing cells");

    private final TissueModel model;
    private final Immunity names;
    private final Values values;

    /// @param model has all names
    ActionsReader(TissueModel model, Values values) {
        this.model = model;
        this.values = values;
        names = model.immunity().orElseThrow();
    }

    List<Action> read(Section immunity) {
        List<Action> actions = new ArrayList<>();
        for (Section part : ImmunityReader.parts(immunity, "actions", KEYS)) {
            action(part).ifPresent(actions::add);
        }
        return actions;
    }

    private Optional<Action> action(Section part) {
        List<String> drugs = names.drugs().stream().map(Drug::name).toList();
        List<String> substances =
                model.substances().stream().map(Substance::name).toList();
        List<String> all = Stream.concat(drugs.stream(), substances.stream()).toList();
        int number = ImmunityReader.named(part, "of", "drug or substance", all);
        if (part.count(VERBS) != 1) {
            part.problem(part.words() + ": one of " + String.join(", ", VERBS) + " was expected, as in blocks: PD-1");
            return Optional.empty();
        }
        if (number < 0) {
            return Optional.empty();
        }
        Agent agent = number < drugs.size() ? new Agent.FromBlood(number) : new Agent.Dissolved(number - drugs.size());
        Unit unit = Unit.parse(
                number < drugs.size()
                        ? names.drugs().get(number).unit()
                        : model.substances().get(number - drugs.size()).unit());
        String verb = VERBS.stream().filter(part::has).findFirst().orElseThrow();
        String name = all.get(number) + "." + verb + " "
                + part.text(verb).map(Placed::value).orElse("");
        return switch (verb) {
            case "blocks" -> blocks(part, agent, unit, name);
            case "opsonises" -> opsonises(part, agent, unit, name);
            case "bridges" -> bridges(part, agent, unit, name);
            default -> kills(part, agent, unit, name);
        };
    }

    private Optional<Action> blocks(Section part, Agent agent, Unit unit, String name) {
        unwanted(part, "blocks", "CD3 dissociation", "half", "power");
        Optional<Receptor> receptor =
                part.choice("blocks", RECEPTORS).map(word -> Receptor.values()[RECEPTORS.indexOf(word)]);
        OptionalDouble dissociation = constant(part, "dissociation", unit, name);
        if (receptor.filter(Receptor::isInLymphNode).isPresent() && agent instanceof Agent.Dissolved) {
            part.problem(
                    "blocks",
                    part.name("blocks") + ": " + receptor.get().written()
                            + " counts in the lymph node, where substances of the tissue are not; a"
                            + " drug was expected in of");
            return Optional.empty();
        }
        return receptor.isPresent() && dissociation.isPresent()
                ? Optional.of(new Action.Blocks(agent, receptor.get(), dissociation.getAsDouble()))
                : Optional.empty();
    }

    private Optional<Action> opsonises(Section part, Agent agent, Unit unit, String name) {
        unwanted(part, "opsonises", "CD3 dissociation", "half", "power");
        int antigen = ImmunityReader.named(part, "opsonises", "antigen", names.antigens());
        OptionalDouble dissociation = constant(part, "dissociation", unit, name);
        return antigen >= 0 && dissociation.isPresent()
                ? Optional.of(new Action.Opsonises(agent, antigen, dissociation.getAsDouble()))
                : Optional.empty();
    }

    private Optional<Action> bridges(Section part, Agent agent, Unit unit, String name) {
        unwanted(part, "bridges", "half", "power");
        int antigen = ImmunityReader.named(part, "bridges", "antigen", names.antigens());
        OptionalDouble toAntigen = constant(part, "dissociation", unit, name);
        OptionalDouble toCd3 = constant(part, "CD3 dissociation", unit, name + " and CD3");
        return antigen >= 0 && toAntigen.isPresent() && toCd3.isPresent()
                ? Optional.of(new Action.Bridges(agent, antigen, toAntigen.getAsDouble(), toCd3.getAsDouble()))
                : Optional.empty();
    }

    private Optional<Action> kills(Section part, Agent agent, Unit unit, String name) {
        unwanted(part, "kills", "dissociation", "CD3 dissociation");
        Optional<String> killed = part.choice("kills", KILLED);
        OptionalDouble half = constant(part, "half", unit, name);
        double power = values.read(part, "power", Unit.ONE, Bounds.POSITIVE, name + ".power")
                .orElse(1);
        return killed.isPresent() && half.isPresent()
                ? Optional.of(new Action.KillsDividing(agent, half.getAsDouble(), power))
                : Optional.empty();
    }

    /// A concentration that must be there.
    private OptionalDouble constant(Section part, String key, Unit unit, String name) {
        if (!part.has(key)) {
            part.missing(key, ("1 " + unit).replaceFirst(" 1$", ""));
        }
        return values.read(part, key, unit, Bounds.POSITIVE, name);
    }

    private static void unwanted(Section part, String verb, String... keys) {
        for (String key : keys) {
            if (part.has(key)) {
                part.problem(key, part.name(key) + ": has no meaning with " + verb);
            }
        }
    }
}
