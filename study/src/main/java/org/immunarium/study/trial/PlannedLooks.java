package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.trial.endpoint.Endpoint;
import org.immunarium.trial.endpoint.InterimLooks;
import org.immunarium.trial.endpoint.Setting;
import org.immunarium.units.Quantity;

/// When a trial is looked at while it goes on.
///
/// @param of by which arms are compared
/// @param at shares of its events, rising, each above 0 and below 1
public record PlannedLooks(Endpoint of, List<Double> at) {

    static final String KEY = "looks";

    /// Of all looks together, one-sided: as much as a test of 5 % that looks at both sides.
    private static final double LEVEL = 0.025;

    private static final double PERCENT = 100;
    private static final String AT = "at";
    private static final String OF = "of";

    public PlannedLooks {
        at = List.copyOf(at);
    }

    /// What stands under its key; empty where nothing does, or it was wrong, which was noted.
    static Optional<PlannedLooks> read(Section file, Setting setting) {
        Optional<Section> section = file.section(KEY, List.of(AT, OF));
        if (section.isEmpty()) {
            return Optional.empty();
        }
        List<String> words =
                setting.compared().stream().map(Endpoint::abbreviation).toList();
        Endpoint of = section.get()
                .choice(OF, words)
                .map(word -> setting.compared().get(words.indexOf(word)))
                .orElse(Endpoint.OVERALL_SURVIVAL);
        List<Double> at = new ArrayList<>();
        double before = 0;
        for (Placed<String> each : section.get().lines(AT)) {
            double share = number(each.value());
            if (!(share > before && share < 1)) {
                section.get()
                        .problem(
                                each,
                                "looks.at: shares of events that rise between 0 and 1 were expected, as in [0.5, 0.75];"
                                        + " found " + each.value());
                return Optional.empty();
            }
            at.add(share);
            before = share;
        }
        if (at.isEmpty()) {
            section.get().missing(AT, "[0.5, 0.75]");
            return Optional.empty();
        }
        return Optional.of(new PlannedLooks(of, at));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// Looks at an arm beside the control; empty where there are too few events.
    Optional<InterimLooks> looks(PreparedTrial trial, List<TrialPatient> arm, List<TrialPatient> control) {
        return InterimLooks.of(
                of,
                arm,
                control,
                patient -> trial.followUp().entry(trial.seed(), patient.number()),
                LEVEL,
                at.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// As a manifest has it.
    String inWords() {
        return "after "
                + at.stream().map(share -> Quantity.number(PERCENT * share)).collect(Collectors.joining(", "))
                + " % of events of " + of.abbreviation()
                + " and at the end; boundaries spend 2.5 %, one-sided, as O'Brien and Fleming would (Lan and DeMets)";
    }
}
