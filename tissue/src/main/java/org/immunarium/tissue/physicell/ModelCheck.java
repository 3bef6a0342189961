package org.immunarium.tissue.physicell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.Signal;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variation;
import org.immunarium.tissue.model.Vocabulary;

/// Judges a project's rules beside the rest of it, and tells where PhysiCell 1.14 would do something else with them.
final class ModelCheck {

    private final TissueModel model;
    private final String source;
    private final Findings findings;

    /// @param source the settings
    ModelCheck(TissueModel model, String source, Findings findings) {
        this.model = model;
        this.source = source;
        this.findings = findings;
    }

    /// PhysiCell would take the gradients of the start for ever; here they are always up to date.
    void judgeGradients(XmlElement setup) {
        String found = "calculate_gradients is not true, but ";
        model.types().stream()
                .filter(type -> type.migration()
                        .filter(how -> !(how.guidance() instanceof Guidance.None))
                        .isPresent())
                .findFirst()
                .ifPresent(type -> setup.unsupported(found + "\"" + type.name() + "\" follows gradients"));
        if (model.rules().stream().anyMatch(rule -> model.signals().word(rule.signal()) == Signal.GRADIENT)) {
            setup.unsupported(found + "rules look at gradients");
        }
    }

    /// Where a signal works both ways on a behaviour, PhysiCell mistakes what later rows say of the behaviour.
    void tellMisread() {
        Map<List<Integer>, Rule.Response> responses = new HashMap<>();
        Set<List<Integer>> bothWays = new HashSet<>();
        for (Rule rule : model.rules()) {
            List<Integer> ruled = List.of(rule.type(), rule.behaviour());
            if (bothWays.contains(ruled)) {
                findings.notice(
                        source,
                        "a signal both increases and decreases \""
                                + model.behaviours().name(rule.behaviour())
                                + "\" of \"" + model.types().get(rule.type()).name()
                                + "\", and more rules of it follow: PhysiCell 1.14 takes the half-maximum, power and"
                                + " deadness of these for those of others, here each has its own");
            }
            Rule.Response before =
                    responses.putIfAbsent(List.of(rule.type(), rule.behaviour(), rule.signal()), rule.response());
            if (before != null && before != rule.response()) {
                bothWays.add(ruled);
            }
        }
    }

    /// PhysiCell 1.14 has rules see no contacts with dead cells by their kind, against its own documentation.
    void tellUncounted() {
        for (Signal signal : List.of(Signal.CONTACT_APOPTOTIC, Signal.CONTACT_NECROTIC)) {
            if (model.rules().stream().anyMatch(rule -> model.signals().word(rule.signal()) == signal)) {
                findings.notice(
                        source,
                        "rules look at \"" + signal.pattern() + "\", which is always 0 in PhysiCell 1.14; here such"
                                + " cells are counted");
            }
        }
    }

    /// Rules of words that have no meaning here, nor in a PhysiCell without code of its own.
    void tellIdle() {
        for (Rule rule : model.rules()) {
            model.idle(rule)
                    .ifPresent(why -> findings.notice(
                            source,
                            "a rule of \"" + model.types().get(rule.type()).name() + "\": " + why));
        }
    }

    /// Values of single cells are lost at once where a rule sets the behaviour.
    void tellOverruled(List<Placement> placements, List<Variation> variations) {
        Vocabulary<Behaviour> behaviours = model.behaviours();
        Set<List<Integer>> ruled = new HashSet<>();
        model.rules().forEach(rule -> ruled.add(List.of(rule.type(), rule.behaviour())));
        Set<List<Integer>> lost = new LinkedHashSet<>();
        for (Placement placement : placements) {
            if (placement instanceof Placement.Cell cell) {
                cell.behaviours().keySet().forEach(place -> lost.add(List.of(cell.type(), place)));
            }
        }
        variations.forEach(variation ->
                variation.behaviour().ifPresent(place -> lost.add(List.of(variation.type(), place))));
        lost.retainAll(ruled);
        for (List<Integer> of : lost) {
            findings.notice(
                    source,
                    "what single cells of \"" + model.types().get(of.getFirst()).name() + "\" are given for \""
                            + behaviours.name(of.getLast()) + "\" has no effect: a rule sets it");
        }
    }
}
