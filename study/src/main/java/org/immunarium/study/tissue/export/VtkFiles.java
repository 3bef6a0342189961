package org.immunarium.study.tissue.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.immunarium.results.Numbers;
import org.immunarium.study.report.figure.Markup;
import org.immunarium.study.tissue.frame.Field;
import org.immunarium.study.tissue.frame.Frame;

/// Frames for ParaView and all else that reads VTK's XML files: `cells.pvd` and `fields.pvd` name
/// the files of all times. Cells are points with arrays (`.vtp`), substances an image with a
/// value for each voxel (`.vti`). Names have their unit in brackets. Data is binary, in base64.
///
/// Source: VTK File Formats, "XML File Formats",
/// <https://docs.vtk.org/en/latest/design_documents/VTKFileFormats.html>.
final class VtkFiles {

    /// Bytes that base64 takes at a time: a whole number of its groups of three.
    private static final int BLOCK = 3 << 14;

    private final BufferedWriter out;

    private VtkFiles(BufferedWriter out) {
        this.out = out;
    }

    private interface Body {
        void write(VtkFiles file) throws IOException;
    }

    static void write(List<Frame> frames, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Frame frame : frames) {
            file(folder.resolve(name("cells", frame, ".vtp")), "PolyData", file -> file.cells(frame));
            if (!frame.substances().isEmpty()) {
                List<Field> fields =
                        frame.substances().stream().map(frame::field).toList();
                file(folder.resolve(name("fields", frame, ".vti")), "ImageData", file -> file.fields(frame, fields));
            }
        }
        collection(folder.resolve("cells.pvd"), frames, "cells", ".vtp");
        if (!frames.getFirst().substances().isEmpty()) {
            collection(folder.resolve("fields.pvd"), frames, "fields", ".vti");
        }
    }

    private static String name(String what, Frame frame, String end) {
        return frame.folder().getFileName().toString().replace("frame", what) + end;
    }

    private static void file(Path file, String type, Body body) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<VTKFile type=\"" + type
                    + "\" version=\"1.0\" byte_order=\"LittleEndian\" header_type=\"UInt64\">\n");
            body.write(new VtkFiles(out));
            out.write("</VTKFile>\n");
        }
    }

    private static void collection(Path file, List<Frame> frames, String what, String end) throws IOException {
        file(file, "Collection", writer -> {
            writer.out.write("<Collection>\n");
            for (Frame frame : frames) {
                writer.out.write("<DataSet timestep=\"" + Numbers.text(frame.time())
                        + "\" group=\"\" part=\"0\" file=\"" + name(what, frame, end) + "\"/>\n");
            }
            writer.out.write("</Collection>\n");
        });
    }

    private void cells(Frame frame) throws IOException {
        int count = frame.count();
        out.write("<PolyData>\n");
        about(frame);
        out.write("<Piece NumberOfPoints=\"" + count + "\" NumberOfVerts=\"" + count
                + "\" NumberOfLines=\"0\" NumberOfStrips=\"0\" NumberOfPolys=\"0\">\n<PointData Scalars=\"type\">\n");
        for (Frame.Quantity column : frame.columns()) {
            if (column.whole()) {
                longs(column.name(), frame.longs(column.array()));
            } else if (!column.array().matches("[xyz]")) {
                doubles(titled(column), 1, frame.doubles(column.array()));
            }
        }
        out.write("</PointData>\n<Points>\n");
        double[] places = new double[3 * count];
        for (int axis = 0; axis < 3; axis++) {
            double[] along = frame.doubles("xyz".substring(axis, axis + 1));
            for (int i = 0; i < count; i++) {
                places[3 * i + axis] = along[i];
            }
        }
        doubles("Points", 3, places);
        out.write("</Points>\n<Verts>\n");
        long[] each = new long[count];
        for (int i = 0; i < count; i++) {
            each[i] = i;
        }
        longs("connectivity", each);
        for (int i = 0; i < count; i++) {
            each[i] = i + 1L;
        }
        longs("offsets", each);
        out.write("</Verts>\n</Piece>\n</PolyData>\n");
    }

    private void fields(Frame frame, List<Field> fields) throws IOException {
        Field grid = fields.getFirst();
        String extent = "0 " + grid.nx() + " 0 " + grid.ny() + " 0 " + grid.nz();
        out.write("<ImageData WholeExtent=\"" + extent + "\" Origin=\"" + three(grid.lower()) + "\" Spacing=\""
                + three(grid.spacing()) + "\">\n");
        about(frame);
        out.write("<Piece Extent=\"" + extent + "\">\n<CellData Scalars=\"" + Markup.escape(titled(grid.substance()))
                + "\">\n");
        for (Field field : fields) {
            doubles(titled(field.substance()), 1, field.values());
        }
        out.write("</CellData>\n</Piece>\n</ImageData>\n");
    }

    private static String three(double[] numbers) {
        return Numbers.text(numbers[0]) + " " + Numbers.text(numbers[1]) + " " + Numbers.text(numbers[2]);
    }

    private static String titled(Frame.Quantity quantity) {
        boolean plain = quantity.unit().isEmpty() || quantity.unit().equals("1");
        return quantity.name() + (plain ? "" : " [" + quantity.unit() + "]");
    }

    /// The time, and what the numbers of types and fates stand for.
    private void about(Frame frame) throws IOException {
        out.write("<FieldData>\n<DataArray type=\"Float64\" Name=\"TimeValue\" NumberOfTuples=\"1\" format=\"ascii\">"
                + Numbers.text(frame.time()) + "</DataArray>\n");
        texts("types", frame.types());
        texts("fates", frame.fates());
        out.write("</FieldData>\n");
    }

    /// Text is the numbers of its bytes, each text with a 0 after it.
    private void texts(String name, List<String> texts) throws IOException {
        out.write("<Array type=\"String\" Name=\"" + name + "\" NumberOfTuples=\"" + texts.size()
                + "\" format=\"ascii\">"
                + texts.stream()
                        .map(text -> codes(text.getBytes(StandardCharsets.UTF_8)) + "0")
                        .collect(Collectors.joining(" "))
                + "</Array>\n");
    }

    private static String codes(byte[] letters) {
        StringBuilder codes = new StringBuilder();
        for (byte letter : letters) {
            codes.append(letter & 0xff).append(' ');
        }
        return codes.toString();
    }

    private void doubles(String name, int components, double[] values) throws IOException {
        array(name, "Float64", components, values.length, (bytes, i) -> bytes.putDouble(values[i]));
    }

    private void longs(String name, long[] values) throws IOException {
        array(name, "Int64", 1, values.length, (bytes, i) -> bytes.putLong(values[i]));
    }

    private interface Value {
        void put(ByteBuffer bytes, int i);
    }

    /// Eight bytes a value, after the number of all bytes.
    private void array(String name, String type, int components, int count, Value value) throws IOException {
        out.write("<DataArray type=\"" + type + "\" Name=\"" + Markup.escape(name) + "\" NumberOfComponents=\""
                + components + "\" format=\"binary\">");
        ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        block.putLong((long) count * Long.BYTES);
        for (int i = 0; i < count; i++) {
            if (block.remaining() < Long.BYTES) {
                encode(block);
            }
            value.put(block, i);
        }
        encode(block);
        out.write("</DataArray>\n");
    }

    private void encode(ByteBuffer block) throws IOException {
        block.flip();
        byte[] bytes = new byte[block.remaining()];
        block.get(bytes);
        out.write(Base64.getEncoder().encodeToString(bytes));
        block.clear();
    }
}
