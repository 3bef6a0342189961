package org.immunarium.study.trial.adam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.trial.PreparedTrial;
import org.immunarium.study.trial.TrialTables;
import org.immunarium.trial.endpoint.Setting;

/// A trial whose data sets are made.
///
/// @param folder    of the run
/// @param study     its identifier
/// @param setting   of the patients
/// @param confirmed whether responses had to be seen again
/// @param arms      in the order of the study
/// @param subjects  whose numbers did not fail
/// @param failed    how many others there are
record AdamTrial(
        RunFolder folder,
        String study,
        Setting setting,
        boolean confirmed,
        List<String> arms,
        List<Subject> subjects,
        int failed) {

    private static final int LONGEST = 20;

    /// From the tables of a run.
    static AdamTrial of(RunFolder folder) {
        Manifest manifest = Manifest.read(folder);
        Table patients = Table.read(folder.table(TrialTables.PATIENTS));
        int failed = patients.column("failed");
        List<List<String>> rows = patients.rows().stream()
                .filter(row -> row.get(failed).equals(TrialTables.DID_NOT_FAIL))
                .toList();
        Setting setting = PreparedTrial.setting(manifest);
        return new AdamTrial(
                folder,
                identifier(manifest.title()),
                setting,
                manifest.method().getOrDefault("response", "").startsWith("confirmed"),
                Table.read(folder.table(TrialTables.RESPONSE)).rows().stream()
                        .map(List::getFirst)
                        .toList(),
                rows.stream().map(row -> Subject.of(patients, row, setting)).toList(),
                patients.rows().size() - rows.size());
    }

    /// Capital letters, digits and hyphens, twenty at most.
    private static String identifier(String title) {
        String all = title.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "-");
        String cut = all.substring(0, Math.min(all.length(), LONGEST)).replaceAll("^-|-$", "");
        return cut.isEmpty() ? "TRIAL" : cut;
    }

    /// Variables of a data set after those of every one.
    ///
    /// @param own names and labels, one after the other
    static Map<String, String> variables(String... own) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("STUDYID", "Study Identifier");
        variables.put("USUBJID", "Unique Subject Identifier");
        variables.put("TRT01P", "Planned Treatment for Period 01");
        variables.put("TRT01PN", "Planned Treatment for Period 01 (N)");
        for (int i = 0; i < own.length; i += 2) {
            variables.put(own[i], own[i + 1]);
        }
        return variables;
    }

    /// What every record of a subject has.
    Map<String, String> identity(Subject subject) {
        return identity(subject.number(), subject.arm());
    }

    Map<String, String> identity(String number, String arm) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("STUDYID", study);
        values.put("USUBJID", study + "-" + number);
        values.put("TRT01P", arm);
        values.put("TRT01PN", Integer.toString(arms.indexOf(arm) + 1));
        return values;
    }

    Table read(String file) {
        return Table.read(folder.table(file));
    }
}
