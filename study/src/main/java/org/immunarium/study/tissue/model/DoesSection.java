package org.immunarium.study.tissue.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.tissue.rule.RuleWords;

/// `does` of a cell type: behaviours of the vocabulary by their names, with their values.
final class DoesSection {

    private final TissueModel model;
    private final Vocabulary<Behaviour> behaviours;
    private final RuleWords words;
    private final Values values;

    /// @param model has the names that words are about
    DoesSection(TissueModel model, Values values) {
        this.model = model;
        this.values = values;
        behaviours = model.behaviours();
        words = new RuleWords(model);
    }

    /// Sets what the section says.
    ///
    /// @param into the type's behaviours
    /// @return the key of each that it says, by place in the vocabulary
    Map<Integer, String> read(Section type, String name, CycleModel cycle, double[] into) {
        Map<Integer, String> said = new HashMap<>();
        Optional<Section> does = type.section("does");
        if (does.isEmpty()) {
            return said;
        }
        Section section = does.get();
        for (String key : section.keys()) {
            OptionalInt found = place(section, key);
            if (found.isEmpty()) {
                continue;
            }
            int place = found.getAsInt();
            String before = said.putIfAbsent(place, key);
            if (before != null) {
                section.problem(key, section.name(key) + ": is the same behaviour as \"" + before + "\"");
                continue;
            }
            CellTypeCheck.lacking(cycle, behaviours.word(place))
                    .ifPresent(why -> section.problem(key, section.name(key) + ": " + why));
            values.read(
                            section,
                            key,
                            BehaviourUnit.of(model, behaviours, place),
                            Bounds.of(behaviours.word(place)),
                            name + "." + behaviours.name(place))
                    .ifPresent(value -> into[place] = value);
        }
        return said;
    }

    /// The place of the behaviour that a key names; what is wrong with it is noted.
    OptionalInt place(Section section, String key) {
        OptionalInt place = behaviours.find(key);
        Optional<String> ambiguous = RuleWords.ambiguous(behaviours, key);
        if (ambiguous.isPresent() || place.isEmpty()) {
            section.problem(key, section.words() + ": " + ambiguous.orElseGet(() -> unknown(key)));
            return OptionalInt.empty();
        }
        return place;
    }

    private String unknown(String key) {
        boolean immune = model.immunity().isEmpty()
                && model.withImmunity(Immunity.BARE).behaviours().find(key).isPresent();
        return immune
                ? "\"" + key + "\" is a word of immunity, of which the model has none; immunity: {} was expected, or"
                        + " what it consists of"
                : words.unknownBehaviour(key);
    }
}
