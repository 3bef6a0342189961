package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.patient.response.Assessment;
import org.immunarium.patient.toxicity.AdverseEvent.Grade;
import org.immunarium.results.TableWriter;
import org.immunarium.study.trial.Ran.Failed;
import org.immunarium.trial.endpoint.Harm;
import org.immunarium.trial.endpoint.Outcome;
import org.immunarium.trial.endpoint.Outcome.TimeTo;
import org.immunarium.units.Quantity;

/// Tables of patients one by one: what each was and came to, and what was seen at each visit.
final class PatientTables {

    private final TrialResults results;
    private final PreparedTrial trial;

    PatientTables(TrialResults results) {
        this.results = results;
        trial = results.trial();
    }

    /// What a patient came to, in columns.
    private List<String> outcome() {
        String free = results.setting().free().abbreviation();
        return List.of(
                "baseline [mm]",
                "best response",
                "best change [%]",
                "response [d]",
                "progression [d]",
                free + " [d]",
                free + " event",
                "OS [d]",
                "death",
                "ended by",
                "last dose [d]",
                "next line [d]",
                "worst toxicity");
    }

    void write() {
        writePatients();
        writeSizes();
    }

    private void writePatients() {
        List<String> header = new ArrayList<>(List.of("id", "arm", "entry [d]"));
        header.addAll(trial.patients().varied());
        header.addAll(results.strata());
        header.addAll(outcome());
        header.add("failed");
        try (TableWriter table = TableWriter.create(results.folder().table(TrialTables.PATIENTS), header)) {
            for (Ran ran : results.all()) {
                table.cell(ran.number())
                        .cell(results.title(ran.arm()))
                        .cell(trial.followUp().entry(trial.seed(), ran.number()));
                for (double value : trial.patients().values(ran.number())) {
                    table.cell(value);
                }
                switch (ran) {
                    case TrialPatient patient -> cells(table, patient);
                    case Failed failed -> {
                        results.strata().forEach(_ -> table.cell(""));
                        outcome().forEach(_ -> table.cell(""));
                        table.cell(failed.why());
                    }
                }
                table.endRow();
            }
        }
    }

    private void cells(TableWriter table, TrialPatient patient) {
        for (int i = 0; i < results.strata().size(); i++) {
            table.cell(yes(results.holds(patient, i)));
        }
        Outcome outcome = patient.outcome();
        table.cell(patient.visits().getFirst().sum())
                .cell(results.setting().hasResponses() ? outcome.best().code() : "")
                .cell(TrialResults.PERCENT * outcome.change())
                .cell(text(outcome.responded()))
                .cell(text(outcome.progressed()));
        cells(table, outcome.progressionFree());
        cells(table, outcome.overallSurvival());
        table.cell(end(patient).words());
        table.cell(text(patient.lastDose())).cell(text(patient.nextLine()));
        table.cell(patient.harms().stream()
                        .map(Harm::worst)
                        .max(Grade::compareTo)
                        .orElse(Grade.NONE)
                        .words())
                .cell(TrialTables.DID_NOT_FAIL);
    }

    private End end(TrialPatient patient) {
        if (patient.outcome().died().isPresent()) {
            return End.DEATH;
        }
        double cutOff = trial.followUp().cutOff() - trial.followUp().entry(trial.seed(), patient.number());
        return patient.outcome().followed() < cutOff ? End.WITHDRAWAL : End.CUT_OFF;
    }

    private static void cells(TableWriter table, TimeTo time) {
        table.cell(time.time()).cell(yes(time.event()));
    }

    private static String yes(boolean holds) {
        return holds ? "yes" : "no";
    }

    private static String text(Optional<Double> time) {
        return time.map(Quantity::number).orElse("");
    }

    private void writeSizes() {
        List<String> header = List.of("patient", "arm", "time [d]", "sum of diameters [mm]", "response");
        try (TableWriter table = TableWriter.create(results.folder().table(TrialTables.SIZES), header)) {
            for (TrialPatient patient : results.patients()) {
                table.cell(patient.number()).cell(results.title(patient.arm())).cell(0.0);
                table.cell(patient.visits().getFirst().sum()).cell("").endRow();
                for (Assessment each : patient.outcome().assessments()) {
                    table.cell(patient.number()).cell(results.title(patient.arm()));
                    table.cell(each.visit().time()).cell(each.visit().sum());
                    table.cell(results.setting().code(each.overall())).endRow();
                }
            }
        }
    }
}
