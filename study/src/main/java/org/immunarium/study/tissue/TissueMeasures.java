package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.immunarium.study.Measure;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Losses;
import org.immunarium.tissue.measure.Traits;
import org.immunarium.tissue.measure.TypeCounts;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.TissueModel;

/// What one tissue comes to: how many cells of each type live and are dead at the end, how many
/// lived at the start, at least and at most of the times that are written down, and how many were
/// killed by others. Where there is immunity, also how many died of chemotherapy, how many left
/// alive, and how many live at the end that have next to nothing of MHC-I or of an antigen.
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

    private static final String CHEMOTHERAPY = "lost to chemotherapy ";
    private static final String DEPARTED = "departed ";
    private static final String CLONES = "final clones ";
    private static final String WITHOUT = "final without ";

    private final int types;
    private final List<String> presented;
    private final double[][] values;
    private final double[] chemotherapy;
    private final double[] departed;
    private final double[] clones;
    private final double[][] without;

    TissueMeasures(TissueModel model) {
        types = model.types().size();
        presented = presented(model);
        values = new double[Kind.values().length][types];
        chemotherapy = new double[presented.isEmpty() ? 0 : types];
        departed = new double[chemotherapy.length];
        clones = new double[chemotherapy.length];
        without = new double[presented.size()][types];
        Arrays.fill(of(Kind.MIN_LIVE), Double.POSITIVE_INFINITY);
    }

    /// What cells may have lost; nothing where there is no immunity.
    private static List<String> presented(TissueModel model) {
        return model.immunity()
                .map(immunity -> Stream.concat(Stream.of(Traits.MHC), immunity.antigens().stream())
                        .toList())
                .orElse(List.of());
    }

    static List<Measure> of(TissueModel model) {
        List<Measure> measures = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (CellType type : model.types()) {
                measures.add(new Measure(kind.words + " " + type.name(), ""));
            }
        }
        if (model.immunity().isPresent()) {
            model.types().forEach(type -> measures.add(new Measure(CHEMOTHERAPY + type.name(), "")));
            model.types().forEach(type -> measures.add(new Measure(DEPARTED + type.name(), "")));
            model.types().forEach(type -> measures.add(new Measure(CLONES + type.name(), "")));
        }
        for (String trait : presented(model)) {
            model.types().forEach(type -> measures.add(new Measure(WITHOUT + trait + " " + type.name(), "")));
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
            seeImmunity(tissue, type, counts.live());
        }
    }

    private void seeImmunity(Tissue tissue, int type, long live) {
        if (presented.isEmpty()) {
            return;
        }
        chemotherapy[type] = tissue.losses().of(type, Cause.CHEMOTHERAPY);
        departed[type] =
                tissue.losses().of(type, Cause.INTRAVASATION) + tissue.losses().of(type, Cause.EGRESS);
        clones[type] = Traits.clones(tissue, type);
        for (Traits.Trait trait : Traits.of(tissue, type)) {
            int place = presented.indexOf(trait.name());
            if (place >= 0) {
                without[place][type] = Math.rint(trait.without() * live);
            }
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
        return Stream.of(Stream.of(values), Stream.of(chemotherapy, departed, clones), Stream.of(without))
                .flatMap(Function.identity())
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private double[] of(Kind kind) {
        return values[kind.ordinal()];
    }
}
