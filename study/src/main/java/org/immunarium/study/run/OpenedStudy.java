package org.immunarium.study.run;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.immunarium.patient.shipped.ShippedModels;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.Study;
import org.immunarium.study.file.FileStart;
import org.immunarium.study.file.Section;
import org.immunarium.study.fit.FitStudy;
import org.immunarium.study.sensitivity.SensitivityStudy;
import org.immunarium.study.sweep.SweepStudy;
import org.immunarium.study.tissue.model.ShippedTissueModel;
import org.immunarium.study.tissue.model.TissueModelFile;
import org.immunarium.tissue.physicell.PhysiCellProject;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A study with what it was read from.
///
/// @param study what is asked
/// @param files finds what the study names
/// @param text  the study file, byte for byte; for a model alone, the study that it amounts to
public record OpenedStudy(Study study, InputFiles files, String text) {

    private static final Pattern PHYSICELL = Pattern.compile("<PhysiCell_settings[\\s>]");

    /// A name that says XML even of an empty file.
    private static final Pattern XML = Pattern.compile(".*\\.(xml|sbml)", Pattern.CASE_INSENSITIVE);

    /// Kinds of study that can be given more than they say.
    private static final Set<String> TAKING_MORE = Set.of("patient", "tissue");

    /// Opens what the command line names: a study file, a tissue's model, a project of PhysiCell, an SBML file,
    /// a run, whose study is opened with the copies that it kept, or a shipped study or model.
    ///
    /// A file counts before what comes along, but not a folder without a project in it, such as a
    /// run's: `./NAME` names that.
    ///
    /// @throws InvalidInputException if it is none of these, with everything wrong in it
    public static OpenedStudy open(String argument) {
        return open(Path.of(""), argument);
    }

    /// As [#open(String)], in another working directory.
    static OpenedStudy open(Path directory, String argument) {
        Optional<RunFolder> run = run(argument);
        if (run.isPresent()) {
            InputFiles.checkUnchanged(run.get(), Manifest.read(run.get()));
            return of(run.get());
        }
        Optional<Path> file = file(directory, argument);
        if (file.isPresent() && !(isShipped(argument) && PhysiCellProject.isMereFolder(file.get()))) {
            if (Files.isDirectory(file.get())) {
                PhysiCellProject.settings(file.get());
                return ofModel("tissue", argument, InputFiles.in(directory));
            }
            FileStart start = FileStart.read(argument, file.get());
            if (PHYSICELL.matcher(start.text()).find()) {
                return ofModel("tissue", argument, InputFiles.in(directory));
            }
            if (start.isXml() || XML.matcher(argument).matches()) {
                return ofModel("patient", argument, InputFiles.in(directory));
            }
            return TissueModelFile.isModel(Section.text(argument, file.get()))
                    ? ofModel("tissue", argument, InputFiles.in(directory))
                    : ofFile(argument, file.get());
        }
        Optional<ShippedStudy> shipped = ShippedStudy.find(argument);
        if (shipped.isPresent()) {
            String text = shipped.get().text();
            return new OpenedStudy(StudyReader.parse(shipped.get().name(), text), InputFiles.none(), text);
        }
        if (ShippedModels.find(argument).isPresent()) {
            return ofModel("patient", argument, InputFiles.none());
        }
        if (ShippedTissueModel.find(argument).isPresent()) {
            return ofModel("tissue", argument, InputFiles.none());
        }
        String hint = ShippedNames.hint(argument, Set.of());
        throw new InvalidInputException(Problem.of(
                argument,
                "there is no such file, and no shipped study or model of this name"
                        + (hint.isEmpty() ? "; `immunarium list` shows them" : hint)));
    }

    /// The run whose folder the command line names, whose study is to be carried out once more.
    static Optional<RunFolder> run(String argument) {
        if (isShipped(argument)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(argument))
                    .filter(folder -> Files.isRegularFile(folder.resolve(Manifest.FILE)))
                    .map(RunFolder::new);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    /// The same, but it reads nothing besides some folders and files, see [InputFiles#within].
    public OpenedStudy within(List<Path> bounds) {
        return new OpenedStudy(study, files.within(bounds), text);
    }

    /// Opens the study of a run, from the copies that the run kept.
    public static OpenedStudy of(RunFolder run) {
        Path file = run.file(InputFiles.STUDY);
        OpenedStudy opened = ofFile(file.toString(), file);
        return new OpenedStudy(opened.study(), InputFiles.of(run), opened.text());
    }

    /// The same with what the command line says instead; what is wrong with that is told by
    /// [Study#prepare].
    public OpenedStudy with(Overrides overrides) {
        Study own = study.with(overrides);
        Study overridden = overrides
                .sweep()
                .map(plan -> around(own, study -> new SweepStudy(study, plan)))
                .or(() -> overrides.sensitivity().map(plan -> around(own, study -> new SensitivityStudy(study, plan))))
                .or(() -> overrides.fit().map(plan -> around(own, study -> new FitStudy(study, plan))))
                .orElse(own);
        List<Problem> problems = new ArrayList<>(overrides.problems());
        if (!overrides.given().isEmpty() && !TAKING_MORE.contains(study.kind())) {
            problems.add(Problem.of(
                    Overrides.GIVE_OPTION,
                    "a study of kind " + study.kind() + " says what each arm is given; a tissue or a patient was"
                            + " expected"));
        }
        return new OpenedStudy(
                problems.isEmpty() ? overridden : new FlawedStudy(overridden, List.copyOf(problems)), files, text);
    }

    /// What is wrong with a file is told together with what is wrong with what is varied.
    private static Study around(Study study, UnaryOperator<Study> many) {
        return switch (study) {
            case FlawedStudy(Study readable, List<Problem> problems) ->
                new FlawedStudy(around(readable, many), problems);
            default -> many.apply(study);
        };
    }

    private static OpenedStudy ofFile(String source, Path file) {
        String text = Section.text(source, file);
        Path folder = file.toAbsolutePath().getParent();
        return new OpenedStudy(
                StudyReader.read(source, text), InputFiles.in(folder == null ? Path.of("") : folder), text);
    }

    private static OpenedStudy ofModel(String kind, String model, InputFiles files) {
        String quoted = "'" + model.replace("'", "''") + "'";
        String text = "format: 1\nstudy: " + kind + "\nmodel: " + quoted + "\n";
        // A run keeps it as a file, which must be readable.
        StudyReader.parse(model, text);
        return new OpenedStudy(StudyReader.ofModel(kind, model), files, text);
    }

    private static boolean isShipped(String name) {
        return ShippedStudy.find(name).isPresent()
                || ShippedModels.find(name).isPresent()
                || ShippedTissueModel.find(name).isPresent();
    }

    private static Optional<Path> file(Path directory, String argument) {
        try {
            Path path = directory.resolve(argument);
            boolean named =
                    argument.contains("/") || argument.toLowerCase(Locale.ROOT).matches(".*\\.(ya?ml|xml|sbml)");
            if (named && !Files.exists(path) && ShippedStudy.find(argument).isEmpty()) {
                throw new InvalidInputException(Problem.of(argument, "there is no such file"));
            }
            return Files.exists(path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
