package org.immunarium.benchmarks.check;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.immunarium.benchmarks.Figures;
import org.immunarium.benchmarks.check.PublishedModelsCheck.Outcome;
import org.immunarium.benchmarks.check.PublishedModelsCheck.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `./bench models`: a table of how every published model compares with an independent integrator, and the counts.
public final class ModelsBenchmark {

    private ModelsBenchmark() {}

    @Command(name = "models", description = "published models, each compared with an independent integrator")
    static void run(
            @Parameters(paramLabel = "FOLDER", arity = "0..1", description = "where they are, else among outside data")
                    Optional<Path> given)
            throws IOException {
        Path folder = given.orElseGet(ModelsBenchmark::folder);
        if (!Files.isDirectory(folder)) {
            throw new FileNotFoundException("this benchmark needs a folder of models; " + folder
                    + " does not exist (IMMUNARIUM_DATA names the folder of outside data, else it is ../shared/data)");
        }
        Figures figures = new Figures(System.out);
        figures.say("relative tolerance " + PublishedModelsCheck.TOLERANCE + ", " + PublishedModelsCheck.POINTS
                + " intervals, allowed " + PublishedModelsCheck.LARGEST + " of max(size, " + PublishedModelsCheck.FLOOR
                + " of the largest size)");
        int agree = 0;
        int unchecked = 0;
        int failed = 0;
        double worst = 0;
        int models = 0;
        for (Span span : PublishedModelsCheck.spans()) {
            models++;
            Outcome outcome;
            String verdict;
            try {
                outcome = PublishedModelsCheck.check(folder, span);
                verdict = outcome.agrees() ? "agrees" : outcome.isUnchecked() ? "UNCHECKED" : "DIFFERS";
            } catch (RuntimeException e) {
                outcome = new Outcome(span, 0, Double.POSITIVE_INFINITY, String.valueOf(e.getMessage()));
                verdict = "FAILED";
                failed++;
            }
            agree += outcome.agrees() ? 1 : 0;
            unchecked += outcome.isUnchecked() ? 1 : 0;
            worst = outcome.isUnchecked() ? worst : Math.max(worst, outcome.difference());
            figures.say(String.format(
                    Locale.ROOT,
                    "%s  %-9s  span %6g  states %2d  difference %.1e  %s",
                    span.model(),
                    verdict,
                    span.length(),
                    outcome.states(),
                    outcome.difference(),
                    outcome.note()));
        }
        figures.tell("models_agree", agree, "count");
        figures.tell("models_differ", models - agree - unchecked - failed, "count");
        figures.tell("models_unchecked", unchecked, "count");
        figures.tell("models_failed", failed, "count");
        figures.tell("models_largest_difference", worst, "relative");
        figures.write(Path.of("bench-models.json"));
    }

    private static Path folder() {
        String named = System.getenv("IMMUNARIUM_DATA");
        return (named == null ? Path.of("../shared/data") : Path.of(named)).resolve("sbml-models");
    }
}
