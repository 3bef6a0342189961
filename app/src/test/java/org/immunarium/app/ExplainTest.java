package org.immunarium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunarium.patient.assembly.Certainty;
import org.immunarium.patient.assembly.KnownValue;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.ShippedModels;
import org.immunarium.patient.shipped.SolidCancer;
import org.immunarium.units.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `explain` and `check` say of what is given.
final class ExplainTest {

    private static final String TABLE = """
            TIME [h],AMT [mg],CMT,EVID,RATE [mg/h],II [h],ADDL
            0,5,chemotherapy,1,0,.,.
            24,10,chemotherapy,1,5,48,2
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void eachVariantIsExplainedWithItsDoses() {
        Said said = Said.by("explain", "patient/one-tumour-four-treatments");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("Variant no-treatment (", "): nothing is given")
                .contains("Variant chemotherapy (")
                .contains("Variant both (")
                .containsPattern("time \\[d] +drug +dose +amount +over +route")
                .containsPattern("(?m)^10 +chemotherapy +5 mg/L +5 mg/L +1 d");
    }

    @Test
    void checkingSaysWhichVariantsWouldRun() {
        Said said = Said.by("check", "patient/one-tumour-four-treatments");
        assertThat(said.out()).contains("  variant no-treatment: nothing is given", "  variant both: chemotherapy ");
    }

    @Test
    void aModelWithoutATableTellsItsParameters() {
        Said said = Said.by("explain", "kuznetsov1994");
        assertThat(said.out())
                .contains(
                        "Parameters, each of the source named below",
                        "  p (Largest rate of recruitment by the tumour): 0.1245 1/d");
    }

    @Test
    void whereSpeciesStartHasAUnit() {
        assertThat(explained("kuznetsov1994")).containsPattern("(?m)^  E \\(.*\\) in .*: 320000 cells$");
        assertThat(explained("melanoma")).containsPattern("(?m)^  V_T\\.C1.* in V_T = .*, in cells$");
    }

    @Test
    void aSingleValueIsToldWithUnitCertaintyAndSource() {
        Said said = Said.by("explain", "melanoma", "PD1_50", "V_T.C1");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out().lines())
                .satisfiesExactly(
                        one -> assertThat(one)
                                .matches("PD1_50 = .* molecules/µm².*: .*\\((fitted|published|assumed).*"),
                        other -> assertThat(other).startsWith("V_T.C1 = start_cells cells: "));
        assertThat(Said.by("explain", "kuznetsov1994", "p").out())
                .startsWith("p (Largest rate of recruitment by the tumour) = 0.1245 1/d (published; Kuznetsov")
                .hasLineCount(1);
        assertThat(Said.by("explain", "kuznetsov1994", "E").out())
                .startsWith("E (")
                .contains(" = 320000 cells at the start");
    }

    @Test
    void aSingleValueOfAStudyIsAsTheStudySetsIt() {
        Said said = Said.by("explain", "patient/acquired-resistance", "mu_C2", "k_C1_growth");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("mu_C2 = 1e-6 (a plain number from 0 to 1): share of divisions of C1")
                .containsPattern("(?m)^  here 0, set by the study, variant \"Both antibodies, all cells seen\"$")
                .contains("k_C1_growth = ");
    }

    @Test
    void anUnknownValueIsToldWithTheNearest() {
        Said said = Said.by("explain", "melanoma", "PD1_5", "k_C1_growht");
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err())
                .contains("melanoma: has no value \"PD1_5\", did you mean \"PD1_50\"?")
                .contains("melanoma: has no value \"k_C1_growht\", did you mean \"k_C1_growth\"?");
        assertThat(Said.by("explain", "melanoma", "C1").err()).contains("did you mean \"V_T.C1\"?");
        assertThat(Said.by("explain", "melanoma", "share_C2").err())
                .contains("has no value \"share_C2\"; values of further clones and tumours are told of a study");
        assertThat(Said.by("explain", "pd-1-block", "k").err()).contains("found \"k\" beside another");
        assertThat(Said.by("explain", "nivolumab", "half-life").err()).contains("single values are told of a model");
        assertThat(Said.by("explain", "nivolumab", "240", "mg").err()).contains("stands in quotation marks");
    }

    @Test
    void nothingOfAModelIsLeftOutAndPlacesHaveTheNamesOfTables() {
        Said said = Said.by("explain", "wang2020");
        assertThat(said.out()).contains("  nivolumab into V_C.nivo\n").doesNotContainPattern("and [0-9]+ more");
        assertThat(said.out().lines().filter(line -> line.contains("   at "))).hasSize(154);
        assertThat(Said.by("explain", "nivolumab").out())
                .contains("nivolumab in wang2020: enters V_C.nivo as an amount");
    }

    /// Every row of every table of values that comes along: what `explain` says of the patients that have it.
    @Test
    void everyRowOfEveryTableIsToldWithUnitAndSource() throws IOException, URISyntaxException {
        Map<String, List<String>> told = new LinkedHashMap<>();
        for (String table : shippedTables()) {
            told.put(table, table.equals("solid-tumour") ? solidCancers() : List.of(table));
        }
        assertThat(told).hasSize(16);
        Map<String, String> said = new HashMap<>();
        told.forEach((table, patients) -> {
            String words = patients.stream()
                    .map(patient -> said.computeIfAbsent(patient, ExplainTest::explained))
                    .collect(Collectors.joining());
            Collection<KnownValue> rows = ParameterTable.shipped(table).values();
            assertThat(rows).isNotEmpty();
            rows.forEach(row -> isTold(row, words, table));
        });
    }

    /// Those, and what a patient has besides: values of each clone, tumour and drug.
    @Test
    void allValuesOfAPatientAreToldWithUnitAndSource() {
        List<PublishedModel> assembled = ShippedModels.all().stream()
                .filter(model -> model.evidence().isPresent())
                .toList();
        assertThat(assembled).hasSizeGreaterThan(5);
        for (PublishedModel model : assembled) {
            String words = explained(model.name());
            model.evidence().orElseThrow().values().forEach(row -> isTold(row, words, model.name()));
        }
    }

    private static List<String> shippedTables() throws IOException, URISyntaxException {
        URI known = ParameterTable.class
                .getResource("/evidence/patients/wang2020.csv")
                .toURI();
        if (known.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(known, Map.of())) {
                return tablesIn(jar.getPath("/evidence/patients"));
            }
        }
        return tablesIn(Path.of(known).resolveSibling("."));
    }

    private static List<String> tablesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".csv", ""))
                    .filter(name -> !name.equals("care-rules"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> solidCancers() {
        return SolidCancer.all().stream().map(SolidCancer::name).toList();
    }

    private static String explained(String name) {
        Said said = Said.by("explain", name);
        assertThat(said.code()).as(said.err()).isZero();
        return said.out();
    }

    private static void isTold(KnownValue row, String words, String where) {
        String unit = row.share()
                ? "(a plain number from 0 to 1)"
                : row.unit().equals(Unit.ONE) ? "(a plain number)" : row.unit().toString();
        assertThat(words.contains("  " + row.name() + " = " + row.value() + " " + unit + ": " + row.meaning() + " ("
                        + row.certainty().words()))
                .as("%s of %s is told with its unit", row.name(), where)
                .isTrue();
        boolean calledAShare =
                row.unit().equals(Unit.ONE) && row.meaning().matches("(share|part|probability|whether)\\b.*");
        assertThat(row.share() || !calledAShare)
                .as("%s of %s: its unit says that it is a share", row.name(), where)
                .isTrue();
        boolean formula = !row.isNumber() && row.value().matches(".*[A-Za-z_].*");
        boolean assumed = row.certainty() == Certainty.ASSUMED;
        boolean derived = row.certainty() == Certainty.DERIVED && formula;
        assertThat(assumed || derived || row.source().matches("(?s).*(\\d{4}|label|prescribing information).*"))
                .as("who says so of %s in %s: %s", row.name(), where, row.source())
                .isTrue();
    }

    @Test
    void aTableOfEventsIsExpanded() throws IOException {
        Path table = Files.writeString(folder.resolve("ev.csv"), TABLE);
        Said said = Said.by("explain", table.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("Subject 1: 4 doses")
                .containsPattern("(?m)^0 +chemotherapy +5 mg +5 mg +- +-$")
                .containsPattern("(?m)^1 +chemotherapy +10 mg +10 mg +2 h +-$")
                .containsPattern("(?m)^3 +chemotherapy")
                .containsPattern("(?m)^5 +chemotherapy");
    }

    @Test
    void aTableWithAMistakeIsToldAtItsLine() throws IOException {
        Path table = Files.writeString(folder.resolve("ev.csv"), "TIME,AMT\n0,-5\n1,x\n");
        Said said = Said.by("explain", table.toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("ev.csv:3").doesNotContain("keys and values");
    }

    @Test
    void aStudyWithATableHasItsDosesUpToItsEnd() throws IOException {
        Files.writeString(
                folder.resolve("ev.csv"), TABLE.replace("[mg]", "[mg/L]").replace("mg/h", "mg/L/h"));
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: depillis2006-patient9
                duration: 4 d
                therapy:
                  - events: ev.csv
                  - TIL 1e9 cells from 2 d
                """);
        Said said = Said.by("explain", study.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("TIL: ")
                .containsPattern("(?m)^1 +chemotherapy +10 mg/L")
                .containsPattern("(?m)^2 +TIL +1e9 cells")
                .containsPattern("(?m)^3 +chemotherapy")
                .doesNotContainPattern("(?m)^5 +chemotherapy");
    }

    @Test
    void aDrugIsExplainedWithItsSources() {
        Said said = Said.by("explain", "Nivolumab");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("nivolumab (Opdivo): human IgG4 antibody against PD-1")
                .contains("central volume: 3.63 L (popPK; Bajaj 2017, doi:10.1002/psp4.12143)");
        assertThat(Said.by("explain", "IL-2").out())
                .contains("aldesleukin (IL-2, Proleukin)")
                .contains("IL-2 in kirschner1998: enters IL2");
        assertThat(Said.by("explain", "nivolumabb").err()).contains("did you mean \"nivolumab\"?");
        assertThat(Said.by("list").out())
                .containsPattern("(?m)^  pembrolizumab +humanised IgG4 antibody")
                .containsPattern("(?m)^  pembrolizumab .*melanoma.*non-small-cell-lung-cancer")
                .containsPattern("(?m)^  radiotherapy .*her2-positive-breast-cancer.*melanoma")
                .containsPattern("(?m)^  TIL .*depillis2006-patient9.*melanoma")
                .containsPattern("(?m)^  resection ");
        assertThat(Said.by("explain", "melanoma").out())
                .containsPattern("A study may give it any of these.*nivolumab.*radiotherapy, resection, TIL\\.");
        assertThat(Said.by("explain", "radiotherapy").out())
                .contains("radiotherapy may be given in a study of non-small-cell-lung-cancer, melanoma")
                .contains("as in: radiotherapy 8 Gy q1d x 3");
    }
}
