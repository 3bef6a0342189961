package org.immunarium.therapy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;

/// Says what a therapy is, in sentences and as a table of doses.
public final class TherapyInWords {

    private TherapyInWords() {}

    /// A sentence for each regimen:
    /// `nivolumab: 3 mg/kg into a vein over 60 minutes, every 2 weeks, 26 doses.`
    public static String sentences(Therapy therapy) {
        if (therapy.regimens().isEmpty()) {
            return "No treatment.\n";
        }
        return therapy.regimens().stream()
                .map(regimen -> regimen.drug() + ": "
                        + regimen.phases().stream().map(TherapyInWords::phase).collect(Collectors.joining("; then "))
                        + ".\n")
                .collect(Collectors.joining());
    }

    private static String phase(Phase phase) {
        List<String> parts = new ArrayList<>();
        String dose = phase.dose().toString();
        if (phase.route() != Route.UNSPECIFIED) {
            dose += " " + phase.route().words();
        }
        parts.add(dose + phase.over().map(span -> " over " + span.words()).orElse(""));
        if (phase.dose().isRate()) {
            parts.add("which is " + phase.given() + " in all");
        }
        parts.addAll(schedule(phase.schedule()));
        phase.from().ifPresent(span -> parts.add("starting " + span.words() + " after time zero"));
        phase.lasting().ifPresent(span -> parts.add("for " + span.words()));
        phase.until().ifPresent(span -> parts.add("until " + span.words() + " after time zero"));
        if (phase.untilProgression()) {
            parts.add("until the disease progresses");
        } else if (!phase.isFinite()) {
            parts.add("until the study ends");
        }
        return String.join(", ", parts);
    }

    private static List<String> schedule(Schedule schedule) {
        return switch (schedule) {
            case Schedule.At(List<Span> times) -> List.of(times(times));
            case Schedule.Cycles cycles -> cycles(cycles);
        };
    }

    private static List<String> cycles(Schedule.Cycles cycles) {
        List<String> parts = new ArrayList<>();
        List<Integer> days = cycles.days();
        String on = days.size() == 1
                ? "on day " + days.getFirst()
                : "on days "
                        + days.subList(0, days.size() - 1).stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))
                        + " and " + days.getLast();
        boolean listed = !days.equals(List.of(1));
        cycles.interval()
                .ifPresentOrElse(
                        cycle -> parts.add(listed ? on + " of each cycle of " + cycle.words() : "every " + bare(cycle)),
                        () -> parts.add(listed ? on : "once"));
        cycles.count()
                .ifPresent(n -> parts.add(n + (listed ? n == 1 ? " cycle" : " cycles" : n == 1 ? " dose" : " doses")));
        return parts;
    }

    /// `at time zero and 8 days after it`, `8 days and 15 days after time zero`.
    private static String times(List<Span> times) {
        boolean fromZero = times.getFirst().number().signum() == 0;
        List<String> later =
                times.stream().skip(fromZero ? 1 : 0).map(Span::words).toList();
        if (later.isEmpty()) {
            return "at time zero";
        }
        String listed = later.size() == 1
                ? later.getFirst()
                : String.join(", ", later.subList(0, later.size() - 1)) + " and " + later.getLast();
        return fromZero ? "at time zero and " + listed + " after it" : listed + " after time zero";
    }

    /// What a reader may not expect, one sentence each: infusions that overlap, amounts that are
    /// not known.
    public static List<String> notes(Therapy therapy, Body body) {
        List<String> notes = new ArrayList<>();
        for (Regimen regimen : therapy.regimens()) {
            for (Phase phase : regimen.phases()) {
                phase.schedule()
                        .shortestGap()
                        .filter(gap -> phase.duration().compareTo(gap) > 0)
                        .ifPresent(gap -> notes.add(regimen.drug() + ": each dose runs for "
                                + phase.over().orElseThrow().words()
                                + " and the next begins " + Quantity.number(gap.doubleValue())
                                + " d after it: they overlap, and their rates add up"));
            }
        }
        Set<Dose.Basis> needed = new LinkedHashSet<>();
        therapy.regimens()
                .forEach(regimen -> regimen.phases()
                        .forEach(phase -> needed.add(phase.dose().basis())));
        if (needed.contains(Dose.Basis.WEIGHT) && body.weight().isEmpty()) {
            notes.add("a dose by weight becomes an amount where a study says patient: {weight: 80 kg}");
        }
        if (needed.contains(Dose.Basis.BODY_SURFACE) && body.surface().isEmpty()) {
            notes.add("a dose by body surface becomes an amount where a study says patient: {weight: 80 kg, height:"
                    + " 175 cm}");
        }
        return notes;
    }

    private static String bare(Span cycle) {
        return cycle.number().equals(Ratio.ONE) ? cycle.words().substring(2) : cycle.words();
    }

    /// The doses that start before a time, one a line, in order, with columns that line up.
    ///
    /// @param horizon in days
    /// @param body    the patient, for doses by weight or surface: unknown leaves the column out
    /// @param most    how many lines at most; what is left out is counted in a last line
    public static String table(Therapy therapy, Ratio horizon, Body body, int most) {
        return table(therapy.administrations(horizon), body, most);
    }

    /// As [#table(Therapy, Ratio, Body, int)], of doses that are known one by one.
    public static String table(List<Administration> doses, Body body, int most) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("time [d]", "drug", "dose", "amount", "over", "route"));
        for (Administration dose : doses.subList(0, Math.min(most, doses.size()))) {
            rows.add(List.of(
                    dose.time().toString(),
                    dose.drug(),
                    dose.dose().toString(),
                    amount(dose, body).map(Quantity::toString).orElse("-"),
                    duration(dose.duration()),
                    dose.route() == Route.UNSPECIFIED ? "-" : dose.route().abbreviation()));
        }
        int[] widths = new int[6];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + 2);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        if (doses.size() > most) {
            text.append("… and ").append(doses.size() - most).append(" more\n");
        }
        return text.toString();
    }

    /// Whole minutes or hours as such, else days.
    private static String duration(Ratio days) {
        Ratio minutes = days.times(1440);
        if (days.signum() == 0) {
            return "-";
        }
        if (days.compareTo(Ratio.ONE) >= 0 || !minutes.isWhole()) {
            return Quantity.number(days.doubleValue()) + " d";
        }
        Ratio hours = days.times(24);
        return hours.isWhole() && hours.compareTo(Ratio.ONE) > 0 ? hours + " h" : minutes + " min";
    }

    private static Optional<Quantity> amount(Administration given, Body body) {
        boolean known = switch (given.dose().basis()) {
            case FIXED -> true;
            case WEIGHT -> body.weight().isPresent();
            case BODY_SURFACE -> body.surface().isPresent();
        };
        return known ? Optional.of(given.dose().amountFor(body)) : Optional.empty();
    }
}
