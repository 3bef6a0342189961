package org.immunarium.study.tissue.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.DeathModel;
import org.immunarium.tissue.model.DefaultBehaviours;
import org.immunarium.tissue.model.MigrationModel;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.tissue.model.VolumeModel;
import org.immunarium.units.NearMiss;

/// Reads `cells`: each type begins as another that stands above it, or as one that pushes, sticks and
/// does nothing else.
final class CellTypesReader {

    /// What a cell type may have.
    static final List<String> KEYS =
            List.of("like", "cycle", "volume", "death", "lives", "needs", "moves", "kills", "does", "varies", "source");

    private final TissueModel model;
    private final Vocabulary<Behaviour> behaviours;
    private final List<String> substances;
    private final Map<String, Double> variables;
    private final Values values;
    private final Notes notes;
    private final DoesSection does;
    private final VariesSection varies;
    private final Map<String, Read> read = new LinkedHashMap<>();

    /// A type, and how its cells differ.
    ///
    /// @param said the key of each behaviour that it says itself, by its place
    record Read(CellType type, Map<OptionalInt, Placed<VariesSection.Varied>> varied, Map<Integer, String> said) {}

    /// @param model     has all names
    /// @param variables what each variable is at first
    CellTypesReader(TissueModel model, Map<String, Double> variables, Values values, Notes notes) {
        this.model = model;
        this.variables = variables;
        this.values = values;
        this.notes = notes;
        behaviours = model.behaviours();
        substances = model.substances().stream().map(Substance::name).toList();
        does = new DoesSection(model, values);
        varies = new VariesSection(model, does);
    }

    /// All types, in the order of the file.
    List<Read> read(Map<String, Section> sections) {
        List<String> names = List.copyOf(sections.keySet());
        sections.forEach((name, section) -> read.put(name, type(name, section, names)));
        return List.copyOf(read.values());
    }

    private Read type(String name, Section section, List<String> names) {
        CellType like = section.text("like")
                .flatMap(other -> like(name, section, other, names))
                .orElseGet(() -> plain(name));
        values.source(section, name);
        double[] own = like.behaviours().clone();
        CycleModel cycle = CycleSection.read(section, like.cycle(), values, name);
        if (cycle != like.cycle() || section.has("cycle")) {
            for (int phase = 0; phase < Behaviour.MOST_PHASES; phase++) {
                own[behaviours.place(Behaviour.exit(phase))] =
                        phase < cycle.phases().size()
                                ? cycle.phases().get(phase).rate()
                                : 0;
            }
        }
        VolumeModel volume = VolumeSection.read(section, like.volume(), values, name);
        Optional<Section> death = section.section("death", DeathSection.CAUSES);
        DeathModel apoptosis = DeathSection.read(death, "apoptosis", like.apoptosis(), values, name);
        DeathModel necrosis = DeathSection.read(death, "necrosis", like.necrosis(), values, name);
        Optional<MigrationModel> migration = MovesSection.read(section, like.migration(), model, values, name);
        Map<Integer, String> said = does.read(section, name, cycle, own);
        CellType type = new CellType(
                name,
                cycle,
                isAsymmetric(own),
                volume,
                apoptosis,
                necrosis,
                own,
                migration,
                NeedsSection.read(section, like.oxygen(), model, values, name),
                KillsSection.read(section, like.killing(), model, values, name),
                LivesSection.read(section, like.lifespan(), values, name));
        tellIdle(section, said, type);
        new VolumeRates(model.steps().phenotype()).check(section, like, type);
        return new Read(type, varies.read(section, volume, own), said);
    }

    private Optional<CellType> like(String name, Section section, Placed<String> like, List<String> names) {
        Read found = read.get(like.value());
        if (found == null) {
            section.problem(
                    like,
                    section.name("like") + ": "
                            + (names.contains(like.value())
                                    ? "\"" + like.value() + "\" must stand above"
                                    : "\"" + like.value() + "\" is no cell type of the model"
                                            + NearMiss.hint(like.value(), names)));
        }
        if (found != null) {
            values.inherit(like.value(), name);
        }
        return Optional.ofNullable(found).map(Read::type);
    }

    /// What a type is that says nothing.
    private CellType plain(String name) {
        double[] own = DefaultBehaviours.of(behaviours);
        for (int v = 0; v < model.variables().size(); v++) {
            own[behaviours.place(Behaviour.CUSTOM, v)] =
                    variables.getOrDefault(model.variables().get(v).name(), 0.0);
        }
        CellType type = new CellType(name, own);
        noteUsual(type);
        return type;
    }

    /// Where the values of a type that says nothing are from.
    private void noteUsual(CellType type) {
        CycleSection.usual(type.cycle(), values, type.name());
        for (int place = 0; place < behaviours.size(); place++) {
            String name = type.name() + "." + behaviours.name(place);
            DefaultBehaviours.source(behaviours.word(place)).ifPresent(source -> values.usual(name, source));
        }
        VolumeSection.KEYS.forEach(key -> values.usual(type.name() + ".volume." + key, DefaultBehaviours.PHYSICELL));
        for (String cause : DeathSection.CAUSES) {
            DeathSection.NUMBERS.forEach(number ->
                    values.usual(type.name() + "." + cause + "." + number.key(), DefaultBehaviours.PHYSICELL));
        }
    }

    private boolean isAsymmetric(double[] own) {
        return IntStream.range(0, model.types().size())
                .anyMatch(type -> own[behaviours.place(Behaviour.ASYMMETRIC_DIVISION, type)] > 0);
    }

    /// What is said of motion of cells that do not move, or of responses that nothing asks for.
    private void tellIdle(Section section, Map<Integer, String> said, CellType type) {
        said.forEach((place, key) -> CellTypeCheck.idle(type, behaviours.word(place))
                .ifPresent(why -> {
                    Section doing = section.section("does").orElseThrow();
                    notes.notice(doing.placed(key, key), doing.name(key) + ": has no effect: " + why);
                }));
    }
}
