package org.immunarium.study.tissue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.study.BodySection;
import org.immunarium.study.VariantsSection;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.study.tissue.model.StatedDomain;
import org.immunarium.study.tissue.model.StatedPlacement;
import org.immunarium.study.tissue.treatment.StatedTreatment;
import org.immunarium.therapy.Body;
import org.immunarium.units.Quantity;

/// Reads a study file of kind `tissue`; `docs/study-files.md` describes its keys in the order of
/// [#read].
public final class TissueStudyReader {

    /// What such a file may have at its top level, besides what every study has.
    public static final List<String> KEYS = List.of(
            "title",
            "model",
            "domain",
            "start",
            "duration",
            "output",
            "set",
            "patient",
            "therapy",
            "medium",
            "seed",
            "compare");

    private static final List<String> VARIANT_KEYS = List.of("therapy", "medium");

    private TissueStudyReader() {}

    /// Reads a study.
    ///
    /// @param file its top level, which expects [#KEYS]
    /// @return empty only where problems were noted in `file`
    public static Optional<TissueStudy> read(Section file) {
        Optional<Placed<String>> title = file.text("title");
        Optional<Placed<String>> model = file.requiredText("model", "tumour.yaml");
        Optional<StatedDomain> domain = StatedDomain.read(file);
        Optional<List<StatedPlacement>> start = StatedPlacement.read(file);
        Optional<Placed<Quantity>> duration =
                file.quantity("duration").filter(time -> TissueOutput.isTime(file, "duration", time, false));
        TissueOutput output = TissueOutput.read(file);
        Map<String, Placed<Quantity>> set = VariantsSection.set(file);
        Placed<Body> body = file.placed("patient", BodySection.read(file));
        StatedTreatment treatment = StatedTreatment.read(file);
        List<TissueStudy.Variant> compare = VariantsSection.read(
                file,
                VARIANT_KEYS,
                (section, id, words, values) ->
                        new TissueStudy.Variant(id, words, StatedTreatment.read(section), values));
        var seed = file.wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE);
        return model.map(name -> new TissueStudy(
                title.map(Placed::value), name, domain, start, duration, output, set, body, treatment, compare, seed));
    }
}
