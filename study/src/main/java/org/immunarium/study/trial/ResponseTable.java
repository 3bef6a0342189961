package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.immunarium.numerics.statistics.ProportionInterval;
import org.immunarium.patient.response.Response;
import org.immunarium.results.TableWriter;

/// How many patients of each arm had which best response.
final class ResponseTable {

    private static final List<String> SHARES = List.of("ORR [%]", "lower [%]", "upper [%]", "DCR [%]");

    private final TrialResults results;

    ResponseTable(TrialResults results) {
        this.results = results;
    }

    /// Writes it; returns what was found. Of patients without a tumour it says nothing but how many there are.
    List<String> write() {
        List<String> found = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("arm", "patients"));
        Arrays.stream(Response.values()).map(Response::code).forEach(header::add);
        header.addAll(SHARES);
        try (TableWriter table = TableWriter.create(results.folder().table(TrialTables.RESPONSE), header)) {
            for (int arm : results.arms()) {
                writeArm(table, arm, found);
            }
        }
        return found;
    }

    private void writeArm(TableWriter table, int arm, List<String> found) {
        List<TrialPatient> some = results.of(arm);
        table.cell(results.title(arm)).cell(some.size());
        if (!results.setting().hasResponses()) {
            for (int i = 0; i < Response.values().length + SHARES.size(); i++) {
                table.cell("");
            }
            table.endRow();
            return;
        }
        for (Response response : Response.values()) {
            table.cell(some.stream()
                    .filter(patient -> patient.outcome().best() == response)
                    .count());
        }
        int responses = (int) some.stream()
                .filter(patient -> patient.outcome().best().isResponse())
                .count();
        long controlled = some.stream()
                .filter(patient -> patient.outcome().isControlled())
                .count();
        double share = TrialResults.PERCENT * responses / some.size();
        ProportionInterval interval = interval(responses, some.size());
        table.cell(share)
                .cell(TrialResults.PERCENT * interval.lower())
                .cell(TrialResults.PERCENT * interval.upper())
                .cell(TrialResults.PERCENT * controlled / some.size())
                .endRow();
        found.add(String.format(
                Locale.ROOT,
                "%s: response in %.1f %% (%.1f to %.1f), %d of %d",
                results.title(arm),
                share,
                TrialResults.PERCENT * interval.lower(),
                TrialResults.PERCENT * interval.upper(),
                responses,
                some.size()));
    }

    /// Exact; of nobody there is none.
    static ProportionInterval interval(int count, int of) {
        return of == 0
                ? new ProportionInterval(Double.NaN, Double.NaN)
                : ProportionInterval.exact(count, of, TrialResults.CONFIDENCE);
    }
}
