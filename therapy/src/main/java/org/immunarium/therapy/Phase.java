package org.immunarium.therapy;

import java.util.Optional;
import org.immunarium.units.Ratio;

/// A part of a regimen in which one dose is repeated.
///
/// @param over             how long a dose runs in; empty for a bolus
/// @param from             when it starts, after time zero; empty: at zero, or when the phase before is over
/// @param until            when it ends, after time zero: doses that start before are given
/// @param lasting          how long it goes on, from its start
/// @param untilProgression whether it also ends when the disease progresses
public record Phase(
        Dose dose,
        Route route,
        Optional<Span> over,
        Schedule schedule,
        Optional<Span> from,
        Optional<Span> until,
        Optional<Span> lasting,
        boolean untilProgression) {

    /// One dose at once.
    public static Phase of(Dose dose) {
        return new Phase(
                dose,
                Route.UNSPECIFIED,
                Optional.empty(),
                Schedule.ONCE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /// The same of another dose.
    public Phase withDose(Dose other) {
        return new Phase(other, route, over, schedule, from, until, lasting, untilProgression);
    }

    /// How long a dose runs in, in days; zero for a bolus.
    public Ratio duration() {
        return over.orElse(Span.ZERO).days();
    }

    /// What one administration comes to: the dose, or what a rate makes of it.
    public Dose given() {
        return dose.isRate() ? dose.over(duration()) : dose;
    }

    /// Whether it ends by itself, without progression or the study's end.
    public boolean isFinite() {
        return schedule.isFinite() || until.isPresent() || lasting.isPresent();
    }

    /// As a regimen has it, without the drug: `3 mg/kg IV over 60 min q2w x 26`.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(dose.toString());
        append(text, "", route.abbreviation());
        append(text, "over ", over.map(Span::toString).orElse(""));
        append(text, "", schedule.toString());
        append(text, "from ", from.map(Span::toString).orElse(""));
        append(text, "for ", lasting.map(Span::toString).orElse(""));
        append(text, "until ", until.map(Span::toString).orElse(""));
        append(text, "until ", untilProgression ? "progression" : "");
        return text.toString();
    }

    private static void append(StringBuilder text, String before, String part) {
        if (!part.isEmpty()) {
            text.append(' ').append(before).append(part);
        }
    }
}
