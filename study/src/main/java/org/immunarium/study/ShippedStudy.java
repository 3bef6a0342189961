package org.immunarium.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A study that comes with Immunarium and runs as it is, by its name.
///
/// @param name     as in `immunarium run NAME`; its file is the resource `/studies/NAME.yaml`
/// @param title    in a line
/// @param expected how long it takes on two cores
public record ShippedStudy(String name, String title, String expected) {

    /// All of them; a new one is a line here and a file.
    public static final List<ShippedStudy> ALL = List.of(new ShippedStudy(
            "patient/one-tumour-four-treatments",
            "de Pillis 2006, patient 9: no treatment, chemotherapy, T cells with IL-2, and both",
            "2 s"));

    /// The study of this name, with or without its folder.
    public static Optional<ShippedStudy> find(String name) {
        return ALL.stream()
                .filter(study -> study.name().equals(name) || study.name().endsWith("/" + name))
                .findFirst();
    }

    public static List<String> names() {
        return ALL.stream().map(ShippedStudy::name).toList();
    }

    /// The study file.
    public String text() {
        try (InputStream in = ShippedStudy.class.getResourceAsStream("/studies/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the shipped study " + name + " has no file");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
