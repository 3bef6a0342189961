package org.immunarium.study.tissue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.immunarium.equations.model.Model;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.results.Checkpoint;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.SavingPace;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StudyVariant;
import org.immunarium.study.tissue.frame.FramePlan;
import org.immunarium.study.tissue.frame.TissueFrames;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.measure.TypeCounts;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Quantity;

/// One tissue over time: a row for each cell type, and for each substance, at each time that is
/// written down.
///
/// Now and then, and when it is asked to stop, the tissue becomes a safe point, from which a
/// killed run goes on; it ends with the same bytes.
///
/// @param duration min
/// @param every    min from row to row
/// @param frames   when all cells and substances are written down
record TissueRun(
        String title,
        TissueModel model,
        Beginning beginning,
        double duration,
        double every,
        FramePlan frames,
        long seed,
        Map<String, String> method,
        List<Manifest.Setting> parameters,
        Provenance provenance,
        List<String> notices)
        implements PreparedStudy {

    private static final String POINT = "tissue";

    /// What a kill may cost, unless saving takes long.
    private static final Duration BETWEEN_POINTS = Duration.ofSeconds(10);

    @Override
    public List<StudyVariant> variants() {
        return List.of();
    }

    @Override
    public Map<String, Model> models() {
        return Map.of();
    }

    @Override
    public String inWords() {
        return new TissueInWords(model, provenance).toString();
    }

    @Override
    public List<String> run(RunContext context) {
        Checkpoint checkpoint = new Checkpoint(context.folder());
        try (Tissue tissue = new Tissue(model, beginning, seed, 0, context.threads())) {
            Written before = checkpoint
                    .read(POINT, in -> {
                        Written written = Written.read(in);
                        tissue.read(in);
                        return written;
                    })
                    .orElse(Written.NOTHING);
            TissueFrames drawn = TissueFrames.open(context.folder(), frames, before.frames());
            try (TissueTables written = TissueTables.open(context.folder(), model, before.tables());
                    RunContext.Shown shown = context.screen().show("tissue", duration, tissue.time(), "min")) {
                advance(tissue, written, drawn, context, shown, checkpoint);
                save(checkpoint, tissue, written, drawn);
                return findings(context.folder(), tissue);
            }
        }
    }

    private void advance(
            Tissue tissue,
            TissueTables tables,
            TissueFrames drawn,
            RunContext context,
            RunContext.Shown shown,
            Checkpoint checkpoint) {
        if (tissue.time() == 0 && tables.isNew()) {
            tables.write(tissue);
            drawn.reached(0, tissue);
        }
        SavingPace pace = new SavingPace(BETWEEN_POINTS);
        long steps = Math.round(duration / model.steps().mechanics());
        long between = Math.round(every / model.steps().mechanics());
        for (long step = Math.round(tissue.time() / model.steps().mechanics()); step < steps; ) {
            try {
                context.stop().check("at " + Quantity.number(tissue.time()) + " min");
            } catch (RunStopped asked) {
                save(checkpoint, tissue, tables, drawn);
                throw asked;
            }
            tissue.advance();
            step++;
            if (step % between == 0 || step == steps) {
                tissue.check();
                tables.write(tissue);
            }
            drawn.reached(step, tissue);
            shown.progress().reached(tissue.time());
            if (pace.isDue()) {
                pace.save(() -> save(checkpoint, tissue, tables, drawn));
            }
        }
    }

    /// What was written before a safe point.
    private record Written(TissueTables.Points tables, TissueFrames.Point frames) {

        static final Written NOTHING = new Written(TissueTables.Points.NONE, TissueFrames.Point.NONE);

        void write(BlockOutput out) throws IOException {
            tables.write(out);
            frames.write(out);
        }

        static Written read(BlockInput in) throws IOException {
            return new Written(TissueTables.Points.read(in), TissueFrames.Point.read(in));
        }
    }

    private static void save(Checkpoint checkpoint, Tissue tissue, TissueTables tables, TissueFrames drawn) {
        Written written = new Written(tables.checkpoint(), drawn.point());
        checkpoint.save(Map.of(POINT, out -> {
            written.write(out);
            tissue.write(out);
        }));
    }

    private List<String> findings(RunFolder folder, Tissue tissue) {
        List<String> findings = new ArrayList<>();
        long[] before = TissueTables.livingAtStart(folder, model.types().size());
        for (int type = 0; type < before.length; type++) {
            int after = TypeCounts.of(tissue.cells(), type).live();
            findings.add(model.types().get(type).name() + ": " + String.format(Locale.ROOT, "%,d", before[type])
                    + " living cells at the start, " + String.format(Locale.ROOT, "%,d", after) + " after "
                    + Quantity.number(duration) + " min");
        }
        return findings;
    }
}
