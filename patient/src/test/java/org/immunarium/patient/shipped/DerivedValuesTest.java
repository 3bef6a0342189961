package org.immunarium.patient.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.immunarium.patient.assembly.Certainty;
import org.immunarium.patient.assembly.KnownValue;
import org.immunarium.patient.assembly.ParameterTable;
import org.junit.jupiter.api.Test;

/// Numbers of the tables that were calculated by hand, calculated once more from what their notes say.
final class DerivedValuesTest {

    private static final double AVOGADRO = 6.02214076e23;
    private static final double LN_2 = 0.6931471805599453;

    /// A concentration of 1 µM over a gap of 3 nm: molecules/µm^2.
    private static final double MICROMOLAR_OVER_3_NM = 1e-6 * AVOGADRO * 1e3 * 3e-9 * 1e-12;

    /// What comes of it, by the names of rows.
    private static final Map<String, Double> ARITHMETIC = Map.ofEntries(
            // F_B (alpha - beta) of Stein 2019, which Stein2019Test holds.
            Map.entry("a_CARTE", 0.0079 * (0.16 - 0.0032)),
            // 15.3 L/h is CL_fludarabine of the same table.
            Map.entry("V_fludarabine", 15.3 * 9.6 / LN_2),
            Map.entry("DNA_per_cell", 2 * 3e9 * 660 / AVOGADRO * 1e12),
            // 0.05/d is k_CD19pos_division of the same table.
            Map.entry("k_CD19pos_death", 0.05 - 0.01),
            Map.entry("CL_waning_mosunetuzumab", 1.08 - 0.584),
            Map.entry("k_waning_mosunetuzumab", LN_2 / 16.3),
            Map.entry("Kd_PD1_PDL1", 8.2 * MICROMOLAR_OVER_3_NM),
            Map.entry("Kd_PD1_PDL2", 2.3 * MICROMOLAR_OVER_3_NM),
            Map.entry("k_on_PD1_PDL1", 0.175 / MICROMOLAR_OVER_3_NM),
            Map.entry("k_on_PD1_PDL2", 0.23 / MICROMOLAR_OVER_3_NM),
            // Standard atomic weights of platinum, nitrogen, hydrogen and chlorine.
            Map.entry("M_cisplatin", 195.084 + 2 * (14.007 + 3 * 1.008) + 2 * 35.45),
            Map.entry("k_taper", 2.302585092994046 / 35),
            // 61.321 L is V_P of the same tables, in mL.
            Map.entry("q_T0_P_in", 5e-4 * 0.0067 * 61321),
            Map.entry("q_T1_P_in", 5e-4 * 0.0067 * 61321),
            Map.entry("q_T0_T_in", 5e-4 * 0.02),
            Map.entry("q_T1_T_in", 5e-4 * 0.02),
            Map.entry("Chi_PD1_antibody", 10 / 3.0),
            Map.entry("Chi_PDL1_antibody", 100 / 3.0),
            Map.entry("Chi_CTLA4_antibody", 10 / 3.0),
            Map.entry("Chi_PD1_nivo", 10 / 3.0),
            Map.entry("Chi_PDL1_durv", 100 / 3.0),
            Map.entry("Chi_CTLA4_ipi", 10 / 3.0));

    /// What a source derives from more than it prints: only the source holds these.
    private static final Set<String> OF_A_SOURCE = Set.of("room_left", "V_C.B", "DAMPs");

    @Test
    void numbersAreWhatTheirNotesCalculate() throws IOException, URISyntaxException {
        Set<String> seen = new TreeSet<>();
        for (Map.Entry<String, ParameterTable> table : tables().entrySet()) {
            for (KnownValue row : table.getValue().values()) {
                if (row.certainty() != Certainty.DERIVED || !row.isNumber() || isOfAnUntreatedRun(row)) {
                    continue;
                }
                seen.add(row.name());
                if (OF_A_SOURCE.contains(row.name())) {
                    assertThat(row.source()).as(row.name()).contains("doi:");
                    continue;
                }
                assertThat(ARITHMETIC)
                        .as("%s of %s", row.name(), table.getKey())
                        .containsKey(row.name());
                assertThat(row.number())
                        .as("%s of %s", row.name(), table.getKey())
                        .isCloseTo(ARITHMETIC.get(row.name()), within(rounding(row.value()) + 1e-8 * row.number()));
            }
        }
        assertThat(seen).containsAll(ARITHMETIC.keySet()).containsAll(OF_A_SOURCE);
    }

    @Test
    void theTablesHaveWhatTheArithmeticTakesFromThem() {
        assertThat(number("b-cell-leukaemia", "CL_fludarabine")).isEqualTo(15.3);
        assertThat(number("b-cell-lymphoma", "CL_fludarabine")).isEqualTo(15.3);
        assertThat(number("b-cell-lymphoma", "k_CD19pos_division")).isEqualTo(0.05);
        assertThat(number("wang2020", "V_P")).isEqualTo(61.321);
        assertThat(number("solid-tumour", "V_P")).isEqualTo(61.321);
    }

    private static double number(String table, String row) {
        return ParameterTable.shipped(table).find(row).orElseThrow().number();
    }

    /// States of example 1 at the size of tumour at which its paper treats it; `QspIoAgreesWithSimBiologyTest`
    /// holds what comes after them.
    private static boolean isOfAnUntreatedRun(KnownValue row) {
        return row.note().equals("of the model run untreated until its tumour is 3 cm across");
    }

    /// Half of the last digit that a number is written with.
    private static double rounding(String number) {
        String[] parts = number.toLowerCase(java.util.Locale.ROOT).split("e");
        int digits = parts[0].contains(".") ? parts[0].length() - parts[0].indexOf('.') - 1 : 0;
        return 0.5000001 * Double.parseDouble("1e" + ((parts.length > 1 ? Integer.parseInt(parts[1]) : 0) - digits));
    }

    private static Map<String, ParameterTable> tables() throws IOException, URISyntaxException {
        Path one = Path.of(ParameterTable.class
                .getResource("/evidence/patients/wang2020.csv")
                .toURI());
        Map<String, ParameterTable> tables = new HashMap<>();
        try (Stream<Path> files = Files.list(one.getParent())) {
            List<String> names = files.map(file -> file.getFileName().toString().replace(".csv", ""))
                    .filter(name -> !name.equals("care-rules"))
                    .toList();
            names.forEach(name -> tables.put(name, ParameterTable.shipped(name)));
        }
        return tables;
    }
}
