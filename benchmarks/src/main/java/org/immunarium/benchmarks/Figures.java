package org.immunarium.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The figures of a benchmark: printed as `name value unit` lines as they come, and kept as JSON.
public final class Figures {

    private final PrintStream out;
    private final List<String> entries = new ArrayList<>();

    public Figures(PrintStream out) {
        this.out = out;
    }

    /// Tells a figure.
    public void tell(String name, double value, String unit) {
        String number = number(value);
        out.println(name + " " + number + " " + unit);
        String json = Double.isFinite(value) ? number : "null";
        entries.add("  \"" + name + "\": {\"value\": " + json + ", \"unit\": \"" + unit + "\"}");
    }

    /// Says something in words, which is not a figure.
    public void say(String text) {
        out.println("# " + text);
    }

    /// Writes all figures to a file.
    public void write(Path file) throws IOException {
        Files.writeString(file, "{\n" + String.join(",\n", entries) + "\n}\n");
        say("written to " + file);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
