package org.immunarium.study.trial.adam;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.immunarium.patient.toxicity.AdverseEvent.Grade;
import org.immunarium.results.Table;
import org.immunarium.study.trial.TrialTables;

/// ADAE: each side effect when it first came, and when it first was of grade 3 if it became so later.
final class AdverseEvents {

    private AdverseEvents() {}

    static AdamDataset of(AdamTrial trial) {
        AdamDataset dataset = new AdamDataset(
                "ADAE",
                "Adverse Event Analysis Dataset",
                AdamTrial.variables(
                        "AESEQ", "Sequence Number",
                        "AETERM", "Reported Term for the Adverse Event",
                        "AEDECOD", "Dictionary-Derived Term (not of MedDRA)",
                        "AEBODSYS", "Body System or Organ Class (an organ)",
                        "AETOXGR", "Standard Toxicity Grade (a range)",
                        "AETOXGRN", "Lowest Toxicity Grade of the Range",
                        "ASTDY", "Analysis Start Relative Day",
                        "TRTEMFL", "Treatment Emergent Analysis Flag",
                        "AOCCFL", "1st Occurrence within Subject Flag",
                        "AOCCPFL", "1st Occurrence of Preferred Term Flag",
                        "AOCC01FL", "1st Occurrence of Grade 3 or Worse of the Term"));
        new Records(trial, dataset).add(trial.read(TrialTables.ADVERSE_EVENTS));
        return dataset;
    }

    /// @param severe whether it is of grade 3 and worse
    private record Onset(List<String> row, double time, boolean first, boolean severe) {}

    private record Records(AdamTrial trial, AdamDataset dataset) {

        void add(Table table) {
            int first = table.column("first [d]");
            int severe = table.column("first 3+ [d]");
            List<Onset> onsets = new ArrayList<>();
            for (List<String> row : table.rows()) {
                double began = Double.parseDouble(row.get(first));
                double worse =
                        row.get(severe).isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(row.get(severe));
                onsets.add(new Onset(row, began, true, worse <= began));
                if (worse > began && worse < Double.POSITIVE_INFINITY) {
                    onsets.add(new Onset(row, worse, false, true));
                }
            }
            // Of each patient in the order of time; patients in that of the table.
            onsets.stream()
                    .collect(Collectors.groupingBy(
                            onset -> onset.row().getFirst(), LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .forEach(ofPatient -> {
                        ofPatient.sort(Comparator.comparingDouble(Onset::time));
                        for (int i = 0; i < ofPatient.size(); i++) {
                            add(table, ofPatient.get(i), i + 1);
                        }
                    });
        }

        private void add(Table table, Onset onset, int sequence) {
            List<String> row = onset.row();
            dataset.add()
                    .putAll(trial.identity(row.getFirst(), row.get(table.column("arm"))))
                    .put("AESEQ", sequence)
                    .put("AETERM", row.get(table.column("event")))
                    .put("AEDECOD", row.get(table.column("event")))
                    .put("AEBODSYS", row.get(table.column("organ")))
                    .put("AETOXGR", (onset.severe() ? Grade.SEVERE : Grade.MILD).words())
                    .put("AETOXGRN", onset.severe() ? 3 : 1)
                    .put("ASTDY", Subject.day(onset.time()))
                    .put("TRTEMFL", "Y")
                    .put("AOCCFL", sequence == 1 ? "Y" : "")
                    .put("AOCCPFL", onset.first() ? "Y" : "")
                    .put("AOCC01FL", onset.severe() ? "Y" : "");
        }
    }
}
