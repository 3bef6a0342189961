package org.immunarium.study.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.sbml.SbmlReader;

/// Reads the model of a case; one that is composed of several files is laid out in a folder of its own.
final class CaseModel {

    private CaseModel() {}

    /// @param file the case's file, by what follows its number
    /// @throws org.immunarium.units.InvalidInputException if it cannot be used
    static Model read(SuiteCase c, String file) {
        String name = c.id() + "-" + file;
        TreeMap<String, String> companions = new TreeMap<>();
        c.files().forEach((key, text) -> {
            if (key.endsWith(".xml") && !key.startsWith("sbml-")) {
                companions.put(key, text);
            }
        });
        String text = c.files().getOrDefault(file, "");
        if (companions.isEmpty()) {
            return SbmlReader.read(name, text).model();
        }
        try {
            return readTogether(name, text, companions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Model readTogether(String name, String text, Map<String, String> companions) throws IOException {
        Path folder = Files.createTempDirectory("immunarium-case");
        try {
            Path main = folder.resolve(name);
            Files.writeString(main, text);
            for (Map.Entry<String, String> companion : companions.entrySet()) {
                Files.writeString(folder.resolve(companion.getKey()), companion.getValue());
            }
            return SbmlReader.read(main).model();
        } finally {
            for (String companion : companions.keySet()) {
                Files.deleteIfExists(folder.resolve(companion));
            }
            Files.deleteIfExists(folder.resolve(name));
            Files.deleteIfExists(folder);
        }
    }
}
