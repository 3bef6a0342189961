package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.immunarium.results.Json;
import org.immunarium.results.RunFolder;
import org.immunarium.results.TableWriter;
import org.immunarium.study.run.StudyRun;
import org.immunarium.study.tissue.frame.Field;
import org.immunarium.study.tissue.frame.Frame;
import org.immunarium.study.tissue.frame.RunFrames;
import org.immunarium.tissue.behaviour.Attack;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Fate;
import org.immunarium.units.InvalidInputException;

/// The cells and substances of a tissue at one time, as a browser draws them. They are read from the run's
/// folder: the engine knows of no browser, and waits for none; a browser asks for a frame when it has drawn the
/// one before.
///
/// A frame is bytes: the length of a head (unsigned, 4 bytes, little-endian), the head in JSON padded with
/// blanks to a multiple of four, then arrays one after the other, little-endian, each begun at a multiple of
/// four: `x`, `y`, `z` and `radius` of all cells as floats (µm), their `type` and `fate` as bytes, and where a
/// quantity is asked for, its `value` as floats. With `about` in the question the head tells what else is
/// known. A substance is the same with its voxels as floats, x fastest, then y, then z.
final class TissueApi {

    private static final String TYPE = "application/octet-stream";
    private static final int FLOAT = 4;

    private final LabFolder folder;

    TissueApi(LabFolder folder) {
        this.folder = folder;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/api/runs/{run}/frames/{number}", this::cells)
                .add("GET", "/api/runs/{run}/frames/{number}/cells/{cell}", this::cell)
                .add("GET", "/api/runs/{run}/frames/{number}/cells.csv", this::table)
                .add("GET", "/api/runs/{run}/types/{type}", this::type)
                .add("GET", "/api/runs/{run}/frames/{number}/fields/{substance}", this::field);
    }

