package org.immunarium.study.trial.adam;

import java.util.List;
import java.util.Map;
import org.immunarium.patient.response.Response;
import org.immunarium.results.Table;
import org.immunarium.study.trial.TrialTables;
import org.immunarium.trial.endpoint.Setting;

/// ADTR and ADRS: the sum of diameters and the response at each visit, and the best response.
///
/// Visits after progression are there and are not flagged for analysis.
final class TumourResponse {

    private static final double PERCENT = 100;
    private static final String PROGRESSION = Response.PROGRESSIVE.code();

    private final AdamTrial trial;
    private final AdamDataset sizes = new AdamDataset(
            "ADTR",
            "Tumor Results Analysis Dataset",
            AdamTrial.variables(
                    "PARAMCD", "Parameter Code",
                    "PARAM", "Parameter",
                    "AVISIT", "Analysis Visit",
                    "AVISITN", "Analysis Visit (N)",
                    "ADY", "Analysis Relative Day",
                    "AVAL", "Analysis Value",
                    "BASE", "Baseline Value",
                    "CHG", "Change from Baseline",
                    "PCHG", "Percent Change from Baseline",
                    "NADIR", "Lowest Value before the Visit",
                    "PCHGNAD", "Percent Change from Nadir",
                    "ABLFL", "Baseline Record Flag",
                    "ANL01FL", "Analysis Flag 01 (until Progression)"));
    private final AdamDataset responses = new AdamDataset(
            "ADRS",
            "Response Analysis Dataset",
            AdamTrial.variables(
                    "PARAMCD", "Parameter Code",
                    "PARAM", "Parameter",
                    "AVISIT", "Analysis Visit",
                    "AVISITN", "Analysis Visit (N)",
                    "ADY", "Analysis Relative Day",
                    "AVAL", "Analysis Value",
                    "AVALC", "Analysis Value (C)",
                    "ANL01FL", "Analysis Flag 01 (until Progression)"));

    private TumourResponse(AdamTrial trial) {
        this.trial = trial;
    }

    static List<AdamDataset> of(AdamTrial trial) {
        TumourResponse both = new TumourResponse(trial);
        both.addVisits();
        if (trial.setting().hasResponses()) {
            trial.subjects().forEach(both::addBest);
        }
        return List.of(both.sizes, both.responses);
    }

    /// Records of a patient follow each other, baseline first.
    private void addVisits() {
        Table table = trial.read(TrialTables.SIZES);
        int sum = table.column("sum of diameters [mm]");
        int time = table.column("time [d]");
        int response = table.column("response");
        String patient = "";
        int visit = 0;
        double base = Double.NaN;
        double nadir = Double.NaN;
        boolean progressed = false;
        for (List<String> row : table.rows()) {
            double value = Double.parseDouble(row.get(sum));
            if (!row.getFirst().equals(patient)) {
                patient = row.getFirst();
                visit = 0;
                base = value;
                nadir = Double.NaN;
                progressed = false;
            }
            Map<String, String> identity = trial.identity(patient, row.get(table.column("arm")));
            String day = Subject.day(Double.parseDouble(row.get(time)));
            AdamDataset.Entry entry = sizes.add()
                    .putAll(identity)
                    .put("PARAMCD", "SUMDIAM")
                    .put("PARAM", "Sum of Diameters of Target Lesions (mm)")
                    .put("AVISIT", visit(visit))
                    .put("AVISITN", visit)
                    .put("ADY", day)
                    .put("AVAL", value)
                    .put("BASE", base)
                    .put("ABLFL", visit == 0 ? "Y" : "")
                    .put("ANL01FL", progressed ? "" : "Y");
            if (visit > 0) {
                entry.put("CHG", value - base)
                        .put("PCHG", base > 0 ? PERCENT * (value - base) / base : Double.NaN)
                        .put("NADIR", nadir)
                        .put("PCHGNAD", nadir > 0 ? PERCENT * (value - nadir) / nadir : Double.NaN);
                addResponse(identity, visit, day, row.get(response), progressed);
                progressed |= row.get(response).equals(PROGRESSION);
            }
            nadir = value >= nadir || Double.isNaN(value) ? nadir : value;
            visit++;
        }
    }

    private void addResponse(Map<String, String> identity, int visit, String day, String code, boolean progressed) {
        responses
                .add()
                .putAll(identity)
                .put("PARAMCD", "OVRLRESP")
                .put("PARAM", "Overall Response by RECIST 1.1")
                .put("AVISIT", visit(visit))
                .put("AVISITN", visit)
                .put("ADY", day)
                .put("AVAL", number(code))
                .put("AVALC", code)
                .put("ANL01FL", progressed ? "" : "Y");
    }

    private void addBest(Subject subject) {
        responses
                .add()
                .putAll(trial.identity(subject))
                .put("PARAMCD", "BOR")
                .put("PARAM", trial.confirmed() ? "Best Overall Response (Confirmed)" : "Best Overall Response")
                .put("AVAL", number(subject.best()))
                .put("AVALC", subject.best())
                .put("ANL01FL", "Y");
    }

    private static String visit(int visit) {
        return visit == 0 ? "Baseline" : "Visit " + visit;
    }

    /// As it is usual: 4 is for patients without target lesions. No evidence of disease has none.
    private static double number(String code) {
        if (code.equals(Setting.NO_EVIDENCE_OF_DISEASE)) {
            return Double.NaN;
        }
        return switch (Response.of(code)) {
            case COMPLETE -> 1;
            case PARTIAL -> 2;
            case STABLE -> 3;
            case PROGRESSIVE -> 5;
            case NOT_EVALUABLE -> 6;
        };
    }
}
