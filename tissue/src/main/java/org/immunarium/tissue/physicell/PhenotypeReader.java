package org.immunarium.tissue.physicell;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.VolumeModel;
import org.immunarium.tissue.table.Range;

/// Reads the parts of `<phenotype>` that are numbers: volume, mechanics, secretion, interactions, transformations,
/// integrity.
final class PhenotypeReader {

    private final TypeDraft draft;
    private final Names names;
    private final String type;
    private final double step;

    /// @param step of the phenotype, min
    PhenotypeReader(String type, TypeDraft draft, Names names, double step) {
        this.type = type;
        this.step = step;
        this.draft = draft;
        this.names = names;
    }

    void volume(XmlElement volume) {
        VolumeModel v = draft.volume;
        double total = volume.number("total", v.total(), Range.POSITIVE, Label.VOLUME);
        double nuclear = volume.number("nuclear", v.nuclear(), Range.POSITIVE, Label.VOLUME);
        boolean smaller = nuclear < total;
        if (!smaller) {
            volume.wrong("the nucleus has " + nuclear + " and the cell " + total + " µm³; the nucleus must be smaller");
        }
        draft.volume = new VolumeModel(
                smaller ? total : v.total(),
                smaller ? nuclear : v.nuclear(),
                volume.number("fluid_fraction", v.fluidFraction(), Range.FRACTION, Label.PLAIN),
                volume.rate("fluid_change_rate", v.fluidRate(), step),
                volume.rate("cytoplasmic_biomass_change_rate", v.cytoplasmicRate(), step),
                volume.rate("nuclear_biomass_change_rate", v.nuclearRate(), step),
                volume.number("calcified_fraction", v.calcifiedFraction(), Range.FRACTION, Label.PLAIN),
                volume.rate("calcification_rate", v.calcificationRate(), step),
                volume.number("relative_rupture_volume", v.ruptureVolume(), Range.NOT_NEGATIVE, Label.PLAIN));
    }

    private static double rate(XmlElement in, String name, double otherwise) {
        return in.number(name, otherwise, Range.NOT_NEGATIVE, Label.RATE);
    }

    void mechanics(XmlElement mechanics) {
        take(mechanics, "cell_cell_adhesion_strength", Behaviour.ADHESION, Label.SPEED);
        take(mechanics, "cell_BM_adhesion_strength", Behaviour.MEMBRANE_ADHESION, Label.SPEED);
        take(mechanics, "cell_cell_repulsion_strength", Behaviour.REPULSION, Label.SPEED);
        take(mechanics, "cell_BM_repulsion_strength", Behaviour.MEMBRANE_REPULSION, Label.SPEED);
        take(mechanics, "relative_maximum_adhesion_distance", Behaviour.ADHESION_DISTANCE, Label.PLAIN);
        byType(mechanics, "cell_adhesion_affinities", "cell_adhesion_affinity", Behaviour.AFFINITY);
        mechanics.child("options").ifPresent(options -> {
            distance(options, "set_relative_equilibrium_distance", Label.PLAIN, 1);
            double radius = ElementaryFunctions.root(3, draft.volume.total() / (4 * Math.PI / 3));
            distance(options, "set_absolute_equilibrium_distance", Label.LENGTH, radius);
        });
        take(mechanics, "attachment_elastic_constant", Behaviour.ELASTICITY, Label.RATE);
        take(mechanics, "attachment_rate", Behaviour.ATTACHMENT, Label.RATE);
        take(mechanics, "detachment_rate", Behaviour.DETACHMENT, Label.RATE);
        take(mechanics, "maximum_number_of_attachments", Behaviour.MOST_ATTACHMENTS, Label.PLAIN);
    }

    /// Chooses the adhesion with which two cells of the type rest at a distance.
    ///
    /// @param unit how many µm, or radii, the radius of a cell is
    private void distance(XmlElement options, String name, Label label, double unit) {
        Optional<XmlElement> option = options.child(name);
        if (option.isEmpty()) {
            return;
        }
        boolean enabled = option.get().flag("enabled", false);
        double value = option.get().text().isEmpty() && !enabled
                ? Double.NaN
                : option.get()
                        .number(enabled ? Range.POSITIVE : Range.ANY, label)
                        .orElse(Double.NaN);
        if (!enabled || Double.isNaN(value)) {
            return;
        }
        // Beyond two radii cells do not touch.
        double distance = Math.min(value / unit, 2);
        double reach = draft.get(Behaviour.ADHESION_DISTANCE);
        double ratio = (1 - distance / 2) / (1 - distance / (2 * reach));
        if (!(distance < 2 * reach)) {
            option.get().wrong("cells cannot rest there: adhesion reaches only " + 2 * reach + " radii");
            return;
        }
        draft.set(Behaviour.ADHESION, draft.get(Behaviour.REPULSION) * (ratio * ratio));
    }

