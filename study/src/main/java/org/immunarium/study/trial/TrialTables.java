package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.results.RunFolder;

/// The tables of a trial.
public final class TrialTables {

    /// Patients of each arm, and how many have been followed until now.
    public static final String ACCRUAL = "accrual.csv";

    /// One row a patient.
    public static final String PATIENTS = "patients.csv";

    /// One row a patient and visit.
    public static final String SIZES = "tumour_size.csv";

    /// Curves of times to events.
    public static final String SURVIVAL = "survival.csv";

    /// Medians, and arms beside the control.
    public static final String ENDPOINTS = "endpoints.csv";

    /// Best responses, by arm.
    public static final String RESPONSE = "response.csv";

    /// One row a patient and side effect.
    public static final String ADVERSE_EVENTS = "adverse_events.csv";

    /// Side effects, by arm.
    public static final String TOXICITY = "toxicity.csv";

    /// Who had had side effects by when, by arm.
    public static final String SIDE_EFFECTS = "side_effects.csv";

    /// Arms beside the control, in groups of patients.
    public static final String SUBGROUPS = "subgroups.csv";

    /// Looks while the trial went on; only of a trial that has any.
    public static final String LOOKS = "looks.csv";

    /// What the column `failed` of [#PATIENTS] holds of a patient whose numbers did not fail.
    public static final String DID_NOT_FAIL = "no";

    private final TrialResults results;
    private final Screening screening;

    TrialTables(PreparedTrial trial, RunFolder folder, List<Ran> all, Screening screening) {
        results = new TrialResults(trial, folder, all);
        this.screening = screening;
    }

    /// Writes all; returns what was found, in lines.
    List<String> write() {
        List<String> found = new ArrayList<>();
        if (screening.failed() > 0) {
            found.add(screening.failed() + " were drawn and not taken: "
                    + String.join("; ", screening.reasons().keySet()));
        }
        int all = results.all().size();
        int failed = all - results.patients().size();
        if (failed > 0) {
            found.add(failed + " of " + all + " patients failed and count for nothing; why, tables/" + PATIENTS
                    + " tells");
        }
        new PatientTables(results).write();
        new SideEffectTables(results).write();
        new SubgroupTable(results).write();
        found.addAll(new ResponseTable(results).write());
        found.addAll(new EndpointTables(results).write());
        results.trial().study().looks().ifPresent(plan -> found.addAll(new LooksTable(results, plan).write()));
        results.trial()
                .study()
                .economics()
                .ifPresent(plan -> found.addAll(
                        new CostedTrial(results.trial(), plan).write(results.folder(), results.patients())));
        return found;
    }
}
