package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.immunarium.study.Measure;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Losses;
import org.immunarium.tissue.measure.TypeCounts;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.TissueModel;

/// What one tissue comes to: how many cells of each type live and are dead at the end, how many
/// lived at the start, at least and at most of the times that are written down, and how many were
/// killed by others.
final class TissueMeasures {

    /// Each for all types, in this order.
    private enum Kind {
        FINAL_LIVE("final live"),
        FINAL_DEAD("final dead"),
        KILLED("killed"),
        INITIAL_LIVE("initial live"),
        MIN_LIVE("min live"),
        MAX_LIVE("max live");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final int types;
    private final double[][] values;

    TissueMeasures(TissueModel model) {
        types = model.types().size();
        values = new double[Kind.values().length][types];
        Arrays.fill(of(Kind.MIN_LIVE), Double.POSITIVE_INFINITY);
    }

    static List<Measure> of(TissueModel model) {
        List<Measure> measures = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (CellType type : model.types()) {
                measures.add(new Measure(kind.words + " " + type.name(), ""));
            }
        }
        return measures;
    }

    /// Takes note of a time that is written down.
    void see(Tissue tissue) {
        for (int type = 0; type < types; type++) {
            TypeCounts counts = TypeCounts.of(tissue.cells(), type);
            if (tissue.time() == 0) {
                of(Kind.INITIAL_LIVE)[type] = counts.live();
            }
            of(Kind.FINAL_LIVE)[type] = counts.live();
            of(Kind.FINAL_DEAD)[type] = counts.dead();
            of(Kind.MIN_LIVE)[type] = Math.min(of(Kind.MIN_LIVE)[type], counts.live());
            of(Kind.MAX_LIVE)[type] = Math.max(of(Kind.MAX_LIVE)[type], counts.live());
            of(Kind.KILLED)[type] = killed(tissue.losses(), type);
        }
    }

    /// By whatever way another cell took: two that fused go on living as one.
    private double killed(Losses losses, int type) {
        double killed = 0;
        for (Cause cause : Cause.values()) {
            for (int by = 0; by < types && cause != Cause.FUSION; by++) {
                killed += losses.of(type, cause, by);
            }
        }
        return killed;
    }

    /// In the order of [#of(TissueModel)].
    double[] values() {
        return Stream.of(values).flatMapToDouble(Arrays::stream).toArray();
    }

    private double[] of(Kind kind) {
        return values[kind.ordinal()];
    }
}
