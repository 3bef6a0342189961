package org.immunarium.study.tissue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.InvalidInputException;

/// A study that gives something to a small tissue, in a folder of its own.
final class SmallTreatment {

    static final String MODEL = """
            format: 1
            tissue: Small
            domain: {size: 200 x 200 µm}
            immunity:
              antigens: [CD19]
              drugs:
                nivolumab: {unit: nM}
                poison: {unit: mg/L, in blood: {clearance: 0 L/d, volume: 5 L}, in tissue: 0.5}
              actions:
                - {of: poison, kills: dividing cells, half: 1 mg/L}
              vaccines:
                vaccine: {antigen: CD19, dendritic cells: 3, for: 1 mg}
              infusions:
                CAR-T cell: {in: disc of 50 µm, share: 0.5}
            cells:
              tumor: {cycle: live, does: {cycle entry: 0.01 1/min}}
              CAR-T cell: {cycle: live, does: {cycle entry: 0 1/min}}
            start:
              - {cells: tumor, count: 40}
            """;

    private final Path folder;

    SmallTreatment(Path folder) {
        this.folder = folder;
    }

    Path study(String lines) throws IOException {
        return study(lines, MODEL);
    }

    Path study(String lines, String model) throws IOException {
        Files.writeString(folder.resolve("model.yaml"), model);
        return Files.writeString(
                folder.resolve("study.yaml"),
                "format: 1\nstudy: tissue\nmodel: model.yaml\nduration: 60 min\noutput: {every: 30 min, frames: 0}\n"
                        + lines);
    }

    Path run(Path study) {
        Path out = folder.resolve("run");
        StudyRun.prepare(study.toString(), Overrides.NONE)
                .run(Optional.of(out), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        return out;
    }

    /// All that is wrong with a study, without the folder's name.
    List<String> problems(Path study) {
        return problems(study, Map.of());
    }

    /// @param set what the command line sets, as `set medium.nivolumab`
    List<String> problems(Path study, Map<String, String> set) {
        try {
            StudyRun.prepare(study.toString(), Overrides.parse(set));
            return List.of();
        } catch (InvalidInputException e) {
            return e.problems().stream()
                    .map(each -> each.toString().replace(folder + "/", ""))
                    .toList();
        }
    }

    /// All that is told of a study itself, without the folder's name.
    List<String> notices(Path study) {
        return allNotices(study).stream()
                .filter(line -> line.startsWith("study"))
                .toList();
    }

    /// All that is told of a study and its model.
    List<String> allNotices(Path study) {
        return StudyRun.prepare(study.toString(), Overrides.NONE).prepared().notices().stream()
                .map(notice -> notice.replace(folder + "/", ""))
                .toList();
    }
}
