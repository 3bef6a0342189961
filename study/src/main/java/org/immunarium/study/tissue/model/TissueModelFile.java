package org.immunarium.study.tissue.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.Signal;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variable;
import org.immunarium.tissue.model.Variation;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.units.Unit;

/// Reads the file of a tissue's model; `docs/tissue-models.md` describes its keys.
public final class TissueModelFile {

    /// The version of the file format that this reads.
    public static final int FORMAT = 1;

    /// What it may have at its top level.
    static final List<String> KEYS = List.of(
            "format",
            "tissue",
            "about",
            "sources",
            "domain",
            "steps",
            "options",
            "substances",
            "variables",
            "immunity",
            "cells",
            "rules",
            "start");

    static final List<String> OPTION_KEYS = List.of("springs", "internalized");
    static final List<String> VARIABLE_KEYS = List.of("unit", "start", "shared at division");

    private static final Pattern MODEL = Pattern.compile("(?m)^tissue\\s*:");
    private static final Pattern STUDY = Pattern.compile("(?m)^study\\s*:");

    private final Section file;
    private final FilesBeside files;
    private final Notes notes;
    private final Values values = new Values();

    private TissueModelFile(Section file, FilesBeside files, Notes notes) {
        this.file = file;
        this.files = files;
        this.notes = notes;
    }

    /// Whether text is a model of a tissue rather than a study.
    public static boolean isModel(String text) {
        return MODEL.matcher(text).find() && !STUDY.matcher(text).find();
    }

    /// Reads a model, as much of it as there is.
    ///
    /// @param source how it is called in problems
    /// @param files  beside it
    /// @param domain in place of its own, where given
    /// @param start  in place of its own, where given
    /// @param notes  gets everything that is wrong, and what should be known
    /// @throws org.immunarium.units.InvalidInputException if it is not YAML
    public static WrittenTissue read(
            String source,
            String text,
            FilesBeside files,
            Optional<StatedDomain> domain,
            Optional<StatedStart> start,
            Notes notes) {
        return new TissueModelFile(Section.parse(source, text, notes.problems()), files, notes).read(domain, start);
    }

    private WrittenTissue read(Optional<StatedDomain> otherDomain, Optional<StatedStart> otherStart) {
        file.expectOnly(KEYS);
        file.requiredText("format", Integer.toString(FORMAT))
                .filter(format -> !format.value().equals(Integer.toString(FORMAT)))
                .ifPresent(format -> file.problem(
                        format, "format: " + format.value() + " is not known; this version reads " + FORMAT));
        String title =
                file.requiredText("tissue", "Hidden tumour").map(Placed::value).orElse("tissue");
        Domain domain = domain(otherDomain);
        ImmunityReader immunity = new ImmunityReader(file, values, notes);
        TissueModel named = named(title, domain, immunity.names());
        Map<String, Section> cells = file.sections("cells", CellTypesReader.KEYS);
        if (cells.isEmpty()) {
            file.problem("cells", "cells: at least one cell type was expected, as in tumor: {cycle: live}");
        }
        Map<String, Double> starts = new LinkedHashMap<>();
        named = withVariables(named, starts).withTypes(placeholders(cells.keySet()));
        new NameCheck(file, named).check();
        List<CellTypesReader.Read> types = new CellTypesReader(named, starts, values, notes).read(cells);
        TissueModel model =
                named.withTypes(types.stream().map(CellTypesReader.Read::type).toList());
        model = immunity.whole(model);
        model = withAsymmetric(new RulesReader(files, values, notes).read(file, model));
        refuseClashes(model, cells);
        tellUncounted(model);
        List<Variation> variations = variations(types, model);
        Optional<List<StatedPlacement>> own = StatedPlacement.read(file);
        Beginning beginning = otherStart.isPresent()
                ? new Placing(model, otherStart.get().files(), notes)
                        .beginning(otherStart.get().placements(), variations)
                : new Placing(model, files, notes).beginning(own.orElse(List.of()), variations);
        tellPointless(model, types, cells, beginning.ownBehaviours());
        return new WrittenTissue(
                model,
                beginning,
                immunity.giving(model),
                file.text("about").map(Placed::value).orElse(""),
                file.lines("sources").stream().map(Placed::value).toList(),
                values.sources(),
                values.said());
    }

    /// The domain; one that reaches everywhere where something is wrong with it.
    private Domain domain(Optional<StatedDomain> other) {
        int before = notes.problems().size();
        Optional<StatedDomain> own = StatedDomain.read(file);
        if (own.isEmpty() && !file.has("domain")) {
            file.missing("domain", "{size: 1000 x 1000 µm}");
        }
        own.filter(each -> each.size().isEmpty() && notes.problems().size() == before)
                .ifPresent(each ->
                        notes.wrong(each.at(), "domain.size: is missing; expected, for example, 1000 x 1000 µm"));
        Domain domain = own.orElse(StatedDomain.NOTHING).over(Optional.empty(), notes);
        Domain whole = other.map(each -> each.over(Optional.of(domain), notes)).orElse(domain);
        return notes.problems().size() > before ? StatedDomain.anywhere(whole.flat()) : whole;
    }

