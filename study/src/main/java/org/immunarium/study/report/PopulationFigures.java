package org.immunarium.study.report;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.report.figure.Histogram;

/// The figures of many patients: how each endpoint is spread.
final class PopulationFigures {

    /// How many are shown: a page with more is not read.
    static final int MOST = 24;

    private PopulationFigures() {}

    static FigureChoice of(RunReading.PopulationTables tables) {
        List<Figure> figures = new ArrayList<>();
        tables.endpoints().forEach((name, values) -> figures.add(new Histogram(name, name, values)));
        return new FigureChoice(figures, List.of(), tables.omitted());
    }
}
