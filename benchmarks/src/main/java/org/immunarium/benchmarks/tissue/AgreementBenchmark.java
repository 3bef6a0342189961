package org.immunarium.benchmarks.tissue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.immunarium.benchmarks.Figures;
import org.immunarium.benchmarks.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./bench agreement [--seeds N]`: projects of PhysiCell, run here with N seeds, beside what PhysiCell made of
/// them. Each point that is out is told in words; see [Agreement].
public final class AgreementBenchmark {

    private AgreementBenchmark() {}

    @Command(name = "agreement", description = "projects of PhysiCell, run here, beside what PhysiCell made of them")
    static void run(
            @Option(
                            names = "--seeds",
                            paramLabel = "N",
                            defaultValue = "20",
                            converter = Seeds.class,
                            description = "with how many seeds each is run")
                    int seeds)
            throws IOException, InterruptedException {
        Figures figures = new Figures(System.out);
        figures.tell("seeds", seeds, "count");
        int points = 0;
        int within = 0;
        for (String project : Agreement.PROJECTS) {
            Path folder = Agreement.folder(data(), project);
            if (!Agreement.isThere(folder)) {
                figures.say("skipped: " + project + ": there is no " + folder
                        + " with run_as_measured.xml and reference_counts.csv (IMMUNARIUM_DATA names the folder of"
                        + " outside data, else it is ../shared/data)");
                continue;
            }
            List<Agreement.Point> all = Agreement.of(folder, seeds);
            List<Agreement.Point> out =
                    all.stream().filter(point -> !point.within()).toList();
            out.forEach(point -> figures.say(project + ", " + point.name() + ": " + point.words()));
            tell(figures, project + "_", all.size(), all.size() - out.size());
            points += all.size();
            within += all.size() - out.size();
        }
        tell(figures, "", points, within);
        figures.write(Path.of("bench-agreement.json"));
    }

    /// Two at least: what varies is judged.
    private static final class Seeds extends Numbers.Whole {
        Seeds() {
            super(2);
        }
    }

    private static void tell(Figures figures, String prefix, int points, int within) {
        figures.tell(prefix + "points", points, "count");
        figures.tell(prefix + "points_within", within, "count");
        figures.tell(prefix + "points_out", points - within, "count");
    }

    private static Path data() {
        String named = System.getenv("IMMUNARIUM_DATA");
        return named == null ? Path.of("../shared/data") : Path.of(named);
    }
}
