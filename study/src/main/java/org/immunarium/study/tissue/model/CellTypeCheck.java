package org.immunarium.study.tissue.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.MigrationModel;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.units.Quantity;

/// What a cell type cannot be though each of its numbers could, and what has no effect on it: the
/// same whether the numbers are from a model's file or from a study that sets them.
public final class CellTypeCheck {

    private static final double ROUNDING = 1e-9;

    private final TissueModel model;
    private final Vocabulary<Behaviour> behaviours;

    /// Values of a type that exclude each other, or a part of it.
    ///
    /// @param type       its number
    /// @param key        of the type under which a file says it
    /// @param behaviours the places of these values
    public record Clash(int type, String key, List<Integer> behaviours, String message) {}

    public CellTypeCheck(TissueModel model) {
        this.model = model;
        behaviours = model.behaviours();
    }

    /// All that excludes each other, type by type.
    public List<Clash> clashes() {
        List<Clash> clashes = new ArrayList<>();
        for (int type = 0; type < model.types().size(); type++) {
            improbable(type).ifPresent(clashes::add);
            if (model.types().get(type).killing().isPresent()) {
                addOtherAttacks(type, clashes);
            }
        }
        return clashes;
    }

    private Optional<Clash> improbable(int type) {
        double[] own = model.types().get(type).behaviours();
        List<Integer> places = new ArrayList<>();
        double sum = 0;
        for (int other = 0; other < model.types().size(); other++) {
            int place = behaviours.place(Behaviour.ASYMMETRIC_DIVISION, other);
            places.add(place);
            sum += own[place];
        }
        return sum > 1 + ROUNDING
                ? Optional.of(new Clash(
                        type,
                        "does",
                        places,
                        "the probabilities of asymmetric division are " + Quantity.number(sum, 6)
                                + " together; at most 1 was expected"))
                : Optional.empty();
    }

    /// A type that kills what it holds holds nothing else.
    private void addOtherAttacks(int type, List<Clash> clashes) {
        for (int place = 0; place < behaviours.size(); place++) {
            Behaviour word = behaviours.word(place);
            if (word == Behaviour.ATTACK || word == Behaviour.ENGAGEMENT) {
                int at = place;
                boolean ruled = model.rules().stream().anyMatch(rule -> rule.type() == type && rule.behaviour() == at);
                if (ruled || model.types().get(type).behaviours()[place] != 0) {
                    clashes.add(new Clash(
                            type,
                            "kills",
                            List.of(place),
                            "a type that kills what it holds attacks and engages nothing else; found "
                                    + behaviours.name(place) + (ruled ? " of rules" : "")));
                }
            }
        }
    }

    /// Why a cycle cannot have a behaviour; empty where it can.
    public static Optional<String> lacking(CycleModel cycle, Behaviour word) {
        int last = cycle.phases().size() - 1;
        int phase = word.exitPhase().orElse(0);
        return phase > last
                ? Optional.of("the cycle has no phase " + phase + ", its last one is " + last)
                : Optional.empty();
    }

    /// What a behaviour of immunity needs to have an effect.
    private enum Need {
        VESSELS("there are no vessels"),
        ENGAGEMENT("engage nobody: their engagement rate is 0"),
        MARKS("no drug or antibody of the model opsonises"),
        BRIDGES("no drug or antibody of the model bridges");

        private final String lacking;

        Need(String lacking) {
            this.lacking = lacking;
        }
    }

    private static final Map<Behaviour, Need> NEEDS = Map.of(
            Behaviour.INTRAVASATION, Need.VESSELS,
            Behaviour.LETHAL_HITS, Need.ENGAGEMENT,
            Behaviour.TROGOCYTOSIS, Need.ENGAGEMENT,
            Behaviour.EXHAUSTION, Need.ENGAGEMENT,
            Behaviour.FC, Need.MARKS,
            Behaviour.CD3, Need.BRIDGES);

    /// Why a behaviour that a type says above 0 has no effect in this model; empty where it may have one.
    ///
    /// @param own places of behaviours that single cells have of their own
    public Optional<String> pointless(int type, int place, BitSet own) {
        Need need = NEEDS.get(behaviours.word(place));
        if (need == null || model.types().get(type).behaviours()[place] == 0 || has(need, type, own)) {
            return Optional.empty();
        }
        String name = model.types().get(type).name();
        return Optional.of(need == Need.ENGAGEMENT ? "cells of \"" + name + "\" " + need.lacking : need.lacking);
    }

    private boolean has(Need need, int type, BitSet own) {
        Immunity immunity = model.immunity().orElse(Immunity.BARE);
        return switch (need) {
            case VESSELS -> !immunity.vessels().isEmpty();
            case MARKS -> immunity.actions().stream().anyMatch(Action.Opsonises.class::isInstance);
            case BRIDGES -> immunity.actions().stream().anyMatch(Action.Bridges.class::isInstance);
            case ENGAGEMENT -> {
                int rate = behaviours.place(Behaviour.ENGAGEMENT);
                yield model.types().get(type).behaviours()[rate] > 0
                        || own.get(rate)
                        || model.rules().stream().anyMatch(rule -> rule.type() == type && rule.behaviour() == rate);
            }
        };
    }

    /// Why a behaviour has no effect on cells of a type, whatever its value; empty where it may have one.
    public static Optional<String> idle(CellType type, Behaviour word) {
        if (word.idle().isPresent()) {
            return word.idle();
        }
        boolean ofMotion = switch (word) {
            case MIGRATION_SPEED, MIGRATION_PERSISTENCE, MIGRATION_BIAS, CHEMOTAXIS -> true;
            default -> false;
        };
        String cells = "cells of \"" + type.name() + "\" ";
        if (ofMotion && type.migration().isEmpty()) {
            return Optional.of(cells + "do not move");
        }
        Guidance guidance = type.migration().map(MigrationModel::guidance).orElse(new Guidance.None());
        if (word == Behaviour.MIGRATION_BIAS && guidance instanceof Guidance.None) {
            return Optional.of(cells + "move at random");
        }
        return word == Behaviour.CHEMOTAXIS && !(guidance instanceof Guidance.Weighted)
                ? Optional.of(cells + "do not go by responses")
                : Optional.empty();
    }
}
