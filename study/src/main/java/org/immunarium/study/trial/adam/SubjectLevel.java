package org.immunarium.study.trial.adam;

import java.util.List;
import java.util.Map;
import org.immunarium.study.trial.End;

/// ADSL: one record a subject.
final class SubjectLevel {

    private SubjectLevel() {}

    static AdamDataset of(AdamTrial trial) {
        Map<String, String> variables = AdamTrial.variables(
                "SUBJID", "Subject Identifier for the Study",
                "ARM", "Description of Planned Arm",
                "TRT01A", "Actual Treatment for Period 01",
                "TRT01AN", "Actual Treatment for Period 01 (N)",
                "ITTFL", "Intent-To-Treat Population Flag",
                "SAFFL", "Safety Population Flag",
                "ENTRYD", "Days from Opening of the Trial to Entry",
                "TRTEDY", "Relative Day of Last Exposure to Treatment",
                "NXTTRTDY", "Relative Day of First Subsequent Treatment",
                "EOSSTT", "End of Study Status",
                "DCSREAS", "Reason for Discontinuation from Study",
                "EOSDY", "Relative Day of End of Follow-up",
                "DTHFL", "Subject Death Flag",
                "DTHDY", "Relative Day of Death",
                "BSUMDIAM", "Baseline Sum of Diameters (mm)");
        List<String> strata = strata(trial);
        if (!strata.isEmpty()) {
            variables.put("STRATAR", "Strata Used for Randomization");
        }
        for (int i = 0; i < strata.size(); i++) {
            variables.put("STRAT" + (i + 1) + "D", "Description of Stratification Factor " + (i + 1));
            variables.put("STRAT" + (i + 1) + "R", "Strat Factor " + (i + 1) + " Value Used for Rand");
        }
        List<String> covariates = trial.subjects().isEmpty()
                ? List.of()
                : List.copyOf(trial.subjects().getFirst().covariates().keySet());
        for (int i = 0; i < covariates.size(); i++) {
            variables.put("COVAR" + (i + 1), covariates.get(i));
        }
        AdamDataset dataset = new AdamDataset("ADSL", "Subject-Level Analysis Dataset", variables);
        trial.subjects().forEach(subject -> add(dataset, trial, subject));
        return dataset;
    }

    private static List<String> strata(AdamTrial trial) {
        return trial.subjects().isEmpty()
                ? List.of()
                : List.copyOf(trial.subjects().getFirst().strata().keySet());
    }

    private static void add(AdamDataset dataset, AdamTrial trial, Subject subject) {
        Map<String, String> identity = trial.identity(subject);
        boolean treated = subject.lastDose().isPresent();
        AdamDataset.Entry entry = dataset.add()
                .putAll(identity)
                .put("SUBJID", subject.number())
                .put("ARM", subject.arm())
                .put("TRT01A", treated ? subject.arm() : "")
                .put("TRT01AN", treated ? identity.getOrDefault("TRT01PN", "") : "")
                .put("ITTFL", "Y")
                .put("SAFFL", treated ? "Y" : "N")
                .put("ENTRYD", subject.entry())
                .put("TRTEDY", subject.lastDose().map(Subject::day).orElse(""))
                .put("NXTTRTDY", subject.nextLine().map(Subject::day).orElse(""))
                .put("EOSSTT", subject.end() == End.CUT_OFF ? "ONGOING" : "DISCONTINUED")
                .put("DCSREAS", reason(subject.end()))
                .put("EOSDY", Subject.day(subject.followed()))
                .put("DTHFL", subject.end() == End.DEATH ? "Y" : "N")
                .put("DTHDY", subject.end() == End.DEATH ? Subject.day(subject.followed()) : "")
                .put("BSUMDIAM", subject.baseline());
        if (!subject.strata().isEmpty()) {
            entry.put("STRATAR", String.join(", ", subject.strata().values()));
        }
        int i = 1;
        for (Map.Entry<String, String> stratum : subject.strata().entrySet()) {
            entry.put("STRAT" + i + "D", stratum.getKey()).put("STRAT" + i + "R", stratum.getValue());
            i++;
        }
        i = 1;
        for (double value : subject.covariates().values()) {
            entry.put("COVAR" + i++, value);
        }
    }

    private static String reason(End end) {
        return switch (end) {
            case DEATH -> "DEATH";
            case WITHDRAWAL -> "WITHDRAWAL BY SUBJECT";
            case CUT_OFF -> "";
        };
    }
}
