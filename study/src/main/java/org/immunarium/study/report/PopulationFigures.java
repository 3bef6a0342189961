package org.immunarium.study.report;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.results.Table;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.report.figure.Histogram;

/// The figures of many patients: how each endpoint is spread.
final class PopulationFigures {

    private static final int MOST = 24;

    private PopulationFigures() {}

    static FigureChoice of(RunReading.PopulationTables tables) {
        Table patients = tables.patients();
        List<Figure> figures = new ArrayList<>();
        List<String> omitted = new ArrayList<>();
        for (int column = 1; column < patients.header().size(); column++) {
            String name = patients.header().get(column);
            if (!isEndpoint(tables.summary(), name)) {
                continue;
            }
            if (figures.size() < MOST) {
                figures.add(new Histogram(name, name, patients.numbers(column)));
            } else {
                omitted.add(name);
            }
        }
        return new FigureChoice(figures, List.of(), omitted);
    }

    private static boolean isEndpoint(Table summary, String name) {
        return summary.rows().stream().anyMatch(row -> row.getFirst().equals(name));
    }
}
