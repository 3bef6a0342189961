package org.immunarium.therapy.drug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.Delimiter;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.Therapy;
import org.immunarium.therapy.pharmacokinetics.Concentration;
import org.immunarium.therapy.pharmacokinetics.Pharmacokinetics;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Exposure to the antibodies that come along, of the typical patient of each source, against what labels and papers
/// have of many: `/evidence/drug-exposure.csv`.
///
/// Peak, trough and area are those of the last interval of a regimen that ends, else of one after two years. The
/// half-life is the time in which the trough after that interval halves when no other dose follows.
class ExposureTest {

    private static final String TABLE = "/evidence/drug-exposure.csv";
    private static final String HEADER = "drug,regimen,measure,low,high,value,unit,source,note";
    private static final Set<String> MEASURES = Set.of("half-life", "Cmin,ss", "Cmax,ss", "AUC,ss");

    /// What every antibody has a row of, if only one that says that it is missing.
    private static final Set<String> EACH = Set.of("half-life", "Cmin,ss", "Cmax,ss");

    private static final int YEARS = 728;
    private static final int STEPS = 2000;

    /// The time up to the trough of a dose without an interval, in d.
    private static final double ONLY = 28;

    /// For how long a course is followed after the last trough, in d.
    private static final double WASHOUT = 400;

    private static final Unit MILLIGRAM_A_LITRE = Unit.parse("mg/L");

    record Row(
            int line,
            String drug,
            String regimen,
            String measure,
            double low,
            double high,
            double value,
            String unit,
            String source,
            String note) {

        /// Whether it only says that there is no value.
        boolean isMissing() {
            return note.startsWith("missing: ");
        }

        @Override
        public String toString() {
            return drug + " " + measure + " (line " + line + ")";
        }
    }

    /// Rows that have a value.
    static List<Row> rows() throws IOException {
        return all().stream().filter(row -> !row.isMissing()).toList();
    }

    private static List<Row> all() throws IOException {
        try (InputStream in = ExposureTest.class.getResourceAsStream(TABLE)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines.getFirst()).isEqualTo(HEADER);
            List<Row> rows = new ArrayList<>();
            for (int i = 1; i < lines.size(); i++) {
                int line = i + 1;
                List<String> cells = Delimiter.COMMA
                        .cells(lines.get(i), wrong -> {
                            throw new AssertionError(TABLE + ":" + line + ": " + wrong);
                        })
                        .orElseThrow();
                assertThat(cells).as("%s:%d", TABLE, line).hasSize(9);
                rows.add(new Row(
                        line,
                        cells.get(0),
                        cells.get(1),
                        cells.get(2),
                        number(cells.get(3)),
                        number(cells.get(4)),
                        number(cells.get(5)),
                        cells.get(6),
                        cells.get(7),
                        cells.get(8)));
            }
            return rows;
        }
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theTypicalPatientIsWhereManyPatientsAre(Row row) {
        Drug drug = Drugs.find(row.drug()).orElseThrow();
        assertThat(measured(drug, row)).as("%s, %s", row, row.unit()).isBetween(row.low(), row.high());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowIsWhole(Row row) {
        assertThat(row.measure()).isIn(MEASURES);
        assertThat(row.value()).isBetween(row.low(), row.high());
        assertThat(row.low()).isPositive();
        assertThat(row.source()).matches(".*(doi:10\\..*|prescribing information)");
        assertThat(row.note()).isNotBlank();
    }

    @Test
    void whatIsMissingSaysNothingElse() throws IOException {
        List<Row> missing = all().stream().filter(Row::isMissing).toList();
        assertThat(missing)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(new double[] {row.low(), row.high(), row.value()})
                        .containsOnly(Double.NaN))
                .allSatisfy(row -> assertThat(row.source()).isEqualTo("-"))
                .allSatisfy(row -> assertThat(rows())
                        .noneMatch(other -> other.drug().equals(row.drug())
                                && other.measure().equals(row.measure())));
    }

