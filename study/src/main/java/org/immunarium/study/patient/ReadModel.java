package org.immunarium.study.patient;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelCheck;
import org.immunarium.equations.sbml.Companions;
import org.immunarium.equations.sbml.SbmlDocument;
import org.immunarium.equations.sbml.SbmlReader;
import org.immunarium.equations.unit.UnitCheck;
import org.immunarium.equations.unit.UnitConversion;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.ShippedModels;
import org.immunarium.patient.shipped.SolidCancer;
import org.immunarium.patient.shipped.TumourPlan;
import org.immunarium.patient.shipped.TumourPlan.Loss;
import org.immunarium.study.InputFiles;
import org.immunarium.study.file.Placed;
import org.immunarium.study.patient.PatientStudy.Given;
import org.immunarium.study.patient.PatientStudy.UnitPolicy;
import org.immunarium.therapy.Therapy;
import org.immunarium.units.Dimension;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Unit;

/// The model that a study names, read from its file or from those that come along.
///
/// @param notices what reading it brought up
/// @param file    what was read, where the model is a file
record ReadModel(PatientModel model, List<String> notices, Optional<SbmlDocument> file) {

    /// On a cell of the first clone, by its name in the patients' tables.
    private static final String TARGETS = "targets_C1";

    private static final String TIME_UNIT = "time_unit_of_the_study";

    /// Places named where units do not fit; files whose units are guesses have them everywhere.
    private static final int MOST_CLASHES = 20;

    /// Reads and compiles the model that a study names.
    ///
    /// @throws InvalidInputException with everything that is wrong with it
    static ReadModel read(PatientStudy study, InputFiles files) {
        Placed<String> name = study.model();
        Optional<PublishedModel> published = planned(study, files);
        Optional<Path> file = files.find(name.value());
        // A run may be called as the model that it is of.
        if (file.isPresent() && !(published.isPresent() && Files.isDirectory(file.get()))) {
            if (!Files.isRegularFile(file.get())) {
                throw new InvalidInputException(name.problem("model \"" + name.value() + "\": is "
                        + (Files.isDirectory(file.get()) ? "a folder" : "not a regular file")
                        + "; an SBML file was expected"));
            }
            SbmlDocument document = SbmlReader.read(
                    file.get(),
                    files.content(name.value(), () -> SbmlReader.content(file.get())),
                    companions(name.value(), files));
            List<String> notices = new ArrayList<>();
            document.notices().forEach(notice -> notices.add(notice.toString()));
            if (document.numbersAsTheyStand() && study.units().equals(Optional.of(UnitPolicy.CONVERT))) {
                throw new InvalidInputException(name.problem("units: convert: \"" + name.value()
                        + "\" was exported with the factors between its units in its formulas, and they would count"
                        + " twice; leave this key out"));
            }
            Model declared = withTime(document.model(), timeUnit(document.model(), study));
            Model model = brought(declared, document, study, notices);
            try {
                return new ReadModel(PatientModel.of(model, nameOf(name.value())), notices, Optional.of(document));
            } catch (InvalidInputException e) {
                throw new InvalidInputException(e.problems().stream()
                        .map(p -> new Problem(document.source(), p.line(), p.element(), p.message()))
                        .toList());
            }
        }
        if (published.isPresent()) {
            Model model = withTime(published.get().model(), study.timeUnit().map(Placed::value));
            return new ReadModel(
                    PatientModel.of(published.get(), model), inVain(study, published.get(), model), Optional.empty());
        }
        throw new InvalidInputException(name.problem("model \"" + name.value()
                + "\": there is no such file beside the study, and no shipped model of this name"
                + NearMiss.hint(name.value(), ShippedModels.names())));
    }

