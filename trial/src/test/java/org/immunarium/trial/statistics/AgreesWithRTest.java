package org.immunarium.trial.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.immunarium.trial.OutsideData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers of R's packages survival and cmprsk, as `expected.R` beside `expected.csv` makes them.
class AgreesWithRTest {

    private static final double TOLERANCE = 1e-9;
    private static final double CONFIDENCE = 0.95;

    /// Of what R has from the step before its last, as it has the variance of coefficients, and of the ends of
    /// profile intervals, which uniroot looks for.
    private static final double OF_A_SEARCH = 1e-6;

    private final Map<String, Double> found = new LinkedHashMap<>();

    private static Map<String, Double> expected(String set) throws IOException {
        Map<String, Double> expected = new LinkedHashMap<>();
        try (InputStream stream =
                Objects.requireNonNull(AgreesWithRTest.class.getResourceAsStream("/statistics/expected.csv"))) {
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .filter(cells -> cells[0].equals(set))
                    .forEach(cells ->
                            expected.put(cells[1], cells[2].equals("NA") ? Double.NaN : Double.parseDouble(cells[2])));
        }
        return expected;
    }

    private void curve(Survival data, double horizon) {
        KaplanMeier curve = KaplanMeier.of(data);
        String[] names = {"q25", "q50", "q75"};
        for (int i = 0; i < names.length; i++) {
            say(names[i], curve.quantile((i + 1) * 0.25, CONFIDENCE));
        }
        double longest = Arrays.stream(data.times()).max().orElseThrow();
        for (String part : List.of("0.25", "0.5", "0.75")) {
            double at = Double.parseDouble(part) * longest;
            String label = "S at " + part;
            say(label, curve.at(at, CONFIDENCE));
            found.put(label + " at risk", (double) curve.atRisk(at));
            int row = Arrays.binarySearch(curve.times(), at);
            found.put(label + " se", curve.standardErrors()[row >= 0 ? row : -row - 2]);
        }
        RestrictedMean mean = curve.restrictedMean(horizon);
        found.put("rmst", mean.mean());
        found.put("rmst se", mean.standardError());
    }

    private void say(String name, Estimate estimate) {
        found.put(name, estimate.value());
        found.put(name + " lower", estimate.lower());
        found.put(name + " upper", estimate.upper());
    }

    private void logRank(Survival data, int[] groups, int[] strata) {
        LogRank test = LogRank.of(data, groups, strata);
        found.put("logrank", test.result().chiSquared());
        found.put("logrank p", test.result().p());
        for (int g = 0; g < test.observed().length; g++) {
            found.put("logrank observed " + (g + 1), test.observed()[g]);
            found.put("logrank expected " + (g + 1), test.expected()[g]);
        }
    }

    private void cox(Survival data, double[][] covariates, int[] strata) {
        CoxRegression fit = CoxRegression.of(data, covariates, strata);
        assertThat(fit.isDetermined()).isTrue();
        for (int j = 0; j < covariates[0].length; j++) {
            String name = "cox " + (j + 1);
            found.put(name + " coef", fit.coefficients()[j]);
            found.put(name + " se", fit.standardError(j));
            found.put(name + " p", fit.p(j));
            Estimate ratio = fit.hazardRatio(j, CONFIDENCE);
            found.put(name + " hr", ratio.value());
            found.put(name + " lower", ratio.lower());
            found.put(name + " upper", ratio.upper());
            Estimate profile = fit.profileInterval(j, CONFIDENCE);
            found.put(name + " profile lower", profile.lower());
            found.put(name + " profile upper", profile.upper());
        }
        found.put("cox loglik", fit.logLikelihood());
        found.put("cox lr", fit.likelihoodRatioTest().chiSquared());
        found.put("cox lr p", fit.likelihoodRatioTest().p());
        found.put("cox wald", fit.waldTest().chiSquared());
        found.put("cox score", fit.scoreTest().chiSquared());
        found.put("cox score p", fit.scoreTest().p());
    }

    private void compare(String set) throws IOException {
        Map<String, Double> expected = expected(set);
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        List<String> wrong = new ArrayList<>();
        expected.forEach((name, value) -> {
            double ours = found.getOrDefault(name, Double.NaN);
            double allowed = (name.startsWith("cox") || name.startsWith("interaction") ? OF_A_SEARCH : TOLERANCE)
                    * Math.abs(value);
            if (Double.isNaN(value) ? !Double.isNaN(ours) : !(Math.abs(ours - value) <= allowed)) {
                wrong.add(name + ": " + ours + ", R has " + value);
            }
        });
        assertThat(wrong).isEmpty();
    }

    /// Freireich et al. 1963: weeks of remission under 6-mercaptopurine and placebo.
    @Test
    void ofFreireich() throws IOException {
        double[] times = {
            6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35, 1, 1, 2, 2, 3, 4, 4, 5, 5, 8,
            8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23
        };
        boolean[] events = new boolean[42];
        int[] arm = new int[42];
        for (int i = 0; i < 42; i++) {
            events[i] = i < 9 || i >= 21;
            arm[i] = i < 21 ? 1 : 0;
        }
        Survival data = new Survival(times, events);
        curve(data, 20);
        logRank(data, arm, new int[42]);
        cox(data, column(arm), new int[42]);
        compare("freireich");
    }

    private static double[][] column(int[] arm) {
        return Arrays.stream(arm).mapToObj(each -> new double[] {each}).toArray(double[][]::new);
    }

