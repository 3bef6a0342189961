package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.immunarium.study.TimeScale;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.study.tissue.frame.FramePlan;
import org.immunarium.units.Dimension;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// What a study wants a run to leave behind to be looked at, as read.
///
/// @param every      time between rows of tables
/// @param frames     time between frames; 0 for none
/// @param pictures   when the report has pictures
/// @param background the substance behind the cells in pictures
public record TissueOutput(
        Optional<Placed<Quantity>> every,
        Optional<Placed<Quantity>> frames,
        Optional<List<Placed<Quantity>>> pictures,
        Optional<Placed<String>> background) {

    /// What a page can show, and a person can compare.
    private static final int MOST_PICTURES = 12;

    private static final double MOST_FRAMES = 1e5;

    static final String EVERY = "output.every";
    private static final String FRAMES = "output.frames";
    private static final String PICTURES = "output.pictures";
    private static final String BACKGROUND = "output.background";

    /// What of it the command line may set as it sets values of the model.
    static final Set<String> SETTABLE = Set.of(EVERY, FRAMES);

    static final TissueOutput DEFAULT =
            new TissueOutput(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// Reads the key `output`.
    static TissueOutput read(Section file) {
        return file.section("output", List.of("every", "frames", "pictures", "background"))
                .map(output -> new TissueOutput(
                        output.quantity("every").filter(time -> isTime(output, EVERY, time, false)),
                        output.quantity("frames").filter(time -> isTime(output, FRAMES, time, true)),
                        output.has("pictures") ? Optional.of(times(output)) : Optional.empty(),
                        output.text("background")))
                .orElse(DEFAULT);
    }

    private static List<Placed<Quantity>> times(Section output) {
        List<Placed<Quantity>> times = new ArrayList<>();
        output.lines("pictures")
                .forEach(text -> output.quantity(PICTURES, text)
                        .filter(time -> isTime(output, PICTURES, time, true))
                        .ifPresent(times::add));
        return times;
    }

    /// Whether a value is a time above 0; if not, says so of its key.
    ///
    /// @param orNone whether 0 is right, too
    static boolean isTime(Section section, String key, Placed<Quantity> time, boolean orNone) {
        Optional<String> wrong = WholeSteps.wrong(key, time.value(), orNone);
        wrong.ifPresent(message -> section.problem(time, message));
        return wrong.isEmpty();
    }

    /// The same with what the command line says in place of it.
    ///
    /// @param set what it sets, by name; see [#SETTABLE]
    TissueOutput with(Map<String, Placed<Quantity>> set) {
        Optional<Placed<Quantity>> newEvery = Optional.ofNullable(set.get(EVERY));
        Optional<Placed<Quantity>> newFrames = Optional.ofNullable(set.get(FRAMES));
        return new TissueOutput(newEvery.or(() -> every), newFrames.or(() -> frames), pictures, background);
    }

    /// When frames are written.
    ///
    /// @param duration   min
    /// @param steps      that all times are whole multiples of; its problems receive what is wrong
    /// @param substances of the model, by name
    /// @param notices    receives what is in vain
    FramePlan plan(double duration, WholeSteps steps, List<String> substances, List<String> notices) {
        List<Problem> problems = steps.problems();
        background
                .filter(name -> !substances.contains(name.value()))
                .ifPresent(name -> problems.add(name.problem(BACKGROUND + ": the model has no substance \""
                        + name.value() + "\"" + NearMiss.hint(name.value(), substances))));
        long last = Math.round(duration / steps.length());
        long between = frames.map(each -> steps.orNone(FRAMES, each)).orElse(0L);
        if (between > 0 && last / (double) between > MOST_FRAMES) {
            frames.ifPresent(each -> problems.add(each.problem(FRAMES + ": " + each.value() + " would give more than "
                    + Quantity.number(MOST_FRAMES) + " frames")));
            return FramePlan.NONE;
        }
        noticeLonger(EVERY, every, "rows of its tables", duration, notices);
        noticeLonger(FRAMES, frames, "frames", duration, notices);
        Optional<SortedSet<Long>> shown = pictures.map(times -> shown(times, last, steps, notices));
        if (frames.isPresent() && between == 0) {
            return shown.filter(times -> !times.isEmpty())
                    .map(times ->
                            new FramePlan(times.stream().mapToLong(each -> each).toArray(), times, backgroundName()))
                    .orElse(FramePlan.NONE);
        }
        // Without a word about frames: at the start, in the middle and at the end, as the report shows them.
        long unless = frames.isEmpty() && pictures.isEmpty() ? (last + 1) / 2 : between;
        return FramePlan.of(last, unless, shown, backgroundName());
    }

    private static void noticeLonger(
            String key, Optional<Placed<Quantity>> time, String what, double duration, List<String> notices) {
        time.filter(each -> each.value().unit().dimension().equals(Dimension.TIME)
                        && each.value().in(Unit.parse("min")) > duration)
                .ifPresent(each -> notices.add(each.problem(
                                key + ": " + each.value() + " is longer than the run of " + TimeScale.words(duration)
                                        + ", so there are " + what + " at its start and its end only")
                        .toString()));
    }

    private Optional<String> backgroundName() {
        return background.map(Placed::value);
    }

    private static SortedSet<Long> shown(
            List<Placed<Quantity>> times, long last, WholeSteps steps, List<String> notices) {
        SortedSet<Long> shown = new TreeSet<>();
        for (Placed<Quantity> time : times) {
            long at = steps.orNone(PICTURES, time);
            if (at <= last) {
                shown.add(at);
            } else {
                notices.add(time.problem(PICTURES + ": " + time.value() + " is after the end")
                        .toString());
            }
        }
        if (shown.size() > MOST_PICTURES) {
            steps.problems()
                    .add(times.getFirst()
                            .problem(
                                    PICTURES + ": at most " + MOST_PICTURES + " were expected; found " + shown.size()));
        }
        return shown;
    }
}
