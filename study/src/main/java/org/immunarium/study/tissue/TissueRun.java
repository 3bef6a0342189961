package org.immunarium.study.tissue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.Model;
import org.immunarium.results.Checkpoint;
import org.immunarium.results.Manifest;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StudyVariant;
import org.immunarium.study.Words;
import org.immunarium.study.tissue.frame.FramePlan;
import org.immunarium.study.tissue.frame.TissueFrames;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.rule.RulesInWords;
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
        List<String> notices)
        implements PreparedStudy {

    private static final String POINT = "tissue";

    /// From one safe point to the next, ns.
    private static final long BETWEEN_POINTS = 10_000_000_000L;

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
        Words words = new Words();
        words.list("Cell types:", model.types(), type -> type.name());
        words.list(
                "Substances:",
                model.substances(),
                each -> each.name() + ": diffuses at " + Quantity.number(each.diffusion()) + " µm^2/min, decays at "
                        + Quantity.number(each.decay()) + " 1/min");
        RulesInWords.of(model).forEach(paragraph -> words.line("").line(paragraph));
        return words.toString();
    }

    @Override
    public List<String> run(RunContext context) {
        Checkpoint checkpoint = new Checkpoint(context.folder());
        Optional<byte[]> point = checkpoint.read(POINT);
        try (Tissue tissue = new Tissue(model, beginning, seed, 0, context.threads())) {
            Written before = point.map(bytes -> read(tissue, bytes)).orElse(Written.NOTHING);
            TissueFrames drawn = TissueFrames.open(context.folder(), frames, before.frames());
            try (TissueTables written = TissueTables.open(context.folder(), model, before.tables());
                    RunContext.Shown shown = context.screen().show("tissue", duration, tissue.time(), "min")) {
                advance(tissue, written, drawn, context, shown, checkpoint);
                checkpoint.save(Map.of(POINT, bytes(tissue, written, drawn)));
                return findings(tissue);
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
        long saved = System.nanoTime();
        long steps = Math.round(duration / model.steps().mechanics());
        long between = Math.round(every / model.steps().mechanics());
        for (long step = Math.round(tissue.time() / model.steps().mechanics()); step < steps; ) {
            try {
                context.stop().check("at " + Quantity.number(tissue.time()) + " min");
            } catch (RunStopped asked) {
                checkpoint.save(Map.of(POINT, bytes(tissue, tables, drawn)));
                throw asked;
            }
            tissue.advance();
            step++;
            if (step % between == 0 || step == steps) {
                tables.write(tissue);
            }
            drawn.reached(step, tissue);
            shown.progress().reached(tissue.time());
            if (System.nanoTime() - saved > BETWEEN_POINTS) {
                checkpoint.save(Map.of(POINT, bytes(tissue, tables, drawn)));
                saved = System.nanoTime();
            }
        }
    }

    /// What was written before a safe point.
    private record Written(TissueTables.Points tables, TissueFrames.Point frames) {

        static final Written NOTHING = new Written(TissueTables.Points.NONE, TissueFrames.Point.NONE);
    }

    private static byte[] bytes(Tissue tissue, TissueTables tables, TissueFrames drawn) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            tables.checkpoint().write(out);
            drawn.point().write(out);
            tissue.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Written read(Tissue tissue, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Written before = new Written(TissueTables.Points.read(in), TissueFrames.Point.read(in));
            tissue.read(in);
            return before;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> findings(Tissue tissue) {
        List<String> findings = new ArrayList<>();
        int[] before = new int[model.types().size()];
        try (Tissue start = new Tissue(model, beginning, seed, 0, 1)) {
            count(start, before);
        }
        int[] after = new int[before.length];
        count(tissue, after);
        for (int type = 0; type < before.length; type++) {
            findings.add(model.types().get(type).name() + ": " + String.format("%,d", before[type])
                    + " living cells at the start, " + String.format("%,d", after[type]) + " after "
                    + Quantity.number(duration) + " min");
        }
        return findings;
    }

    private static void count(Tissue tissue, int[] living) {
        for (int i = 0; i < tissue.cells().count(); i++) {
            if (tissue.cells().isAlive(i)) {
                living[tissue.cells().type.values[i]]++;
            }
        }
    }
}
