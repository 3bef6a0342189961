package org.immunarium.study.trial.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.immunarium.results.RunFolder;
import org.immunarium.results.TableWriter;
import org.immunarium.trial.calibration.Aim;
import org.immunarium.trial.calibration.Calibration;
import org.immunarium.trial.calibration.Target;

/// The tables of a calibration.
public final class CalibrationTables {

    /// Plausible patients with their weights: a population that studies can take patients from.
    public static final String POPULATION = "population.csv";

    /// Every point that was to be met, with what came of it.
    public static final String POINTS = "calibration.csv";

    /// How well each target was met.
    public static final String AGREEMENT = "agreement.csv";

    /// The numbers of hazards.
    public static final String HAZARDS = "hazards.csv";

    /// A target counts as met where so much of it lies within its interval.
    private static final double MET = 0.9;

    private static final double PERCENT = 100;

    private final PreparedCalibration calibration;
    private final RunFolder folder;
    private final List<Long> patients;
    private final List<Aim> aims;
    private final Calibration.Found found;
    private final double[] numbers;

    CalibrationTables(
            PreparedCalibration calibration,
            RunFolder folder,
            List<Long> patients,
            List<Aim> aims,
            Calibration.Found found,
            double[] numbers) {
        this.calibration = calibration;
        this.folder = folder;
        this.patients = patients;
        this.aims = aims;
        this.found = found;
        this.numbers = numbers;
    }

    /// Writes all; returns what was found, in lines.
    ///
    /// @param failed how many patients' numbers failed
    List<String> write(int failed) {
        writePopulation();
        writeHazards();
        List<String> lines = new ArrayList<>();
        if (failed > 0) {
            lines.add(failed + " plausible patients are left out: their numbers failed under some therapy");
        }
        lines.addAll(writeAgreement());
        List<String> groups = calibration.study().groups();
        for (int g = 0; g < groups.size(); g++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s: as good as %.0f patients of equal weight, of %d",
                    groups.get(g),
                    found.effective(g),
                    patients.size()));
        }
        if (!found.converged()) {
            lines.add("the search for hazards ended before it got no further; more tries may do better");
        }
        return lines;
    }

    private void writePopulation() {
        List<String> header = new ArrayList<>(List.of("id"));
        int asked = calibration.trial().patients().asked();
        header.addAll(calibration.trial().patients().varied().subList(0, asked));
        calibration.study().groups().forEach(group -> header.add("weight " + group));
        try (TableWriter table = TableWriter.create(folder.table(POPULATION), header)) {
            for (int i = 0; i < patients.size(); i++) {
                table.cell(patients.get(i));
                double[] values = calibration.trial().patients().values(patients.get(i));
                for (int v = 0; v < asked; v++) {
                    table.cell(values[v]);
                }
                for (double[] weights : found.weights()) {
                    table.cell(weights[i]);
                }
                table.endRow();
            }
        }
    }

    private void writeHazards() {
        List<SearchedNumber> all = calibration.study().hazards().stream()
                .flatMap(each -> each.numbers().stream())
                .toList();
        try (TableWriter table = TableWriter.create(
                folder.table(HAZARDS), List.of("number", "value", "unit", "lower", "upper", "searched"))) {
            for (int i = 0; i < numbers.length; i++) {
                SearchedNumber number = all.get(i);
                table.cell(number.name()).cell(numbers[i]).cell(number.unit());
                table.cell(number.lower()).cell(number.upper());
                table.cell(number.isSearched() ? "yes" : "no").endRow();
            }
        }
    }

    private List<String> writeAgreement() {
        List<String> lines = new ArrayList<>();
        int met = 0;
        int all = 0;
        try (TableWriter points = TableWriter.create(
                        folder.table(POINTS),
                        List.of("arm", "target", "time [d]", "wanted", "lower", "upper", "simulated", "inside"));
                TableWriter agreement = TableWriter.create(
                        folder.table(AGREEMENT),
                        List.of("arm", "target", "patients", "points", "inside [%]", "largest miss", "met"))) {
            for (int a = 0; a < aims.size(); a++) {
                Aim aim = aims.get(a);
                int from = 0;
                for (Target target : aim.targets()) {
                    double[] simulated = Arrays.copyOfRange(found.simulated()[a], from, from + target.times().length);
                    from += simulated.length;
                    write(points, aim.name(), target, simulated);
                    double inside = target.inside(simulated);
                    double miss = IntStream.range(0, simulated.length)
                            .mapToDouble(i -> Math.abs(simulated[i] - target.values()[i]))
                            .max()
                            .orElse(0);
                    boolean isMet = inside >= MET;
                    met += isMet ? 1 : 0;
                    all++;
                    agreement
                            .cell(aim.name())
                            .cell(words(target))
                            .cell(target.patients())
                            .cell(simulated.length);
                    agreement
                            .cell(PERCENT * inside)
                            .cell(miss)
                            .cell(isMet ? "yes" : "no")
                            .endRow();
                    lines.add(String.format(
                            Locale.ROOT,
                            "%s, %s: %.0f %% of %d points inside, largest miss %.3f",
                            aim.name(),
                            words(target),
                            PERCENT * inside,
                            simulated.length,
                            miss));
                }
            }
        }
        lines.addFirst(
                met + " of " + all + " targets are met: nine points in ten and more lie within the interval of 95 %");
        return lines;
    }

    private static void write(TableWriter table, String arm, Target target, double[] simulated) {
        for (int i = 0; i < simulated.length; i++) {
            table.cell(arm).cell(words(target)).cell(target.times()[i]);
            table.cell(target.values()[i])
                    .cell(target.lower()[i])
                    .cell(target.upper()[i])
                    .cell(simulated[i]);
            table.cell(simulated[i] >= target.lower()[i] && simulated[i] <= target.upper()[i] ? "yes" : "no")
                    .endRow();
        }
    }

    private static String words(Target target) {
        return switch (target.what()) {
            case OVERALL_SURVIVAL -> "OS";
            case PROGRESSION_FREE_SURVIVAL -> "PFS";
            case RESPONSE -> "response";
            case PRESENCE -> "share";
        };
    }
}
