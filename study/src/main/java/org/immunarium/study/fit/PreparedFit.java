package org.immunarium.study.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.immunarium.results.Manifest;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.RunContext;
import org.immunarium.study.StudyVariant;
import org.immunarium.study.fit.data.FitData;
import org.immunarium.study.fit.data.PatientData;
import org.immunarium.study.fit.plan.ErrorModel;
import org.immunarium.study.fit.plan.FitPlan;
import org.immunarium.study.patient.PatientCurves;
import org.immunarium.study.patient.PatientCurves.Quantified;
import org.immunarium.units.Quantity;

/// A fit that has been checked whole and can run.
///
/// @param curves     the study at any values
/// @param candidates what may be given to its patients, each with the study as it is then
record PreparedFit(FitPlan plan, PatientCurves curves, FitData data, List<Candidate> candidates, List<String> notices)
        implements PreparedStudy {

    /// A regimen that is considered.
    ///
    /// @param title of the study's variant
    record Candidate(String title, PatientCurves curves) {}

    /// What a study says of its patients, who are no virtual ones here.
    private static final String PATIENTS = "patients";

    /// How exactly a study says it is solved; a fit may be more exact.
    private static final String TOLERANCE = "relative tolerance";

    static final String METHOD = "fit";
    static final String MEASURED = "measured";
    static final String ERROR = "error";
    static final String CANDIDATES = "candidates";

    static PreparedFit of(FitPlan plan, PatientCurves curves, FitData data, List<Candidate> candidates) {
        List<String> notices = new ArrayList<>(curves.study().notices());
        double last = data.patients().stream()
                .flatMapToDouble(each -> Arrays.stream(each.times()))
                .max()
                .orElse(0);
        candidates.stream()
                .filter(each -> !each.curves().isSameUntil(curves, last))
                .forEach(each ->
                        notices.add("candidate \"" + each.title() + "\" is not what the patient had until the last"
                                + " measurement, at " + Quantity.number(last)
                                + (curves.timeUnit().isEmpty() ? "" : " " + curves.timeUnit())
                                + ": it is judged as if the patient had had it instead"));
        return new PreparedFit(plan, curves, data, candidates, List.copyOf(notices));
    }

    /// The fit of one of the patients.
    ///
    /// @param place counted from 0
    PatientFit of(int place) {
        PatientData patient = data.patients().get(place);
        return new PatientFit(
                new FitLikelihood(curves, data, patient, plan.error(), plan.size()),
                new FitSearch(plan.error() == ErrorModel.COMBINED),
                plan.starts(),
                plan.samples(),
                seed() + place);
    }

    @Override
    public String title() {
        return "Fit: " + curves.study().title();
    }

    @Override
    public long seed() {
        return curves.study().seed();
    }

    @Override
    public Map<String, String> method() {
        Map<String, String> method = new LinkedHashMap<>(curves.study().method());
        method.remove(PATIENTS);
        method.computeIfPresent(TOLERANCE, (_, _) -> Quantity.number(curves.relativeTolerance()));
        int measurements = data.patients().stream()
                .mapToInt(each -> each.observations().size())
                .sum();
        method.put(
                MEASURED,
                data.quantities().stream().map(Quantified::header).collect(Collectors.joining("; ")) + ": "
                        + measurements + " measurements of " + data.patients().size()
                        + (data.patients().size() == 1 ? " patient" : " patients"));
        method.put(
                ERROR,
                plan.error().inWords()
                        + (plan.size().isPresent()
                                ? ", b = " + Quantity.number(plan.size().getAsDouble())
                                : ""));
        method.put(
                METHOD,
                "least squares from " + plan.starts() + (plan.starts() == 1 ? " start" : " starts")
                        + (plan.samples() == 0
                                ? ", 95 % intervals from profile likelihoods"
                                : ", 90 % intervals from " + plan.samples() + " samples of " + PatientFit.CHAINS
                                        + " Markov chains (DE-MCZ)"));
        plan.judged()
                .ifPresent(judged -> method.put(
                        CANDIDATES,
                        candidates.stream().map(Candidate::title).collect(Collectors.joining("; ")) + ": judged at "
                                + judged.at().value() + ", baseline at "
                                + judged.baseline().value()));
        return method;
    }

    @Override
    public List<Manifest.Setting> parameters() {
        return curves.shared();
    }

    @Override
    public List<StudyVariant> variants() {
        return List.of();
    }

    @Override
    public String inWords() {
        return curves.study().inWords();
    }

    @Override
    public List<String> run(RunContext context) {
        return new FitRun(this, context).run();
    }
}
