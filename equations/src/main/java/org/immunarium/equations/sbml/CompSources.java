package org.immunarium.equations.sbml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.immunarium.units.InvalidInputException;

/// Finds the models that a composed model names: in its own file, or in other files beside or below it.
final class CompSources {

    /// A model and the file that it is in.
    record Found(XmlElement model, Sheet sheet) {}

    /// One file: its outermost element and its path, as seen from the folder of the outermost
    /// model.
    record Sheet(XmlElement root, Path path) {}

    /// The outermost model's file and those that it may name.
    record Folder(Path main, Companions companions) {

        boolean contains(Path file) throws IOException {
            Path top = main.toAbsolutePath().getParent();
            return top != null && file.toRealPath().startsWith(top.toRealPath());
        }
    }

    private final SbmlLevel level;
    private final Diagnostics diagnostics;

    /// No file outside is opened; empty where the model is from no file.
    private final Optional<Folder> folder;

    private final Map<Path, Sheet> sheets = new HashMap<>();

    CompSources(SbmlLevel level, Diagnostics diagnostics, Optional<Folder> folder) {
        this.level = level;
        this.diagnostics = diagnostics;
        this.folder = folder;
    }

    /// The model that `reference` names from within a file; empty, with the problem reported, where there is none.
    Optional<Found> find(Sheet sheet, String reference, XmlElement at) {
        return find(sheet, reference, at, 0);
    }

    private Optional<Found> find(Sheet sheet, String reference, XmlElement at, int depth) {
        if (depth > 100) {
            diagnostics.problem(at, "external models refer to each other without end");
            return Optional.empty();
        }
        Optional<XmlElement> main = sheet.root.child(level.namespace(), "model");
        if (main.isPresent() && (reference.isEmpty() || id(main.get()).equals(reference))) {
            return Optional.of(new Found(main.get(), sheet));
        }
        for (XmlElement definition : sheet.root.list(SbmlLevel.COMP, "listOfModelDefinitions")) {
            if (id(definition).equals(reference)) {
                return Optional.of(new Found(definition, sheet));
            }
        }
        for (XmlElement external : sheet.root.list(SbmlLevel.COMP, "listOfExternalModelDefinitions")) {
            if (id(external).equals(reference)) {
                String inside = external.attribute(SbmlLevel.COMP, "modelRef")
                        .orElse("")
                        .strip();
                return open(sheet, external).flatMap(other -> find(other, inside, external, depth + 1));
            }
        }
        diagnostics.problem(at, "the model \"" + reference + "\" is not defined in " + at.source);
        return Optional.empty();
    }

    private static String id(XmlElement element) {
        return element.attribute(SbmlLevel.COMP, "id")
                .or(() -> element.attribute("id"))
                .orElse("")
                .strip();
    }

    private Optional<Sheet> open(Sheet from, XmlElement external) {
        String source = external.attribute(SbmlLevel.COMP, "source").orElse("").strip();
        if (folder.isEmpty()) {
            diagnostics.problem(
                    external,
                    "the model is composed of other files (\"" + source
                            + "\"), which are found only when it is read from a file itself");
            return Optional.empty();
        }
        try {
            String name = source.startsWith("file:") ? source.substring("file:".length()) : source;
            Path path = from.path.resolveSibling(name).normalize();
            boolean outside = name.contains(":") || path.isAbsolute() || path.startsWith("..");
            Optional<Path> file =
                    outside ? Optional.empty() : folder.get().companions().find(nameOf(path));
            if (outside || file.isPresent() && !folder.get().contains(file.get())) {
                diagnostics.problem(
                        external,
                        "source = \"" + source + "\": only files in the folder of the model, or below it, are opened");
                return Optional.empty();
            }
            if (file.isPresent()) {
                return Optional.of(sheet(path, file.get(), external));
            }
            diagnostics.problem(external, "source = \"" + source + "\": there is no such file");
        } catch (InvalidPathException | IOException e) {
            diagnostics.problem(external, "source = \"" + source + "\": there is no such file");
        } catch (InvalidInputException e) {
            diagnostics.problems(e.problems());
        }
        return Optional.empty();
    }

    private static String nameOf(Path path) {
        return path.toString().replace('\\', '/');
    }

    private Sheet sheet(Path path, Path file, XmlElement external) {
        Sheet known = sheets.get(path);
        if (known != null) {
            return known;
        }
        byte[] content = folder.orElseThrow().companions().content(nameOf(path), file);
        XmlElement root = XmlTree.read(String.valueOf(path.getFileName()), new ByteArrayInputStream(content))
                .root();
        String theirs = root.namespace;
        if (!theirs.startsWith("http://www.sbml.org/sbml/level3/version")) {
            diagnostics.problem(external, "the file it names is not SBML level 3, which composition needs");
        }
        if (!theirs.equals(level.namespace())) {
            root = root.copy(namespace -> namespace.equals(theirs) ? level.namespace() : namespace);
        }
        Sheet sheet = new Sheet(root, path);
        sheets.put(path, sheet);
        return sheet;
    }
}
