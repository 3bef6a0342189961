package org.immunarium.study.tissue.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.MigrationModel;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;

/// `moves` of a cell type: whether it migrates, what it is drawn along, and whether it rests in between.
final class MovesSection {

    /// What it may have.
    static final List<String> KEYS = List.of("along", "against", "responses", "in the plane", "hops last", "source");

    private static final List<String> GUIDES = List.of("along", "against", "responses");

    /// How gradients count by their chemotactic responses: by how steep they are, or by where they
    /// point alone.
    static final List<String> RESPONSES = List.of("by steepness", "by direction");

    private MovesSection() {}

    /// @param other where the type says nothing
    /// @param name  of the type
    static Optional<MigrationModel> read(
            Section type, Optional<MigrationModel> other, TissueModel model, Values values, String name) {
        if (!type.has("moves")) {
            return other;
        }
        boolean flat = model.domain().flat();
        Optional<Section.Item> item = type.item("moves", KEYS);
        if (item.isEmpty()) {
            return other;
        }
        return switch (item.get()) {
            case Section.Item.Line _ ->
                type.flag("moves").orElse(true)
                        ? Optional.of(new MigrationModel(flat, new Guidance.None()))
                        : Optional.empty();
            case Section.Item.Part(Section moves) -> {
                values.sourceOfPart(moves, name + ".moves");
                if (moves.count(GUIDES) > 1) {
                    moves.problem(moves.words() + ": at most one of along, against and responses was expected");
                }
                boolean inPlane = moves.flag("in the plane").orElse(false);
                List<String> substances =
                        model.substances().stream().map(Substance::name).toList();
                OptionalDouble hop = hop(moves, model.steps().mechanics(), values, name);
                yield Optional.of(new MigrationModel(flat || inPlane, guidance(moves, substances), hop));
            }
        };
    }

    /// A hop is done within a mechanics step.
    private static OptionalDouble hop(Section moves, double mechanics, Values values, String name) {
        OptionalDouble hop =
                values.read(moves, "hops last", Values.MINUTES, Bounds.POSITIVE, name + ".moves.hops last");
        if (hop.isPresent() && hop.getAsDouble() > mechanics) {
            moves.problem(
                    "hops last",
                    moves.name("hops last") + ": at most the " + Quantity.number(mechanics)
                            + " min of a mechanics step were expected; found " + Quantity.number(hop.getAsDouble())
                            + " min");
            return OptionalDouble.empty();
        }
        return hop;
    }

    private static Guidance guidance(Section moves, List<String> substances) {
        for (String key : GUIDES.subList(0, 2)) {
            Optional<Placed<String>> text = moves.text(key);
            if (text.isPresent()) {
                int substance = substances.indexOf(text.get().value());
                if (substance < 0) {
                    moves.problem(
                            text.get(),
                            moves.name(key) + ": \"" + text.get().value() + "\" is no substance of the model"
                                    + NearMiss.hint(text.get().value(), substances));
                }
                return new Guidance.Chemotaxis(Math.max(0, substance), key.equals("along"));
            }
        }
        return moves.choice("responses", RESPONSES)
                .<Guidance>map(how -> new Guidance.Weighted(how.equals(RESPONSES.getLast())))
                .orElse(new Guidance.None());
    }
}
