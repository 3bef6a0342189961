package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.immunarium.study.TimeScale;
import org.immunarium.study.tissue.frame.FramePlan;
import org.immunarium.tissue.model.Beginning;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.Quantity;

/// How a tissue is run, in words: what the manifest and the report say of the method.
final class TissueMethod {

    private final TissueStudy study;
    private final TissueSource source;
    private final TissueModel model;
    private final Beginning beginning;

    TissueMethod(TissueStudy study, TissueSource source, TissueModel model, Beginning beginning) {
        this.study = study;
        this.source = source;
        this.model = model;
        this.beginning = beginning;
    }

    /// All of it, by name.
    ///
    /// @param duration min
    /// @param every    time between rows of its tables, min
    Map<String, String> all(double duration, double every, FramePlan frames) {
        Map<String, String> method = new LinkedHashMap<>();
        method.put("model", model.title());
        method.put("duration", TimeScale.words(duration));
        method.put("written down", "every " + TimeScale.words(every));
        method.put("frames", Integer.toString(frames.steps().length));
        method.put("space", space());
        method.put("voxels", voxels());
        List<String> substances =
                model.substances().stream().map(Substance::name).toList();
        method.put("substances", substances.isEmpty() ? "none" : String.join(", ", substances));
        method.put("cells", cells());
        method.put("rules", Integer.toString(model.rules().size()));
        method.put(
                "steps",
                Quantity.number(model.steps().diffusion()) + " min for substances, " + ownSteps()
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

    /// How many cells of each type there are at the start.
    private String cells() {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (Placement placement : beginning.placements()) {
            counts.merge(placement.type(), placement.cells(model.domain().flat()), Integer::sum);
        }
        List<String> cells = new ArrayList<>();
        for (int type = 0; type < model.types().size(); type++) {
            cells.add(
                    counts.getOrDefault(type, 0) + " " + model.types().get(type).name());
        }
        return String.join(", ", cells);
    }

    private String space() {
        double[] lower = model.domain().lower();
        double[] upper = model.domain().upper();
        String plane = Quantity.number(upper[0] - lower[0]) + " x " + Quantity.number(upper[1] - lower[1]);
        return model.domain().flat()
                ? plane + " µm, flat"
                : plane + " x " + Quantity.number(upper[2] - lower[2]) + " µm";
    }

    private String voxels() {
        String sides = Arrays.stream(model.domain().spacing())
                .mapToObj(Quantity::number)
                .distinct()
                .collect(Collectors.joining(" x "));
        return sides + " µm" + (model.domain().wall() ? "; the edge pushes cells back" : "");
    }

    /// Substances with steps of their own.
    private String ownSteps() {
        return model.substances().stream()
                .filter(its -> its.every() > 1)
                .map(its -> Quantity.number(its.every() * model.steps().diffusion()) + " min for " + its.name() + ", ")
                .collect(Collectors.joining());
    }
}
