package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunarium.study.Heap;
import org.immunarium.study.StudyVariant;
import org.immunarium.study.file.LineOrder;
import org.immunarium.study.file.Placed;
import org.immunarium.study.tissue.frame.FramePlan;
import org.immunarium.study.tissue.model.StatedDomain;
import org.immunarium.study.tissue.treatment.GivenTreatment;
import org.immunarium.study.tissue.treatment.StatedTreatment;
import org.immunarium.study.tissue.treatment.TreatmentPreparation;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.Dose;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.therapy.drug.DrugParameter;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// Checks a study of a tissue whole, once what it names has been read.
final class TissuePreparation {

    private static final double DEFAULT_DURATION = 24 * 60;
    private static final double DEFAULT_EVERY = 60;
    private static final double MOST_ROWS = 1e6;

    private final TissueStudy study;
    private final TissueSource source;
    private final List<Problem> problems;
    private Beginning beginning;

    /// @param source   what the study names
    /// @param problems what reading it brought up
    TissuePreparation(TissueStudy study, TissueSource source, List<Problem> problems) {
        this.study = study;
        this.source = source;
        this.problems = new ArrayList<>(problems);
        beginning = source.beginning();
    }

    /// @throws InvalidInputException with everything that is wrong
    TissueRun prepared() {
        List<String> notices = new ArrayList<>(source.notices());
        Map<String, Placed<Quantity>> set = new LinkedHashMap<>(study.set());
        beginning = StartCounts.take(set, source.beginning(), problems);
        TissueModel model =
                new SetTissueValues(source.model(), beginning.variations(), problems, notices).apply(set, others());
        WholeSteps steps = new WholeSteps(model.steps().whole(), problems);
        double duration =
                steps.minutes("duration", study.duration(), source.duration().orElse(DEFAULT_DURATION), study.model());
        double every = steps.minutes(
                TissueOutput.EVERY,
                study.output().every(),
                source.saveInterval().orElse(DEFAULT_EVERY),
                study.model());
        List<String> substances =
                model.substances().stream().map(Substance::name).toList();
        FramePlan frames = study.output().plan(duration, steps, substances, notices);
        if (duration / every > MOST_ROWS) {
            problems.add(study.output()
                    .every()
                    .<Placed<?>>map(q -> q)
                    .or(study::duration)
                    .orElse(study.model())
                    .problem("duration: " + Quantity.number(duration) + " min with rows every "
                            + Quantity.number(every) + " min (output.every) would give more than "
                            + Quantity.number(MOST_ROWS) + " rows of each cell type"));
        }
        TissueMemory.refusal(model, beginning, Heap.here())
                .ifPresent(why -> problems.add(study.domain()
                        .<Placed<?>>map(StatedDomain::at)
                        .orElse(study.model())
                        .problem("domain: " + why)));
        List<TissueArm> arms = arms(model, duration, notices);
        if (!problems.isEmpty()) {
            throw LineOrder.of(problems);
        }
        long seed = study.ownSeed().orElse(source.seed().orElse(study.seed()));
        return new TissueRun(
                study.ownTitle().orElse(model.title()),
                arms,
                duration,
                every,
                frames,
                seed,
                new TissueMethod(study, source, model, beginning).all(duration, every, frames),
                new TissueSettings(source.provenance(), source.giving()).all(used(arms), given()),
                new TissueInWords(model, beginning, source.giving(), source.provenance()),
                notices);
    }

    /// The tissues that are run: the study's only one, or those that it compares.
    private List<TissueArm> arms(TissueModel model, double duration, List<String> notices) {
        // What is given to nobody is told as such below.
        GivenTreatment alone = treatment(
                model, beginning, study.treatment(), duration, study.compare().isEmpty() ? notices : new ArrayList<>());
        noticeIdleBody(given().values(), notices);
        if (study.compare().isEmpty()) {
            return List.of(new TissueArm(
                    new StudyVariant("", "", study.treatment().inWords()),
                    model,
                    beginning,
                    alone.treatment(),
                    alone.events()));
        }
        study.treatment()
                .places()
                .forEach((key, place) -> notices.add(place.problem(
                                key + ": is given to nobody, since each variant under compare has a therapy of its own")
                        .toString()));
        List<TissueArm> arms = new ArrayList<>();
        for (TissueStudy.Variant each : study.compare()) {
            Map<String, Placed<Quantity>> set = new LinkedHashMap<>(each.set());
            Beginning start = StartCounts.take(set, beginning, problems);
            TissueModel own = new SetTissueValues(model, start.variations(), problems, notices).apply(set, others());
            GivenTreatment given = treatment(own, start, each.treatment(), duration, notices);
            arms.add(new TissueArm(
                    new StudyVariant(each.id(), each.title(), each.given()),
                    own,
                    start,
                    given.treatment(),
                    given.events()));
        }
        return arms;
    }

