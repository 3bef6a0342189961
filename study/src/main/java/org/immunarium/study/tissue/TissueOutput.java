package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
    private static final Unit MINUTE = Unit.parse("min");

    private static final String EVERY = "output.every";
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

    private static boolean isTime(Section output, String key, Placed<Quantity> time, boolean orNone) {
        Optional<String> wrong = wrong(key, time.value(), orNone);
        wrong.ifPresent(message -> output.problem(time, message));
        return wrong.isEmpty();
    }

    /// What is wrong with a time.
    ///
    /// @param orNone whether it may be 0, in any unit or none
    static Optional<String> wrong(String key, Quantity time, boolean orNone) {
        boolean right = time.unit().dimension().equals(Dimension.TIME)
                ? time.value() > 0 || orNone && time.value() == 0
                : orNone && time.value() == 0 && time.unit().equals(Unit.ONE);
        return right
                ? Optional.empty()
                : Optional.of(key + ": a time above 0 was expected, as in 24 h" + (orNone ? ", or 0" : "") + "; found "
                        + time);
    }

    /// The same with what the command line says in place of it.
    ///
    /// @param set what it sets, by name; see [#SETTABLE]
    TissueOutput with(Map<String, Placed<Quantity>> set) {
        Optional<Placed<Quantity>> newEvery = Optional.ofNullable(set.get(EVERY));
        Optional<Placed<Quantity>> newFrames = Optional.ofNullable(set.get(FRAMES));
        return new TissueOutput(newEvery.or(() -> every), newFrames.or(() -> frames), pictures, background);
    }

    /// Time between rows, min.
    ///
    /// @param unless   what it is where the study does not say
    /// @param problems receives what is wrong
    double minutes(double unless, List<Problem> problems) {
        if (every.isEmpty()) {
            return unless;
        }
        Optional<String> wrong = wrong(EVERY, every.get().value(), false);
        wrong.ifPresent(message -> problems.add(every.get().problem(message)));
        return wrong.isPresent() ? unless : every.get().value().in(MINUTE);
    }

    /// When frames are written.
    ///
    /// @param duration   min
    /// @param step       that all times are whole multiples of, min
    /// @param substances of the model, by name
    /// @param problems   receives what is wrong
    /// @param notices    receives what is in vain
    FramePlan plan(
            double duration, double step, List<String> substances, List<Problem> problems, List<String> notices) {
        background
                .filter(name -> !substances.contains(name.value()))
                .ifPresent(name -> problems.add(name.problem(BACKGROUND + ": the model has no substance \""
                        + name.value() + "\"" + NearMiss.hint(name.value(), substances))));
        long last = Math.round(duration / step);
        long between = frames.map(each -> steps(FRAMES, each, step, problems)).orElse(0L);
        if (between > 0 && last / (double) between > MOST_FRAMES) {
            frames.ifPresent(each -> problems.add(each.problem(FRAMES + ": " + each.value() + " would give more than "
                    + Quantity.number(MOST_FRAMES) + " frames")));
            return FramePlan.NONE;
        }
        Optional<SortedSet<Long>> shown = pictures.map(times -> shown(times, last, step, problems, notices));
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

    private Optional<String> backgroundName() {
        return background.map(Placed::value);
    }

    private static SortedSet<Long> shown(
            List<Placed<Quantity>> times, long last, double step, List<Problem> problems, List<String> notices) {
        SortedSet<Long> shown = new TreeSet<>();
        for (Placed<Quantity> time : times) {
            long at = steps(PICTURES, time, step, problems);
            if (at <= last) {
                shown.add(at);
            } else {
                notices.add(time.problem(PICTURES + ": " + time.value() + " is after the end")
                        .toString());
            }
        }
        if (shown.size() > MOST_PICTURES) {
            problems.add(times.getFirst()
                    .problem(PICTURES + ": at most " + MOST_PICTURES + " were expected; found " + shown.size()));
        }
        return shown;
    }

    /// A time in steps; one that is no whole number of them is a problem.
    static long steps(String key, Placed<Quantity> asked, double step, List<Problem> problems) {
        Optional<String> wrong = wrong(key, asked.value(), true);
        if (wrong.isPresent()) {
            problems.add(asked.problem(wrong.get()));
            return 0;
        }
        if (asked.value().value() == 0) {
            return 0;
        }
        double time = asked.value().in(MINUTE);
        double steps = time / step;
        if (Math.abs(steps - Math.round(steps)) > 1e-6 * steps || steps < 1) {
            problems.add(asked.problem(key + ": " + asked.value() + " is no whole number of the model's steps of "
                    + Quantity.number(step) + " min"));
        }
        return Math.round(steps);
    }
}