    private TissueModel named(String title, Domain domain, Optional<Immunity> immunity) {
        Optional<Section> options = file.section("options", OPTION_KEYS);
        TimeSteps steps = StepsSection.read(file, values);
        List<Substance> substances = new SubstancesReader(values, domain.flat(), steps).read(file);
        return new TissueModel(
                title,
                domain,
                steps,
                substances,
                List.of(),
                List.of(),
                List.of(),
                options.flatMap(each -> each.flag("springs")).orElse(true),
                options.flatMap(each -> each.flag("internalized")).orElse(false),
                immunity);
    }

    private TissueModel withVariables(TissueModel model, Map<String, Double> starts) {
        List<Variable> variables = new ArrayList<>();
        file.sections("variables", VARIABLE_KEYS).forEach((name, section) -> {
            Optional<Unit> unit = SubstancesReader.unit(section);
            variables.add(new Variable(
                    name,
                    SubstancesReader.label(section, unit),
                    section.flag("shared at division").orElse(false)));
            unit.ifPresent(its ->
                    values.read(section, "start", its, Bounds.ANY, name).ifPresent(value -> starts.put(name, value)));
        });
        return model.withVariables(variables);
    }

    /// Types of which only the names count.
    private static List<CellType> placeholders(Set<String> names) {
        return names.stream().map(name -> new CellType(name, new double[0])).toList();
    }

    /// Rules may let daughters be of another type where a type by itself does not.
    private static TissueModel withAsymmetric(TissueModel model) {
        Vocabulary<Behaviour> behaviours = model.behaviours();
        List<CellType> types = new ArrayList<>(model.types());
        for (Rule rule : model.rules()) {
            if (behaviours.word(rule.behaviour()) == Behaviour.ASYMMETRIC_DIVISION) {
                types.set(rule.type(), types.get(rule.type()).withAsymmetricDivision());
            }
        }
        return model.withTypes(types);
    }

    private void refuseClashes(TissueModel model, Map<String, Section> cells) {
        for (CellTypeCheck.Clash clash : new CellTypeCheck(model).clashes()) {
            Section section = Objects.requireNonNull(
                    cells.get(model.types().get(clash.type()).name()));
            section.problem(clash.key(), section.name(clash.key()) + ": " + clash.message());
        }
    }

    private void tellPointless(
            TissueModel model, List<CellTypesReader.Read> types, Map<String, Section> cells, BitSet own) {
        CellTypeCheck check = new CellTypeCheck(model);
        for (int type = 0; type < types.size(); type++) {
            int number = type;
            Section section =
                    Objects.requireNonNull(cells.get(model.types().get(type).name()));
            types.get(type)
                    .said()
                    .forEach((place, key) -> check.pointless(number, place, own).ifPresent(why -> {
                        Section does = section.section("does").orElseThrow();
                        notes.notice(does.placed(key, key), does.name(key) + ": has no effect: " + why);
                    }));
        }
    }

    private void tellUncounted(TissueModel model) {
        Vocabulary<Signal> signals = model.signals();
        boolean asked = model.rules().stream().anyMatch(rule -> signals.word(rule.signal()) == Signal.INTERNALIZED);
        if (asked && !model.internalises()) {
            notes.notice(
                    file.placed("rules", ""),
                    "rules: what cells have taken up is always 0 unless it is counted, as with options: {internalized:"
                            + " yes}");
        }
    }

    private List<Variation> variations(List<CellTypesReader.Read> types, TissueModel model) {
        List<Variation> variations = new ArrayList<>();
        for (int type = 0; type < types.size(); type++) {
            for (Map.Entry<OptionalInt, Placed<VariesSection.Varied>> each :
                    types.get(type).varied().entrySet()) {
                VariesSection.Varied varied = each.getValue().value();
                variations.add(new Variation(type, each.getKey(), varied.values(), varied.anew()));
                tellOverruled(model, type, each.getKey(), each.getValue());
            }
        }
        return variations;
    }

    /// What single cells are given is lost at once where a rule sets the behaviour.
    private void tellOverruled(TissueModel model, int type, OptionalInt behaviour, Placed<?> at) {
        boolean ruled = behaviour.isPresent()
                && model.rules().stream()
                        .anyMatch(rule -> rule.type() == type && rule.behaviour() == behaviour.getAsInt());
        if (ruled) {
            notes.notice(
                    at,
                    "cells." + model.types().get(type).name() + ".varies."
                            + model.behaviours().name(behaviour.getAsInt()) + ": has no effect: a rule sets it");
        }
    }
}
