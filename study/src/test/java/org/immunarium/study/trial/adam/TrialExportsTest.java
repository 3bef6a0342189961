package org.immunarium.study.trial.adam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.export.Format;
import org.immunarium.study.run.RunExport;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A trial as data sets says what its own tables say.
class TrialExportsTest {

    private static final String STUDY = """
            format: 1
            study: trial
            title: Nivolumab and ipilimumab, melanoma
            model: melanoma
            duration: 12 mo
            patient: {weight: 80 kg, height: 175 cm}
            side effects: yes
            tolerances: {relative: 1e-3}
            population:
              patients: 14
              vary: {n_T1_clones: {log-normal: 1.0}, s_all: {log-normal: 0.35}}
            arms:
              - title: Nivolumab with ipilimumab
                therapy: [nivolumab 1 mg/kg IV q3w until progression, ipilimumab 3 mg/kg IV q3w x4]
              - title: Dacarbazine
                therapy: [dacarbazine 1000 mg/m2 IV q3w until progression]
                next: {therapy: [nivolumab 3 mg/kg IV q2w], share: 0.5, after: 3 w}
            control: Dacarbazine
            visits: {every: 8 w, error: 0.05}
            accrual: 3 mo
            drop-out: 0.2
            strata: [n_T1_clones > 100]
            death: {background: 0.03 1/yr, burden: 1.5 1/yr, at: 60 mm, exponent: 1.2, spread: 0.6}
            """;

    private static final String ID = "NIVOLUMAB-AND-IPILIM-";

    @TempDir
    private static Path folder;

    private static Path run = Path.of("");
    private static Path adam = Path.of("");

    @BeforeAll
    static void exports() throws IOException {
        Path study = Files.writeString(folder.resolve("trial.yaml"), STUDY);
        run = folder.resolve("run");
        StudyRun.prepare(study.toString(), Overrides.NONE)
                .run(Optional.of(run), List.of(), 2, new StopSignal(), RunContext.Screen.NONE);
        adam = RunExport.write(RunFolder.open(run), Format.ADAM, Optional.empty(), Optional.empty())
                .getFirst();
    }

    private static List<Map<String, String>> records(Path file) {
        Table table = Table.read(file);
        List<Map<String, String>> records = new ArrayList<>();
        for (List<String> row : table.rows()) {
            Map<String, String> record = new HashMap<>();
            for (int i = 0; i < row.size(); i++) {
                record.put(table.header().get(i), row.get(i));
            }
            records.add(record);
        }
        return records;
    }

    private static List<Map<String, String>> of(String dataset, String parameter, String patient) {
        return records(adam.resolve(dataset)).stream()
                .filter(each -> each.getOrDefault("PARAMCD", "").equals(parameter))
                .filter(each -> each.getOrDefault("USUBJID", "").equals(ID + patient))
                .toList();
    }

    private static List<Map<String, String>> patients() {
        return records(run.resolve("tables/patients.csv"));
    }

    private static String get(Map<String, String> record, String column) {
        return record.getOrDefault(column, "missing");
    }

    @Test
    void eachPatientIsASubject() {
        List<Map<String, String>> subjects = records(adam.resolve("adsl.csv"));
        assertThat(subjects).hasSize(14);
        for (int i = 0; i < subjects.size(); i++) {
            Map<String, String> patient = patients().get(i);
            Map<String, String> subject = subjects.get(i);
            assertThat(subject)
                    .containsEntry("USUBJID", ID + get(patient, "id"))
                    .containsEntry("TRT01P", get(patient, "arm"))
                    .containsEntry("TRT01PN", get(patient, "arm").equals("Dacarbazine") ? "2" : "1")
                    .containsEntry("DTHFL", get(patient, "death").equals("yes") ? "Y" : "N")
                    .containsEntry("STRAT1D", "n_T1_clones > 100")
                    .containsEntry("STRAT1R", get(patient, "n_T1_clones > 100"))
                    .containsEntry("COVAR1", get(patient, "n_T1_clones [1]"))
                    .containsEntry("SAFFL", get(patient, "last dose [d]").isEmpty() ? "N" : "Y");
            double clones = Double.parseDouble(get(subject, "COVAR1"));
            assertThat(get(subject, "STRAT1R")).isEqualTo(clones > 100 ? "yes" : "no");
        }
    }