    private Frame frame(Request request, Map<String, String> parts) {
        RunFolder run = folder.open(parts.getOrDefault("run", ""));
        Optional<String> variant = request.query("variant").filter(each -> !each.isEmpty());
        if (variant.isPresent()) {
            folder.path(variant.get());
            run = run.variant(variant.get());
        }
        int number = number(parts.getOrDefault("number", ""));
        Path cells = run.results(RunFolder.CELLS).resolve("frame-" + String.format(Locale.ROOT, "%06d", number));
        if (!Files.isDirectory(cells)) {
            throw new Refusal(Refusal.NOT_FOUND, "this run has no frame " + number);
        }
        try {
            return RunFrames.of(run, number);
        } catch (InvalidInputException e) {
            throw new Refusal(Refusal.CONFLICT, e.problems());
        }
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new Refusal(Refusal.NOT_FOUND, "a number was expected, found \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    private Answer cells(Request request, Map<String, String> parts) {
        Frame frame = frame(request, parts);
        Optional<Frame.Quantity> colour =
                request.query("value").filter(each -> !each.isEmpty()).map(name -> quantity(frame, name));
        int count = frame.count();
        ObjectNode head = Json.object();
        head.put("number", frame.number());
        head.put("time", frame.time());
        head.put("cells", count);
        head.put("flat", frame.isFlat());
        put(head.putArray("lower"), frame.lower());
        put(head.putArray("upper"), frame.upper());
        ArrayNode types = head.putArray("types");
        frame.types().forEach(types::add);
        ArrayNode fates = head.putArray("fates");
        frame.fates().forEach(fates::add);
        if (request.query("about").isPresent()) {
            ArrayNode quantities = head.putArray("quantities");
            frame.columns().forEach(each -> put(quantities.addObject(), each));
            ArrayNode substances = head.putArray("substances");
            frame.substances().forEach(each -> put(substances.addObject(), each));
        }
        colour.ifPresent(each -> put(head.putObject("value"), each));
        int bytes = 4 * FLOAT * count + 2 * padded(count) + (colour.isPresent() ? FLOAT * count : 0);
        ByteBuffer buffer = begun(head, bytes);
        for (String axis : new String[] {"x", "y", "z", "radius"}) {
            floats(buffer, frame.doubles(axis));
        }
        bytes(buffer, frame.ints("type"));
        bytes(buffer, frame.ints("fate"));
        colour.ifPresent(each -> floats(buffer, frame.doubles(each.array())));
        return Answer.bytes(TYPE, buffer.array());
    }

    private static Frame.Quantity quantity(Frame frame, String array) {
        return frame.columns().stream()
                .filter(each -> each.array().equals(array))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.NOT_FOUND, "cells have no \"" + array + "\""));
    }

    /// All that is known of a cell.
    private Answer cell(Request request, Map<String, String> parts) {
        Frame frame = frame(request, parts);
        int asked = number(parts.getOrDefault("cell", ""));
        boolean byId = request.query("by").filter("id"::equals).isPresent();
        int cell = byId ? Arrays.binarySearch(frame.longs("id"), asked) : asked;
        if (cell < 0) {
            throw new Refusal(Refusal.NOT_FOUND, "no cell has the id " + asked + " at this time");
        }
        if (cell >= frame.count()) {
            throw new Refusal(Refusal.NOT_FOUND, "the frame has " + frame.count() + " cells");
        }
        ObjectNode root = Json.object();
        root.put("id", frame.longs("id")[cell]);
        root.put("time", frame.time());
        int type = frame.ints("type")[cell];
        root.put("type", frame.types().get(type));
        int fate = frame.ints("fate")[cell];
        root.put("fate", frame.fates().get(fate));
        ArrayNode values = root.putArray("values");
        for (Frame.Quantity each : frame.columns()) {
            if (!each.array().equals("type") && !each.array().equals("fate")) {
                ObjectNode value = values.addObject();
                put(value, each);
                double number = frame.doubles(each.array())[cell];
                value.put("value", number);
                inWords(frame, each, type, fate, number).ifPresent(words -> value.put("words", words));
            }
        }
        return Answer.json(root);
    }

    /// All that is known of all cells, a line for each.
    private Answer table(Request request, Map<String, String> parts) throws IOException {
        Frame frame = frame(request, parts);
        List<Frame.Quantity> columns = frame.columns();
        List<double[]> values =
                columns.stream().map(each -> frame.doubles(each.array())).toList();
        int count = frame.count();
        List<String> types = frame.types();
        List<String> fates = frame.fates();
        Path file = Files.createTempFile("immunarium-cells-", ".csv");
        try {
            try (TableWriter table = TableWriter.create(
                    file, columns.stream().map(TissueApi::title).toList())) {
                for (int i = 0; i < count; i++) {
                    for (int k = 0; k < columns.size(); k++) {
                        double number = values.get(k)[i];
                        switch (columns.get(k).array()) {
                            case "type" -> table.cell(types.get((int) number));
                            case "fate" -> table.cell(fates.get((int) number));
                            default -> table.cell(number);
                        }
                    }
                    table.endRow();
                }
            }
            return Answer.bytes("text/csv; charset=utf-8", Files.readAllBytes(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String title(Frame.Quantity quantity) {
        String name = quantity.name().isEmpty() ? quantity.array() : quantity.name();
        String unit = quantity.unit();
        return unit.isEmpty() || unit.equals("1") ? name : name + " [" + unit + "]";
    }

    /// What a number stands for, where it is the number of a phase, of a type or of a cell. Phases of dying have no
    /// names.
    private static Optional<String> inWords(Frame frame, Frame.Quantity quantity, int type, int fate, double number) {
        List<String> names = switch (quantity.name()) {
            case Cells.PHASE -> fate == Fate.ALIVE ? frame.phases(type) : List.of();
            case Attack.LAST_ATTACKER -> frame.types();
            default -> List.of();
        };
        if (number >= 0) {
            return names.stream().skip((long) number).findFirst();
        }
        return quantity.name().equals(Cells.ATTACKED_CELL) || !names.isEmpty() ? Optional.of("none") : Optional.empty();
    }

    /// What cells of a type do, and the rules that act on them, as the run's study has them.
    private Answer type(Request request, Map<String, String> parts) {
        RunFolder run = folder.open(parts.getOrDefault("run", ""));
        List<String> lines;
        try {
            lines = StudyRun.of(run)
                    .prepared()
                    .inWords(request.query("variant").orElse(""), parts.getOrDefault("type", ""));
        } catch (InvalidInputException e) {
            throw new Refusal(Refusal.CONFLICT, e.problems());
        }
        if (lines.isEmpty()) {
            throw new Refusal(Refusal.NOT_FOUND, "the run has no cells of this type");
        }
        ObjectNode root = Json.object();
        ArrayNode words = root.putArray("words");
        lines.forEach(words::add);
        return Answer.json(root);
    }

    private Answer field(Request request, Map<String, String> parts) throws IOException {
        Frame frame = frame(request, parts);
        String name = parts.getOrDefault("substance", "");
        Frame.Quantity substance = frame.substances().stream()
                .filter(each -> each.name().equals(name) || each.array().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.NOT_FOUND, "the tissue has no substance \"" + name + "\""));
        Field field = frame.field(substance);
        ObjectNode head = Json.object();
        put(head, substance);
        head.put("nx", field.nx());
        head.put("ny", field.ny());
        head.put("nz", field.nz());
        put(head.putArray("lower"), field.lower());
        put(head.putArray("spacing"), field.spacing());
        ByteBuffer buffer = begun(head, FLOAT * field.values().length);
        floats(buffer, field.values());
        return Answer.bytes(TYPE, buffer.array());
    }

    private static void put(ObjectNode node, Frame.Quantity quantity) {
        node.put("array", quantity.array());
        node.put("name", quantity.name());
        node.put("unit", quantity.unit());
    }

    private static void put(ArrayNode node, double[] numbers) {
        for (double each : numbers) {
            node.add(each);
        }
    }

    private static ByteBuffer begun(ObjectNode head, int bytes) {
        byte[] text = Json.line(head).getBytes(StandardCharsets.UTF_8);
        int length = padded(text.length);
        ByteBuffer buffer = ByteBuffer.allocate(FLOAT + length + bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(length).put(text);
        while (buffer.position() < FLOAT + length) {
            buffer.put((byte) ' ');
        }
        return buffer;
    }

    private static int padded(int length) {
        return (length + FLOAT - 1) / FLOAT * FLOAT;
    }

    private static void floats(ByteBuffer to, double[] numbers) {
        for (double each : numbers) {
            to.putFloat((float) each);
        }
    }

    private static void bytes(ByteBuffer to, int[] numbers) {
        for (int each : numbers) {
            to.put((byte) each);
        }
        to.position(to.position() + padded(numbers.length) - numbers.length);
    }
}
