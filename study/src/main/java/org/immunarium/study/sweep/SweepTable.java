package org.immunarium.study.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.immunarium.results.Damage;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.VariantsTable;

/// The table of a sweep, read back: what was varied and how each run ended, and column by column
/// what runs came to.
///
/// @param file     where it is
/// @param varied   headings of what was varied
/// @param values   of these, `values[varied][run]`
/// @param variants titles of those of the study; one empty one where there is only one
/// @param measures headings of what is measured
/// @param first    place of the first of these among all columns
/// @param runs     how many there are
/// @param failed   how many of them failed
record SweepTable(
        Path file,
        List<String> varied,
        double[][] values,
        List<String> variants,
        List<String> measures,
        int first,
        int runs,
        int failed) {

    static final String FILE = "sweep.csv";

    /// Reads all but what is measured.
    ///
    /// @throws org.immunarium.units.InvalidInputException if it is missing or damaged
    static SweepTable read(RunFolder run) {
        Path file = run.table(FILE);
        List<String> header = Table.header(file);
        int replicate = IntStream.range(1, header.size() - 1)
                .filter(i -> header.get(i).equals(SweepColumn.REPLICATE)
                        && header.get(i + 1).equals(SweepColumn.SEED))
                .findFirst()
                .orElseThrow(() -> Damage.of(file, "the columns replicate and seed were expected"));
        int first = replicate + 2;
        List<String> variants = List.of("");
        List<VariantsTable.Row> several = VariantsTable.read(run);
        if (!several.isEmpty()) {
            first++;
            variants = several.stream().map(VariantsTable.Row::title).toList();
        }
        int[] counts = new int[2];
        Table.forEach(file, List.of(SweepColumn.FAILED), row -> {
            counts[0]++;
            counts[1] += row.text(0).equals(SweepColumn.DID_NOT_FAIL) ? 0 : 1;
        });
        double[][] values =
                Table.numbers(file, IntStream.range(1, replicate).boxed().toList(), counts[0]);
        return new SweepTable(
                file,
                header.subList(1, replicate),
                values,
                variants,
                header.subList(first, header.size() - 1),
                first,
                counts[0],
                counts[1]);
    }

    /// What a few measures came to in each run, for as many as there are; NaN where a run failed.
    ///
    /// @param wanted places among [#measures]
    List<double[]> of(List<Integer> wanted) {
        List<double[]> columns = new ArrayList<>();
        List<Integer> places = wanted.stream().map(each -> first + each).toList();
        for (List<Integer> group : Table.inGroups(places, runs)) {
            columns.addAll(List.of(Table.numbers(file, group, runs)));
        }
        return columns;
    }

    /// Measures that differ between runs, by their place among [#measures].
    List<Integer> differing() {
        List<Integer> differing = new ArrayList<>();
        List<Integer> places =
                IntStream.range(0, measures.size()).map(i -> first + i).boxed().toList();
        for (List<Integer> group : Table.inGroups(places, runs)) {
            double[][] values = Table.numbers(file, group, runs);
            for (int i = 0; i < values.length; i++) {
                if (differs(values[i])) {
                    differing.add(group.get(i) - first);
                }
            }
        }
        return differing;
    }

    private static boolean differs(double[] values) {
        double some = Double.NaN;
        for (double value : values) {
            if (Double.isNaN(some)) {
                some = value;
            } else if (value != some && !Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /// The place of a run's variant.
    int variant(int run) {
        return run % variants.size();
    }
}
