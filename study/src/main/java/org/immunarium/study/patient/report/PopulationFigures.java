package org.immunarium.study.patient.report;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.results.Table;
import org.immunarium.study.report.FigureChoice;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.report.figure.Histogram;

/// The figures of many patients: how each endpoint is spread. Of the patients, of whom there may be millions, only the
/// columns that are shown are read, and no more of them at once than fit into memory.
final class PopulationFigures {

    /// How many are shown: a page with more is not read.
    static final int MOST = 24;

    private PopulationFigures() {}

    static FigureChoice of(RunReading.PopulationTables tables) {
        List<Figure> figures = new ArrayList<>();
        List<String> names = tables.endpoints();
        int shown = Math.min(names.size(), MOST);
        List<Integer> places = Table.places(tables.patients(), names.subList(0, shown));
        for (List<Integer> group : Table.inGroups(places, tables.count())) {
            for (double[] values : Table.numbers(tables.patients(), group, tables.count())) {
                String name = names.get(figures.size());
                figures.add(new Histogram(name, name, values));
            }
        }
        return new FigureChoice(figures, List.of(), names.subList(shown, names.size()));
    }
}
