package org.immunarium.study.tissue.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immunarium.results.Damage;
import org.immunarium.study.TimeScale;
import org.immunarium.study.tissue.frame.Frame;
import org.immunarium.units.Quantity;

/// What is seen of a tissue at one time: of a flat one all of it, of another a cut through z = 0
/// and a view from outside.
///
/// @param time   since the start, min
/// @param types  names of cell types
/// @param fates  what may have become of cells: `alive` first
/// @param counts how many cells there are, by type and fate
/// @param panels one beside the other
public record Moment(double time, List<String> types, List<String> fates, int[][] counts, List<Panel> panels) {

    /// What is seen of a frame.
    ///
    /// @param map  what is behind the cells
    static Moment of(Frame frame, Optional<HeatMap> map) {
        SeenCells cells = SeenCells.of(frame);
        int[][] counts = new int[frame.types().size()][frame.fates().size()];
        for (int i = 0; i < cells.count(); i++) {
            int type = cells.type()[i];
            int fate = cells.fate()[i];
            if (type < 0 || type >= counts.length || fate < 0 || fate >= counts[type].length) {
                throw Damage.of(frame.folder(), "a cell has a type or fate that is not among those named");
            }
            counts[type][fate]++;
        }
        List<Panel> panels = new ArrayList<>();
        double cut = cut(frame);
        String title = frame.isFlat() ? "" : "Cut at z = " + Quantity.number(cut) + (cut == 0 ? "" : " µm");
        panels.add(Section.of(frame, cells, map, cut, title));
        if (!frame.isFlat()) {
            panels.add(Projection.of(frame, cells, "From outside"));
        }
        return new Moment(frame.time(), frame.types(), frame.fates(), counts, panels);
    }

    /// Where a tissue is cut: at z = 0 where that is within its domain, else in the middle, µm.
    static double cut(Frame frame) {
        double lower = frame.lower()[2];
        double upper = frame.upper()[2];
        return frame.isFlat() || lower < 0 && upper > 0 ? 0 : (lower + upper) / 2;
    }

    /// The time, on the scale that fits it.
    public String when() {
        return TimeScale.words(time);
    }

    /// How many cells there are, type by type.
    public List<String> inWords() {
        List<String> words = new ArrayList<>();
        for (int type = 0; type < types.size(); type++) {
            StringBuilder of = new StringBuilder(types.get(type));
            String separator = ": ";
            for (int fate = 0; fate < fates.size(); fate++) {
                if (fate == 0 || counts[type][fate] > 0) {
                    of.append(separator)
                            .append(number(counts[type][fate]))
                            .append(' ')
                            .append(fates.get(fate));
                    separator = ", ";
                }
            }
            words.add(of.toString());
        }
        return words;
    }

    static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
