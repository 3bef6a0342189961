package org.immunarium.tissue.physicell;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunarium.tissue.table.Range;

/// Reads how long the phases of a cycle or a death take: `<phase_transition_rates>` and then `<phase_durations>`.
final class PhaseTimes {

    /// Takes what is said of one phase.
    @FunctionalInterface
    interface Taker {
        /// @param rate     1/min
        /// @param duration min
        void take(int phase, double rate, double duration, boolean fixed);
    }

    private PhaseTimes() {}

    /// @param model  holds the two elements
    /// @param phases how many phases can be left
    /// @param cyclic whether the last phase leads to the first
    /// @return whether anything was said
    static boolean read(XmlElement model, int phases, boolean cyclic, Taker taker) {
        boolean said = false;
        // The second name is that of older projects.
        for (String list : List.of("phase_transition_rates", "transition_rates")) {
            Optional<XmlElement> rates = model.child(list);
            rates.ifPresent(Label.RATE::check);
            for (XmlElement rate : rates.map(r -> r.children("rate")).orElse(List.of())) {
                said = true;
                rate(rate, phases, cyclic, taker);
            }
        }
        Optional<XmlElement> durations = model.child("phase_durations");
        durations.ifPresent(Label.TIME::check);
        for (XmlElement duration : durations.map(d -> d.children("duration")).orElse(List.of())) {
            said = true;
            duration(duration, phases, taker);
        }
        return said;
    }

    private static void rate(XmlElement rate, int phases, boolean cyclic, Taker taker) {
        int start = rate.index("start_index", phases);
        int end = rate.index("end_index", cyclic ? phases : phases + 1);
        boolean fixed = rate.flag("fixed_duration", false);
        int next = cyclic ? (start + 1) % phases : start + 1;
        if (start >= 0 && end >= 0 && end != next) {
            rate.wrong("phase " + start + " leads to phase " + next + ", not to " + end);
        }
        OptionalDouble value = rate.number(Range.NOT_NEGATIVE, Label.RATE);
        if (start >= 0 && value.isPresent()) {
            taker.take(start, value.getAsDouble(), 1 / value.getAsDouble(), fixed);
        }
    }

    private static void duration(XmlElement duration, int phases, Taker taker) {
        int phase = duration.index("index", phases);
        boolean fixed = duration.flag("fixed_duration", false);
        OptionalDouble value = duration.number(Range.NOT_NEGATIVE, Label.TIME);
        if (phase >= 0 && value.isPresent()) {
            // The small number is PhysiCell's.
            taker.take(phase, 1 / (value.getAsDouble() + 1e-16), value.getAsDouble(), fixed);
        }
    }
}
