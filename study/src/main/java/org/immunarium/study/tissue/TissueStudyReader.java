package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.study.BodySection;
import org.immunarium.study.VariantNames;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.study.tissue.model.StatedDomain;
import org.immunarium.study.tissue.model.StatedPlacement;
import org.immunarium.study.tissue.treatment.StatedTreatment;
import org.immunarium.therapy.Body;
import org.immunarium.units.Dimension;
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

    private static final List<String> VARIANT_KEYS = List.of("title", "therapy", "medium", "set");

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
        Optional<Placed<Quantity>> duration = span(file, "duration");
        TissueOutput output = TissueOutput.read(file);
        Map<String, Placed<Quantity>> set = set(file);
        Placed<Body> body = file.placed("patient", BodySection.read(file));
        StatedTreatment treatment = StatedTreatment.read(file);
        List<TissueStudy.Variant> compare = compare(file);
        var seed = file.wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE);
        return model.map(name -> new TissueStudy(
                title.map(Placed::value), name, domain, start, duration, output, set, body, treatment, compare, seed));
    }

    private static Map<String, Placed<Quantity>> set(Section section) {
        Map<String, Placed<Quantity>> set = new LinkedHashMap<>();
        section.texts("set")
                .forEach(
                        (name, text) -> section.quantity("set." + name, text).ifPresent(value -> set.put(name, value)));
        return set;
    }

    private static List<TissueStudy.Variant> compare(Section file) {
        List<TissueStudy.Variant> variants = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> told = new HashSet<>();
        for (Section.Item item : file.items("compare", VARIANT_KEYS)) {
            switch (item) {
                case Section.Item.Line(Placed<String> line) ->
                    file.problem(line, "compare: keys and values were expected, as in {title: no treatment}");
                case Section.Item.Part(Section section) -> {
                    Optional<Placed<String>> title = section.requiredText("title", "nivolumab");
                    String words = title.map(Placed::value).orElse("");
                    String telling = VariantNames.telling(words);
                    if (title.isPresent() && (telling.isEmpty() || !told.add(telling))) {
                        section.problem(
                                title.get(),
                                "compare: the title \"" + words + "\" does not tell this variant from the others");
                    }
                    String id = VariantNames.id(words, ids);
                    ids.add(id);
                    variants.add(new TissueStudy.Variant(id, words, StatedTreatment.read(section), set(section)));
                }
            }
        }
        if (variants.size() < 2 && file.has("compare")) {
            file.problem("compare", "compare: two variants or more were expected; found " + variants.size());
        }
        return variants;
    }

    private static Optional<Placed<Quantity>> span(Section section, String key) {
        return section.quantity(key).filter(span -> {
            Quantity value = span.value();
            boolean right = value.value() > 0 && value.unit().dimension().equals(Dimension.TIME);
            if (!right) {
                section.problem(span, section.name(key) + ": a time above 0 was expected, as in 24 h; found " + value);
            }
            return right;
        });
    }
}
