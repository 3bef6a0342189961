package org.immunarium.study.tissue.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A model of a tissue that comes with Immunarium, by its name.
///
/// @param name     its file is the resource `/studies/tissue/models/NAME.yaml`
/// @param title    in a line
/// @param expected how long a day of it takes on two cores
public record ShippedTissueModel(String name, String title, String expected) {

    /// All of them; a new one is a line here and a file.
    public static final List<ShippedTissueModel> ALL = List.of(
            new ShippedTissueModel(
                    "tumour-and-t-cells", "A small tumour, short of oxygen, and T cells that find and kill it", "10 s"),
            new ShippedTissueModel(
                    "hidden-tumour", "A small tumour that hides behind PD-L1 as soon as T cells attack it", "5 s"),
            new ShippedTissueModel("evasion", "A tumour that T cells clear, with three tricks to switch on", "8 s"),
            new ShippedTissueModel(
                    "healthy-tissue",
                    "Healthy tissue in which some cells go wrong, T cells and natural killer cells",
                    "8 s"),
            new ShippedTissueModel(
                    "patrolled-tissue",
                    "A few abnormal cells among healthy ones, and T, NK and B cells on patrol",
                    "1 s"),
            new ShippedTissueModel(
                    "lesson-tumour", "A small tumour that can hide, and all that can be given against it", "1 s"),
            new ShippedTissueModel(
                    "lymphoma", "A lymphoma among healthy B cells, for CAR-T cells and antibodies", "5 s"),
            new ShippedTissueModel(
                    "drained-tumour", "A tumour, dendritic cells, and the lymph node from which T cells come", "5 s"),
            new ShippedTissueModel(
                    "antibody-makers",
                    "B cells that become plasma cells, and a tumour that their antibodies mark",
                    "8 s"),
            new ShippedTissueModel(
                    "tumour-beside-organ",
                    "A tumour that hides, and healthy cells beside it that treatment can harm",
                    "5 s"),
            new ShippedTissueModel(
                    "tumour-spheroid", "A tumour spheroid in three dimensions with a dead core, and T cells", "1 min"),
            new ShippedTissueModel(
                    "bulk-tumour", "A tumour of a hundred thousand cells, and T cells at its surface", "6 min"),
            new ShippedTissueModel(
                    "cart-organoid", "A tumour organoid of 4,000 cells, for CAR-T cells to attack", "2 min"));

    /// The model of this name.
    public static Optional<ShippedTissueModel> find(String name) {
        return ALL.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    public static List<String> names() {
        return ALL.stream().map(ShippedTissueModel::name).toList();
    }

    /// The file.
    public String text() {
        try (InputStream in =
                ShippedTissueModel.class.getResourceAsStream("/studies/tissue/models/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the shipped model " + name + " has no file");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
