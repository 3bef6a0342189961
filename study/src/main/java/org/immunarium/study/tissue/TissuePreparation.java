package org.immunarium.study.tissue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.results.Manifest;
import org.immunarium.results.StorageException;
import org.immunarium.study.InputFiles;
import org.immunarium.study.file.Placed;
import org.immunarium.study.tissue.frame.FramePlan;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.physicell.PhysiCellProject;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// Reads everything that a study of a tissue names, and checks it whole.
final class TissuePreparation {

    private static final Unit MINUTE = Unit.parse("min");
    private static final double DEFAULT_EVERY = 60;
    private static final double MOST_ROWS = 1e6;

    private final TissueStudy study;
    private final InputFiles files;
    private final List<Problem> problems = new ArrayList<>();

    TissuePreparation(TissueStudy study, InputFiles files) {
        this.study = study;
        this.files = files;
    }

    /// @throws InvalidInputException with everything that is wrong
    TissueRun prepared() {
        PhysiCellProject project = project();
        TissueModel model = new SetTissueValues(project.model(), problems).apply(study.set());
        double step = model.steps().mechanics();
        double duration = study.duration().map(each -> minutes(each)).orElse(project.duration());
        double every = study.output().minutes(project.saveInterval().orElse(DEFAULT_EVERY), problems);
        check("duration", study.duration(), duration, step);
        check("output.every", study.output().every(), every, step);
        List<String> notices = new ArrayList<>(project.notices());
        List<String> substances =
                model.substances().stream().map(Substance::name).toList();
        FramePlan frames = study.output().plan(duration, step, substances, problems, notices);
        if (duration / every > MOST_ROWS) {
            problems.add(study.output()
                    .every()
                    .<Placed<?>>map(q -> q)
                    .orElse(study.model())
                    .problem("output.every: " + Quantity.number(every) + " min would give more than "
                            + Quantity.number(MOST_ROWS) + " rows of each cell type"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        long seed = study.ownSeed().orElse(project.seed().orElse(study.seed()));
        return new TissueRun(
                study.ownTitle().orElse(model.title()),
                model,
                project.beginning(),
                duration,
                every,
                frames,
                seed,
                method(model, project, duration, every),
                settings(model),
                notices);
    }

    private static double minutes(Placed<Quantity> time) {
        return time.value().in(MINUTE);
    }

    /// Notes a time that is no whole number of steps.
    private void check(String key, Optional<Placed<Quantity>> asked, double time, double step) {
        double steps = time / step;
        if (Math.abs(steps - Math.round(steps)) > 1e-6 * steps || steps < 1) {
            problems.add(asked.<Placed<?>>map(q -> q)
                    .orElse(study.model())
                    .problem(key
                            + ": " + Quantity.number(time) + " min is no whole number of the model's steps of "
                            + Quantity.number(step) + " min"));
        }
    }

    private PhysiCellProject project() {
        String name = study.model().value();
        Path named = files.find(name)
                .orElseThrow(() -> new InvalidInputException(study.model()
                        .problem("model \"" + name
                                + "\": there is no such file beside the study; a project of PhysiCell was"
                                + " expected, its settings or its folder")));
        Path settings = PhysiCellProject.settings(named);
        // A run that goes on reads the copies that it kept.
        PhysiCellProject project = PhysiCellProject.read(settings, asked -> files.find(copyName(name, asked)));
        files.content(name, () -> bytes(settings));
        project.files().forEach((asked, file) -> files.content(copyName(name, asked), () -> bytes(file)));
        return project;
    }

    /// What a run keeps a file as that a project names.
    private static String copyName(String project, String asked) {
        return project + " > " + asked;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw StorageException.ofReading(file, e);
        }
    }

    private Map<String, String> method(TissueModel model, PhysiCellProject project, double duration, double every) {
        Map<String, String> method = new LinkedHashMap<>();
        method.put("model", model.title());
        method.put("duration", Quantity.number(duration) + " min");
        method.put("written down", "every " + Quantity.number(every) + " min");
        method.put("space", space(model));
        method.put(
                "substances",
                String.join(
                        ", ",
                        model.substances().stream().map(each -> each.name()).toList()));
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (Placement placement : project.placements()) {
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
                Quantity.number(model.steps().diffusion()) + " min for substances, "
                        + Quantity.number(model.steps().mechanics()) + " min for forces and contacts, "
                        + Quantity.number(model.steps().phenotype()) + " min for what cells are");
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

    /// What each type does by itself, where it is not nothing.
    private List<Manifest.Setting> settings(TissueModel model) {
        List<Manifest.Setting> settings = new ArrayList<>();
        var behaviours = model.behaviours();
        model.substances().forEach(substance -> {
            settings.add(setting(substance.name() + ".diffusion", substance.diffusion(), "µm^2/min"));
            settings.add(setting(substance.name() + ".decay", substance.decay(), "1/min"));
        });
        model.types().forEach(type -> {
            for (int place = 0; place < behaviours.size(); place++) {
                if (type.behaviours()[place] != 0) {
                    String unit = model.unit(behaviours.word(place), behaviours.subject(place));
                    settings.add(setting(type.name() + "." + behaviours.name(place), type.behaviours()[place], unit));
                }
            }
        });
        settings.sort(Comparator.comparing(each -> each.origin().equals("model")));
        return settings;
    }

    private Manifest.Setting setting(String name, double value, String unit) {
        return new Manifest.Setting(
                name, value, unit.equals("1") ? "" : unit, study.set().containsKey(name) ? "study" : "model");
    }
}
