package org.immunarium.study.trial.adam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.results.Table;
import org.immunarium.study.trial.End;
import org.immunarium.trial.endpoint.Setting;

/// A patient of a trial, as its table has it.
///
/// @param number     of the patient
/// @param entry      in d since the trial opened
/// @param covariates what is the patient's own, by its heading
/// @param strata     `yes` or `no` by what tells strata apart
/// @param baseline   sum of diameters, in mm
/// @param best       overall response
/// @param response   the first, in d
/// @param progressed in d; after surgery, recurrence
/// @param free       progression-free or disease-free survival, in d, and whether it ended with an event
/// @param followed   in d
/// @param lastDose   in d
/// @param nextLine   the first dose of what is given after progression, in d
record Subject(
        String number,
        String arm,
        double entry,
        Map<String, Double> covariates,
        Map<String, String> strata,
        double baseline,
        String best,
        Optional<Double> response,
        Optional<Double> progressed,
        double free,
        boolean freeEnded,
        double followed,
        End end,
        Optional<Double> lastDose,
        Optional<Double> nextLine) {

    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String FIRST_OWN = "entry [d]";
    private static final String AFTER_OWN = "baseline [mm]";

    /// @param table   of all patients
    /// @param row     of one whose numbers did not fail
    /// @param setting of the patients
    static Subject of(Table table, List<String> row, Setting setting) {
        String free = setting.free().abbreviation();
        Map<String, Double> covariates = new LinkedHashMap<>();
        Map<String, String> strata = new LinkedHashMap<>();
        for (int i = table.column(FIRST_OWN) + 1; i < table.column(AFTER_OWN); i++) {
            String cell = row.get(i);
            if (cell.equals(YES) || cell.equals(NO)) {
                strata.put(table.header().get(i), cell);
            } else {
                covariates.put(table.header().get(i), Double.parseDouble(cell));
            }
        }
        return new Subject(
                row.getFirst(),
                row.get(table.column("arm")),
                time(table, row, FIRST_OWN).orElse(0.0),
                covariates,
                strata,
                time(table, row, AFTER_OWN).orElse(Double.NaN),
                row.get(table.column("best response")),
                time(table, row, "response [d]"),
                time(table, row, "progression [d]"),
                time(table, row, free + " [d]").orElse(0.0),
                row.get(table.column(free + " event")).equals(YES),
                time(table, row, "OS [d]").orElse(0.0),
                End.of(row.get(table.column("ended by"))),
                time(table, row, "last dose [d]"),
                time(table, row, "next line [d]"));
    }

    private static Optional<Double> time(Table table, List<String> row, String column) {
        String cell = row.get(table.column(column));
        return cell.isEmpty() ? Optional.empty() : Optional.of(Double.parseDouble(cell));
    }

    /// The day of a time since coming into the trial: that of coming is day 1, and there is no day 0.
    static String day(double time) {
        return Long.toString((long) Math.floor(time) + 1);
    }
}
