package org.immunarium.study.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immunarium.results.BlockInput;
import org.immunarium.results.Checkpoint;
import org.immunarium.results.Table;
import org.immunarium.results.TableWriter;
import org.immunarium.study.RunContext;
import org.immunarium.study.patient.PatientSamples;

/// An analysis of sensitivity with a folder: a row in `samples.csv` for each run, streamed in order, then
/// `sensitivity.csv` from what that says.
///
/// Now and then the end of the table of samples becomes a safe point, from which a killed run goes on; it ends
/// with the same bytes.
final class SensitivityRun {

    static final String SAMPLES = "samples.csv";
    private static final String POINT = "sensitivity";
    private static final String SAMPLE = "sample";
    private static final String CONSTRAINT = "constraint";
    private static final String FAILED = "failed";
    private static final String DID_NOT_FAIL = "no";

    /// Samples from one safe point to the next.
    private static final int BETWEEN_POINTS = 256;

    private final PreparedSensitivity analysis;
    private final PatientSamples samples;
    private final RunContext context;
    private final Design design;

    SensitivityRun(PreparedSensitivity analysis, RunContext context) {
        this.analysis = analysis;
        samples = analysis.samples();
        this.context = context;
        design = analysis.design();
    }

    /// Where a run can go on.
    ///
    /// @param done rows of the table
    private record SafePoint(int done, TableWriter.Point table) {

        static SafePoint read(BlockInput in) throws java.io.IOException {
            return new SafePoint(in.takeInt(), new TableWriter.Point(in.takeLong(), in.takeLong()));
        }
    }

    List<String> run() {
        sample();
        return SensitivityTable.write(context.folder(), analysis, design, measured());
    }

    private void sample() {
        List<String> header = header();
        Checkpoint checkpoint = new Checkpoint(context.folder());
        Optional<SafePoint> point = checkpoint.read(POINT, SafePoint::read);
        int before = point.map(SafePoint::done).orElse(0);
        int[] done = {before};
        try (TableWriter table = point.isPresent()
                        ? TableWriter.resume(
                                context.folder().table(SAMPLES),
                                header.size(),
                                point.get().table())
                        : TableWriter.create(context.folder().table(SAMPLES), header);
                RunContext.Shown shown = context.screen().show("samples", design.size(), before, "")) {
            Runnable save = () -> {
                TableWriter.Point reached = table.checkpoint();
                checkpoint.save(Map.of(POINT, out -> {
                    out.put(done[0]);
                    out.put(reached.bytes());
                    out.put(reached.crc32c());
                }));
            };
            samples.run(before, design.size(), this::values, context.threads(), context.stop(), sample -> {
                write(table, done[0], sample);
                shown.progress().reached(++done[0]);
                if (done[0] % BETWEEN_POINTS == 0) {
                    save.run();
                }
            });
            save.run();
            if (done[0] < design.size()) {
                context.stop().check("after " + done[0] + " of " + design.size() + " samples");
            }
        }
    }

    private double[] values(int place) {
        return samples.values(design.at(place));
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of(SAMPLE));
        header.addAll(samples.parameters());
        header.addAll(samples.measures());
        if (samples.isConstrained()) {
            header.add(CONSTRAINT);
        }
        header.add(FAILED);
        return header;
    }

    private void write(TableWriter table, int place, PatientSamples.Sample sample) {
        table.cell(place + 1L);
        for (double value : values(place)) {
            table.cell(value);
        }
        for (double measure : sample.measures()) {
            table.cell(measure);
        }
        if (samples.isConstrained()) {
            table.cell(sample.constraint());
        }
        table.cell(sample.failed().isEmpty() ? DID_NOT_FAIL : sample.failed()).endRow();
    }

    /// What the samples came to, read back: `[measure][sample]`.
    private double[][] measured() {
        int first = 1 + samples.parameters().size();
        List<Integer> places = IntStream.range(first, first + samples.measures().size())
                .boxed()
                .toList();
        return Table.numbers(context.folder().table(SAMPLES), places, design.size());
    }
}
