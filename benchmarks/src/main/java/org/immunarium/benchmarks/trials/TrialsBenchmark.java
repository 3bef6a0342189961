package org.immunarium.benchmarks.trials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immunarium.benchmarks.Figures;
import org.immunarium.benchmarks.trials.SimulatedPatient.Endpoint;
import org.immunarium.benchmarks.trials.SimulatedPatient.Rate;
import org.immunarium.numerics.statistics.ProportionInterval;
import org.immunarium.trial.calibration.Target;
import org.immunarium.trial.calibration.Target.What;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./bench trials`: virtual trials beside the real ones that their populations were calibrated on.
public final class TrialsBenchmark {

    private final Figures figures = new Figures(System.out);
    private final List<RealCount> counts = RealCount.shipped();
    private final List<RealCurve> curves = RealCurve.shipped();
    private final Optional<Path> data;

    private int points;
    private int pointsInside;
    private int rates;
    private int ratesInside;

    private TrialsBenchmark(Optional<Path> data) {
        this.data = data;
    }

    @Command(name = "trials", description = "virtual trials beside the real ones that populations were calibrated on")
    static void run(
            @Parameters(
                            paramLabel = "REPLICATES",
                            defaultValue = "3",
                            description = "runs of each, whose patients are taken together")
                    int replicates,
            @Option(
                            names = "--studies",
                            paramLabel = "FOLDER",
                            defaultValue = "",
                            description = "of study files, in place of those that come along")
                    String folder,
            @Option(names = "--threads", paramLabel = "N", defaultValue = "2", description = "on how many threads")
                    int threads)
            throws IOException {
        new TrialsBenchmark(OutsideData.folder()).run(Studies.of(folder), replicates, threads);
    }

    private void run(Studies studies, int replicates, int threads) throws IOException {
        if (data.isEmpty()) {
            figures.say("no survival data outside the project (IMMUNARIUM_DATA names their folder, else it is"
                    + " ../shared/data): curves are not compared, only counts");
        }
        List<String> names = counts.stream().map(RealCount::study).distinct().toList();
        for (String name : studies.present(names, figures)) {
            compare(name, SimulatedTrial.run(studies.find(name).orElseThrow(), replicates, threads));
        }
        figures.tell("curve_points", points, "count");
        figures.tell("curve_points_inside", pointsInside, "count");
        figures.tell("rates", rates, "count");
        figures.tell("rates_inside", ratesInside, "count");
        figures.write(Path.of("bench-trials.json"));
    }

    private void compare(String study, SimulatedTrial trial) {
        if (trial.failed() > 0) {
            figures.say(study + ": " + trial.failed() + " patients could not be simulated");
        }
        List<String> arms = counts.stream()
                .filter(count -> count.study().equals(study))
                .map(RealCount::arm)
                .distinct()
                .toList();
        for (String title : arms) {
            List<SimulatedPatient> arm = trial.arm(title);
            String name = study + "_" + title.toLowerCase(Locale.ROOT).replace(' ', '_');
            figures.tell(name + "_pooled", arm.size(), "patients");
            for (Endpoint endpoint : Endpoint.values()) {
                compare(study, title, endpoint, arm, name);
            }
            counts.stream()
                    .filter(count -> count.study().equals(study) && count.arm().equals(title))
                    .forEach(count -> compare(count, arm, name));
        }
    }

    private void compare(String study, String title, Endpoint endpoint, List<SimulatedPatient> arm, String name) {
        Optional<RealCurve> curve = curves.stream()
                .filter(each -> each.study().equals(study) && each.arm().equals(title) && each.endpoint() == endpoint)
                .findFirst();
        if (curve.isEmpty()) {
            figures.say(study + ", " + title + ": " + endpoint + " is not compared: no patients of the real trial");
            return;
        }
        if (data.isEmpty()) {
            return;
        }
        Target real = Target.of(what(endpoint), curve.get().read(data.get()), Double.POSITIVE_INFINITY);
        CurveAgreement agreement = CurveAgreement.of(real, endpoint.curve(arm));
        points += agreement.points();
        pointsInside += agreement.inside();
        figures.tell(name + "_" + endpoint + "_points", agreement.points(), "count");
        figures.tell(name + "_" + endpoint + "_inside", (double) agreement.inside() / agreement.points(), "share");
        figures.tell(name + "_" + endpoint + "_largest_miss", agreement.largest(), "share_of_patients");
        figures.say(String.format(
                Locale.ROOT,
                "%s, %s, %s: %d of %d months inside; farthest in month %d, by %.3f",
                study,
                title,
                endpoint,
                agreement.inside(),
                agreement.points(),
                agreement.at(),
                agreement.largest()));
    }

    private static What what(Endpoint endpoint) {
        return switch (endpoint) {
            case OS -> What.OVERALL_SURVIVAL;
            case PFS -> What.PROGRESSION_FREE_SURVIVAL;
        };
    }

    private void compare(RealCount real, List<SimulatedPatient> arm, String name) {
        double simulated = real.what().percent(arm);
        ProportionInterval interval = real.interval();
        boolean inside = simulated >= interval.lower() && simulated <= interval.upper();
        rates++;
        ratesInside += inside ? 1 : 0;
        figures.tell(name + "_" + (real.what() == Rate.RESPONSE ? "ORR" : "grade_3_TRAE"), simulated, "%");
        figures.say(String.format(
                Locale.ROOT,
                "%s, %s, %s: %s: simulated %.1f, real %.1f [%.1f, %.1f], %d of %d (%s)",
                real.study(),
                real.arm(),
                real.what().measure(),
                inside ? "inside" : "OUTSIDE",
                simulated,
                real.percent(),
                interval.lower(),
                interval.upper(),
                real.had(),
                real.of(),
                real.source()));
    }
}
