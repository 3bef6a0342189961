package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;

/// The values of a model that a study can set, by their names: `TYPE.BEHAVIOUR` in any of its
/// spellings, `SUBSTANCE.diffusion`, `SUBSTANCE.decay`.
final class SettableValues {

    private static final String DIFFUSION = ".diffusion";
    private static final String DECAY = ".decay";

    /// One of them; places are those of the model.
    sealed interface Settable {

        /// How fast a substance spreads.
        record Diffusion(int substance) implements Settable {}

        /// How fast a substance is lost.
        record Decay(int substance) implements Settable {}

        /// What cells of a type do by themselves.
        record Does(int type, int behaviour) implements Settable {}
    }

    private final TissueModel model;
    private final Vocabulary<Behaviour> behaviours;

    SettableValues(TissueModel model) {
        this.model = model;
        behaviours = model.behaviours();
    }

    /// What a name means.
    Optional<Settable> find(String written) {
        for (int s = 0; s < model.substances().size(); s++) {
            String substance = model.substances().get(s).name();
            if (written.equals(substance + DIFFUSION)) {
                return Optional.of(new Settable.Diffusion(s));
            }
            if (written.equals(substance + DECAY)) {
                return Optional.of(new Settable.Decay(s));
            }
        }
        for (int t = 0; t < model.types().size(); t++) {
            String prefix = model.types().get(t).name() + ".";
            if (written.startsWith(prefix)) {
                int type = t;
                return behaviours.find(written.substring(prefix.length())).stream()
                        .<Settable>mapToObj(place -> new Settable.Does(type, place))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    /// The one name under which a run writes it down.
    String name(Settable value) {
        return switch (value) {
            case Settable.Diffusion(int s) -> model.substances().get(s).name() + DIFFUSION;
            case Settable.Decay(int s) -> model.substances().get(s).name() + DECAY;
            case Settable.Does(int type, int behaviour) ->
                model.types().get(type).name() + "." + behaviours.name(behaviour);
        };
    }

    /// The same for a name as written; one that means nothing stays as it is.
    String name(String written) {
        return find(written).map(this::name).orElse(written);
    }

    /// The same for several.
    Set<String> names(Set<String> written) {
        return written.stream().map(this::name).collect(Collectors.toSet());
    }

    /// All names, one for each value.
    List<String> names() {
        List<String> names = new ArrayList<>();
        model.substances().forEach(substance -> {
            names.add(substance.name() + DIFFUSION);
            names.add(substance.name() + DECAY);
        });
        for (CellType type : model.types()) {
            behaviours.names().forEach(each -> names.add(type.name() + "." + each));
        }
        return names;
    }
}
