package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunarium.results.Manifest;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.RegimenNotices;
import org.immunarium.study.RunContext;
import org.immunarium.study.StudyVariant;
import org.immunarium.study.Words;
import org.immunarium.study.patient.TreatedPatients;
import org.immunarium.trial.observation.FollowUp;
import org.immunarium.units.Quantity;

/// A trial that can run.
record PreparedTrial(TrialStudy study, List<Arm> arms) implements PreparedStudy {

    PreparedTrial {
        arms = List.copyOf(arms);
    }

    /// @param id       a short name
    /// @param title    for people
    /// @param prepared the study of its patients
    /// @param patients the same, as a trial runs them
    record Arm(String id, String title, PreparedStudy prepared, TreatedPatients patients) {}

    @Override
    public String title() {
        return study.title();
    }

    @Override
    public long seed() {
        return study.seed();
    }

    @Override
    public Map<String, String> method() {
        Map<String, String> method =
                new LinkedHashMap<>(arms.getFirst().prepared().method());
        method.remove("therapy");
        method.remove("written down");
        for (Arm arm : arms) {
            method.put("arm \"" + arm.title() + "\"", arm.prepared().method().getOrDefault("therapy", "no therapy"));
        }
        method.put("control", arms.get(study.control()).title());
        method.put("visits", "every " + Quantity.number(study.visits().every()) + " d");
        method.put("error of a diameter", Quantity.number(study.visits().error()));
        method.put("response", study.confirmed() ? "confirmed after four weeks" : "not confirmed");
        method.put("accrual", Quantity.number(study.coming()) + " d");
        return method;
    }

    @Override
    public List<Manifest.Setting> parameters() {
        Set<Manifest.Setting> all = new LinkedHashSet<>();
        arms.forEach(arm -> all.addAll(arm.prepared().parameters()));
        return List.copyOf(all);
    }

    @Override
    public List<String> notices() {
        Set<String> all = new LinkedHashSet<>();
        arms.forEach(arm -> all.addAll(arm.prepared().notices()));
        all.removeIf(RegimenNotices::isOfProgression);
        return new ArrayList<>(all);
    }

    @Override
    public List<StudyVariant> variants() {
        return arms.stream()
                .map(arm -> new StudyVariant(
                        arm.id(), arm.title(), arm.prepared().method().getOrDefault("therapy", "no therapy")))
                .toList();
    }

    @Override
    public String inWords() {
        Words words = new Words();
        for (Arm arm : arms) {
            words.line("Arm " + arm.title() + ":").add(arm.prepared().inWords());
        }
        return words.toString();
    }

    /// When patients come and leave.
    FollowUp followUp() {
        return new FollowUp(study.coming(), arms.getFirst().patients().duration(), study.dropOut());
    }

    @Override
    public List<String> run(RunContext context) {
        return new TrialRun(this, context).run();
    }
}