    void secretion(XmlElement secretion) {
        Set<String> seen = new HashSet<>();
        for (XmlElement substrate : secretion.children("substrate")) {
            String name = substrate.requiredAttribute("name").orElse("");
            if (!name.isEmpty() && !seen.add(name)) {
                substrate.wrong("\"" + name + "\" is given twice");
            }
            int subject = name.isEmpty() ? -1 : substrate.named(name, "a substance", names.substances());
            take(substrate, "secretion_rate", Behaviour.SECRETION, subject, Label.RATE);
            take(substrate, "secretion_target", Behaviour.SECRETION_TARGET, subject, Label.FREE);
            take(substrate, "uptake_rate", Behaviour.UPTAKE, subject, Label.RATE);
            take(substrate, "net_export_rate", Behaviour.EXPORT, subject, Label.FREE);
        }
    }

    void interactions(XmlElement interactions) {
        double dead = rate(interactions, "dead_phagocytosis_rate", 0);
        draft.set(Behaviour.PHAGOCYTOSE_APOPTOTIC, dead);
        draft.set(Behaviour.PHAGOCYTOSE_NECROTIC, dead);
        draft.set(Behaviour.PHAGOCYTOSE_OTHER_DEAD, dead);
        take(interactions, "apoptotic_phagocytosis_rate", Behaviour.PHAGOCYTOSE_APOPTOTIC, Label.RATE);
        take(interactions, "necrotic_phagocytosis_rate", Behaviour.PHAGOCYTOSE_NECROTIC, Label.RATE);
        take(interactions, "other_dead_phagocytosis_rate", Behaviour.PHAGOCYTOSE_OTHER_DEAD, Label.RATE);
        byType(interactions, "live_phagocytosis_rates", "phagocytosis_rate", Behaviour.PHAGOCYTOSE);
        byType(interactions, "attack_rates", "attack_rate", Behaviour.ATTACK);
        byType(interactions, "fusion_rates", "fusion_rate", Behaviour.FUSE);
        draft.set(Behaviour.ATTACK_DAMAGE, 0);
        draft.set(Behaviour.ATTACK_DURATION, 0);
        take(interactions, "attack_damage_rate", Behaviour.ATTACK_DAMAGE, Label.RATE);
        take(interactions, "attack_duration", Behaviour.ATTACK_DURATION, Label.TIME);
        interactions.child("damage_rate").ifPresent(this::olderDamage);
        for (String missing : List.of("attack_damage_rate", "attack_duration")) {
            if (interactions.child(missing).isEmpty()) {
                interactions.notice("there is no <" + missing + ">, which makes it 0 for \"" + type + "\"");
            }
        }
    }

    /// Projects before PhysiCell 1.14 say the damage of attacks where it is read no longer.
    private void olderDamage(XmlElement element) {
        String message = "since PhysiCell 1.14 it has no effect here: the damage that an attack does is"
                + " <attack_damage_rate>, damage by itself is in <cell_integrity>";
        boolean attacks = false;
        for (int other = 0; other < names.types().size(); other++) {
            attacks |= draft.get(Behaviour.ATTACK, other) > 0;
        }
        if (attacks) {
            element.wrong(message);
        } else {
            element.notice(message);
        }
    }

    void transformations(XmlElement transformations) {
        transformations.child("transformation_rates").ifPresent(rates -> {
            int self = names.types().indexOf(type);
            double before = self < 0 ? 0 : draft.get(Behaviour.TRANSFORM, self);
            TypeRates.read(rates.children("transformation_rate"), Behaviour.TRANSFORM, draft, names);
            if (self >= 0 && draft.get(Behaviour.TRANSFORM, self) > 1e-16) {
                rates.notice("a rate of transformation of \"" + type + "\" into itself has no effect");
                draft.set(Behaviour.TRANSFORM, self, before);
            }
        });
    }

    void integrity(XmlElement integrity) {
        take(integrity, "damage_rate", Behaviour.DAMAGE, Label.RATE);
        take(integrity, "damage_repair_rate", Behaviour.DAMAGE_REPAIR, Label.RATE);
    }

    private void byType(XmlElement in, String list, String item, Behaviour behaviour) {
        in.child(list).ifPresent(rates -> TypeRates.read(rates.children(item), behaviour, draft, names));
    }

    private void take(XmlElement in, String name, Behaviour behaviour, Label label) {
        take(in, name, behaviour, 0, label);
    }

    /// @param subject -1 where it is not known: the number is judged all the same
    private void take(XmlElement in, String name, Behaviour behaviour, int subject, Label label) {
        in.child(name)
                .ifPresent(element -> element.number(Range.of(behaviour), label).ifPresent(value -> {
                    if (subject >= 0) {
                        draft.set(behaviour, subject, value);
                    }
                }));
    }
}
