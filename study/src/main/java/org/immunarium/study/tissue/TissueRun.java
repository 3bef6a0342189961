package org.immunarium.study.tissue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.results.Checkpoint;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.SavingPace;
import org.immunarium.results.StorageException;
import org.immunarium.study.Heap;
import org.immunarium.study.Measure;
import org.immunarium.study.RepeatableStudy;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StudyVariant;
import org.immunarium.study.VariantsTable;
import org.immunarium.study.tissue.frame.FramePlan;
import org.immunarium.study.tissue.frame.TissueFrames;
import org.immunarium.tissue.Tissue;
import org.immunarium.units.Quantity;

/// One tissue over time, or a few beside each other: a row for each cell type, and for each substance, at each time
/// that is written down.
///
/// Now and then, and when it is asked to stop, the tissue becomes a safe point, from which a killed run goes on; it
/// ends with the same bytes.
///
/// @param arms     run one after the other
/// @param duration min
/// @param every    min from row to row
/// @param words    what the tissue is, before variants change it
/// @param frames   when all cells and substances are written down
record TissueRun(
        String title,
        List<TissueArm> arms,
        double duration,
        double every,
        FramePlan frames,
        long seed,
        Map<String, String> method,
        List<Manifest.Setting> parameters,
        TissueInWords words,
        List<String> notices)
        implements RepeatableStudy {

    private static final String POINT = "tissue";

    /// Of times in words, which are sums of steps.
    private static final int DIGITS = 10;

    /// What a kill may cost, unless saving takes long.
    private static final Duration BETWEEN_POINTS = Duration.ofSeconds(10);

    @Override
    public List<StudyVariant> variants() {
        return arms.size() == 1
                ? List.of()
                : arms.stream().map(TissueArm::variant).toList();
    }

    @Override
    public String inWords() {
        return words.of(arms);
    }

    @Override
    public List<String> inWords(String variant, String type) {
        return arms.stream()
                .filter(arm -> arm.variant().id().equals(variant))
                .findFirst()
                .map(arm -> words.ofType(arm, type))
                .orElse(List.of());
    }

    @Override
    public List<String> run(RunContext context) {
        VariantsTable.write(context.folder(), variants());
        Checkpoint checkpoint = new Checkpoint(context.folder());
        double total = duration * arms.size();
        Place begin = checkpoint.read(POINT, Place::read).orElse(Place.START);
        double before = duration * begin.arm() + begin.time();
        try (RunContext.Shown shown = context.screen().show("tissue", total, before, "min")) {
            for (int arm = begin.arm(); arm < arms.size(); arm++) {
                run(arm, context, shown, checkpoint);
            }
        }
        return TissueFindings.of(
                arms.stream().map(arm -> arm.variant().title()).toList(),
                arms.stream()
                        .map(arm -> TissueCounts.read(
                                context.folder().variant(arm.variant().id())))
                        .toList());
    }

    private void run(int number, RunContext context, RunContext.Shown shown, Checkpoint checkpoint) {
        TissueArm arm = arms.get(number);
        RunFolder folder = context.folder().variant(arm.variant().id());
        try {
            Files.createDirectories(folder.tables());
        } catch (IOException e) {
            throw new StorageException(folder.tables(), e);
        }
        try (Tissue tissue = new Tissue(arm.model(), arm.beginning(), arm.treatment(), seed, 0, context.threads())) {
            Written before = checkpoint
                    .read(POINT, in -> Place.read(in).arm() == number ? Written.read(in, tissue) : Written.NOTHING)
                    .orElse(Written.NOTHING);
            TissueFrames drawn = TissueFrames.open(folder, frames, before.frames());
            try (TissueTables written = TissueTables.open(folder, arm, before.tables(), tissue.time())) {
                advance(number, tissue, written, drawn, context, shown, checkpoint);
                save(checkpoint, number, tissue, written, drawn);
            }
        }
    }

    private void advance(
            int number,
            Tissue tissue,
            TissueTables tables,
            TissueFrames drawn,
            RunContext context,
            RunContext.Shown shown,
            Checkpoint checkpoint) {
        if (tissue.time() == 0 && tables.isNew()) {
            tables.write(tissue);
            tables.writeEvents(tissue);
            drawn.reached(0, tissue);
        }
        SavingPace pace = new SavingPace(BETWEEN_POINTS);
        TissueMemory.Growth growth = new TissueMemory.Growth(
                tissue.model(), arms.get(number).beginning(), tissue.cells().count(), Heap.here());
        double length = tissue.model().steps().whole();
        long steps = Math.round(duration / length);
        long between = Math.round(every / length);
        for (long step = Math.round(tissue.time() / length); step < steps; ) {
            try {
                context.stop()
                        .check(arms.get(number).prefix() + "at " + Quantity.number(tissue.time(), DIGITS) + " min");
                checkRoom(arms.get(number), tissue, growth);
            } catch (RunStopped askedOrFull) {
                save(checkpoint, number, tissue, tables, drawn);
                throw askedOrFull;
            }
            step++;
            tissue.advanceTo(step * length);
            tables.writeEvents(tissue);
            if (step % between == 0 || step == steps) {
                tissue.check();
                tables.write(tissue);
            }
            drawn.reached(step, tissue);
            shown.progress().reached(number * duration + tissue.time());
            if (pace.isDue()) {
                pace.save(() -> save(checkpoint, number, tissue, tables, drawn));
            }
        }
    }

    /// @throws RunStopped if the cells of the next step may have no room
    private static void checkRoom(TissueArm arm, Tissue tissue, TissueMemory.Growth growth) {
        growth.refusal(TissueMemory.Crowd.of(tissue)).ifPresent(full -> {
            throw new RunStopped(arm.prefix() + "at " + Quantity.number(tissue.time(), DIGITS)
                    + " min, before its cells fill the memory: " + full);
        });
    }

    /// Where a safe point is.
    ///
    /// @param arm  its number
    /// @param time in it, min
    private record Place(int arm, double time) {

        static final Place START = new Place(0, 0);

        void write(BlockOutput out) throws IOException {
            out.put(arm);
            out.put(time);
        }

        static Place read(BlockInput in) throws IOException {
            return new Place(in.takeInt(), in.takeDouble());
        }
    }

    /// What was written before a safe point.
    private record Written(TissueTables.Points tables, TissueFrames.Point frames) {

        static final Written NOTHING = new Written(TissueTables.Points.NONE, TissueFrames.Point.NONE);

        void write(BlockOutput out) throws IOException {
            tables.write(out);
            frames.write(out);
        }

        /// Reads a safe point, and with it the tissue.
        static Written read(BlockInput in, Tissue tissue) throws IOException {
            Written written = new Written(TissueTables.Points.read(in), TissueFrames.Point.read(in));
            tissue.read(in);
            return written;
        }
    }

    private static void save(
            Checkpoint checkpoint, int number, Tissue tissue, TissueTables tables, TissueFrames drawn) {
        Written written = new Written(tables.checkpoint(), drawn.point());
        checkpoint.save(Map.of(POINT, out -> {
            new Place(number, tissue.time()).write(out);
            written.write(out);
            tissue.write(out);
        }));
    }

    @Override
    public List<Measure> measures() {
        return TissueMeasures.of(arms.getFirst().model());
    }

    @Override
    public double[] measure(int variant, long own, int threads, Heap heap, DoubleConsumer watch) {
        TissueArm arm = arms.get(variant);
        TissueMeasures seen = new TissueMeasures(arm.model());
        double length = arm.model().steps().whole();
        long steps = Math.round(duration / length);
        long between = Math.round(every / length);
        try (Tissue tissue = new Tissue(arm.model(), arm.beginning(), arm.treatment(), own, 0, threads)) {
            TissueMemory.Growth growth = new TissueMemory.Growth(
                    tissue.model(), arm.beginning(), tissue.cells().count(), heap);
            seen.see(tissue);
            for (long step = 1; step <= steps; step++) {
                watch.accept((double) (step - 1) / steps);
                checkRoom(arm, tissue, growth);
                tissue.advanceTo(step * length);
                if (step % between == 0 || step == steps) {
                    tissue.check();
                    seen.see(tissue);
                }
            }
        }
        return seen.values();
    }

    @Override
    public double bytes() {
        return arms.stream()
                .mapToDouble(arm -> TissueMemory.bytes(arm.model(), arm.beginning(), arm.treatment()))
                .max()
                .orElseThrow();
    }
}
