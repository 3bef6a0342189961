package org.immunarium.tissue.physicell;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// The files of one project: its settings name others in its folder, and none outside is read.
final class ProjectFiles {

    private static final long MOST_BYTES = 1L << 30;

    private final Path settings;
    private final Path folder;
    private final Findings findings;
    private final Function<String, Optional<Path>> copies;
    private final Map<String, Path> read = new LinkedHashMap<>();

    /// A file that was read.
    ///
    /// @param source how it is called in problems
    record Text(String source, String text) {}

    /// @param settings the settings file
    /// @param copies   files to read in place of those that the settings name, by the name there
    ProjectFiles(Path settings, Function<String, Optional<Path>> copies, Findings findings) {
        this.settings = settings;
        this.copies = copies;
        this.findings = findings;
        Path beside = parent(settings);
        this.folder = beside.endsWith("config") ? parent(beside) : beside;
    }

    /// The settings file that a user means.
    ///
    /// @param named the file itself, or a project's folder
    /// @throws InvalidInputException where there is none
    static Path settings(Path named) {
        if (!Files.isDirectory(named)) {
            if (!Files.isRegularFile(named)) {
                throw new InvalidInputException(Problem.of(named.toString(), "there is no such file"));
            }
            return named;
        }
        for (String place : List.of("config/PhysiCell_settings.xml", "PhysiCell_settings.xml")) {
            if (Files.isRegularFile(named.resolve(place))) {
                return named.resolve(place);
            }
        }
        throw new InvalidInputException(
                Problem.of(
                        named.toString(),
                        "is a folder, and has neither config/PhysiCell_settings.xml nor PhysiCell_settings.xml, as a project of PhysiCell has"));
    }

    private static Path parent(Path path) {
        Path parent = path.toAbsolutePath().normalize().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }

    /// The project's folder: that of the settings, or the one above where they are in a folder called `config`.
    Path folder() {
        return folder;
    }

    /// All files read so far, by the names that the settings have for them.
    Map<String, Path> read() {
        return Collections.unmodifiableMap(read);
    }

    /// The text of the file that `<folder>` and `<filename>` of an element name; empty, and told, where it cannot be
    /// read.
    Optional<Text> text(XmlElement by) {
        String inside = by.child("folder").map(XmlElement::text).orElse("");
        Optional<XmlElement> name = by.required("filename");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        XmlElement at = name.get();
        if (at.text().isEmpty()) {
            at.wrong("the name of a file is expected");
            return Optional.empty();
        }
        String whole = inside.isEmpty() ? at.text() : inside + "/" + at.text();
        return copies.apply(whole)
                .map(copy -> copied(at, whole, copy))
                .orElseGet(() -> find(at, whole).flatMap(file -> text(at, whole, file)));
    }

    private Optional<Path> find(XmlElement at, String name) {
        Set<Path> places = new LinkedHashSet<>();
        try {
            places.add(folder.resolve(name).normalize());
            places.add(parent(settings).resolve(name).normalize());
            Path last = Path.of(name).getFileName();
            places.add(parent(settings).resolve(last == null ? name : last.toString()));
        } catch (InvalidPathException e) {
            at.wrong("\"" + name + "\" is not the name of a file");
            return Optional.empty();
        }
        if (!places.iterator().next().startsWith(folder)) {
            at.wrong("\"" + name + "\" is outside of the project's folder " + folder + ", where nothing is read");
            return Optional.empty();
        }
        for (Path place : places) {
            if (place.startsWith(folder) && Files.isRegularFile(place)) {
                if (!place.equals(places.iterator().next())) {
                    at.notice("\"" + name + "\" is read from " + place);
                }
                return Optional.of(place);
            }
        }
        at.wrong("there is no file \"" + name + "\" in the project's folder " + folder);
        return Optional.empty();
    }

    /// A copy that a run kept is in a folder of the run's.
    private Optional<Text> copied(XmlElement at, String name, Path copy) {
        try {
            findings.reads(copy.toString());
            read.put(name, copy);
            String text = Files.readString(copy);
            return Optional.of(new Text(copy.toString(), text.startsWith("\ufeff") ? text.substring(1) : text));
        } catch (IOException e) {
            at.wrong("\"" + copy + "\" cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Text> text(XmlElement at, String name, Path file) {
        try {
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                at.wrong("\"" + file + "\" leads outside of the project's folder, where nothing is read");
                return Optional.empty();
            }
            if (Files.size(file) > MOST_BYTES) {
                at.wrong("\"" + file + "\" is larger than 1 GB");
                return Optional.empty();
            }
            String source = source(file);
            findings.reads(source);
            read.put(name, file);
            String text = Files.readString(file);
            return Optional.of(new Text(source, text.startsWith("\ufeff") ? text.substring(1) : text));
        } catch (CharacterCodingException e) {
            at.wrong("\"" + file + "\" is not text in UTF-8");
        } catch (IOException e) {
            at.wrong("\"" + file + "\" cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    /// As the user would name it: from where they named the settings.
    private String source(Path file) {
        Path here =
                settings.isAbsolute() ? folder : Path.of("").toAbsolutePath().relativize(folder);
        return here.resolve(folder.relativize(file)).normalize().toString();
    }
}
