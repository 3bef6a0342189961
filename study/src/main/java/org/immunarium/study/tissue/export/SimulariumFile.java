package org.immunarium.study.tissue.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.immunarium.results.Json;
import org.immunarium.results.Numbers;
import org.immunarium.results.RunFolder;
import org.immunarium.study.tissue.TissueCounts;
import org.immunarium.study.tissue.frame.Frame;
import org.immunarium.study.tissue.picture.TissueColours;

/// Frames for the Simularium viewer: a trajectory of spheres, with how many cells there are as a
/// plot.
///
/// Source: the `.simularium` file format, version 3, as the repository simularium/simulariumio
/// describes it in `file_format.md`.
final class SimulariumFile {

    private static final int SPHERE = 1000;

    /// The viewer's angle of view, degrees, and half its tangent.
    private static final double ANGLE = 75;

    private static final double HALF_TANGENT = 0.767;

    private final List<Frame> frames;
    private final String title;
    private final int fates;

    SimulariumFile(List<Frame> frames, String title) {
        this.frames = frames;
        this.title = title;
        fates = frames.getFirst().fates().size();
    }

    void write(Path file, RunFolder run) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\n\"trajectoryInfo\": ");
            info(out);
            out.write(",\n\"spatialData\": {\"version\": 1, \"msgType\": 1, \"bundleStart\": 0, \"bundleSize\": "
                    + frames.size() + ", \"bundleData\": [");
            for (int i = 0; i < frames.size(); i++) {
                out.write(i == 0 ? "\n" : ",\n");
                spheres(out, i, frames.get(i));
            }
            out.write("\n]},\n\"plotData\": ");
            plots(out, TissueCounts.read(run));
            out.write("\n}\n");
        }
    }

    private void info(BufferedWriter out) throws IOException {
        double[] size = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            size[axis] = frames.getFirst().upper()[axis] - frames.getFirst().lower()[axis];
        }
        double step = Double.POSITIVE_INFINITY;
        for (int i = 1; i < frames.size(); i++) {
            step = Math.min(step, frames.get(i).time() - frames.get(i - 1).time());
        }
        double distance = size[2] / 2 + Math.max(size[0], size[1]) / 2 / HALF_TANGENT;
        out.write("{\"version\": 3, \"trajectoryTitle\": " + Json.quoted(title)
                + ", \"timeUnits\": {\"magnitude\": 1.0, \"name\": \"min\"}, \"timeStepSize\": "
                + Numbers.text(Double.isFinite(step) ? step : 1) + ", \"totalSteps\": " + frames.size()
                + ", \"spatialUnits\": {\"magnitude\": 1.0, \"name\": \"um\"}, \"size\": " + point(size)
                + ", \"cameraDefault\": {\"position\": " + point(0, 0, distance) + ", \"lookAtPosition\": "
                + point(0, 0, 0) + ", \"upVector\": " + point(0, 1, 0) + ", \"fovDegrees\": " + Numbers.text(ANGLE)
                + "},\n\"typeMapping\": {");
        String separator = "";
        for (int number : kinds()) {
            String type = frames.getFirst().types().get(number / fates);
            String state =
                    number % fates == 0 ? "" : "#" + frames.getFirst().fates().get(number % fates);
            out.write(separator + "\"" + number + "\": {\"name\": " + Json.quoted(type.replace('#', ' ') + state)
                    + ", \"geometry\": {\"displayType\": \"SPHERE\", \"color\": \""
                    + TissueColours.of(number / fates, number % fates) + "\"}}");
            separator = ", ";
        }
        out.write("}}");
    }

    /// What cells there are at any time: a type's number times that of all fates, and the fate.
    private TreeSet<Integer> kinds() {
        TreeSet<Integer> kinds = new TreeSet<>();
        for (Frame frame : frames) {
            int[] type = frame.ints("type");
            int[] fate = frame.ints("fate");
            for (int i = 0; i < type.length; i++) {
                kinds.add(type[i] * fates + fate[i]);
            }
        }
        return kinds;
    }

    private static String point(double... at) {
        return "{\"x\": " + Numbers.text(at[0]) + ", \"y\": " + Numbers.text(at[1]) + ", \"z\": " + Numbers.text(at[2])
                + "}";
    }

    /// The viewer has the middle of the domain at 0.
    private void spheres(BufferedWriter out, int number, Frame frame) throws IOException {
        double[] middle = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            middle[axis] = (frame.lower()[axis] + frame.upper()[axis]) / 2;
        }
        long[] id = frame.longs("id");
        int[] type = frame.ints("type");
        int[] fate = frame.ints("fate");
        double[] x = frame.doubles("x");
        double[] y = frame.doubles("y");
        double[] z = frame.doubles("z");
        double[] radius = frame.doubles("radius");
        out.write("{\"frameNumber\": " + number + ", \"time\": " + Numbers.text(frame.time()) + ", \"data\": [");
        for (int i = 0; i < id.length; i++) {
            out.write((i == 0 ? "" : ",") + SPHERE + "," + id[i] + "," + (type[i] * fates + fate[i]) + ","
                    + Numbers.text(x[i] - middle[0]) + "," + Numbers.text(y[i] - middle[1]) + ","
                    + Numbers.text(z[i] - middle[2]) + ",0,0,0," + Numbers.text(radius[i]) + ",0");
        }
        out.write("]}");
    }

    private static void plots(BufferedWriter out, TissueCounts counts) throws IOException {
        out.write("{\"version\": 1, \"data\": [\n");
        plot(out, "Living cells", counts.types(), counts.times(), counts.live());
        out.write(",\n");
        plot(out, "Dead cells", counts.types(), counts.times(), counts.dead());
        out.write("\n]}");
    }

    private static void plot(
            BufferedWriter out, String title, List<String> types, List<double[]> times, List<double[]> values)
            throws IOException {
        out.write("{\"layout\": {\"title\": " + Json.quoted(title)
                + ", \"xaxis\": {\"title\": \"time (min)\"}, \"yaxis\": {\"title\": \"cells\"}}, \"data\": [");
        List<String> traces = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            traces.add(
                    "{\"name\": " + Json.quoted(types.get(i)) + ", \"type\": \"scatter\", \"mode\": \"lines\", \"x\": "
                            + list(times.get(i)) + ", \"y\": " + list(values.get(i)) + "}");
        }
        out.write(String.join(", ", traces) + "]}");
    }

    private static String list(double[] numbers) {
        StringBuilder list = new StringBuilder("[");
        for (double number : numbers) {
            list.append(list.length() == 1 ? "" : ",").append(Numbers.text(number));
        }
        return list.append(']').toString();
    }
}
