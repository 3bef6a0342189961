package org.immunarium.study.patient;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.sbml.SbmlWriter;
import org.immunarium.equations.simulation.DosesAsEvents;
import org.immunarium.equations.unit.CoherentModel;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.study.RepeatableStudy;
import org.immunarium.study.StudyVariant;
import org.immunarium.study.Words;
import org.immunarium.study.patient.PatientRun.Plan;

/// A study of a patient that can run: one, one by chance, or many.
sealed interface PreparedPatient extends RepeatableStudy permits PatientRun, ReplicatesRun, PopulationRun {

    /// What all its courses share.
    Plan plan();

    /// What runs, an arm each.
    List<PatientCourse> courses();

    @Override
    default String title() {
        return plan().title();
    }

    @Override
    default long seed() {
        return plan().solving().seed();
    }

    @Override
    default List<StudyVariant> variants() {
        return courses().stream()
                .map(PatientCourse::arm)
                .filter(arm -> !arm.id().isEmpty())
                .map(arm -> new StudyVariant(arm.id(), arm.title(), arm.inWords()))
                .toList();
    }

    @Override
    default String inWords() {
        Words words = new Words();
        courses().forEach(course -> words.add(course.inWords(plan().asked().body())));
        words.add(ModelInWords.of(plan().model().model()));
        plan().model()
                .published()
                .flatMap(PublishedModel::evidence)
                .ifPresent(table -> words.line("").add(EvidenceInWords.of(table)));
        return words.toString();
    }

    /// Which patient is written as SBML, where there are many; empty where there is one.
    default Optional<String> reference() {
        return Optional.empty();
    }

    /// The models that it solves as SBML, with the values that it uses as their own and the doses that it
    /// gives as events, by the variant's id; the id of the only one is empty. Where the study brings
    /// units together, they are in one system of units, so that no reader has to; else they say that no reader
    /// may, since another course would come of it.
    default Map<String, String> sbml() {
        boolean converted = plan().asked().units().equals(Optional.of(PatientStudy.UnitPolicy.CONVERT));
        List<String> notes = reference().stream().toList();
        Map<String, String> models = new LinkedHashMap<>();
        for (PatientCourse course : courses()) {
            List<DosesAsEvents.Given> doses = course.doses().stream()
                    .map(dose -> new DosesAsEvents.Given(dose.intervention(), dose.what()))
                    .toList();
            Model model = DosesAsEvents.in(SetValues.in(plan().model().compiled(), plan().beginning(course)), doses);
            models.put(
                    course.id(),
                    converted
                            ? SbmlWriter.write(CoherentModel.of(model), notes)
                            : SbmlWriter.writeAsItStands(model, notes));
        }
        return models;
    }
}
