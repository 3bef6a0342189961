package org.immunarium.study.tissue.picture;

import java.util.List;
import java.util.Optional;
import org.immunarium.study.tissue.frame.Frame;

/// What is seen of several frames of a run, with one scale of colours for all.
public final class TissuePictures {

    private final Optional<String> background;
    private final HeatMap.Range range;

    /// Looks through all frames for the lowest and highest concentration.
    ///
    /// @param background the substance to show behind the cells, by name
    public TissuePictures(List<Frame> frames, Optional<String> background) {
        this.background = background;
        HeatMap.Range all = HeatMap.Range.NONE;
        for (Frame frame : frames) {
            Optional<Frame.Quantity> substance = substance(frame);
            if (substance.isPresent()) {
                all = all.with(frame.field(substance.get()));
            }
        }
        range = all.rounded();
    }

    private Optional<Frame.Quantity> substance(Frame frame) {
        return frame.substances().stream()
                .filter(each -> background.filter(each.name()::equals).isPresent())
                .findFirst();
    }

    /// What is seen of one of them.
    public Moment of(Frame frame) {
        return Moment.of(frame, substance(frame).map(each -> HeatMap.of(frame.field(each), range, Moment.cut(frame))));
    }
}
