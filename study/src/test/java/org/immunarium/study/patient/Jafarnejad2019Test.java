package org.immunarium.study.patient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.study.OutsideData;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The SBML of Jafarnejad et al. 2019 against its authors' trajectories, dosed by its own events and by therapy text.
final class Jafarnejad2019Test {

    private static final String THERAPY = """
            patient: {weight: 80 kg}
            therapy:
              - nivolumab 3 mg/kg IV over 1 h q2w
            targets:
              nivolumab: {into: Cent.Nivo, as: amount, molar mass: 143600 g/mol, bioavailability: 1.2923570}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void untreatedAgreesWithTheAuthors() throws IOException {
        compare("dose_mg_Nivo: 0", "", AuthorsTrajectories.UNTREATED, 2e-4);
    }

    @Test
    void dosedByTheModelsOwnEventsAgreesWithTheAuthors() throws IOException {
        compare("dose_mg_Nivo: 3", "", AuthorsTrajectories.DOSED, 1e-3);
    }

    @Test
    void dosedByTherapyTextAgreesWithTheAuthors() throws IOException {
        compare("dose_mg_Nivo: 0", THERAPY, AuthorsTrajectories.DOSED, 1e-3);
    }

    private void compare(String dose, String therapy, String reference, double allowed) throws IOException {
        Path model = OutsideData.file(AuthorsTrajectories.FOLDER + "jafarnejad2019_dynamic_sbml_l2v4.xml");
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                format: 1
                study: patient
                model: %s
                units: convert
                duration: 360 d
                output: {every: 1 d}
                set: {%s, t_resection: 99999}
                %s
                """.formatted(model, dose, therapy));
        Path run = folder.resolve("run");
        StudyRun.prepare(study.toString(), Overrides.NONE)
                .run(Optional.of(run), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        AuthorsTrajectories.agree(run, reference, allowed);
    }
}
