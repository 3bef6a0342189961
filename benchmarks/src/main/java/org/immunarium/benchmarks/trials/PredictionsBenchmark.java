package org.immunarium.benchmarks.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.immunarium.benchmarks.Figures;
import org.immunarium.benchmarks.trials.Prediction.Measure;
import org.immunarium.trial.statistics.Estimate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./bench predictions`: real trials that nothing was calibrated on, before their results are looked at.
public final class PredictionsBenchmark {

    private final Figures figures = new Figures(System.out);
    private final List<PublishedMeasure> published = PublishedMeasure.read(PublishedMeasure.FILE);
    private final Map<PredictedArm, Prediction> predictions = new LinkedHashMap<>();

    private PredictionsBenchmark() {}

    @Command(name = "predictions", description = "results of real trials that nothing was calibrated on, as files")
    static void run(
            @Parameters(paramLabel = "DIR", description = "folder for the files, which are written over") Path folder,
            @Parameters(
                            paramLabel = "REPLICATES",
                            defaultValue = "4",
                            description = "runs of each trial, whose patients are taken together")
                    int replicates,
            @Option(
                            names = "--studies",
                            paramLabel = "FOLDER",
                            defaultValue = "",
                            description = "of study files, in place of those that come along")
                    String studies,
            @Option(names = "--threads", paramLabel = "N", defaultValue = "2", description = "on how many threads")
                    int threads)
            throws IOException {
        Files.createDirectories(folder);
        new PredictionsBenchmark().run(folder, Studies.of(studies), replicates, threads);
    }

    private void run(Path folder, Studies studies, int replicates, int threads) throws IOException {
        List<PredictedArm> arms = PredictedArm.shipped();
        figures.say("values of all simulated patients; in parentheses what 95 % of trials of the real size have");
        List<String> names = arms.stream().map(PredictedArm::study).distinct().toList();
        for (String name : studies.present(names, figures)) {
            SimulatedTrial trial = SimulatedTrial.run(studies.find(name).orElseThrow(), replicates, threads);
            if (trial.failed() > 0) {
                figures.say(name + ": " + trial.failed() + " patients could not be simulated");
            }
            predict(arms.stream().filter(arm -> arm.study().equals(name)).toList(), trial);
        }
        new PredictionTables(folder).write(predictions);
        figures.say("curves and summary.csv written to " + folder);
        figures.write(Path.of("bench-predictions.json"));
    }

    /// All arms of one study.
    private void predict(List<PredictedArm> arms, SimulatedTrial trial) {
        Map<String, ResampledArm> drawn = new LinkedHashMap<>();
        for (PredictedArm predicted : arms) {
            List<SimulatedPatient> patients = predicted.titles().stream()
                    .flatMap(title -> trial.arm(title).stream())
                    .toList();
            drawn.put(predicted.arm(), new ResampledArm(patients, predicted.patients(), drawn.size()));
        }
        for (PredictedArm predicted : arms) {
            ResampledArm arm = find(drawn, predicted.arm());
            Prediction prediction = predicted.against().isEmpty()
                    ? Prediction.of(predicted, arm)
                    : Prediction.of(predicted, arm, find(drawn, predicted.against()));
            predictions.put(predicted, prediction);
            String name =
                    String.join("_", predicted.trial(), predicted.populations().getFirst(), predicted.arm());
            figures.tell(word(name) + "_pooled", arm.patients().size(), "patients");
            figures.tell(word(name) + "_trial", arm.size(), "patients");
            prediction.measures().forEach(measure -> tell(predicted, measure));
        }
    }

    private static ResampledArm find(Map<String, ResampledArm> drawn, String arm) {
        ResampledArm found = drawn.get(arm);
        if (found == null) {
            throw new IllegalStateException("no arm is called " + arm);
        }
        return found;
    }

    private void tell(PredictedArm predicted, Measure measure) {
        String population = predicted.populations().getFirst();
        Estimate value = measure.value();
        figures.tell(
                word(String.join("_", predicted.trial(), population, measure.arm(), measure.name())),
                value.value(),
                unit(measure.name()));
        String real = published.stream()
                .filter(each -> each.trial().equals(predicted.trial())
                        && predicted.populations().contains(each.population())
                        && each.arm().equals(measure.arm())
                        && each.measure().equals(measure.name()))
                .map(each -> "; published " + number(each.value()) + " (" + each.source() + ")")
                .findFirst()
                .orElse("");
        figures.say(String.format(
                Locale.ROOT,
                "%s, %s, %s, %s: %s (%s to %s)%s",
                predicted.trial(),
                population,
                measure.arm(),
                measure.name(),
                number(value.value()),
                number(value.lower()),
                number(value.upper()),
                real));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "not reached" : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String word(String words) {
        return words.replace(" %", "").replace(' ', '_');
    }

    private static String unit(String measure) {
        return measure.endsWith("%") ? "%" : measure.endsWith("months") ? "months" : "1";
    }
}
