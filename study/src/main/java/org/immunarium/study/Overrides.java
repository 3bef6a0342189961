package org.immunarium.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.immunarium.study.file.Placed;
import org.immunarium.study.fit.plan.FitPlan;
import org.immunarium.study.sensitivity.plan.SensitivityPlan;
import org.immunarium.study.sweep.plan.SweepPlan;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.Therapy;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.UnitException;

/// What the command line says in place of the study file.
///
/// @param set      values by name, on top of the study's
/// @param sweep    how the study is run many times; empty for once
/// @param sensitivity what is asked of the study's parameters; empty where it is run
/// @param fit      what is made to agree with data; empty where nothing is
/// @param given    regimens besides the study's, to every tissue or patient of it
/// @param problems what is wrong with the rest; told together with what is wrong with the study
public record Overrides(
        OptionalLong seed,
        Map<String, Placed<Quantity>> set,
        Optional<Placed<Quantity>> duration,
        Optional<SweepPlan> sweep,
        Optional<SensitivityPlan> sensitivity,
        Optional<FitPlan> fit,
        List<Given> given,
        List<Problem> problems) {

    public static final Overrides NONE = new Overrides(
            OptionalLong.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());

    private static final String SEED = "seed";
    private static final String DURATION = "duration";
    private static final String SET = "set ";
    private static final String GIVE = "give ";

    /// The option that [#given] is from.
    public static final String GIVE_OPTION = "--give";

    /// A line of therapy, and what it means.
    public record Given(Placed<String> text, Therapy therapy) {}

    /// Reads options as they were written.
    ///
    /// @param seed     a whole number; empty where not given
    /// @param duration a time such as `24h`; empty where not given
    /// @param set      `name=value` each
    public static Overrides parse(Optional<Long> seed, Optional<String> duration, List<String> set) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        seed.ifPresent(value -> texts.put(SEED, value.toString()));
        duration.ifPresent(text -> texts.put(DURATION, text));
        for (String each : set) {
            int equals = each.indexOf('=');
            if (equals <= 0) {
                problems.add(
                        Problem.of("--set", "\"" + each + "\": name=value was expected, as in --set k_growth=0.1"));
            } else {
                String name = each.substring(0, equals).strip();
                String value = each.substring(equals + 1).strip();
                String before = texts.put(SET + name, value);
                if (before != null) {
                    problems.add(Problem.of(
                            "--set " + name, "is given twice, " + before + " and " + value + "; one was expected"));
                }
            }
        }
        return read(texts, problems);
    }

    /// Reads what [#texts] gave.
    public static Overrides parse(Map<String, String> texts) {
        return read(texts, new ArrayList<>());
    }

    /// The same with further values.
    public Overrides withSet(Map<String, Placed<Quantity>> more) {
        Map<String, Placed<Quantity>> all = new LinkedHashMap<>(set);
        all.putAll(more);
        return new Overrides(seed, all, duration, sweep, sensitivity, fit, given, problems);
    }

    /// These on top of those of an earlier run that is carried out once more: a value counts before its value
    /// there, and what is given is given besides.
    public Overrides onTopOf(Overrides earlier) {
        Map<String, Placed<Quantity>> all = new LinkedHashMap<>(earlier.set);
        all.putAll(set);
        return new Overrides(
                seed.isPresent() ? seed : earlier.seed,
                all,
                duration.or(earlier::duration),
                sweep.or(earlier::sweep),
                sensitivity.or(earlier::sensitivity),
                fit.or(earlier::fit),
                Stream.concat(earlier.given.stream(), given.stream()).toList(),
                Stream.concat(earlier.problems.stream(), problems.stream()).toList());
    }

    /// The same with further regimens, after those of the study.
    ///
    /// @param regimens such as `nivolumab 240 mg IV at 2 d`
    public Overrides withGiven(List<String> regimens) {
        List<Problem> all = new ArrayList<>(problems);
        List<Given> more = new ArrayList<>(given);
        regimens.forEach(text -> more.add(given(text, all)));
        return new Overrides(seed, set, duration, sweep, sensitivity, fit, List.copyOf(more), List.copyOf(all));
    }

    private static Given given(String text, List<Problem> problems) {
        return new Given(
                new Placed<>(text, GIVE_OPTION, 0),
                RegimenText.parse(
                        text, GIVE_OPTION, 1, problem -> problems.add(Problem.of(GIVE_OPTION, problem.message()))));
    }

    /// The same for a study that is run many times.
    public Overrides withSweep(SweepPlan plan) {
        return new Overrides(seed, set, duration, Optional.of(plan), sensitivity, fit, given, problems);
    }

    /// As [#withSweep(SweepPlan)], of options as they were written.
    ///
    /// @param vary `name=from:to:count` or `name=value,value` each
    public Overrides withSweep(List<String> vary, int replicates) {
        List<Problem> all = new ArrayList<>(problems);
        SweepPlan plan = SweepPlan.parse(vary, replicates, all);
        plan.checkNotSet(set.keySet(), all);
        return new Overrides(seed, set, duration, Optional.of(plan), sensitivity, fit, given, List.copyOf(all));
    }

    /// The same for a study whose parameters are judged. What is wrong with the options is told with the rest.
    ///
    /// @param asked as [SensitivityPlan#parse] takes it
    public Overrides withSensitivity(SensitivityPlan.Asked asked) {
        List<Problem> all = new ArrayList<>(problems);
        SensitivityPlan plan = SensitivityPlan.parse(asked, all);
        plan.checkNotSet(set.keySet(), all);
        return new Overrides(seed, set, duration, sweep, Optional.of(plan), fit, given, List.copyOf(all));
    }

    /// The same for a study that is made to agree with data. What is wrong with the options is told with the rest.
    ///
    /// @param asked as [FitPlan#parse] takes it
    public Overrides withFit(FitPlan.Asked asked) {
        List<Problem> all = new ArrayList<>(problems);
        FitPlan plan = FitPlan.parse(asked, all);
        plan.checkNotSet(set.keySet(), all);
        return new Overrides(seed, set, duration, sweep, sensitivity, Optional.of(plan), given, List.copyOf(all));
    }

    /// For commands that have no study to check.
    ///
    /// @throws InvalidInputException with everything that is wrong, if anything is
    public void check() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /// As text, by what is overridden, for the manifest.
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        seed.ifPresent(value -> texts.put(SEED, Long.toString(value)));
        duration.ifPresent(value -> texts.put(DURATION, value.value().toString()));
        set.forEach((name, value) -> texts.put(SET + name, value.value().toString()));
        for (int i = 0; i < given.size(); i++) {
            texts.put(GIVE + (i + 1), given.get(i).text().value());
        }
        sweep.ifPresent(plan -> texts.putAll(plan.texts()));
        sensitivity.ifPresent(plan -> texts.putAll(plan.texts()));
        fit.ifPresent(plan -> texts.putAll(plan.texts()));
        return texts;
    }

    private static Overrides read(Map<String, String> texts, List<Problem> problems) {
        OptionalLong seed = OptionalLong.empty();
        Optional<Placed<Quantity>> duration = Optional.empty();
        Map<String, Placed<Quantity>> set = new LinkedHashMap<>();
        List<Given> given = new ArrayList<>();
        for (Map.Entry<String, String> each : texts.entrySet()) {
            if (each.getKey().equals(SEED)) {
                seed = OptionalLong.of(Long.parseLong(each.getValue()));
            } else if (each.getKey().equals(DURATION)) {
                duration = quantity("--duration", each.getValue(), problems).filter(q -> {
                    boolean positive = q.value().value() > 0;
                    if (!positive) {
                        problems.add(q.problem("a time above 0 was expected; found " + q.value()));
                    }
                    return positive;
                });
            } else if (each.getKey().startsWith(GIVE)) {
                given.add(given(each.getValue(), problems));
            } else if (!SweepPlan.isKey(each.getKey())
                    && !SensitivityPlan.isKey(each.getKey())
                    && !FitPlan.isKey(each.getKey())) {
                String name = each.getKey().substring(SET.length());
                quantity("--set " + name, each.getValue(), problems).ifPresent(q -> set.put(name, q));
            }
        }
        Optional<SweepPlan> sweep = texts.keySet().stream().anyMatch(SweepPlan::isKey)
                ? Optional.of(SweepPlan.parse(texts, problems))
                : Optional.empty();
        Optional<SensitivityPlan> sensitivity = SensitivityPlan.read(texts, problems);
        Optional<FitPlan> fit = FitPlan.read(texts, problems);
        return new Overrides(seed, set, duration, sweep, sensitivity, fit, List.copyOf(given), List.copyOf(problems));
    }

    private static Optional<Placed<Quantity>> quantity(String option, String text, List<Problem> problems) {
        try {
            return Optional.of(new Placed<>(Quantity.parse(text), option, 0));
        } catch (UnitException e) {
            problems.add(Problem.of(option, e.reason()));
            return Optional.empty();
        }
    }
}