    /// Where a source has no range, one of 25 % to each side stands in its place, and the row says that it is assumed.
    @ParameterizedTest
    @MethodSource("rows")
    void aRangeThatIsAssumedIsAQuarterToEachSide(Row row) {
        if (row.note().contains("assumed")) {
            assertThat(row.low() / row.value()).isCloseTo(0.75, within(0.01));
            assertThat(row.high() / row.value()).isCloseTo(1.25, within(0.01));
        }
    }

    @Test
    void everyAntibodyHasARowOfEachOfThreeMeasures() throws IOException {
        Set<String> told =
                all().stream().map(row -> row.drug() + " " + row.measure()).collect(Collectors.toSet());
        assertThat(Drugs.all().stream()
                        .filter(drug ->
                                drug.kind().contains("antibody") || drug.kind().contains("engager"))
                        .flatMap(drug -> EACH.stream().map(measure -> drug.name() + " " + measure)))
                .hasSizeGreaterThanOrEqualTo(39)
                .allMatch(told::contains);
    }

    /// The page names them, so that nobody takes what is missing for what agrees.
    @Test
    void thePageOnTherapySaysWhatIsMissing() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.exists(here.resolve("docs")) ? here : here.resolve("..");
        String page = Files.readString(root.resolve("docs/therapy.md"));
        Map<String, Set<String>> drugs = all().stream()
                .filter(Row::isMissing)
                .collect(Collectors.groupingBy(
                        Row::measure,
                        TreeMap::new,
                        Collectors.mapping(Row::drug, Collectors.toCollection(TreeSet::new))));
        drugs.forEach(
                (measure, of) -> assertThat(page).contains("| `" + measure + "` | " + String.join(", ", of) + " |"));
    }

    private static double measured(Drug drug, Row row) {
        Therapy therapy = RegimenText.parse(row.regimen());
        List<Administration> doses = therapy.administrations(Ratio.of(YEARS)).stream()
                .sorted(Comparator.comparingDouble(Administration::days))
                .toList();
        Administration last = doses.getLast();
        double from = last.days();
        double to = from
                + therapy.regimens()
                        .getLast()
                        .phases()
                        .getLast()
                        .schedule()
                        .interval()
                        .map(interval -> interval.days().doubleValue())
                        .orElse(ONLY);
        Concentration course = course(drug, doses, row, to + WASHOUT);
        double factor = row.measure().startsWith("C") ? MILLIGRAM_A_LITRE.factorTo(Unit.parse(row.unit())) : 1;
        return switch (row.measure()) {
            case "Cmin,ss" -> factor * course.at(to);
            case "Cmax,ss" -> factor * course.at(from + last.durationInDays());
            case "AUC,ss" -> area(course, from, to);
            default -> halving(course, to);
        };
    }

    /// In mg/L and days; of patients with chemotherapy where the row is of them and the source has a ratio for these.
    private static Concentration course(Drug drug, List<Administration> doses, Row row, double until) {
        Body body = body(drug);
        Pharmacokinetics kinetics = drug.pharmacokinetics(body);
        if (row.note().startsWith("with chemotherapy")) {
            double ratio = drug.quantity(DrugParameter.CLEARANCE_WITH_CHEMOTHERAPY)
                    .orElseThrow()
                    .value();
            kinetics = kinetics.withElimination(kinetics.elimination().scaled(ratio));
        }
        return kinetics.after(doses.stream().map(dose -> drug.input(dose, body)).toList(), until);
    }

    /// A patient of the weight of the source, whose height only matters where a dose goes by body surface.
    private static Body body(Drug drug) {
        Quantity weight = drug.quantity(DrugParameter.REFERENCE_WEIGHT).orElse(Quantity.of(60, "kg"));
        return Body.of(weight, Quantity.parse("170 cm"));
    }

    private static double area(Concentration course, double from, double to) {
        double step = (to - from) / STEPS;
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            sum += course.at(from + (i + 0.5) * step);
        }
        return sum * step;
    }

    private static double halving(Concentration course, double from) {
        double half = course.at(from) / 2;
        double low = 0;
        double high = WASHOUT;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (course.at(from + middle) > half) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
