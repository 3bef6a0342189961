package org.immunarium.tissue.physicell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.table.Numbers;

/// Reads `<cycle>` and what is inside of it on daughters of another type.
final class CycleReader {

    /// How PhysiCell and its tools call the models, letters and digits only, and the code of each.
    private static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("ki67advanced", 0),
            Map.entry("advancedki67", 0),
            Map.entry("ki67basic", 1),
            Map.entry("basicki67", 1),
            Map.entry("flowcytometrybasic", 2),
            Map.entry("flowcytometrymodelbasic", 2),
            Map.entry("live", 5),
            Map.entry("livecells", 5),
            Map.entry("livecellscyclemodel", 5),
            Map.entry("flowcytometryseparated", 6),
            Map.entry("flowcytometrymodelseparated", 6),
            Map.entry("cyclingquiescent", 7),
            Map.entry("cyclingquiescentmodel", 7));

    private CycleReader() {}

    static void read(XmlElement cycle, TypeDraft draft, Names names) {
        Optional<String> code = cycle.attribute("code");
        Optional<String> name = cycle.attribute("name");
        if (code.isPresent()) {
            model(cycle, code.get()).ifPresent(model -> {
                boolean same = model.code() == draft.cycle.code();
                draft.cycle = model;
                if (!same) {
                    draft.takeRates();
                }
            });
        }
        name.ifPresent(written -> judgeName(cycle, written, code.isPresent(), draft.cycle));
        boolean[] fixed = new boolean[draft.cycle.phases().size()];
        for (int phase = 0; phase < fixed.length; phase++) {
            fixed[phase] = draft.cycle.phases().get(phase).fixed();
        }
        PhaseTimes.read(cycle, fixed.length, true, (phase, rate, duration, always) -> {
            draft.set(Behaviour.exit(phase), rate);
            fixed[phase] = always;
        });
        draft.cycle = draft.cycle.withFixed(fixed);
        cycle.child("standard_asymmetric_division").ifPresent(division -> asymmetric(division, draft, names));
    }

    private static Optional<CycleModel> model(XmlElement cycle, String written) {
        long code = Numbers.integer(written).orElse(-1);
        if (code == 3 || code == 4) {
            cycle.notice("code " + code + " is taken as 5, live");
            code = 5;
        }
        for (CycleModel model : CycleModel.ALL) {
            if (model.code() == code) {
                return Optional.of(model);
            }
        }
        cycle.wrong("code=\"" + written + "\" was found; the cycles are "
                + String.join(
                        ", ",
                        CycleModel.ALL.stream()
                                .map(model -> model.code() + " " + model.name())
                                .toList()));
        return Optional.empty();
    }

    /// A name beside a code is a label, but should not say something else; a name alone changes nothing.
    private static void judgeName(XmlElement cycle, String written, boolean coded, CycleModel model) {
        Integer named = CODES.get(written.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
        if (named != null && named != model.code()) {
            cycle.wrong("the name is \"" + written + "\", but the cycle is \"" + model.name() + "\", which "
                    + (coded ? "its code says" : "it inherits: only code=\"" + named + "\" would change it"));
        } else if (named == null && !coded) {
            cycle.wrong("\"" + written + "\" is not known, and only code=\"...\" chooses a cycle");
        }
    }

    private static void asymmetric(XmlElement division, TypeDraft draft, Names names) {
        if (!division.flag("enabled", false)) {
            division.passOver();
            return;
        }
        draft.asymmetric = true;
        List<XmlElement> probabilities = division.children("asymmetric_division_probability");
        TypeRates.read(probabilities, Behaviour.ASYMMETRIC_DIVISION, draft, names);
        double sum = 0;
        for (int type = 0; type < names.types().size(); type++) {
            sum += draft.get(Behaviour.ASYMMETRIC_DIVISION, type);
        }
        if (sum > 1 + 1e-9) {
            division.wrong("the probabilities of all types are " + (float) sum + " together; at most 1 is expected");
        }
    }
}