    @Test
    void timesToEventsAreThoseOfPatients() {
        for (Map<String, String> patient : patients()) {
            String id = get(patient, "id");
            Map<String, String> survival = of("adtte.csv", "OS", id).getFirst();
            assertThat(survival)
                    .containsEntry("AVAL", get(patient, "OS [d]"))
                    .containsEntry("CNSR", get(patient, "death").equals("yes") ? "0" : "1");
            Map<String, String> free = of("adtte.csv", "PFS", id).getFirst();
            assertThat(free)
                    .containsEntry("AVAL", get(patient, "PFS [d]"))
                    .containsEntry("CNSR", get(patient, "PFS event").equals("yes") ? "0" : "1");
            assertThat(get(free, "EVNTDESC").equals("DISEASE PROGRESSION"))
                    .isEqualTo(!get(patient, "progression [d]").isEmpty());
            List<Map<String, String>> duration = of("adtte.csv", "DOR", id);
            assertThat(duration.isEmpty())
                    .isEqualTo(get(patient, "response [d]").isEmpty());
            duration.forEach(each -> assertThat(Double.parseDouble(get(each, "AVAL")))
                    .isEqualTo(Double.parseDouble(get(patient, "PFS [d]"))
                            - Double.parseDouble(get(patient, "response [d]"))));
        }
        assertThat(records(adam.resolve("adtte.csv")))
                .allSatisfy(each -> assertThat(get(each, "CNSR").equals("0"))
                        .isEqualTo(get(each, "CNSDTDSC").isEmpty()));
    }

    @Test
    void responsesAndChangesAreThoseOfPatients() {
        for (Map<String, String> patient : patients()) {
            String id = get(patient, "id");
            assertThat(of("adrs.csv", "BOR", id))
                    .singleElement()
                    .satisfies(best -> assertThat(best).containsEntry("AVALC", get(patient, "best response")));
            List<Map<String, String>> sizes = of("adtr.csv", "SUMDIAM", id);
            assertThat(sizes.getFirst())
                    .containsEntry("ABLFL", "Y")
                    .containsEntry("AVAL", get(patient, "baseline [mm]"))
                    .containsEntry("PCHG", "");
            double best = sizes.stream()
                    .filter(each -> get(each, "ANL01FL").equals("Y")
                            && !get(each, "PCHG").isEmpty())
                    .mapToDouble(each -> Double.parseDouble(get(each, "PCHG")))
                    .min()
                    .orElse(Double.NaN);
            double expected = Double.parseDouble(get(patient, "best change [%]"));
            assertThat(Double.isNaN(best) ? Double.isNaN(expected) : Math.abs(best - expected) < 1e-9)
                    .isTrue();
            List<Map<String, String>> visits = of("adrs.csv", "OVRLRESP", id);
            assertThat(visits).hasSize(sizes.size() - 1);
            long progressed = visits.stream()
                    .filter(each -> get(each, "AVALC").equals("PD")
                            && get(each, "ANL01FL").equals("Y"))
                    .count();
            assertThat(progressed).isEqualTo(get(patient, "progression [d]").isEmpty() ? 0 : 1);
        }
    }

    @Test
    void sideEffectsAreThoseOfArms() {
        List<Map<String, String>> events = records(adam.resolve("adae.csv"));
        for (Map<String, String> row : records(run.resolve("tables/toxicity.csv"))) {
            boolean any = get(row, "grade").equals("any");
            long count = events.stream()
                    .filter(each -> get(each, "TRT01P").equals(get(row, "arm")))
                    .filter(each -> get(row, "event").equals("any")
                            || get(each, "AEDECOD").equals(get(row, "event")))
                    .filter(each -> any || get(each, "AETOXGRN").equals("3"))
                    .map(each -> get(each, "USUBJID"))
                    .distinct()
                    .count();
            assertThat(get(row, "patients")).as(row.toString()).isEqualTo(Long.toString(count));
        }
        assertThat(events).isNotEmpty();
    }

    @Test
    void variablesAreExplainedAndAreNamedAsTheStandardAllows() {
        List<Map<String, String>> variables = records(adam.resolve("variables.csv"));
        for (String dataset : List.of("ADSL", "ADTR", "ADRS", "ADTTE", "ADAE")) {
            Table table = Table.read(adam.resolve(dataset.toLowerCase(Locale.ROOT) + ".csv"));
            assertThat(variables.stream()
                            .filter(each -> get(each, "dataset").equals(dataset))
                            .map(each -> get(each, "variable")))
                    .containsExactlyElementsOf(table.header());
            assertThat(table.header()).allMatch(name -> name.matches("[A-Z][A-Z0-9]{0,7}"));
        }
        assertThat(variables).allMatch(each -> get(each, "label").length() <= 46);
    }

    @Test
    void anotherFormatIsRefused() {
        assertThatThrownBy(() -> RunExport.write(RunFolder.open(run), Format.SBML, Optional.empty(), Optional.empty()))
                .hasMessageContaining("a run of a trial cannot be written as sbml; it can be as adam");
    }
}
