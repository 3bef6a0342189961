package org.immunarium.study.sensitivity.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.study.file.Placed;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;

/// What is asked of the parameters of a study.
///
/// @param samples of the method, see [SensitivityMethod#runs]
/// @param vary    what differs, on top of what the study's own population does
/// @param named   how many options name something that differs, those that cannot be read too
/// @param of      what is measured: `T`, `max T`, `T at 180 d`; empty for what the study measures, or the
///     tumour at the
///     end
/// @param variant which of the study's variants; empty for its only course
public record SensitivityPlan(
        SensitivityMethod method,
        int samples,
        List<Ranged> vary,
        int named,
        List<Placed<String>> of,
        Optional<Placed<String>> variant) {

    public static final String SAMPLES_OPTION = "--samples";
    public static final String VARIANT_OPTION = "--variant";

    private static final String METHOD_OPTION = "--method";
    private static final String OF_OPTION = "--of";

    private static final String METHOD = "sensitivity";
    private static final String SAMPLES = "sensitivity samples";
    private static final String VARIANT = "sensitivity variant";
    private static final String OF = "sensitivity of ";
    private static final String VARY = "sensitivity vary ";

    /// Options as they were written.
    ///
    /// @param vary    `name=low:high` each
    /// @param method  its word
    /// @param samples empty for what is usual of the method
    public record Asked(
            List<String> vary, String method, Optional<Integer> samples, List<String> of, Optional<String> variant) {}

    /// Reads options. What is wrong is noted, and left out.
    ///
    /// @param problems receives what is wrong
    public static SensitivityPlan parse(Asked asked, List<Problem> problems) {
        Optional<SensitivityMethod> method = SensitivityMethod.of(asked.method());
        if (method.isEmpty()) {
            problems.add(Problem.of(
                    METHOD_OPTION,
                    "\"" + asked.method() + "\": one of " + String.join(", ", SensitivityMethod.words())
                            + " was expected" + NearMiss.hint(asked.method(), SensitivityMethod.words())));
        }
        List<Ranged> vary = Ranged.read(asked.vary(), problems);
        SensitivityMethod chosen = method.orElse(SensitivityMethod.PRCC);
        return new SensitivityPlan(
                chosen,
                asked.samples().orElse(chosen.usual()),
                vary,
                asked.vary().size(),
                asked.of().stream()
                        .map(text -> new Placed<>(text, OF_OPTION, 0))
                        .toList(),
                asked.variant().map(text -> new Placed<>(text, VARIANT_OPTION, 0)));
    }

    /// Notes values that were set as well, where that would have no effect.
    ///
    /// @param set by the command line
    public void checkNotSet(Set<String> set, List<Problem> problems) {
        Ranged.checkNotSet(vary, set, problems);
    }

    /// As text, for the manifest.
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(METHOD, method.word());
        texts.put(SAMPLES, Integer.toString(samples));
        variant.ifPresent(each -> texts.put(VARIANT, each.value()));
        for (int i = 0; i < of.size(); i++) {
            texts.put(OF + (i + 1), of.get(i).value());
        }
        vary.forEach(each -> texts.put(VARY + each.name(), each.text()));
        return texts;
    }

    /// Whether a key of a run's overrides is of its analysis.
    public static boolean isKey(String key) {
        return key.equals(METHOD) || key.startsWith(METHOD + " ");
    }

    /// Reads what [#texts] gave; empty where no analysis was asked for.
    public static Optional<SensitivityPlan> read(Map<String, String> texts, List<Problem> problems) {
        String method = texts.get(METHOD);
        if (method == null) {
            return Optional.empty();
        }
        List<String> vary = new ArrayList<>();
        List<String> of = new ArrayList<>();
        texts.forEach((key, text) -> {
            if (key.startsWith(VARY)) {
                vary.add(key.substring(VARY.length()) + "=" + text);
            } else if (key.startsWith(OF)) {
                of.add(text);
            }
        });
        return Optional.of(parse(
                new Asked(
                        vary,
                        method,
                        Optional.ofNullable(texts.get(SAMPLES)).map(Integer::valueOf),
                        of,
                        Optional.ofNullable(texts.get(VARIANT))),
                problems));
    }
}