    /// Each tissue with the names of values that the study set for it.
    private List<TissueSettings.Used> used(List<TissueArm> arms) {
        SettableValues settable = new SettableValues(source.model());
        List<TissueSettings.Used> used = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            Set<String> own = new LinkedHashSet<>(study.set().keySet());
            StatedTreatment given = study.treatment();
            if (!study.compare().isEmpty()) {
                own.addAll(study.compare().get(arm).set().keySet());
                given = study.compare().get(arm).treatment();
            }
            used.add(new TissueSettings.Used(arms.get(arm), given, settable.names(own)));
        }
        return used;
    }

    /// @param start what is there besides what comes at the start
    private GivenTreatment treatment(
            TissueModel model, Beginning start, StatedTreatment stated, double duration, List<String> notices) {
        Set<String> told = new LinkedHashSet<>();
        GivenTreatment treatment = new TreatmentPreparation(
                        model,
                        source.giving(),
                        study.body().value(),
                        duration,
                        (time, cells) ->
                                TissueMemory.refusal(model, time > 0 ? start.without() : start, cells, Heap.here()),
                        problems::add,
                        each -> told.add(each.toString()))
                .of(stated);
        notices.addAll(told);
        return treatment;
    }

    /// Tells a weight or height that no dose goes by, and no drug's pharmacokinetics.
    private void noticeIdleBody(Collection<Drug> drugs, List<String> notices) {
        boolean weighed = drugs.stream()
                .anyMatch(drug -> drug.quantity(DrugParameter.REFERENCE_WEIGHT).isPresent());
        Set<Dose.Basis> bases = treatments()
                .flatMap(treatment -> treatment.therapy().stream())
                .flatMap(words -> words.therapy().regimens().stream())
                .flatMap(regimen -> regimen.phases().stream())
                .map(phase -> phase.dose().basis())
                .collect(Collectors.toSet());
        boolean bySurface = bases.contains(Dose.Basis.BODY_SURFACE);
        Body body = study.body().value();
        List<String> idle = new ArrayList<>();
        if (body.weight().isPresent() && !weighed && !bySurface && !bases.contains(Dose.Basis.WEIGHT)) {
            idle.add("weight");
        }
        if (body.height().isPresent() && !bySurface) {
            idle.add("height");
        }
        idle.forEach(each -> notices.add(study.body()
                .problem("patient." + each + ": has no effect: nothing that is given goes by it")
                .toString()));
    }

    /// What can be set besides values of the model.
    private Set<String> others() {
        Set<String> names =
                new LinkedHashSet<>(StartCounts.of(source.beginning()).keySet());
        treatments().forEach(treatment -> names.addAll(treatment.names()));
        return names;
    }

    /// What anybody is given.
    private Stream<StatedTreatment> treatments() {
        return study.compare().isEmpty()
                ? Stream.of(study.treatment())
                : study.compare().stream().map(TissueStudy.Variant::treatment);
    }

    /// What is known of the drugs that the study gives to somebody, by their names in the model.
    private Map<String, Drug> given() {
        List<String> names = treatments()
                .flatMap(treatment -> treatment.therapy().stream())
                .flatMap(words -> words.therapy().drugs().stream())
                .toList();
        Map<String, Drug> given = new LinkedHashMap<>();
        source.giving().drugs().forEach((name, drug) -> {
            if (names.stream().anyMatch(each -> each.equalsIgnoreCase(name) || drug.isCalled(each))) {
                given.put(name, drug);
            }
        });
        return given;
    }
}
