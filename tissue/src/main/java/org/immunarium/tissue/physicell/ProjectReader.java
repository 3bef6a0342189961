package org.immunarium.tissue.physicell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.table.CellTable;
import org.immunarium.tissue.table.FieldTable;
import org.immunarium.tissue.table.Range;
import org.immunarium.units.InvalidInputException;

/// Puts a project together from its parts.
final class ProjectReader {

    private final Path settings;
    private final Findings findings = new Findings();
    private final ProjectFiles files;

    /// @param settings the settings file
    /// @param copies   files to read in place of those that it names, by the name there
    ProjectReader(Path settings, Function<String, Optional<Path>> copies) {
        this.settings = settings;
        this.files = new ProjectFiles(settings, copies, findings);
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
        TissueModel unruled = new TissueModel(
                title(),
                general.domain(),
                general.steps(),
                substances,
                types,
                typeReader.variables(),
                List.of(),
                general.springs(),
                options.internalises(),
                Optional.empty());
        TissueModel model = unruled.withRules(new RulesetReader(files, findings).read(root, unruled));
        ModelCheck check = new ModelCheck(model, source, findings);
        if (!options.gradients()) {
            check.judgeGradients(setup);
        }
        check.tellMisread();
        check.tellUncounted();
        check.tellIdle();
        List<Placement> placements = new ArrayList<>(scattered(root, names));
        placements.addAll(cells(root, model));
        List<double[]> fields = options.initial()
                .flatMap(files::text)
                .map(text -> FieldTable.read(text.source(), text.text(), model, findings.problems()))
                .orElse(List.of());
        if (Files.isDirectory(files.folder().resolve("custom_modules"))) {
            findings.notice(
                    source, "the project has a folder custom_modules: what its own code does is not known here");
        }
        check.tellOverruled(placements, typeReader.variations());
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

    /// As many cells of each type as a parameter says, anywhere: what programs made from the template do first.
    private static List<Placement> scattered(XmlElement root, Names names) {
        Optional<XmlElement> section = root.child("user_parameters");
        if (section.isEmpty()) {
            return List.of();
        }
        List<Placement> placements = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> others = new ArrayList<>();
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
                default -> others.add(parameter.name);
            }
        }
        if (!others.isEmpty()) {
            section.get()
                    .notice("these mean something to a project's own code only, if it has any: "
                            + String.join(", ", others));
        }
        return placements;
    }

    private List<Placement.Cell> cells(XmlElement root, TissueModel model) {
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
                .map(text -> CellTable.read(text.source(), text.text(), model, findings.problems(), findings.toKnow()))
                .orElse(List.of());
    }
}
