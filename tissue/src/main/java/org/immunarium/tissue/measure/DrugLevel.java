package org.immunarium.tissue.measure;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.behaviour.Agents;
import org.immunarium.tissue.behaviour.Chemotherapy;
import org.immunarium.tissue.model.Action;
import org.immunarium.tissue.model.Agent;
import org.immunarium.tissue.model.Drug;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Treatment;

/// How much of a drug there is, and what it does.
///
/// @param inBlood  its concentration in plasma of what is not bound there, in its unit
/// @param inTissue its concentration around the cells, in its unit
/// @param effects  on what it acts on, in the order of the model
public record DrugLevel(Drug drug, double inBlood, double inTissue, List<Effect> effects) {

    /// What a drug does to one of its targets.
    ///
    /// @param target such as `PD-1`, an antigen, `CD3`, or `dividing cells`
    /// @param share  of the target that is covered, or of the most that the drug can do; from 0 to 1
    public record Effect(String target, double share) {}

    /// All drugs of a tissue's model at its time.
    public static List<DrugLevel> of(Tissue tissue) {
        List<DrugLevel> levels = new ArrayList<>();
        tissue.model().immunity().ifPresent(immunity -> {
            for (int d = 0; d < immunity.drugs().size(); d++) {
                Treatment.Course course = tissue.treatment().courses().get(d);
                double inBlood = course.inBlood().applyAsDouble(tissue.time());
                double inTissue = course.inTissue(inBlood);
                levels.add(new DrugLevel(
                        immunity.drugs().get(d), inBlood, inTissue, effects(immunity, d, inBlood, inTissue)));
            }
        });
        return levels;
    }

    private static List<Effect> effects(Immunity immunity, int drug, double inBlood, double inTissue) {
        List<Effect> effects = new ArrayList<>();
        for (Action action : immunity.actions()) {
            if (!action.agent().equals(new Agent.FromBlood(drug))) {
                continue;
            }
            switch (action) {
                case Action.Blocks blocks -> {
                    double there = blocks.receptor().isInLymphNode() ? inBlood : inTissue;
                    effects.add(new Effect(blocks.receptor().written(), Agents.bound(there, blocks.dissociation())));
                }
                case Action.Opsonises marks ->
                    effects.add(new Effect(
                            immunity.antigens().get(marks.antigen()), Agents.bound(inTissue, marks.dissociation())));
                case Action.Bridges bridges -> {
                    effects.add(new Effect(
                            immunity.antigens().get(bridges.antigen()), Agents.bound(inTissue, bridges.toAntigen())));
                    effects.add(new Effect("CD3", Agents.bound(inTissue, bridges.toCd3())));
                }
                case Action.KillsDividing kills ->
                    effects.add(new Effect("dividing cells", Chemotherapy.effect(kills, inTissue)));
            }
        }
        return effects;
    }
}
