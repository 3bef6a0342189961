package org.immunarium.study.sensitivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.results.Manifest;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.RunContext;
import org.immunarium.study.StudyVariant;
import org.immunarium.study.patient.PatientSamples;
import org.immunarium.study.sensitivity.plan.SensitivityMethod;
import org.immunarium.study.sensitivity.plan.SensitivityPlan;

/// An analysis of sensitivity that has been checked whole and can run.
///
/// @param samples the study at any values
record PreparedSensitivity(SensitivityPlan plan, PatientSamples samples, List<String> notices)
        implements PreparedStudy {

    /// What a study says of its patients, who are samples here.
    private static final String PATIENTS = "patients";

    static final String METHOD = "sensitivity";
    static final String MEASURED = "measured";

    static PreparedSensitivity of(SensitivityPlan plan, PatientSamples samples) {
        List<String> notices = new ArrayList<>(samples.study().notices());
        if (plan.method() == SensitivityMethod.SOBOL && Integer.bitCount(plan.samples()) != 1) {
            notices.add(SensitivityPlan.SAMPLES_OPTION + " " + plan.samples() + ": a power of two, such as "
                    + Integer.highestOneBit(plan.samples()) + ", spreads a Sobol sequence more evenly");
        }
        return new PreparedSensitivity(plan, samples, List.copyOf(notices));
    }

    /// Where the model is evaluated.
    Design design() {
        return Design.of(plan, samples.parameters().size(), seed());
    }

    @Override
    public String title() {
        return "Sensitivity: " + samples.study().title();
    }

    @Override
    public long seed() {
        return samples.study().seed();
    }

    @Override
    public Map<String, String> method() {
        Map<String, String> method = new LinkedHashMap<>(samples.study().method());
        method.remove(PATIENTS);
        method.put(MEASURED, String.join("; ", samples.measures()));
        int parameters = samples.parameters().size();
        method.put(
                METHOD,
                plan.method().inWords() + ": " + plan.samples() + " "
                        + plan.method().unit() + " of " + parameters
                        + (parameters == 1 ? " parameter, " : " parameters, ")
                        + plan.method().runs(plan.samples(), parameters) + " runs");
        return method;
    }

    @Override
    public List<Manifest.Setting> parameters() {
        return samples.shared();
    }

    @Override
    public List<StudyVariant> variants() {
        return List.of();
    }

    @Override
    public String inWords() {
        return samples.study().inWords();
    }

    @Override
    public List<String> run(RunContext context) {
        return new SensitivityRun(this, context).run();
    }
}