    /// Many ties, three groups, two strata, three covariates, two causes.
    @ParameterizedTest
    @ValueSource(ints = {11, 12})
    void ofNumbersThatAreMadeUp(int seed) throws IOException {
        int n = 240;
        double x = seed;
        double[] times = new double[n];
        boolean[] events = new boolean[n];
        int[] groups = new int[n];
        int[] strata = new int[n];
        int[] causes = new int[n];
        double[][] covariates = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] u = new double[6];
            for (int k = 0; k < 6; k++) {
                x = 16807 * x % 2147483647;
                u[k] = x / 2147483647;
            }
            times[i] = Math.ceil(40 * u[0] * (1 + u[1]));
            events[i] = u[2] < 0.65;
            groups[i] = (int) Math.floor(3 * u[3]);
            strata[i] = (int) Math.floor(2 * u[4]);
            causes[i] = u[2] < 0.4 ? 1 : u[2] < 0.7 ? 2 : 0;
            covariates[i] = new double[] {Math.rint(10 * u[5]), u[1] > 0.4 ? 1 : 0, groups[i] == 1 ? 1 : 0};
        }
        Survival data = new Survival(times, events);
        curve(data, 30);
        logRank(data, groups, strata);
        cox(data, covariates, strata);
        for (int cause = 1; cause <= 2; cause++) {
            CumulativeIncidence incidence = CumulativeIncidence.of(times, causes, cause);
            for (int at : new int[] {10, 25, 40}) {
                int row = Arrays.binarySearch(incidence.times(), at);
                int last = row >= 0 ? row : -row - 2;
                found.put("cif " + cause + " at " + at, incidence.share()[last]);
                found.put("cif " + cause + " at " + at + " var", incidence.variance()[last]);
            }
        }
        gray(times, causes, groups, strata);
        interaction(
                data,
                IntStream.range(0, n).map(i -> groups[i] == 1 ? 1 : 0).toArray(),
                IntStream.range(0, n).map(i -> (int) covariates[i][0] % 3).toArray(),
                strata);
        compare("made " + seed);
    }

    private void gray(double[] times, int[] causes, int[] groups, int[] strata) {
        for (int cause = 1; cause <= 2; cause++) {
            TestResult test = GrayTest.of(times, causes, cause, groups, strata).result();
            found.put("gray " + cause, test.chiSquared());
            found.put("gray " + cause + " p", test.p());
        }
    }

    private void interaction(Survival data, int[] arm, int[] groups, int[] strata) {
        boolean[] treated = new boolean[arm.length];
        for (int i = 0; i < arm.length; i++) {
            treated[i] = arm[i] == 1;
        }
        TestResult test = Interaction.test(data, treated, groups, strata);
        found.put("interaction", test.chiSquared());
        found.put("interaction p", test.p());
    }

    /// No ties, two groups; or whole weeks and four groups, one of them small.
    @ParameterizedTest
    @ValueSource(strings = {"untied", "weeks"})
    void ofCausesThatCompete(String set) throws IOException {
        boolean weeks = set.equals("weeks");
        int n = 150;
        double x = 13;
        double[] times = new double[n];
        int[] causes = new int[n];
        boolean[] first = new boolean[n];
        int[] arm = new int[n];
        int[] groups = new int[n];
        int[] halves = new int[n];
        for (int i = 0; i < n; i++) {
            double[] u = new double[5];
            for (int k = 0; k < u.length; k++) {
                x = 16807 * x % 2147483647;
                u[k] = x / 2147483647;
            }
            arm[i] = u[3] < 0.4 ? 1 : 0;
            double time = 30 * u[0] * (1 + u[1]) / (1 + arm[i] * u[2]);
            times[i] = weeks ? Math.ceil(time) : time;
            causes[i] = u[2] < 0.35 + 0.2 * arm[i] ? 1 : u[2] < 0.8 ? 2 : 0;
            first[i] = causes[i] == 1;
            groups[i] = (int) Math.floor(3 * u[4]) + (u[4] > 0.95 ? 1 : 0);
            halves[i] = u[4] > 0.5 ? 1 : 0;
        }
        gray(times, causes, weeks ? groups : arm, new int[n]);
        if (!weeks) {
            interaction(new Survival(times, first), arm, halves, halves);
        }
        compare(set);
    }

    /// Curves of trials, reconstructed from papers.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "KEYNOTE024_1A",
                "KEYNOTE024_2",
                "Checkmate017_1",
                "Checkmate057_1A",
                "ca184-024_maio2015_fig2",
                "checkmate066_ascierto2019_fig2a"
            })
    void ofTrials(String set) throws IOException {
        Path file = OutsideData.path("survival").resolve(set + ".csv");
        List<String[]> rows = Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.replace("\"", "").split(","))
                .toList();
        String first = rows.stream().map(row -> row[2]).sorted().findFirst().orElseThrow();
        boolean[] events = new boolean[rows.size()];
        int[] arm = new int[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            events[i] = rows.get(i)[1].equals("1");
            arm[i] = rows.get(i)[2].equals(first) ? 0 : 1;
        }
        Survival data = new Survival(
                rows.stream().mapToDouble(row -> Double.parseDouble(row[0])).toArray(), events);
        curve(data, 12);
        logRank(data, arm, new int[arm.length]);
        cox(data, column(arm), new int[arm.length]);
        compare(set);
    }
}
