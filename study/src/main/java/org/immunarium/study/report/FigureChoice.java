package org.immunarium.study.report;

import java.util.List;
import java.util.stream.Stream;
import org.immunarium.study.report.figure.Figure;

/// Which figures a run's report has, and what it leaves out.
///
/// @param figures in the order shown
/// @param still   labels of what never changes, which is named, not drawn
/// @param omitted labels of what changes but is beyond what one page can show
public record FigureChoice(List<Figure> figures, List<String> still, List<String> omitted) {

    /// The same with other figures before them.
    public FigureChoice after(List<Figure> first) {
        return new FigureChoice(Stream.concat(first.stream(), figures.stream()).toList(), still, omitted);
    }
}
