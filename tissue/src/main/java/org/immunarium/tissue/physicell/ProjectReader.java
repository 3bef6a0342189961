package org.immunarium.tissue.physicell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Guidance;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.Signal;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variation;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.units.InvalidInputException;

/// Puts a project together from its parts.
final class ProjectReader {

    private final Path settings;
    private final Findings findings = new Findings();
    private final ProjectFiles files;

    /// @param settings the settings file
    ProjectReader(Path settings) {
        this.settings = settings;
        this.files = new ProjectFiles(settings, findings);
    }

    /// @throws InvalidInputException with all problems found
    PhysiCellProject read() {
        String source = settings.toString();
        findings.reads(source);
        XmlElement root = XmlTree.read(settings, source, findings);
        if (!root.name.equals("PhysiCell_settings")) {
            root.wrong("settings of PhysiCell begin with <PhysiCell_settings>");
            findings.throwIfWrong();
        }
        root.ignoreAttributes("version");

        GeneralSettings general = GeneralSettings.read(root);
        boolean flat = general.domain().flat();
        XmlElement setup = root.required("microenvironment_setup").orElse(nothing(root));
        SubstanceReader substanceReader = new SubstanceReader(setup, flat);
        SubstanceReader.Options options = substanceReader.options();
        List<Substance> substances = substanceReader.substances();
        TypeReader typeReader = new TypeReader(root.required("cell_definitions").orElse(nothing(root)));
        Names names = new Names(
                substances.stream().map(Substance::name).toList(),
                typeReader.typeNames(),
                typeReader.variables().stream().map(variable -> variable.name()).toList());
        List<CellType> types = typeReader.types(names, flat, general.steps(), general.keepsAll());
        TissueModel model = new TissueModel(
                title(),
                general.domain(),
                general.steps(),
                substances,
                types,
                typeReader.variables(),
                List.of(),
                general.springs(),
                options.internalises());
        model = model.withRules(new RulesetReader(files, findings).read(root, model));
        if (!options.gradients()) {
            judgeGradients(setup, model);
        }
        List<Placement> placements = new ArrayList<>(scattered(root, names));
        placements.addAll(cells(root, names, general));
        List<double[]> fields = options.initial()
                .flatMap(files::text)
                .map(text -> FieldsFile.read(text, names.substances(), general.domain(), findings))
                .orElse(List.of());
        if (Files.isDirectory(files.folder().resolve("custom_modules"))) {
            findings.notice(
                    source, "the project has a folder custom_modules: what its own code does is not known here");
        }
        tellOverruled(model, placements, typeReader.variations());
        tellMisread(model);
        root.tellUnknown();
        findings.throwIfWrong();
        return new PhysiCellProject(
                model,
                List.copyOf(placements),
                List.copyOf(typeReader.variations()),
                List.copyOf(fields),
                general.duration(),
                general.saveInterval(),
                general.seed(),
                files.read(),
                findings.notices());
    }

    private String title() {
        Path name = files.folder().getFileName();
        return name == null ? "PhysiCell project" : name.toString();
    }

    /// Stands for a section that is missing.
    private static XmlElement nothing(XmlElement root) {
        return new XmlElement(root.name, root.line, "", new Findings());
    }

    /// PhysiCell would take the gradients of the start for ever; here they are always up to date.
    private static void judgeGradients(XmlElement setup, TissueModel model) {
        String found = "calculate_gradients is not true, but ";
        model.types().stream()
                .filter(type -> type.motile() && !(type.guidance() instanceof Guidance.None))
                .findFirst()
                .ifPresent(type -> setup.unsupported(found + "\"" + type.name() + "\" follows gradients"));
        if (model.rules().stream().anyMatch(rule -> model.signals().word(rule.signal()) == Signal.GRADIENT)) {
            setup.unsupported(found + "rules look at gradients");
        }
    }

    /// Values of single cells are lost at once where a rule sets the behaviour.
    private void tellOverruled(TissueModel model, List<Placement> placements, List<Variation> variations) {
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
                    settings.toString(),
                    "what single cells of \"" + model.types().get(of.getFirst()).name() + "\" are given for \""
                            + behaviours.name(of.getLast()) + "\" has no effect: a rule sets it");
        }
    }

    /// Where a signal works both ways on a behaviour, PhysiCell mistakes what later rows say of the behaviour.
    private void tellMisread(TissueModel model) {
        Map<List<Integer>, Rule.Response> responses = new HashMap<>();
        Set<List<Integer>> bothWays = new HashSet<>();
        for (Rule rule : model.rules()) {
            List<Integer> ruled = List.of(rule.type(), rule.behaviour());
            if (bothWays.contains(ruled)) {
                findings.notice(
                        settings.toString(),
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

    /// As many cells of each type as a parameter says, anywhere: what programs made from the template do first.
    private static List<Placement> scattered(XmlElement root, Names names) {
        Optional<XmlElement> section = root.child("user_parameters");
        if (section.isEmpty()) {
            return List.of();
        }
        List<Placement> placements = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (XmlElement parameter : section.get().anyChildren()) {
            String type = parameter.attribute("type").orElse("double");
            switch (parameter.name) {
                case "number_of_cells" -> {
                    if (!seen.add(parameter.name)) {
                        parameter.wrong("it is given twice");
                    }
                    if (!type.equals("int")) {
                        parameter.wrong("type=\"int\" is expected");
                    }
                    int count = (int) parameter.number(Range.COUNT, Label.FREE).orElse(0);
                    for (int of = 0; of < names.types().size() && count > 0; of++) {
                        placements.add(new Placement.Scattered(of, count));
                    }
                }
                case "random_seed" -> {}
                default -> parameter.notice("it means something to a project's own code only");
            }
        }
        return placements;
    }

    private List<Placement.Cell> cells(XmlElement root, Names names, GeneralSettings general) {
        Optional<XmlElement> positions =
                root.child("initial_conditions").flatMap(section -> section.child("cell_positions"));
        if (positions.isEmpty()) {
            return List.of();
        }
        XmlElement at = positions.get();
        String type = at.attribute("type").orElse("");
        if (!at.flag("enabled", false)) {
            at.passOver();
            return List.of();
        }
        if (!type.equalsIgnoreCase("csv")) {
            at.wrong("type=\"" + type + "\" was found; csv is expected");
        }
        return files.text(at)
                .map(text -> CellsFile.read(text, names, general.domain(), findings))
                .orElse(List.of());
    }
}
