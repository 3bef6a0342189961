package org.immunarium.equations.sbml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelCheck;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// Reads SBML, level 1 to level 3 version 2, with the packages comp (flattened) and distrib.
///
/// Files are not trusted: nothing outside them is fetched (but other files of a composed model, from the same
/// folder or below), and their size and depth are limited. All problems of a file are reported at once.
public final class SbmlReader {

    /// No model comes near it.
    static final long LARGEST_FILE = 500_000_000;

    private static final String PACKAGES = "http://www.sbml.org/sbml/level3/version";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private SbmlReader() {}

    /// Reads a file.
    ///
    /// @throws InvalidInputException with everything wrong in it, each with its line, or if it cannot be opened
    public static SbmlDocument read(Path file) {
        return read(file, content(file), Companions.beside(file));
    }

    /// Reads what was in a file, as [#content] gave it.
    ///
    /// @param companions finds the other files that it names
    /// @throws InvalidInputException with everything wrong in it, each with its line
    public static SbmlDocument read(Path file, byte[] content, Companions companions) {
        String source = file.toString();
        return new Reading(source, Optional.of(new CompSources.Folder(file, companions)))
                .read(XmlTree.read(source, new ByteArrayInputStream(content)));
    }

    /// What is in a file, for a caller who keeps it.
    ///
    /// @throws InvalidInputException if it cannot be opened, or is larger than any model
    public static byte[] content(Path file) {
        String source = file.toString();
        try {
            if (!Files.exists(file)) {
                throw new InvalidInputException(Problem.of(source, "the file does not exist"));
            }
            if (!Files.isRegularFile(file)) {
                throw new InvalidInputException(Problem.of(
                        source,
                        Files.isDirectory(file)
                                ? "is a folder; an SBML file was expected"
                                : "is not a regular file; an SBML file was expected"));
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new InvalidInputException(Problem.of(
                        source,
                        "the file has " + Files.size(file) + " bytes; SBML of at most " + LARGEST_FILE
                                + " bytes is read"));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            // The message of many of Java's is the file's name alone.
            String reason = e instanceof AccessDeniedException
                    ? "permission denied"
                    : e instanceof FileSystemException failure && failure.getReason() != null
                            ? failure.getReason()
                            : e.getMessage();
            throw new InvalidInputException(Problem.of(source, "the file cannot be read: " + reason));
        }
    }
    /// Reads text; models that it names in other files cannot be found.
    ///
    /// @param source what to call it in messages
    /// @throws InvalidInputException with everything wrong in it, each with its line
    public static SbmlDocument read(String source, String text) {
        InputStream input = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return read(source, input);
    }

    /// Reads a stream to its end; models that it names in other files cannot be found.
    ///
    /// @param source what to call it in messages
    /// @throws InvalidInputException with everything wrong in it, each with its line
    public static SbmlDocument read(String source, InputStream input) {
        return new Reading(source, Optional.empty()).read(XmlTree.read(source, input));
    }

    /// One reading, from the tree to the checked model.
    private static final class Reading {

        private final String source;
        private final Optional<CompSources.Folder> folder;
        private final Diagnostics diagnostics;

        Reading(String source, Optional<CompSources.Folder> folder) {
            this.source = source;
            this.folder = folder;
            this.diagnostics = new Diagnostics(source);
        }

        SbmlDocument read(XmlTree.Result tree) {
            XmlElement root = tree.root();
            SbmlLevel level = level(root);
            packages(root, level);
            diagnostics.throwIfAny();
            XmlElement element = CompFlattening.flatten(root, model(root, level), level, diagnostics, folder);
            diagnostics.passOver(root, "annotations: ignored", tree.annotations());
            Model model = new ModelReader(element, level, diagnostics).read();
            diagnostics.problems(ModelCheck.problems(model, diagnostics.origin()));
            diagnostics.throwIfAny();
            return new SbmlDocument(
                    model,
                    source,
                    level.level(),
                    level.version(),
                    tree.simBiology(),
                    tree.numbersAsTheyStand(),
                    diagnostics.notices(),
                    diagnostics.origin());
        }

        private XmlElement model(XmlElement root, SbmlLevel level) {
            Optional<XmlElement> model = root.child(level.namespace(), "model");
            if (model.isEmpty()) {
                diagnostics.problem(root, "there is no <model> in it");
                diagnostics.throwIfAny();
            }
            return model.orElse(root);
        }

        private SbmlLevel level(XmlElement root) {
            if (!root.name.equals("sbml")) {
                throw new InvalidInputException(
                        Problem.at(source, root.line, "<" + root.name + "> was found where <sbml> is expected"));
            }
            for (String name : List.of("level", "version")) {
                Optional<String> written = root.attribute(name);
                if (written.isEmpty()) {
                    diagnostics.problem(root, "the attribute " + name + " is missing");
                } else if (XmlNumbers.integer(written.get()).isEmpty()) {
                    diagnostics.problem(root, name + " = \"" + written.get() + "\": a whole number is expected");
                }
            }
            diagnostics.throwIfAny();
            OptionalInt number =
                    root.attribute("level").map(XmlNumbers::integer).orElse(OptionalInt.empty());
            OptionalInt version =
                    root.attribute("version").map(XmlNumbers::integer).orElse(OptionalInt.empty());
            SbmlLevel level = new SbmlLevel(number.orElse(0), version.orElse(0));
            level.refusal().ifPresent(refusal -> diagnostics.problem(root, refusal));
            diagnostics.throwIfAny();
            if (!root.namespace.equals(level.namespace())) {
                diagnostics.problem(
                        root,
                        "the namespace is \"" + root.namespace + "\"; " + level + " has \"" + level.namespace() + "\"");
                diagnostics.throwIfAny();
            }
            return level;
        }

        /// Refuses packages that change what the model means; passes over the others, saying how much of each.
        private void packages(XmlElement root, SbmlLevel level) {
            Map<String, Boolean> required = new LinkedHashMap<>();
            for (XmlElement.Attribute attribute : root.attributes) {
                if (attribute.name().equals("required")
                        && !attribute.namespace().isEmpty()) {
                    required.put(
                            attribute.namespace(), attribute.value().strip().equals("true"));
                }
            }
            required.forEach((address, needed) -> {
                if (needed && !address.equals(SbmlLevel.COMP) && !address.equals(SbmlLevel.DISTRIB)) {
                    diagnostics.unsupported(
                            root,
                            "the package " + packageName(address)
                                    + " is required to understand the model and is not supported");
                }
            });
            root.walk(element -> foreign(element, level));
        }

        private void foreign(XmlElement element, SbmlLevel level) {
            String address = element.namespace;
            if (address.equals(level.namespace())
                    || address.equals(MathNames.MATHML)
                    || address.equals(XHTML)
                    || address.equals(SbmlLevel.COMP)) {
                return;
            }
            if (address.contains("/fbc/") && element.name.equals("objective")) {
                diagnostics.unsupported(element, "fbc: flux balance is not simulated");
            } else if (address.equals(SbmlLevel.DISTRIB)) {
                if (element.name.equals("uncertainty")) {
                    diagnostics.passOver(element, "distrib: uncertainty of values: ignored");
                }
            } else if (address.startsWith(PACKAGES)) {
                diagnostics.passOver(element, "elements of the package " + packageName(address) + ": ignored");
            } else {
                diagnostics.passOver(element, "elements of namespace \"" + address + "\": ignored");
            }
        }

        /// `layout`, of `http://www.sbml.org/sbml/level3/version1/layout/version1`.
        private static String packageName(String address) {
            String[] parts = address.split("/");
            return address.startsWith(PACKAGES) && parts.length > 6 ? parts[6] : "\"" + address + "\"";
        }
    }
}
