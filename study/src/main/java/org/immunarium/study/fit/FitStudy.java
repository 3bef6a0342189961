package org.immunarium.study.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.ReadStudy;
import org.immunarium.study.Study;
import org.immunarium.study.file.LineOrder;
import org.immunarium.study.file.Placed;
import org.immunarium.study.fit.data.DataReader;
import org.immunarium.study.fit.data.FitData;
import org.immunarium.study.fit.data.PatientData;
import org.immunarium.study.fit.plan.FitPlan;
import org.immunarium.study.patient.PatientCurves;
import org.immunarium.study.patient.PatientStudy;
import org.immunarium.study.patient.PatientStudy.Population;
import org.immunarium.study.sensitivity.plan.Ranged;
import org.immunarium.study.variation.Variation;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.UnitException;

/// A study whose model is made to agree with data.
///
/// @param study of a patient
public record FitStudy(Study study, FitPlan plan) implements Study {

    /// What its manifest has in place of the kind of study.
    public static final String KIND = "fit";

    /// Larger than any table of what is measured of patients.
    private static final int LARGEST_DATA_BYTES = 1 << 26;

    @Override
    public String title() {
        return study.title();
    }

    @Override
    public long seed() {
        return study.seed();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public FitStudy with(Overrides overrides) {
        return new FitStudy(study.with(overrides), plan);
    }

    @Override
    public ReadStudy read(InputFiles files) {
        if (!(study instanceof PatientStudy patient)) {
            throw new InvalidInputException(Problem.of(
                    study.title(),
                    "a fit is of a study of a patient; this is one of a " + study.kind()
                            + ", whose runs `immunarium sweep` varies"));
        }
        List<Problem> problems = new ArrayList<>();
        PatientStudy course = patient.course(plan.variant(), FitPlan.VARIANT_OPTION, problems);
        if (course.method().value() == PatientStudy.SolverChoice.STOCHASTIC) {
            problems.add(course.method()
                    .problem("method: stochastic: a fit needs a method that solves equations; chance would be taken"
                            + " for what parameters do"));
        }
        Map<String, Placed<Variation>> vary = new LinkedHashMap<>();
        plan.vary().forEach(each -> vary.put(each.name(), each.variation()));
        Optional<String> text = text(files, problems);
        List<PatientStudy.Variant> compared = plan.judged().isPresent() ? patient.compare() : List.of();
        plan.judged()
                .filter(_ -> compared.isEmpty())
                .ifPresent(judged -> problems.add(judged.at()
                        .problem("the study compares nothing; one whose `compare` has a variant for each candidate was"
                                + " expected")));
        try {
            ReadStudy read = varying(course, vary).read(files);
            compared.forEach(each -> checkNotSet(each, vary.keySet(), read, problems));
            List<ReadStudy> candidates = compared.stream()
                    .map(each -> varying(patient.withVariant(each), vary).read(files))
                    .toList();
            return overrides -> {
                List<Problem> all = new ArrayList<>(problems);
                List<String> titles =
                        compared.stream().map(PatientStudy.Variant::title).toList();
                return prepared(read, new Compared(titles, candidates), overrides, text, all)
                        .orElseThrow(() -> {
                            dataAlone(course, files, overrides, text, all);
                            return LineOrder.of(all);
                        });
            };
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            throw LineOrder.of(problems);
        }
    }

    private Optional<String> text(InputFiles files, List<Problem> problems) {
        try {
            return Optional.of(files.named(FitPlan.DATA_OPTION, plan.data(), LARGEST_DATA_BYTES));
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    /// A candidate's own value of what is searched for would have no effect.
    private static void checkNotSet(
            PatientStudy.Variant candidate, Set<String> vary, ReadStudy read, List<Problem> problems) {
        Set<String> varied = vary.stream().map(read::nameOf).collect(Collectors.toSet());
        candidate.set().forEach((name, value) -> {
            if (varied.contains(read.nameOf(name))) {
                problems.add(value.problem("compare: \"" + candidate.title() + "\" sets " + name
                        + ", which the fit searches for; one of the two was expected"));
            }
        });
    }

    private static PatientStudy varying(PatientStudy course, Map<String, Placed<Variation>> vary) {
        return course.withPopulation(new Population(new Placed<>(1, Ranged.OPTION, 0), vary, List.of()));
    }

    /// The candidates, with their titles.
    private record Compared(List<String> titles, List<ReadStudy> studies) {

        List<PreparedFit.Candidate> with(Overrides overrides) {
            return IntStream.range(0, titles.size())
                    .mapToObj(i -> new PreparedFit.Candidate(
                            titles.get(i), PatientCurves.of(studies.get(i).with(overrides))))
                    .toList();
        }
    }

    /// @param problems receives what is wrong; then nothing is returned
    private Optional<PreparedStudy> prepared(
            ReadStudy read, Compared compared, Overrides overrides, Optional<String> text, List<Problem> problems) {
        PatientCurves curves;
        try {
            curves = PatientCurves.of(read.with(overrides));
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        } catch (IllegalArgumentException chance) {
            // Told above: of a stochastic study there are no curves.
            return Optional.empty();
        }
        for (String idle : curves.idle()) {
            problems.add(Problem.of(
                    Ranged.OPTION + " " + idle,
                    "nothing in the model uses it, so no data can tell its value; a parameter that bears on what was"
                            + " measured was expected"));
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        FitData data = new DataReader(plan.data(), curves, plan.error(), problems).read(text.get());
        if (problems.isEmpty() && plan.size().isEmpty()) {
            checkEnough(data, curves.parameters().size(), problems);
        }
        plan.judged().ifPresent(judged -> checkTimes(judged, curves, problems));
        return problems.isEmpty()
                ? Optional.of(PreparedFit.of(plan, curves, data, compared.with(overrides)))
                : Optional.empty();
    }

    private static void checkTimes(FitPlan.Judged judged, PatientCurves curves, List<Problem> problems) {
        try {
            double at = curves.time(judged.at().value());
            double baseline = curves.time(judged.baseline().value());
            if (!(baseline >= 0 && baseline < at && at <= curves.duration())) {
                problems.add(judged.at()
                        .problem(judged.at().value() + " with the baseline at "
                                + judged.baseline().value()
                                + ": a time after the baseline and not after the study's end was expected"));
            }
        } catch (UnitException e) {
            problems.add(judged.at().problem(e.reason()));
        }
    }

    /// What is wrong with the data is told together with what is wrong with what is varied.
    private void dataAlone(
            PatientStudy course, InputFiles files, Overrides overrides, Optional<String> text, List<Problem> problems) {
        if (text.isEmpty() || problems.stream().anyMatch(each -> each.source().equals(plan.data()))) {
            return;
        }
        try {
            PatientCurves curves =
                    PatientCurves.of(varying(course, Map.of()).read(files).with(overrides));
            new DataReader(plan.data(), curves, plan.error(), problems).read(text.get());
        } catch (InvalidInputException | IllegalArgumentException told) {
            // The study itself is wrong, which has been told: of what it has no data are known.
        }
    }

    /// A quantity that is measured as often as there are parameters may be met exactly, and the size of its error
    /// would be nothing.
    private void checkEnough(FitData data, int parameters, List<Problem> problems) {
        for (PatientData patient : data.patients()) {
            for (int i = 0; i < data.quantities().size(); i++) {
                int measured = patient.of(i).size();
                if (measured <= parameters
                        && (measured > 0 || patient.observations().isEmpty())) {
                    problems.add(Problem.of(
                            plan.data(),
                            (patient.patient().isEmpty() ? "" : "patient " + patient.patient() + ": ") + measured
                                    + (measured == 1 ? " measurement of " : " measurements of ")
                                    + data.quantities().get(i).label() + "; more than the " + parameters
                                    + (parameters == 1 ? " parameter" : " parameters") + " were expected"));
                }
            }
        }
    }
}
