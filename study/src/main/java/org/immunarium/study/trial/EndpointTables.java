package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immunarium.results.TableWriter;
import org.immunarium.trial.endpoint.Comparison;
import org.immunarium.trial.endpoint.Endpoint;
import org.immunarium.trial.statistics.Estimate;
import org.immunarium.trial.statistics.KaplanMeier;
import org.immunarium.trial.statistics.RestrictedMean;
import org.immunarium.trial.statistics.Survival;
import org.immunarium.units.Days;

/// Tables of times to events: the curve of each arm, and arms beside the control.
final class EndpointTables {

    private final TrialResults results;

    EndpointTables(TrialResults results) {
        this.results = results;
    }

    /// Writes both; returns what was found.
    List<String> write() {
        writeSurvival();
        return writeEndpoints();
    }

    private void writeSurvival() {
        List<String> header =
                List.of("endpoint", "arm", "time [d]", "at risk", "events", "censored", "survival", "lower", "upper");
        try (TableWriter table = TableWriter.create(results.folder().table(TrialTables.SURVIVAL), header)) {
            for (Endpoint endpoint : results.setting().endpoints()) {
                for (int arm : results.arms()) {
                    Optional<Survival> data = endpoint.survival(results.of(arm));
                    // Of a time that all have reached a median says enough.
                    if (data.isPresent() && endpoint != Endpoint.TIME_TO_RESPONSE) {
                        writeCurve(table, endpoint, arm, KaplanMeier.of(data.get()));
                    }
                }
            }
        }
    }

    private void writeCurve(TableWriter table, Endpoint endpoint, int arm, KaplanMeier curve) {
        for (int i = 0; i < curve.times().length; i++) {
            Estimate share = curve.at(curve.times()[i], TrialResults.CONFIDENCE);
            table.cell(endpoint.abbreviation()).cell(results.title(arm)).cell(curve.times()[i]);
            table.cell(curve.atRisk()[i]).cell(curve.events()[i]).cell(curve.censored()[i]);
            table.cell(share.value()).cell(share.lower()).cell(share.upper()).endRow();
        }
    }

    private List<String> writeEndpoints() {
        List<String> found = new ArrayList<>();
        List<String> header = List.of(
                "endpoint",
                "arm",
                "patients",
                "events",
                "median [d]",
                "lower [d]",
                "upper [d]",
                "restricted mean [d]",
                "until [d]",
                "hazard ratio",
                "lower",
                "upper",
                "log-rank p");
        try (TableWriter table = TableWriter.create(results.folder().table(TrialTables.ENDPOINTS), header)) {
            for (Endpoint endpoint : results.setting().endpoints()) {
                double horizon = endpoint.horizon(results.byArm());
                for (int arm : results.arms()) {
                    Optional<Survival> data = endpoint.survival(results.of(arm));
                    if (data.isPresent()) {
                        found.add(writeEndpoint(table, endpoint, arm, data.get(), horizon));
                    }
                }
            }
        }
        return found;
    }

    private String writeEndpoint(TableWriter table, Endpoint endpoint, int arm, Survival data, double horizon) {
        KaplanMeier curve = KaplanMeier.of(data);
        Estimate median = curve.median(TrialResults.CONFIDENCE);
        RestrictedMean mean = curve.restrictedMean(horizon);
        table.cell(endpoint.abbreviation()).cell(results.title(arm));
        table.cell(data.size()).cell(data.eventCount());
        table.cell(median.value()).cell(median.lower()).cell(median.upper());
        table.cell(mean.mean()).cell(horizon);
        String words = String.format(
                Locale.ROOT, "%s, %s: median %s", endpoint.abbreviation(), results.title(arm), months(median.value()));
        Optional<Comparison> compared = endpoint.isOfAll() && arm != results.control()
                ? Comparison.of(endpoint, results.of(arm), results.of(results.control()), TrialResults.CONFIDENCE)
                : Optional.empty();
        if (compared.isEmpty()) {
            table.cell("").cell("").cell("").cell("").endRow();
            return words;
        }
        Estimate ratio = compared.get().hazardRatio();
        table.cell(ratio.value())
                .cell(ratio.lower())
                .cell(ratio.upper())
                .cell(compared.get().logRank().p())
                .endRow();
        return words
                + (Double.isNaN(ratio.value())
                        ? ", hazard ratio not determined: too few events to tell the arms apart"
                        : String.format(
                                Locale.ROOT,
                                ", hazard ratio %.2f (%.2f to %.2f)",
                                ratio.value(),
                                ratio.lower(),
                                ratio.upper()));
    }

    private static String months(double days) {
        return Double.isNaN(days) ? "not reached" : String.format(Locale.ROOT, "%.1f months", days / Days.MONTH);
    }
}
