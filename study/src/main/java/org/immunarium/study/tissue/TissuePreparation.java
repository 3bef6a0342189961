package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.immunarium.study.TimeScale;
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
import org.immunarium.tissue.model.Placement;
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
        TissueModel model = new SetTissueValues(source.model(), beginning.variations(), problems, notices).apply(set);
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
        List<TissueArm> arms = arms(source, model, duration, notices);
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
                method(model, source, duration, every, frames),
                new TissueSettings(source.provenance(), source.giving()).all(used(arms), given(source)),
                new TissueInWords(model, beginning, source.giving(), source.provenance()),
                notices);
    }

    /// The tissues that are run: the study's only one, or those that it compares.
    private List<TissueArm> arms(TissueSource source, TissueModel model, double duration, List<String> notices) {
        // What is given to nobody is told as such below.
        GivenTreatment alone = treatment(
                source, model, study.treatment(), duration, study.compare().isEmpty() ? notices : new ArrayList<>());
        noticeIdleBody(given(source).values(), notices);
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
            TissueModel own = new SetTissueValues(model, beginning.variations(), problems, notices).apply(each.set());
            GivenTreatment given = treatment(source, own, each.treatment(), duration, notices);
            arms.add(new TissueArm(
                    new StudyVariant(each.id(), each.title(), each.given()),
                    own,
                    beginning,
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

    private GivenTreatment treatment(
            TissueSource source, TissueModel model, StatedTreatment stated, double duration, List<String> notices) {
        Set<String> told = new LinkedHashSet<>();
        GivenTreatment treatment = new TreatmentPreparation(
                        model,
                        source.giving(),
                        study.body().value(),
                        duration,
                        (time, cells) -> TissueMemory.refusal(
                                model, time > 0 ? Beginning.of(List.of()) : beginning, cells, Heap.here()),
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

    /// What anybody is given.
    private Stream<StatedTreatment> treatments() {
        return study.compare().isEmpty()
                ? Stream.of(study.treatment())
                : study.compare().stream().map(TissueStudy.Variant::treatment);
    }

    /// What is known of the drugs that the study gives to somebody, by their names in the model.
    private Map<String, Drug> given(TissueSource source) {
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

    private Map<String, String> method(
            TissueModel model, TissueSource source, double duration, double every, FramePlan frames) {
        Map<String, String> method = new LinkedHashMap<>();
        method.put("model", model.title());
        method.put("duration", TimeScale.words(duration));
        method.put("written down", "every " + TimeScale.words(every));
        method.put("frames", Integer.toString(frames.steps().length));
        method.put("space", space(model));
        method.put("voxels", voxels(model));
        List<String> substances =
                model.substances().stream().map(Substance::name).toList();
        method.put("substances", substances.isEmpty() ? "none" : String.join(", ", substances));
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (Placement placement : beginning.placements()) {
            counts.merge(placement.type(), placement.cells(model.domain().flat()), Integer::sum);
        }
        List<String> cells = new ArrayList<>();
        for (int type = 0; type < model.types().size(); type++) {
            cells.add(
                    counts.getOrDefault(type, 0) + " " + model.types().get(type).name());
        }
        method.put("cells", String.join(", ", cells));
        method.put("rules", Integer.toString(model.rules().size()));
        method.put(
                "steps",
                Quantity.number(model.steps().diffusion()) + " min for substances, " + ownSteps(model)
                        + Quantity.number(model.steps().mechanics())
                        + (model.steps().varies()
                                ? " to " + Quantity.number(model.steps().longest())
                                : "")
                        + " min for forces and contacts, "
                        + Quantity.number(model.steps().phenotype()) + " min for what cells are");
        if (study.compare().isEmpty()) {
            method.put("therapy", study.treatment().inWords());
        } else {
            study.compare().forEach(each -> method.put("variant " + each.title(), each.given()));
        }
        List<String> sources = source.provenance().sources();
        if (!sources.isEmpty()) {
            method.put("source", String.join("; ", sources));
        }
        return method;
    }

    private static String space(TissueModel model) {
        double[] lower = model.domain().lower();
        double[] upper = model.domain().upper();
        String plane = Quantity.number(upper[0] - lower[0]) + " x " + Quantity.number(upper[1] - lower[1]);
        return model.domain().flat()
                ? plane + " µm, flat"
                : plane + " x " + Quantity.number(upper[2] - lower[2]) + " µm";
    }

    private static String voxels(TissueModel model) {
        String sides = Arrays.stream(model.domain().spacing())
                .mapToObj(Quantity::number)
                .distinct()
                .collect(Collectors.joining(" x "));
        return sides + " µm" + (model.domain().wall() ? "; the edge pushes cells back" : "");
    }

    /// Substances with steps of their own.
    private static String ownSteps(TissueModel model) {
        return model.substances().stream()
                .filter(its -> its.every() > 1)
                .map(its -> Quantity.number(its.every() * model.steps().diffusion()) + " min for " + its.name() + ", ")
                .collect(Collectors.joining());
    }
}
