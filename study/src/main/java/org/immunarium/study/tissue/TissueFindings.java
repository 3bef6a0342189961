package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.study.TimeScale;
import org.immunarium.study.Trend;

/// What became of the cells of a tissue, in a few plain lines.
final class TissueFindings {

    private static final String CELLS = "living cells";

    private TissueFindings() {}

    /// Of one tissue, a line for each type of cell. Of variants, a line for each under each type that changes in any.
    /// Then who left the domain.
    ///
    /// @param titles of the variants
    /// @param counts of each, types in the same order
    static List<String> of(List<String> titles, List<TissueCounts> counts) {
        List<String> lines = new ArrayList<>(trends(titles, counts));
        for (int variant = 0; variant < titles.size(); variant++) {
            String of = titles.size() == 1 ? "" : titles.get(variant) + ": ";
            List<Long> left = counts.get(variant).left();
            for (int type = 0; type < left.size(); type++) {
                if (left.get(type) > 0) {
                    String name = counts.get(variant).types().get(type);
                    lines.add(of + left.get(type) + " of \"" + name
                            + "\" left the domain, which has no wall or did not hold"
                            + " them; they do nothing from then on, but still count as living");
                }
            }
        }
        return lines;
    }

    private static List<String> trends(List<String> titles, List<TissueCounts> counts) {
        List<String> types = counts.getFirst().types();
        TimeScale scale = TimeScale.upTo(counts.stream()
                .flatMap(each -> each.times().stream())
                .mapToDouble(times -> times[times.length - 1])
                .max()
                .orElse(0));
        if (titles.size() == 1) {
            return lines(
                    types,
                    IntStream.range(0, types.size())
                            .mapToObj(type -> trend(counts.getFirst(), type))
                            .toList(),
                    scale);
        }
        List<String> lines = new ArrayList<>();
        for (int t = 0; t < types.size(); t++) {
            int type = t;
            List<Trend> trends = counts.stream().map(each -> trend(each, type)).toList();
            if (trends.stream().anyMatch(Trend::changes)) {
                lines.add(types.get(type) + ":");
                lines.addAll(lines(titles, trends, scale));
            }
        }
        return lines.isEmpty() ? List.of("no cell was born, died or left") : lines;
    }

    private static Trend trend(TissueCounts counts, int type) {
        return Trend.of(counts.times().get(type), counts.live().get(type));
    }

    private static List<String> lines(List<String> names, List<Trend> trends, TimeScale scale) {
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + " ".repeat(width - names.get(i).length()) + "   "
                        + trends.get(i).words(CELLS, scale::inWords))
                .toList();
    }
}