    /// The shipped model that a study names, with the tumours that it plans and the drugs that it gives.
    private static Optional<PublishedModel> planned(PatientStudy study, InputFiles files) {
        String name = study.model().value();
        Optional<SolidCancer> cancer = SolidCancer.find(name);
        if (cancer.isEmpty()) {
            study.tumour().ifPresent(tumour -> {
                throw new InvalidInputException(tumour.place()
                        .problem(tumour.place().value() + ": the model \"" + name + "\" "
                                + (tumour.place().value().equals("tumour")
                                        ? "has the tumours that it has"
                                        : "is not put together for a study, so that it has what it has")
                                + "; one of "
                                + String.join(
                                        ", ",
                                        SolidCancer.all().stream()
                                                .map(SolidCancer::name)
                                                .toList())
                                + " was expected"));
            });
            return ShippedModels.find(name);
        }
        Set<String> drugs = new LinkedHashSet<>();
        for (Given given : study.allGiven()) {
            switch (given) {
                case Given.Words(var _, Therapy therapy) ->
                    drugs.addAll(cancer.get().known(therapy.drugs()));
                case Given.Events(Placed<String> table, var _) ->
                    drugs.addAll(cancer.get().known(drugsOf(table.value(), files)));
            }
        }
        TumourPlan usual = TumourPlan.of();
        TumourPlan plan = new TumourPlan(
                study.tumour().map(PlannedTumour::sites).orElse(usual.sites()),
                study.tumour().map(PlannedTumour::clones).orElse(usual.clones()),
                drugs,
                study.tumour().map(PlannedTumour::sideEffects).orElse(false));
        return Optional.of(cancer.get().patient(plan));
    }

    /// What a study of a solid tumour says that has no effect in its patient.
    private static List<String> inVain(PatientStudy study, PublishedModel patient, Model model) {
        Optional<SolidCancer> cancer = SolidCancer.find(patient.name());
        if (cancer.isEmpty()) {
            return List.of();
        }
        List<String> notices = new ArrayList<>(harmless(study, patient));
        Set<String> treatments = cancer.get().known(patient.targets().keySet());
        study.tumour().ifPresent(tumour -> {
            if (tumour.sideEffects() && treatments.isEmpty()) {
                notices.add(tumour.place()
                        .problem("side effects: nothing is given, so no treatment has any")
                        .toString());
            }
            // Patients that were made before have the clones that they have.
            boolean made =
                    study.population().flatMap(PatientStudy.Population::stored).isPresent();
            for (TumourPlan.Clone clone : made ? List.<TumourPlan.Clone>of() : tumour.clones()) {
                if (clone.lost().contains(Loss.TARGET) && treatments.stream().noneMatch(SolidCancer::marksCells)) {
                    notices.add(lostInVain(tumour, clone, Loss.TARGET, "antibody that marks cells"));
                }
                if (clone.lost().contains(Loss.SENSITIVITY)
                        && treatments.stream().noneMatch(SolidCancer::isChemotherapy)) {
                    notices.add(lostInVain(tumour, clone, Loss.SENSITIVITY, "chemotherapy"));
                }
            }
        });
        if (isWithoutTarget(study, model)) {
            for (Given given : study.allGiven()) {
                if (given instanceof Given.Words(Placed<String> text, Therapy therapy)) {
                    cancer.get().known(therapy.drugs()).stream()
                            .filter(SolidCancer::marksCells)
                            .map(drug -> text.problem("therapy: cells of this cancer have nothing that " + drug
                                            + " binds (" + TARGETS + " is 0), so it does nothing to them")
                                    .toString())
                            .filter(notice -> !notices.contains(notice))
                            .forEach(notices::add);
                }
            }
        }
        return notices;
    }

    private static String lostInVain(PlannedTumour tumour, TumourPlan.Clone clone, Loss loss, String unknown) {
        return tumour.place()
                .problem("tumour.clones." + clone.name() + ".lost: no " + unknown + " is given, so that " + loss.words()
                        + " is lost in vain")
                .toString();
    }

    /// Whether antibodies that mark cells find nothing on them, and no value that the study sets or varies says
    /// else.
    private static boolean isWithoutTarget(PatientStudy study, Model model) {
        boolean said = study.set().containsKey(TARGETS)
                || study.compare().stream().anyMatch(variant -> variant.set().containsKey(TARGETS))
                || study.population()
                        .filter(plan -> plan.vary().containsKey(TARGETS))
                        .isPresent();
        return !said && model.parameters().stream().anyMatch(each -> each.id().equals(TARGETS) && each.value() == 0);
    }

