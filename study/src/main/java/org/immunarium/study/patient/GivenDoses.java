package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.patient.Dosing;
import org.immunarium.study.InputFiles;
import org.immunarium.study.file.Placed;
import org.immunarium.study.patient.PatientStudy.Given;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.EventTable;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.Target;
import org.immunarium.therapy.Therapy;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;

/// What a study gives to a patient, from words and tables of events to additions in the model's
/// own units.
final class GivenDoses {

    /// A million doses and more.
    private static final int LARGEST_TABLE_BYTES = 1 << 26;

    private final PatientStudy study;
    private final PatientModel model;
    private final Ratio days;
    private final InputFiles files;
    private final Consumer<Problem> problems;
    private final Map<String, Target> targets = new LinkedHashMap<>();

    /// @param days     the end of the study, in days
    /// @param problems is told what is wrong, at its place
    GivenDoses(PatientStudy study, PatientModel model, Ratio days, InputFiles files, Consumer<Problem> problems) {
        this.study = study;
        this.model = model;
        this.days = days;
        this.files = files;
        this.problems = problems;
        model.published().ifPresent(shipped -> targets.putAll(shipped.targets()));
        study.targets().forEach((drug, target) -> targets.put(drug, target.value()));
    }

    /// A dose as it is given to the model.
    ///
    /// @param what for people: `nivolumab: 240 mg IV into Cent.Nivo`
    record Dose(Intervention intervention, String what) {}

    /// All doses that start before the end, in order of time.
    List<Dose> of(List<Given> therapy) {
        List<Dose> doses = new ArrayList<>();
        for (Given given : therapy) {
            switch (given) {
                case Given.Words(Placed<String> text) -> add(text, words(text), doses);
                case Given.Events(Placed<String> file) -> add(file, events(file), doses);
            }
        }
        doses.sort(Comparator.comparingDouble(dose -> dose.intervention().time()));
        return doses;
    }

    private List<Administration> words(Placed<String> text) {
        List<Problem> found = new ArrayList<>();
        Therapy therapy = RegimenText.parse(text.value(), text.source(), Math.max(1, text.line()), found::add);
        found.forEach(problems);
        if (!found.isEmpty()) {
            return List.of();
        }
        try {
            return therapy.administrations(days);
        } catch (IllegalStateException tooMany) {
            problems.accept(text.problem(String.valueOf(tooMany.getMessage())));
            return List.of();
        }
    }

    private List<Administration> events(Placed<String> name) {
        try {
            Optional<String> text = files.text(name.value(), LARGEST_TABLE_BYTES);
            if (text.isEmpty()) {
                problems.accept(name.problem("therapy: there is no file \"" + name.value() + "\" beside the study"));
                return List.of();
            }
            EventTable table = EventTable.parse(text.get(), name.value(), Unit.parse("mg"));
            if (table.subjects().size() != 1) {
                problems.accept(name.problem("therapy: \"" + name.value() + "\" has "
                        + table.subjects().size() + " subjects; one was expected"));
                return List.of();
            }
            EventTable.Subject subject = table.subjects().values().iterator().next();
            if (!subject.resets().isEmpty()) {
                problems.accept(name.problem("therapy: \"" + name.value()
                        + "\" empties all compartments (EVID 3 or 4), which equations cannot do"));
            }
            return subject.doses().stream()
                    .filter(dose -> dose.time().compareTo(days) < 0)
                    .toList();
        } catch (InvalidInputException e) {
            e.problems().forEach(problems);
        }
        return List.of();
    }

    private void add(Placed<String> place, List<Administration> given, List<Dose> doses) {
        try {
            List<Intervention> interventions =
                    Dosing.interventions(model.model(), given, targets, study.body(), place.source());
            for (int i = 0; i < interventions.size(); i++) {
                doses.add(new Dose(interventions.get(i), words(given.get(i), interventions.get(i))));
            }
        } catch (InvalidInputException e) {
            Set<String> messages = new LinkedHashSet<>();
            e.problems().forEach(problem -> messages.add(problem.message()));
            messages.forEach(message -> problems.accept(place.problem(message)));
        }
    }

    private String words(Administration given, Intervention intervention) {
        String target = switch (intervention) {
            case Intervention.Bolus bolus -> bolus.target();
            case Intervention.Infusion infusion -> infusion.target();
        };
        String route = given.route().abbreviation();
        return given.drug() + ": " + given.dose() + (route.isEmpty() ? "" : " " + route) + " into "
                + model.label(target);
    }
}
