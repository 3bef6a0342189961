package org.immunarium.tissue.physicell;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.DeathModel;
import org.immunarium.tissue.table.Range;
import org.immunarium.units.NearMiss;

/// Reads `<death>`.
final class DeathReader {

    /// What PhysiCell starts a death model of the first type from, where that type lists the model; [DeathDurations]
    /// says how long it lasts.
    private static final DeathModel GENERIC = new DeathModel(3.0 / 60, 0.05 / 60, 1.0 / 60, 0.35 / 60, 0, 2, 0, true);

    private DeathReader() {}

    /// @param first whether it is the first type of the project
    /// @param step  of the phenotype, min
    static void read(
            XmlElement death, String type, boolean first, TypeDraft draft, DeathDurations durations, double step) {
        Set<String> seen = new HashSet<>();
        for (XmlElement element : death.children("model")) {
            Optional<String> name = name(element);
            name.filter(n -> !seen.add(n)).ifPresent(n -> element.wrong(n + " is given twice"));
            switch (name.orElse("")) {
                case "apoptosis" -> {
                    draft.set(Behaviour.APOPTOSIS, rate(element));
                    draft.apoptosis = parameters(element, first ? GENERIC : draft.apoptosis, step);
                    durations(element, type, durations.apoptosis());
                }
                case "necrosis" -> {
                    draft.set(Behaviour.NECROSIS, rate(element));
                    draft.necrosis = parameters(element, first ? GENERIC : draft.necrosis, step);
                    durations(element, type, durations.necrosis());
                }
                case "autophagy" -> {
                    element.notice("PhysiCell does not know autophagy and passes over it");
                    element.passOver();
                }
                default -> element.passOver();
            }
        }
    }

    private static Optional<String> name(XmlElement model) {
        Optional<String> code = model.attribute("code");
        Optional<String> name = model.attribute("name");
        if (code.isPresent()) {
            Optional<String> coded = switch (code.get().strip()) {
                case "100" -> Optional.of("apoptosis");
                case "101" -> Optional.of("necrosis");
                case "102" -> Optional.of("autophagy");
                default -> Optional.empty();
            };
            if (coded.isEmpty()) {
                model.wrong("code=\"" + code.get() + "\" was found; 100 (apoptosis) or 101 (necrosis) is expected");
            } else if (name.isPresent() && !name.get().equalsIgnoreCase(coded.get())) {
                model.wrong("the name is \"" + name.get() + "\", but code " + code.get() + " is " + coded.get());
            }
            return coded;
        }
        String written = name.orElse("");
        for (String known : List.of("apoptosis", "necrosis")) {
            if (written.equals(known) || written.equals(Character.toUpperCase(known.charAt(0)) + known.substring(1))) {
                return Optional.of(known);
            }
        }
        model.wrong(
                written.isEmpty()
                        ? "code=\"100\" (apoptosis) or code=\"101\" (necrosis) is expected"
                        : NearMiss.unknown(written, "a death model", List.of("apoptosis", "necrosis")));
        return Optional.empty();
    }

    /// The rate of dying, which is 0 where it is not given, whatever the parent has.
    private static double rate(XmlElement model) {
        double older = model.number("rate", 0, Range.NOT_NEGATIVE, Label.RATE);
        return model.number("death_rate", older, Range.NOT_NEGATIVE, Label.RATE);
    }

    private static DeathModel parameters(XmlElement model, DeathModel otherwise, double step) {
        Optional<XmlElement> child = model.child("parameters");
        if (child.isEmpty()) {
            return otherwise;
        }
        XmlElement p = child.get();
        return new DeathModel(
                p.rate("unlysed_fluid_change_rate", otherwise.unlysedFluidRate(), step),
                p.rate("lysed_fluid_change_rate", otherwise.lysedFluidRate(), step),
                p.rate("cytoplasmic_biomass_change_rate", otherwise.cytoplasmicRate(), step),
                p.rate("nuclear_biomass_change_rate", otherwise.nuclearRate(), step),
                p.rate("calcification_rate", otherwise.calcificationRate(), step),
                p.number("relative_rupture_volume", otherwise.ruptureVolume(), Range.NOT_NEGATIVE, Label.PLAIN),
                otherwise.duration(),
                otherwise.fixed());
    }

    private static void durations(XmlElement model, String type, DeathDurations.Shared shared) {
        boolean said = PhaseTimes.read(
                model, shared.phases(), false, (phase, rate, duration, fixed) -> shared.set(phase, duration, fixed));
        if (said) {
            shared.said(model, type);
        }
    }
}
