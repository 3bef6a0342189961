package org.immunarium.study.fit.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.immunarium.study.file.Placed;
import org.immunarium.study.sensitivity.plan.Ranged;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// What a fit searches for.
///
/// @param vary    the parameters, each between two ends
/// @param named   how many options name a parameter, those that cannot be read too
/// @param data    the file of what was measured, as the user named it
/// @param starts  searches, from different points
/// @param samples of the posterior; 0 for none
/// @param size    of errors, where it is known, as a part of what is predicted; else it is estimated
/// @param judged  when the study's variants are compared as candidates for this patient, and since when; empty
///     where
///     they are not
/// @param variant which of the study's variants the patient had; empty for its only course
public record FitPlan(
        List<Ranged> vary,
        int named,
        String data,
        ErrorModel error,
        int starts,
        int samples,
        OptionalDouble size,
        Optional<Judged> judged,
        Optional<Placed<String>> variant) {

    public static final String DATA_OPTION = "--data";
    public static final String ERROR_OPTION = "--error";
    public static final String VARIANT_OPTION = "--variant";

    public static final String CANDIDATES_OPTION = "--candidates";
    public static final String BASELINE_OPTION = "--baseline";

    private static final String SIZE_OPTION = "--error-size";
    private static final String STARTS_OPTION = "--starts";
    private static final String SAMPLES_OPTION = "--samples";

    private static final int MOST_STARTS = 10_000;
    private static final int FEWEST_SAMPLES = 100;
    private static final int MOST_SAMPLES = 1_000_000;

    private static final String DATA = "fit";
    private static final String ERROR = "fit error";
    private static final String SIZE = "fit error size";
    private static final String CANDIDATES = "fit candidates";
    private static final String BASELINE = "fit baseline";
    private static final String STARTS = "fit starts";
    private static final String SAMPLES = "fit samples";
    private static final String VARIANT = "fit variant";
    private static final String VARY = "fit vary ";

    /// When candidates are judged.
    ///
    /// @param baseline with what size a size is compared; 0 unless given
    public record Judged(Placed<Quantity> at, Placed<Quantity> baseline) {}

    /// Options as they were written.
    ///
    /// @param vary  `name=low:high` each
    /// @param error its word
    /// @param size  of errors
    /// @param candidates when they are judged
    public record Asked(
            List<String> vary,
            String data,
            String error,
            int starts,
            int samples,
            Optional<String> size,
            Optional<String> candidates,
            Optional<String> baseline,
            Optional<String> variant) {

        /// Of errors whose size is estimated, without candidates.
        public Asked(List<String> vary, String data, String error, int starts, int samples, Optional<String> variant) {
            this(vary, data, error, starts, samples, Optional.empty(), Optional.empty(), Optional.empty(), variant);
        }

        /// The same with errors of known size.
        public Asked withErrorSize(Optional<String> size) {
            return new Asked(vary, data, error, starts, samples, size, candidates, baseline, variant);
        }

        /// The same with candidates.
        public Asked withCandidates(Optional<String> candidates, Optional<String> baseline) {
            return new Asked(vary, data, error, starts, samples, size, candidates, baseline, variant);
        }
    }

    /// Reads options. What is wrong is noted, and left out.
    ///
    /// @param problems receives what is wrong
    public static FitPlan parse(Asked asked, List<Problem> problems) {
        Optional<ErrorModel> error = ErrorModel.of(asked.error());
        if (error.isEmpty()) {
            problems.add(Problem.of(
                    ERROR_OPTION,
                    "\"" + asked.error() + "\": one of " + String.join(", ", ErrorModel.words()) + " was expected"
                            + NearMiss.hint(asked.error(), ErrorModel.words())));
        }
        List<Ranged> vary = new ArrayList<>();
        for (Ranged each : Ranged.read(asked.vary(), problems)) {
            if (each.hasOwnEnds() || asked.samples() > 0) {
                vary.add(each);
            } else {
                problems.add(Problem.of(
                        Ranged.OPTION + " " + each.name(),
                        "\"" + each.text() + "\": is what was known before, of which only " + SAMPLES_OPTION
                                + " takes account; without, name=low:high or name=low:high:log was expected"));
            }
        }
        if (asked.vary().isEmpty()) {
            problems.add(Problem.of(
                    Ranged.OPTION,
                    "nothing is searched for; " + Ranged.OPTION + " name=low:high was expected, once for each"
                            + " parameter"));
        }
        if (asked.starts() < 1 || asked.starts() > MOST_STARTS) {
            problems.add(Problem.of(
                    STARTS_OPTION, asked.starts() + ": a number from 1 to " + MOST_STARTS + " was expected"));
        }
        if (asked.samples() != 0 && (asked.samples() < FEWEST_SAMPLES || asked.samples() > MOST_SAMPLES)) {
            problems.add(Problem.of(
                    SAMPLES_OPTION,
                    asked.samples() + ": 0, for none, or a number from " + FEWEST_SAMPLES + " to " + MOST_SAMPLES
                            + " was expected"));
        }
        return new FitPlan(
                List.copyOf(vary),
                asked.vary().size(),
                asked.data(),
                error.orElse(ErrorModel.PROPORTIONAL),
                asked.starts(),
                asked.samples(),
                asked.size().map(text -> size(text, asked, problems)).orElse(OptionalDouble.empty()),
                judged(asked, problems),
                asked.variant().map(text -> new Placed<>(text, VARIANT_OPTION, 0)));
    }

    private static Optional<Judged> judged(Asked asked, List<Problem> problems) {
        Optional<Placed<Quantity>> baseline = asked.baseline().flatMap(text -> time(BASELINE_OPTION, text, problems));
        if (asked.candidates().isEmpty()) {
            asked.baseline()
                    .ifPresent(_ -> problems.add(Problem.of(
                            BASELINE_OPTION, "is for " + CANDIDATES_OPTION + "; without, nothing was expected here")));
            return Optional.empty();
        }
        if (asked.samples() == 0) {
            problems.add(Problem.of(
                    CANDIDATES_OPTION,
                    "are judged by how many samples respond; " + SAMPLES_OPTION + " was expected, too"));
        }
        return time(CANDIDATES_OPTION, asked.candidates().get(), problems)
                .map(at ->
                        new Judged(at, baseline.orElse(new Placed<>(new Quantity(0, Unit.ONE), BASELINE_OPTION, 0))));
    }

    private static Optional<Placed<Quantity>> time(String option, String text, List<Problem> problems) {
        try {
            return Optional.of(new Placed<>(Quantity.parse(text), option, 0));
        } catch (UnitException e) {
            problems.add(Problem.of(option, "\"" + text + "\": a time was expected, as in \"180 d\""));
            return Optional.empty();
        }
    }

    private static OptionalDouble size(String text, Asked asked, List<Problem> problems) {
        if (!asked.error().equals(ErrorModel.PROPORTIONAL.word()) || asked.samples() == 0) {
            problems.add(Problem.of(
                    SIZE_OPTION,
                    "is for " + ERROR_OPTION + " " + ErrorModel.PROPORTIONAL.word() + " with " + SAMPLES_OPTION
                            + "; else the size is estimated, and nothing was expected here"));
        }
        try {
            Quantity size = Quantity.parse(text);
            if (size.unit().convertsTo(Unit.ONE) && size.in(Unit.ONE) > 0 && size.in(Unit.ONE) < 1) {
                return OptionalDouble.of(size.in(Unit.ONE));
            }
        } catch (UnitException e) {
            // Told below, as what is no part of anything.
        }
        problems.add(Problem.of(
                SIZE_OPTION,
                "\"" + text + "\": a part of what is predicted, between 0 and 1, was expected, as in 0.08 or 8 %"));
        return OptionalDouble.empty();
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
        texts.put(DATA, data);
        texts.put(ERROR, error.word());
        size.ifPresent(each -> texts.put(SIZE, Double.toString(each)));
        judged.ifPresent(each -> {
            texts.put(CANDIDATES, each.at().value().toString());
            texts.put(BASELINE, each.baseline().value().toString());
        });
        texts.put(STARTS, Integer.toString(starts));
        texts.put(SAMPLES, Integer.toString(samples));
        variant.ifPresent(each -> texts.put(VARIANT, each.value()));
        vary.forEach(each -> texts.put(VARY + each.name(), each.text()));
        return texts;
    }

    /// Whether a key of a run's overrides is of its fit.
    public static boolean isKey(String key) {
        return key.equals(DATA) || key.startsWith(DATA + " ");
    }

    /// Reads what [#texts] gave; empty where no fit was asked for.
    public static Optional<FitPlan> read(Map<String, String> texts, List<Problem> problems) {
        String data = texts.get(DATA);
        if (data == null) {
            return Optional.empty();
        }
        List<String> vary = new ArrayList<>();
        texts.forEach((key, text) -> {
            if (key.startsWith(VARY)) {
                vary.add(key.substring(VARY.length()) + "=" + text);
            }
        });
        return Optional.of(parse(
                new Asked(
                        vary,
                        data,
                        texts.getOrDefault(ERROR, ""),
                        Integer.parseInt(texts.getOrDefault(STARTS, "0")),
                        Integer.parseInt(texts.getOrDefault(SAMPLES, "0")),
                        Optional.ofNullable(texts.get(SIZE)),
                        Optional.ofNullable(texts.get(CANDIDATES)),
                        Optional.ofNullable(texts.get(BASELINE)),
                        Optional.ofNullable(texts.get(VARIANT))),
                problems));
    }
}
