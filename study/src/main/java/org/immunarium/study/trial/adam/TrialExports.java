package org.immunarium.study.trial.adam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.immunarium.results.Manifest;
import org.immunarium.results.TableWriter;
import org.immunarium.study.export.Exporter;
import org.immunarium.study.export.Exporter.Exported;
import org.immunarium.study.export.Format;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// What a run of a trial can be written as.
public final class TrialExports {

    /// What variables mean.
    private static final String VARIABLES = "variables.csv";

    private TrialExports() {}

    /// All formats, each with who writes it.
    public static Map<Format, Exporter> all() {
        return Map.of(Format.ADAM, TrialExports::adam);
    }

    private static List<Exported> adam(Exporter.Request request) {
        Manifest manifest = Manifest.read(request.run());
        if (manifest.status() != Manifest.Status.DONE) {
            throw new InvalidInputException(Problem.of(
                    request.run().path().toString(),
                    "this trial is not complete (" + manifest.status().text() + ")"));
        }
        AdamTrial trial = AdamTrial.of(request.run());
        if (trial.failed() > 0) {
            request.notices().accept(trial.failed() + " patients whose numbers failed");
        }
        List<AdamDataset> datasets = new ArrayList<>(List.of(SubjectLevel.of(trial)));
        datasets.addAll(TumourResponse.of(trial));
        datasets.add(TimeToEvent.of(trial));
        datasets.add(AdverseEvents.of(trial));
        return List.of(Exported.folder(request.place("adam"), folder -> write(datasets, folder)));
    }

    private static void write(List<AdamDataset> datasets, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (AdamDataset dataset : datasets) {
            dataset.write(folder.resolve(dataset.name().toLowerCase(Locale.ROOT) + ".csv"));
        }
        try (TableWriter table = TableWriter.create(
                folder.resolve(VARIABLES), List.of("dataset", "dataset label", "variable", "label"))) {
            for (AdamDataset dataset : datasets) {
                dataset.variables()
                        .forEach((variable, label) -> table.cell(dataset.name())
                                .cell(dataset.label())
                                .cell(variable)
                                .cell(label)
                                .endRow());
            }
        }
    }
}
