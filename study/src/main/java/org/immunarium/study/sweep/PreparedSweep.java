package org.immunarium.study.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.immunarium.results.Manifest;
import org.immunarium.study.DivisibleStudy;
import org.immunarium.study.Heap;
import org.immunarium.study.Measure;
import org.immunarium.study.RepeatableStudy;
import org.immunarium.study.RunContext;
import org.immunarium.study.StudyVariant;
import org.immunarium.study.file.LineOrder;
import org.immunarium.study.file.Placed;
import org.immunarium.study.sweep.plan.SweepPlan;
import org.immunarium.study.sweep.plan.Varied;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// A sweep each of whose points has been checked.
///
/// Runs are numbered by point, replicate and variant, the last fastest.
///
/// @param points the study at a point, checked; asked by any thread
/// @param first  the study at the first point
/// @param units  of varied names, as text; empty where there is none
/// @param parameters those that are the same in all runs
record PreparedSweep(
        SweepPlan plan,
        Points points,
        RepeatableStudy first,
        List<String> units,
        List<Manifest.Setting> parameters,
        List<String> notices)
        implements DivisibleStudy {

    /// What is told of so many points.
    private static final int MOST_TOLD = 20;

    static final String METHOD = "sweep";

    /// What a study tells of that it writes when it is run once, and never in a sweep.
    private static final Set<String> NOT_WRITTEN = Set.of("frames");

    /// The study with the values of a point.
    static final class Points {

        private final Function<Map<String, Placed<Quantity>>, RepeatableStudy> study;
        private final SweepPlan plan;
        private final Map<Integer, RepeatableStudy> kept = new LinkedHashMap<>();

        private Points(Function<Map<String, Placed<Quantity>>, RepeatableStudy> study, SweepPlan plan) {
            this.study = study;
            this.plan = plan;
        }

        /// Prepares it again: those of all points together may have no room in memory.
        synchronized RepeatableStudy at(int point) {
            return study.apply(plan.values(point));
        }

        /// As [#at], for those who ask again and again for one of a few: as many as there are processors are kept.
        synchronized RepeatableStudy kept(int point) {
            RepeatableStudy found = Optional.ofNullable(kept.remove(point)).orElseGet(() -> at(point));
            kept.put(point, found);
            if (kept.size() > Runtime.getRuntime().availableProcessors()) {
                kept.remove(kept.keySet().iterator().next());
            }
            return found;
        }
    }

    /// Checks all points.
    ///
    /// @param study         with values, one call at a time
    /// @param setByVariants names that variants set for themselves, over what is varied
    /// @param nameOf        what parameters call a name as it is written
    /// @throws InvalidInputException with everything that is wrong with any of them
    static PreparedSweep of(
            SweepPlan plan,
            Function<Map<String, Placed<Quantity>>, RepeatableStudy> study,
            Set<String> setByVariants,
            UnaryOperator<String> nameOf) {
        Points points = new Points(study, plan);
        Set<Problem> problems = new LinkedHashSet<>();
        Set<String> notices = new LinkedHashSet<>();
        Set<String> ofVariants = setByVariants.stream().map(nameOf).collect(Collectors.toSet());
        plan.varied().stream()
                .filter(each -> ofVariants.contains(nameOf.apply(each.name())))
                .forEach(each -> notices.add(each.value(0)
                        .problem("a variant of the study sets this for itself, so in that one nothing varies")
                        .toString()));
        List<RepeatableStudy> ends = new ArrayList<>();
        // Of too many points one is looked at, for what else is wrong.
        boolean tooMany = isTooMany(plan, 1, problems);
        for (int point = 0; point == 0 || !tooMany && point < plan.points(); point++) {
            Optional<RepeatableStudy> checked = checked(points, point, problems);
            if (checked.isPresent()) {
                notices.addAll(checked.get().notices());
                if (ends.isEmpty()) {
                    tooMany |= isTooMany(plan, checked.get().variants().size(), problems);
                } else if (ends.size() > 1) {
                    ends.removeLast();
                }
                ends.add(checked.get());
            }
        }
        if (!problems.isEmpty()) {
            throw LineOrder.of(some(problems));
        }
        List<String> units = plan.varied().stream()
                .map(each -> unit(each.unit(), nameOf.apply(each.name()), ends))
                .toList();
        Set<Manifest.Setting> same = new HashSet<>(ends.getLast().parameters());
        List<Manifest.Setting> parameters =
                ends.getFirst().parameters().stream().filter(same::contains).toList();
        return new PreparedSweep(plan, points, ends.getFirst(), units, parameters, someWords(notices));
    }

    private static boolean isTooMany(SweepPlan plan, int variants, Set<Problem> problems) {
        List<Problem> own = new ArrayList<>();
        plan.check(Math.max(1, variants), own);
        problems.addAll(own);
        return !own.isEmpty();
    }

    private static Optional<RepeatableStudy> checked(Points points, int point, Set<Problem> problems) {
        try {
            return Optional.of(points.at(point));
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private static List<Problem> some(Set<Problem> problems) {
        List<Problem> told = new ArrayList<>(problems.stream().limit(MOST_TOLD).toList());
        if (problems.size() > MOST_TOLD) {
            told.add(Problem.of(Varied.OPTION, "and " + (problems.size() - MOST_TOLD) + " more problems like these"));
        }
        return told;
    }

    private static List<String> someWords(Set<String> notices) {
        List<String> told = new ArrayList<>(notices.stream().limit(MOST_TOLD).toList());
        if (notices.size() > MOST_TOLD) {
            told.add("and " + (notices.size() - MOST_TOLD) + " more notices like these");
        }
        return told;
    }

    /// The unit of a varied name: as written, or of plain numbers the model's.
    private static String unit(Unit written, String name, List<RepeatableStudy> prepared) {
        if (!written.equals(Unit.ONE)) {
            return written.toString();
        }
        return prepared.stream()
                .flatMap(each -> each.parameters().stream())
                .filter(setting -> setting.name().equals(name))
                .map(Manifest.Setting::unit)
                .findFirst()
                .orElse("");
    }

    /// How many runs there are.
    long runs() {
        return (long) plan.points() * plan.replicates() * arms();
    }

    /// Variants, or 1.
    private int arms() {
        return Math.max(1, first.variants().size());
    }

    /// A run by its place among all.
    SweepRow row(long run, double[] values, String failed) {
        int arms = arms();
        int replicate = (int) (run / arms % plan.replicates()) + 1;
        return new SweepRow(
                run,
                (int) (run / arms / plan.replicates()),
                replicate,
                SweepPlan.seed(first.seed(), replicate),
                (int) (run % arms),
                values,
                failed);
    }

    /// A run whose numbers failed.
    SweepRow failed(long run, String why) {
        double[] none = new double[measures().size()];
        Arrays.fill(none, Double.NaN);
        return row(run, none, why);
    }

    @Override
    public String title() {
        return "Sweep: " + first.title();
    }

    @Override
    public long seed() {
        return first.seed();
    }

    @Override
    public Map<String, String> method() {
        Map<String, String> method = new LinkedHashMap<>(first.method());
        method.keySet().removeAll(NOT_WRITTEN);
        if (!plan.varied().isEmpty()) {
            method.put(
                    METHOD,
                    IntStream.range(0, units.size())
                            .mapToObj(v -> plan.varied().get(v).inWords(units.get(v)))
                            .collect(Collectors.joining("; ")));
        }
        method.put(
                METHOD + " runs",
                plan.points() + (plan.points() == 1 ? " point" : " points") + " x " + plan.replicates()
                        + (plan.replicates() == 1 ? " replicate" : " replicates")
                        + (arms() == 1 ? "" : " x " + arms() + " variants"));
        return method;
    }

    @Override
    public List<StudyVariant> variants() {
        return first.variants();
    }

    @Override
    public String inWords() {
        return first.inWords();
    }

    /// What each run comes to.
    List<Measure> measures() {
        return first.measures();
    }

    @Override
    public byte[] carryOut(byte[] piece, Heap heap) {
        return SweepPieces.carryOut(this, piece, heap);
    }

    @Override
    public List<String> run(RunContext context) {
        return new SweepRun(this, context).run();
    }
}