    /// Where side effects are asked for, which treatments have none here.
    private static List<String> harmless(PatientStudy study, PublishedModel patient) {
        if (!study.tumour().map(PlannedTumour::sideEffects).orElse(false)) {
            return List.of();
        }
        return patient.targets().keySet().stream()
                .filter(treatment -> !SolidCancer.hasSideEffects(treatment))
                .map(treatment -> treatment.replaceFirst(" of .*", ""))
                .distinct()
                .map(
                        treatment ->
                                "side effects: " + treatment + " has none here: those of antibodies against PD-1, PD-L1"
                                        + " and CTLA-4 and of docetaxel, dacarbazine, carboplatin and pemetrexed have equations")
                .toList();
    }

    /// All drugs of a table of events; none where it cannot be read, which is told where doses are.
    private static Set<String> drugsOf(String table, InputFiles files) {
        Set<String> drugs = new LinkedHashSet<>();
        try {
            if (files.find(table).filter(Files::isRegularFile).isPresent()) {
                files.events(table)
                        .ifPresent(events -> events.subjects()
                                .values()
                                .forEach(subject -> subject.doses().forEach(dose -> drugs.add(dose.drug()))));
            }
        } catch (InvalidInputException told) {
            // With the doses.
        }
        return drugs;
    }

    /// The other files that a model is composed of, named relative to the study as the model
    /// itself is.
    private static Companions companions(String model, InputFiles files) {
        String folder = model.substring(0, model.replace('\\', '/').lastIndexOf('/') + 1);
        return new Companions() {
            @Override
            public Optional<Path> find(String name) {
                return files.find(folder + name);
            }

            @Override
            public byte[] content(String name, Path file) {
                return files.content(folder + name, () -> SbmlReader.content(file));
            }
        };
    }

    /// A problem of a species at its line; empty where the model is no file that has one.
    Optional<Problem> problem(String species, String message) {
        return file.flatMap(document -> document.model().species().stream()
                .filter(each -> each.id().equals(species))
                .findFirst()
                .map(each -> document.origin().problem(each, "species \"" + species + "\"", message)));
    }

    /// The model with its units brought together where the study wants that; else with a proposal
    /// to do so where it mixes them and their factors are not in its formulas.
    private static Model brought(Model model, SbmlDocument document, PatientStudy study, List<String> notices) {
        ModelCheck.Origin origin = document.origin();
        if (study.units().equals(Optional.of(UnitPolicy.CONVERT))) {
            UnitConversion.Result converted = UnitConversion.convert(model, origin);
            converted.notices().forEach(notice -> notices.add(notice.toString()));
            return converted.model();
        }
        List<Problem> clashes = UnitCheck.notices(model, origin);
        clashes.stream().limit(MOST_CLASHES).forEach(notice -> notices.add(notice.toString()));
        if (clashes.size() > MOST_CLASHES) {
            notices.add("and " + (clashes.size() - MOST_CLASHES) + " more places where units do not fit");
        }
        if (study.units().isEmpty() && !document.numbersAsTheyStand()) {
            UnitConversion.proposal(model).ifPresent(notices::add);
        }
        return model;
    }

    /// The unit in which time is counted, where the study says so: in words, or, where all units are
    /// brought together and the file names none (SBML then means seconds), by that of its duration.
    private static Optional<Unit> timeUnit(Model model, PatientStudy study) {
        boolean unnamed = model.units().time().map("second"::equals).orElse(true);
        if (study.timeUnit().isEmpty() && study.units().equals(Optional.of(UnitPolicy.CONVERT)) && unnamed) {
            return study.duration()
                    .map(duration -> duration.value().unit())
                    .filter(unit -> unit.dimension().equals(Dimension.TIME));
        }
        return study.timeUnit().map(Placed::value);
    }

    /// The model with another unit of time declared: its numbers stay, what they mean changes.
    private static Model withTime(Model model, Optional<Unit> time) {
        if (time.isEmpty()) {
            return model;
        }
        double seconds = time.get().factorTo(Unit.parse("s"));
        List<Model.UnitDefinition> definitions = new ArrayList<>(model.unitDefinitions());
        definitions.add(new Model.UnitDefinition(
                TIME_UNIT, time.get().toString(), List.of(new Model.UnitFactor("second", 1, 0, seconds))));
        return model.withUnitDefinitions(definitions).withUnits(model.units().withTime(TIME_UNIT));
    }

    /// What a model without a name is called: by its file.
    private static String nameOf(String path) {
        return path.substring(path.replace('\\', '/').lastIndexOf('/') + 1).replaceFirst("\\.\\w+$", "");
    }
}
