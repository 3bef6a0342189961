package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.OutsideData;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.export.Format;
import org.immunarium.study.run.RunExport;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The model of Jafarnejad et al. 2019 that is put together from mechanisms: it is the authors' model, by their own
/// trajectories, by their SBML, and by what it is exported as.
final class Jafarnejad2019FromMechanismsTest {

    /// Where two runs of ours are compared: of a state's value.
    private static final double SAME = 1e-6;

    /// Of a state's peak: what is less is not compared.
    private static final double FLOOR = 1e-9;

    private static final String PRECISELY = "tolerances: {relative: 1e-11}\n";

    private static final String THERAPY = """
            patient: {weight: 80 kg}
            therapy:
              - nivolumab 3 mg/kg IV over 1 h q2w
            """;

    private static final String TARGET = """
            targets:
              nivolumab: {into: Cent.Nivo, as: amount, molar mass: 143600 g/mol, bioavailability: 1.2923570006978727}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void untreatedAgreesWithTheAuthors() throws IOException {
        AuthorsTrajectories.agree(run("untreated", "jafarnejad2019", ""), AuthorsTrajectories.UNTREATED, 2e-4);
    }

    @Test
    void dosedAgreesWithTheAuthors() throws IOException {
        AuthorsTrajectories.agree(run("dosed", "jafarnejad2019", THERAPY), AuthorsTrajectories.DOSED, 1e-3);
    }

    @Test
    void untreatedItIsTheAuthorsSbml() throws IOException {
        Path ours = run("ours", "jafarnejad2019", PRECISELY);
        assertSame(ours, run("theirs", sbml(), THEIRS + PRECISELY));
    }

    @Test
    void dosedItIsTheAuthorsSbml() throws IOException {
        Path ours = run("ours", "jafarnejad2019", THERAPY + PRECISELY);
        assertSame(ours, run("theirs", sbml(), THEIRS + THERAPY + TARGET + PRECISELY));
    }

    @Test
    void whatItIsExportedAsIsTheSame() throws IOException {
        AuthorsTrajectories.states();
        for (String therapy : List.of("", THERAPY)) {
            String which = therapy.isEmpty() ? "untreated" : "dosed";
            Path first = run(which, "jafarnejad2019", therapy + PRECISELY);
            Path model = RunExport.write(RunFolder.open(first), Format.SBML, Optional.empty(), Optional.empty())
                    .getFirst();
            assertSame(first, run(which + "-again", model.toString(), PRECISELY));
        }
    }

    private static final String THEIRS = """
            units: convert
            set: {dose_mg_Nivo: 0, t_resection: 99999}
            """;

    private static String sbml() {
        return OutsideData.file(AuthorsTrajectories.FOLDER + "jafarnejad2019_dynamic_sbml_l2v4.xml")
                .toString();
    }

    private Path run(String name, String model, String rest) throws IOException {
        Path study = Files.writeString(folder.resolve(name + ".yaml"), """
                format: 1
                study: patient
                model: %s
                duration: 360 d
                output: {every: 1 d}
                %s
                """.formatted(model, rest));
        Path run = folder.resolve(name);
        StudyRun.prepare(study.toString(), Overrides.NONE)
                .run(Optional.of(run), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        return run;
    }

    private static void assertSame(Path one, Path other) throws IOException {
        Table ours = AuthorsTrajectories.timecourse(one);
        Table theirs = AuthorsTrajectories.timecourse(other);
        List<String> differing = new ArrayList<>();
        for (String state : AuthorsTrajectories.states()) {
            int column = AuthorsTrajectories.names(theirs).indexOf(state);
            double[] expected = theirs.numbers(column);
            double[] found = ours.numbers(AuthorsTrajectories.names(ours).indexOf(state));
            double floor = FLOOR * AuthorsTrajectories.peak(theirs, column);
            for (int day = 0; day < expected.length; day++) {
                if (Math.abs(found[day] - expected[day]) > SAME * Math.max(Math.abs(expected[day]), floor)) {
                    differing.add("%s on day %d: %s and %s".formatted(state, day, found[day], expected[day]));
                }
            }
        }
        assertThat(differing).isEmpty();
    }
}
