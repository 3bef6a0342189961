package org.immunarium.study.patient;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.DosesAsEvents;
import org.immunarium.equations.unit.CoherentModel;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.study.OpenedStudy;
import org.immunarium.study.Overrides;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// The models that studies and their runs are about, for other programs and for people to read.
public final class StudiedModels {

    private StudiedModels() {}

    /// The models of a run with the values that it used as their own and the doses that it gave
    /// as events, by variant; the name of the only one is empty. Where the study brings units together, the
    /// models are in one system of units, so that no reader has to.
    ///
    /// @throws org.immunarium.units.InvalidInputException if the run's study cannot be read
    public static Map<String, Model> of(RunFolder run) {
        Overrides overrides = Overrides.parse(Manifest.read(run).overrides());
        OpenedStudy opened = OpenedStudy.of(run, overrides);
        boolean converted = opened.study() instanceof PatientStudy study
                && study.units().equals(Optional.of(PatientStudy.UnitPolicy.CONVERT));
        Map<String, Model> models = new LinkedHashMap<>();
        switch (opened.study().prepare(opened.files())) {
            case PatientRun one -> add(one.plan(), one.courses(), models);
            case ReplicatesRun many -> add(many.plan(), many.courses(), models);
            case PopulationRun many -> add(many.plan(), List.of(many.course()), models);
            default ->
                throw new InvalidInputException(
                        Problem.of(run.path().toString(), "is not of a patient, so it has no model to export"));
        }
        if (converted) {
            models.replaceAll((_, model) -> CoherentModel.of(model));
        }
        return models;
    }

    private static void add(PatientRun.Plan plan, List<PatientCourse> courses, Map<String, Model> models) {
        for (PatientCourse course : courses) {
            List<DosesAsEvents.Given> doses = course.doses().stream()
                    .map(dose -> new DosesAsEvents.Given(dose.intervention(), dose.what()))
                    .toList();
            models.put(course.id(), DosesAsEvents.in(SetValues.in(plan.model().compiled(), course.set()), doses));
        }
    }

    /// The model, where the study is of a patient.
    ///
    /// @throws org.immunarium.units.InvalidInputException with everything that is wrong with it
    public static Optional<Model> of(OpenedStudy opened) {
        return opened.study() instanceof PatientStudy study
                ? Optional.of(ReadModel.read(study, opened.files()).model().model())
                : Optional.empty();
    }
}
