package org.immunarium.study.trial.calibration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunarium.results.Manifest;
import org.immunarium.study.DivisibleStudy;
import org.immunarium.study.Heap;
import org.immunarium.study.RunContext;
import org.immunarium.study.StudyVariant;
import org.immunarium.study.trial.AskedOfPatients.Question;
import org.immunarium.study.trial.PreparedTrial;
import org.immunarium.units.Quantity;

/// A calibration that can run.
///
/// @param trial   its patients and therapies
/// @param targets what is to be met
record PreparedCalibration(CalibrationStudy study, PreparedTrial trial, List<PreparedTarget> targets)
        implements DivisibleStudy {

    private static final int LIVES = 4;

    @Override
    public String title() {
        return study.title();
    }

    @Override
    public long seed() {
        return trial.seed();
    }

    @Override
    public Map<String, String> method() {
        Map<String, String> method = new LinkedHashMap<>(trial.method());
        List.of("control", "visits", "error of a diameter", "response", "accrual", "drop-out", "death")
                .forEach(method::remove);
        method.put("groups", String.join(", ", study.groups()));
        method.put(
                "to be met",
                targets.stream().map(PreparedTarget::name).distinct().collect(Collectors.joining("; ")));
        method.put("smoothness", Quantity.number(study.smoothness()));
        return method;
    }

    @Override
    public List<Manifest.Setting> parameters() {
        return trial.parameters();
    }

    @Override
    public List<String> notices() {
        return trial.notices();
    }

    @Override
    public List<StudyVariant> variants() {
        return trial.variants();
    }

    @Override
    public String inWords() {
        return trial.inWords();
    }

    /// Ids of all that is asked of patients.
    List<String> asked() {
        return targets.stream()
                .flatMap(target -> Stream.concat(target.eligibility().stream(), target.shares().stream()))
                .map(Question::id)
                .distinct()
                .toList();
    }

    @Override
    public byte[] carryOut(byte[] piece, Heap heap) {
        return CalibrationPieces.carryOut(this, piece);
    }

    @Override
    public List<String> run(RunContext context) {
        return new CalibrationRun(this, context).run();
    }

    /// How many lives each plausible patient has: in which one bears a treatment and in another does not.
    int lives() {
        return trial.patients().areProne() ? LIVES : 1;
    }
}
