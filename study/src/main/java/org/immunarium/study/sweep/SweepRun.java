package org.immunarium.study.sweep;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immunarium.numerics.parallel.InOrder;
import org.immunarium.results.BlockInput;
import org.immunarium.results.Checkpoint;
import org.immunarium.results.SavingPace;
import org.immunarium.results.TableWriter;
import org.immunarium.study.Measure;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.VariantsTable;
import org.immunarium.study.Workplace;

/// A sweep with a folder: a row in `sweep.csv` for each run, in order.
///
/// Each run that is done becomes part of a safe point at once, or, where runs are short, as often
/// as saving takes no more than a twentieth of the time. A killed sweep goes on from there and
/// ends with the same bytes.
final class SweepRun {

    private static final String POINT = "sweep";

    private final PreparedSweep sweep;
    private final RunContext context;
    private final Checkpoint checkpoint;
    private final SavingPace pace = new SavingPace(Duration.ZERO);

    SweepRun(PreparedSweep sweep, RunContext context) {
        this.sweep = sweep;
        this.context = context;
        checkpoint = new Checkpoint(context.folder());
    }

    /// Where a sweep goes on.
    ///
    /// @param written runs whose rows are in the table
    /// @param waiting runs that are done but wait for an earlier one, by their place
    private record Reached(long written, TableWriter.Point table, SortedMap<Long, SweepRow> waiting) {

        static Reached read(BlockInput in, PreparedSweep sweep) throws IOException {
            long written = in.takeLong();
            TableWriter.Point table = new TableWriter.Point(in.takeLong(), in.takeLong());
            SortedMap<Long, SweepRow> waiting = new TreeMap<>();
            for (int left = in.takeInt(); left > 0; left--) {
                SweepRow row = SweepRow.read(in, sweep);
                waiting.put(row.run(), row);
            }
            return new Reached(written, table, waiting);
        }

        long done() {
            return written + waiting.size();
        }
    }

    List<String> run() {
        VariantsTable.write(context.folder(), sweep.variants());
        var before = checkpoint.read(POINT, in -> Reached.read(in, sweep));
        long doneBefore = before.map(Reached::done).orElse(0L);
        List<String> header = header();
        try (TableWriter table = before.isPresent()
                        ? TableWriter.resume(
                                context.folder().table(SweepTable.FILE),
                                header.size(),
                                before.get().table())
                        : TableWriter.create(context.folder().table(SweepTable.FILE), header);
                RunContext.Shown shown = context.screen().show("runs", sweep.runs(), doneBefore, "")) {
            SortedMap<Long, SweepRow> earlier = before.map(Reached::waiting).orElse(new TreeMap<>());
            Rows rows = new Rows(table, before.map(Reached::written).orElse(0L), earlier, shown);
            if (context.elsewhere().isPresent()) {
                runElsewhere(context.elsewhere().get(), rows, earlier);
            } else {
                runHere(rows, earlier);
            }
            rows.save(List.of());
        }
        return SweepFindings.of(sweep, context.folder());
    }

    private void runHere(Rows rows, SortedMap<Long, SweepRow> earlier) {
        SweepRuns runs =
                new SweepRuns(sweep, rows.written, earlier, context.threads(), context.stop(), rows, rows::atWork);
        try {
            runs.run();
            context.stop().check("");
        } catch (RunStopped asked) {
            if (rows.written < sweep.runs()) {
                String why = context.stop().isAsked() ? "" : "; a run " + asked.getMessage();
                throw rows.stopped(runs.waiting(), why);
            }
        }
    }

    private void runElsewhere(Workplace place, Rows rows, SortedMap<Long, SweepRow> earlier) {
        try {
            new SweepPieces(sweep, context.folder(), place).run(rows.written, earlier, row -> {
                rows.take(row);
                rows.given(new TreeMap<>());
                if (rows.written < sweep.runs()) {
                    context.stop().check("");
                }
            });
        } catch (RunStopped stopped) {
            throw rows.stopped(List.of(), context.stop().isAsked() ? "" : "; it " + stopped.getMessage());
        }
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of(SweepColumn.POINT));
        for (int v = 0; v < sweep.units().size(); v++) {
            header.add(Measure.header(
                    sweep.plan().varied().get(v).name(), sweep.units().get(v)));
        }
        header.add(SweepColumn.REPLICATE);
        header.add(SweepColumn.SEED);
        if (!sweep.variants().isEmpty()) {
            header.add(SweepColumn.VARIANT);
        }
        sweep.measures().forEach(each -> header.add(each.header()));
        header.add(SweepColumn.FAILED);
        return header;
    }

    /// Writes runs in order, and safe points now and then.
    private final class Rows implements InOrder.Taker<SweepRow> {

        private final TableWriter table;
        private final SortedMap<Long, SweepRow> earlier;
        private final RunContext.Shown shown;
        private long written;
        private volatile long done;
        private long saved;

        /// @param earlier runs that were done before and are not written; none is lost by stopping
        ///     again before its turn comes
        Rows(TableWriter table, long written, SortedMap<Long, SweepRow> earlier, RunContext.Shown shown) {
            this.table = table;
            this.written = written;
            this.earlier = new TreeMap<>(earlier);
            this.shown = shown;
            done = written + earlier.size();
            saved = done;
        }

        @Override
        public void take(SweepRow row) {
            table.cell(row.point() + 1L);
            int[] places = sweep.plan().places(row.point());
            for (int v = 0; v < places.length; v++) {
                table.cell(sweep.plan().varied().get(v).values().get(places[v]));
            }
            table.cell((long) row.replicate()).cell(row.seed());
            if (!sweep.variants().isEmpty()) {
                table.cell(sweep.variants().get(row.variant()).id());
            }
            for (double value : row.values()) {
                table.cell(value);
            }
            table.cell(row.failed().isEmpty() ? SweepColumn.DID_NOT_FAIL : row.failed())
                    .endRow();
            written++;
            earlier.remove(row.run());
        }

        @Override
        public void given(SortedMap<Long, SweepRow> waiting) {
            SortedMap<Long, SweepRow> unwritten = unwritten(waiting.values());
            if (done != written + unwritten.size()) {
                done = written + unwritten.size();
                shown.progress().reached(done);
            }
            if (done > saved && pace.isDue()) {
                pace.save(() -> save(unwritten.values()));
            }
        }

        /// Runs that are done, now or before, and wait for an earlier one.
        private SortedMap<Long, SweepRow> unwritten(Collection<SweepRow> waiting) {
            SortedMap<Long, SweepRow> unwritten = new TreeMap<>(earlier);
            waiting.forEach(row -> unwritten.put(row.run(), row));
            return unwritten;
        }

        /// @param runs how much is done of those at work
        void atWork(double runs) {
            shown.progress().reached(done + runs);
        }

        RunStopped stopped(Collection<SweepRow> waiting, String why) {
            return new RunStopped("after " + save(unwritten(waiting).values()) + " of " + sweep.runs() + " runs" + why);
        }

        /// @return how many runs are done
        long save(Collection<SweepRow> waiting) {
            TableWriter.Point point = table.checkpoint();
            List<SweepRow> rows = List.copyOf(waiting);
            checkpoint.save(Map.of(SweepRun.POINT, out -> {
                out.put(written);
                out.put(point.bytes());
                out.put(point.crc32c());
                out.put(rows.size());
                for (SweepRow row : rows) {
                    row.write(out);
                }
            }));
            saved = written + rows.size();
            return saved;
        }
    }
}
