package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.immunarium.results.Manifest;
import org.immunarium.study.DivisibleStudy;
import org.immunarium.study.Heap;
import org.immunarium.study.Measure;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.RegimenNotices;
import org.immunarium.study.RepeatableStudy;
import org.immunarium.study.RunContext;
import org.immunarium.study.StudyVariant;
import org.immunarium.study.patient.TreatedPatients;
import org.immunarium.study.trial.AskedOfPatients.Question;
import org.immunarium.study.trial.PlannedArm.Choice;
import org.immunarium.study.trial.PlannedArm.NextLine;
import org.immunarium.trial.endpoint.Setting;
import org.immunarium.trial.observation.FollowUp;
import org.immunarium.trial.observation.Observation;
import org.immunarium.trial.observation.SizeHazard;
import org.immunarium.units.Quantity;

/// A trial that can run.
///
/// @param prepared    the study of its patients
/// @param patients    the same, as a trial runs them
/// @param eligibility what is asked of them
/// @param strata      tell groups of them apart
/// @param markers     what arms ask to choose a treatment, in the order of arms and of their choices
/// @param seed        of all random numbers
public record PreparedTrial(
        TrialStudy study,
        PreparedStudy prepared,
        TreatedPatients patients,
        List<Question> eligibility,
        List<Question> strata,
        List<Question> markers,
        long seed)
        implements RepeatableStudy, DivisibleStudy {

    private static final String SETTING = "setting";

    /// Where patients of a run stood when they came in.
    public static Setting setting(Manifest manifest) {
        return Setting.of(manifest.method().getOrDefault(SETTING, Setting.ADVANCED.words()));
    }

    @Override
    public String title() {
        return study.title();
    }

    /// The arms, in the study's order; the variants of [#patients] begin with them.
    public List<PlannedArm> arms() {
        return study.arms();
    }

    /// What a patient of an arm is given at first, as a place among the variants.
    ///
    /// @param marker of the patient, see [Screening.Candidate]
    int treatment(int arm, int marker) {
        int question = 0;
        for (PlannedArm each : arms().subList(0, arm)) {
            question += (int) each.by().stream()
                    .filter(choice -> choice.asked().isPresent())
                    .count();
        }
        for (Choice choice : arms().get(arm).by()) {
            if (choice.asked().isEmpty() || (marker >> question++ & 1) == 1) {
                return choice.variant();
            }
        }
        return arm;
    }

    /// What an arm is given, in words.
    String therapy(int arm) {
        Optional<NextLine> next = arms().get(arm).next();
        List<Choice> by = arms().get(arm).by();
        String first = by.isEmpty()
                ? patients.therapy(arm)
                : by.stream()
                        .map(choice -> choice.asked()
                                        .map(each -> each.value().toString())
                                        .orElse("all others") + ": "
                                + patients.therapy(choice.variant()))
                        .collect(Collectors.joining("; "));
        return first
                + next.map(each -> "; after progression " + Quantity.number(100 * each.share()) + " % of patients: "
                                + patients.therapy(each.variant()))
                        .orElse("");
    }

    @Override
    public Map<String, String> method() {
        Map<String, String> method = new LinkedHashMap<>(prepared.method());
        method.remove("therapy");
        method.remove("written down");
        method.keySet().removeIf(key -> key.startsWith("variant "));
        TrialStudy.PlannedObservation seen = study.observation();
        for (int i = 0; i < arms().size(); i++) {
            method.put("arm \"" + arms().get(i).title() + "\"", therapy(i));
        }
        method.put("control", arms().get(study.control()).title());
        study.surgery().ifPresent(surgery -> {
            method.put(SETTING, study.setting().words());
            method.put(
                    "surgery",
                    Quantity.number(surgery.before())
                            + " d before patients come in, after which no tumour may be seen; recurrence is a lesion of "
                            + Quantity.number(study.setting().newFrom()) + " mm, or a new one elsewhere");
        });
        if (!eligibility.isEmpty()) {
            method.put("eligibility", inWords(eligibility));
        }
        if (!strata.isEmpty()) {
            method.put("strata", inWords(strata));
        }
        method.put(
                "visits",
                "after " + Quantity.number(seen.visits().first()) + " d, then every "
                        + Quantity.number(seen.visits().every()) + " d, give or take "
                        + seen.visits().window() + " d");
        method.put("error of a diameter", Quantity.number(seen.visits().error()));
        method.put("response", seen.confirmed() ? "confirmed after four weeks" : "not confirmed");
        study.looks().ifPresent(plan -> method.put("looks", plan.inWords()));
        study.economics().ifPresent(plan -> method.put("economics", plan.inWords()));
        method.put("accrual", Quantity.number(seen.coming()) + " d");
        method.put("drop-out", Quantity.number(seen.dropOut()) + " 1/d");
        method.put(
                "death",
                inWords(seen.death().typical()) + ", spread "
                        + Quantity.number(seen.death().spread()));
        seen.newLesions().ifPresent(each -> method.put("new lesions", inWords(each.hazard())));
        return method;
    }

    private static String inWords(SizeHazard hazard) {
        return Quantity.number(hazard.background()) + " + " + Quantity.number(hazard.burden()) + " (sum / "
                + Quantity.number(hazard.reference()) + " mm)^" + Quantity.number(hazard.exponent()) + " 1/d";
    }

    private static String inWords(List<Question> questions) {
        return questions.stream().map(each -> each.asked().toString()).collect(Collectors.joining("; "));
    }

    @Override
    public List<Manifest.Setting> parameters() {
        return prepared.parameters();
    }

    @Override
    public List<String> notices() {
        List<String> notices = new ArrayList<>(prepared.notices());
        notices.removeIf(RegimenNotices::isOfProgression);
        return notices;
    }

    /// Arms are parts of one run.
    @Override
    public List<StudyVariant> variants() {
        return List.of();
    }

    @Override
    public String inWords() {
        return prepared.inWords();
    }

    /// When patients come and leave.
    FollowUp followUp() {
        return new FollowUp(
                study.observation().coming(),
                patients.duration(),
                study.observation().dropOut());
    }

    /// How patients are looked at.
    public Observation observation() {
        return new Observation(
                seed(),
                study.observation().visits(),
                followUp(),
                study.observation().death(),
                study.observation().newLesions(),
                study.setting().newFrom());
    }

    @Override
    public List<Measure> measures() {
        return TrialMeasures.of(this);
    }

    @Override
    public double[] measure(int variant, long own, int threads, Heap heap, DoubleConsumer watch) {
        PreparedTrial again =
                new PreparedTrial(study, prepared, patients.withSeed(own), eligibility, strata, markers, own);
        return TrialMeasures.of(again, threads, watch);
    }

    @Override
    public byte[] carryOut(byte[] piece, Heap heap) {
        return TrialPieces.carryOut(this, piece);
    }

    /// Of a few hundred patients.
    @Override
    public double bytes() {
        return 0;
    }

    @Override
    public List<String> run(RunContext context) {
        return new TrialRun(this, context).run();
    }
}
