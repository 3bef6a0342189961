package org.immunarium.study.sensitivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.ReadStudy;
import org.immunarium.study.Study;
import org.immunarium.study.file.LineOrder;
import org.immunarium.study.file.Placed;
import org.immunarium.study.patient.EndpointText;
import org.immunarium.study.patient.PatientSamples;
import org.immunarium.study.patient.PatientStudy;
import org.immunarium.study.patient.PatientStudy.Endpoint;
import org.immunarium.study.patient.PatientStudy.Population;
import org.immunarium.study.sensitivity.plan.Ranged;
import org.immunarium.study.sensitivity.plan.SensitivityPlan;
import org.immunarium.study.variation.Variation;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// A study whose parameters are judged.
///
/// @param study of a patient
public record SensitivityStudy(Study study, SensitivityPlan plan) implements Study {

    /// What its manifest has in place of the kind of study.
    public static final String KIND = "sensitivity";

    /// Runs of one analysis.
    static final int MOST_RUNS = 10_000_000;

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
    public SensitivityStudy with(Overrides overrides) {
        return new SensitivityStudy(study.with(overrides), plan);
    }

    @Override
    public ReadStudy read(InputFiles files) {
        if (!(study instanceof PatientStudy patient)) {
            throw new InvalidInputException(Problem.of(
                    study.title(),
                    "an analysis of sensitivity is of a study of a patient; this is one of a " + study.kind()
                            + ", whose runs `immunarium sweep` varies"));
        }
        List<Problem> problems = new ArrayList<>();
        PatientStudy sampled = sampled(patient, problems);
        ReadStudy read;
        try {
            read = sampled.read(files);
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            throw LineOrder.of(problems);
        }
        return overrides -> prepared(read, overrides, problems);
    }

    private PreparedStudy prepared(ReadStudy read, Overrides overrides, List<Problem> problems) {
        List<Problem> all = new ArrayList<>(problems);
        try {
            PreparedStudy prepared = read.with(overrides);
            if (all.isEmpty()) {
                return PreparedSensitivity.of(plan, PatientSamples.of(prepared));
            }
        } catch (InvalidInputException e) {
            all.addAll(e.problems());
        }
        throw LineOrder.of(all);
    }

    /// The study with a patient for each run of the analysis.
    private PatientStudy sampled(PatientStudy patient, List<Problem> problems) {
        PatientStudy course = patient.course(plan.variant(), SensitivityPlan.VARIANT_OPTION, problems);
        if (course.method().value() == PatientStudy.SolverChoice.STOCHASTIC) {
            problems.add(course.method()
                    .problem("method: stochastic: an analysis of sensitivity needs a method that solves equations;"
                            + " chance would be taken for what parameters do"));
        }
        Map<String, Placed<Variation>> vary = new LinkedHashMap<>();
        List<Placed<Endpoint>> endpoints = new ArrayList<>();
        course.population()
                .flatMap(Population::stored)
                .ifPresent(stored -> problems.add(stored.from()
                        .problem(
                                "population.from: has patients and no distributions, which an analysis of sensitivity needs;"
                                        + " what differs was expected under population.vary")));
        course.population().ifPresent(own -> {
            own.drawn()
                    .ifPresent(
                            drawn -> problems.add(
                                    drawn.problem(
                                            "population.sampling: an analysis of sensitivity has points of its own; none was expected")));
            own.correlations()
                    .forEach(pair -> problems.add(pair.problem(
                            "population.correlations: an analysis of sensitivity asks what each value does by itself, so"
                                    + " that they may not depend on each other")));
            vary.putAll(own.vary());
            endpoints.addAll(own.endpoints());
        });
        plan.vary().forEach(each -> vary.put(each.name(), each.variation()));
        if (!plan.of().isEmpty()) {
            endpoints.clear();
            plan.of().forEach(each -> endpoints.add(each.map(EndpointText::parseOrFinal)));
        }
        if (vary.isEmpty() && plan.named() == 0) {
            problems.add(Problem.of(
                    Ranged.OPTION,
                    "nothing is varied; " + Ranged.OPTION + " name=low:high was expected, or a study whose population"
                            + " varies something"));
        }
        return course.withPopulation(new Population(
                new Placed<>(runs(vary.size(), problems), SensitivityPlan.SAMPLES_OPTION, 0), vary, endpoints));
    }

    private int runs(int parameters, List<Problem> problems) {
        int fewest = plan.method().fewest(parameters);
        if (plan.vary().size() < plan.named()) {
            // What cannot be read is told; how many samples it needs is known when it can.
            return fewest;
        }
        if (plan.samples() < fewest) {
            problems.add(Problem.of(
                    SensitivityPlan.SAMPLES_OPTION,
                    plan.samples() + ": at least " + fewest + " were expected of "
                            + plan.method().word() + " with " + parameters
                            + (parameters == 1 ? " parameter" : " parameters")));
            return fewest;
        }
        long runs = plan.method().runs(plan.samples(), parameters);
        if (runs > MOST_RUNS) {
            problems.add(Problem.of(
                    SensitivityPlan.SAMPLES_OPTION,
                    plan.samples() + " are " + Quantity.number(runs) + " runs; at most " + Quantity.number(MOST_RUNS)
                            + " were expected"));
            return 1;
        }
        return (int) runs;
    }
}
