package org.immunarium.benchmarks.trials;

import java.util.List;
import org.immunarium.trial.endpoint.Setting;

/// An arm of a real trial that nothing was calibrated on, and what is simulated of it.
///
/// @param study       that is run
/// @param trial       as it is known
/// @param setting     of its patients
/// @param populations what those whom the study simulates are called: the trial's all, a subgroup of them, or both
///     where the trial took in no others
/// @param titles      of the study's arms, which are taken together where there are several
/// @param arm         its drugs, joined by `+`
/// @param patients    whom the real trial had in it
/// @param against     the arm that its hazard is compared with; empty where it is compared with none
/// @param months      until which its curves go
record PredictedArm(
        String study,
        String trial,
        Setting setting,
        List<String> populations,
        List<String> titles,
        String arm,
        int patients,
        String against,
        int months) {

    private static final String SEPARATOR = ";";

    PredictedArm {
        populations = List.copyOf(populations);
        titles = List.copyOf(titles);
    }

    /// All that are predicted.
    static List<PredictedArm> shipped() {
        return ResourceRows.read(
                        "predicted-arms.csv", "study,trial,setting,populations,titles,arm,patients,against,months")
                .stream()
                .map(cells -> new PredictedArm(
                        cells.get(0),
                        cells.get(1),
                        Setting.of(cells.get(2)),
                        List.of(cells.get(3).split(SEPARATOR)),
                        List.of(cells.get(4).split(SEPARATOR)),
                        cells.get(5),
                        Integer.parseInt(cells.get(6)),
                        cells.get(7),
                        Integer.parseInt(cells.get(8))))
                .toList();
    }

    /// What a hazard ratio's arm is called.
    String comparison() {
        return arm + " v " + against;
    }
}
