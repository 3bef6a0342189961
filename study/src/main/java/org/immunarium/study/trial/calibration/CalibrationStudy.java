package org.immunarium.study.trial.calibration;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.ReadStudy;
import org.immunarium.study.Study;
import org.immunarium.study.trial.AskedOfPatients;
import org.immunarium.study.trial.PreparedTrial;
import org.immunarium.study.trial.TrialStudy;
import org.immunarium.trial.observation.VisitPlan;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// A study that makes a population meet arms of real trials, as read.
///
/// @param trial      its patients and therapies: each plausible patient is run under each arm
/// @param visits     of each arm
/// @param groups     of patients, each of which has weights of its own
/// @param hazards    of settings
/// @param targets    what is to be met
/// @param smoothness how much patients are kept in play
/// @param most       how many hazards are tried
record CalibrationStudy(
        TrialStudy trial,
        List<VisitPlan> visits,
        List<String> groups,
        List<PlannedHazards> hazards,
        List<PlannedTarget> targets,
        double smoothness,
        int most)
        implements Study {

    static final String KIND = "calibration";

    CalibrationStudy {
        visits = List.copyOf(visits);
        groups = List.copyOf(groups);
        hazards = List.copyOf(hazards);
        targets = List.copyOf(targets);
    }

    @Override
    public String title() {
        return trial.title();
    }

    @Override
    public long seed() {
        return trial.seed();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public CalibrationStudy with(Overrides overrides) {
        return new CalibrationStudy(trial.with(overrides), visits, groups, hazards, targets, smoothness, most);
    }

    @Override
    public ReadStudy read(InputFiles files) {
        ReadStudy read = trial.read(files);
        return overrides -> with(overrides).prepared((PreparedTrial) read.with(overrides), files);
    }

    private PreparedStudy prepared(PreparedTrial prepared, InputFiles files) {
        List<Problem> problems = new ArrayList<>();
        List<PreparedTarget> ready = new ArrayList<>();
        AskedOfPatients asked = new AskedOfPatients(prepared.patients(), problems);
        for (PlannedTarget target : targets) {
            PreparedTarget.of(target, this, prepared.patients().duration(), asked, files, problems)
                    .ifPresent(ready::add);
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return new PreparedCalibration(this, prepared, ready);
    }
}
