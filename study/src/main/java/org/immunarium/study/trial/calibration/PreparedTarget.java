package org.immunarium.study.trial.calibration;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.immunarium.study.InputFiles;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.TextFile;
import org.immunarium.study.trial.AskedOfPatients;
import org.immunarium.study.trial.AskedOfPatients.Question;
import org.immunarium.trial.calibration.Target;
import org.immunarium.trial.statistics.Survival;
import org.immunarium.units.Days;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// An arm of a real trial that is to be met, all of which was found.
///
/// @param arm     the place of the therapy
/// @param setting the place of the hazards
/// @param groups  the share of each group, in the study's order
/// @param targets that are seen of patients under treatment
/// @param shares  what is asked of patients before it, in the order of the plan's
record PreparedTarget(
        PlannedTarget asked,
        int arm,
        int setting,
        double[] groups,
        List<Question> eligibility,
        List<Target> targets,
        List<Question> shares) {

    private static final int LARGEST = 1 << 24;
    private static final double ROUNDING = 1e-6;

    /// For people.
    String name() {
        return asked.trial() + ": " + asked.arm().value();
    }

    /// Looks all up; what is wrong is noted.
    ///
    /// @param until how long patients are followed, in d
    static Optional<PreparedTarget> of(
            PlannedTarget target,
            CalibrationStudy study,
            double until,
            AskedOfPatients patients,
            InputFiles files,
            List<Problem> problems) {
        int before = problems.size();
        int arm = place(
                target.arm(),
                "arm",
                study.trial().arms().stream().map(each -> each.title()).toList(),
                problems);
        int setting = place(
                target.setting(),
                "hazards",
                study.hazards().stream().map(PlannedHazards::name).toList(),
                problems);
        double[] groups = groups(target, study.groups(), problems);
        List<Question> eligibility = patients.all(target.eligibility(), "trials.eligibility");
        List<Question> shares = patients.all(
                target.shares().stream().map(PlannedTarget.Share::what).toList(), "trials.shares");
        List<Target> targets = new ArrayList<>();
        for (PlannedTarget.Curve curve : target.curves()) {
            survival(curve, files, problems)
                    .flatMap(times -> target(curve, times, until, problems))
                    .ifPresent(targets::add);
        }
        for (PlannedTarget.Points points : target.points()) {
            double last = Days.MONTH * points.months().lastKey();
            if (last > until) {
                problems.add(points.place()
                        .problem("trials." + points.place().value() + ".months: patients are followed for "
                                + Quantity.number(until / Days.MONTH) + " months; found " + points.months()));
            }
            targets.add(Target.ofPoints(
                    points.what(),
                    points.months().keySet().stream()
                            .mapToDouble(month -> Days.MONTH * month)
                            .toArray(),
                    points.months().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray(),
                    points.patients()));
        }
        target.responses().forEach(each -> targets.add(Target.ofResponses(each.had(), each.of())));
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new PreparedTarget(target, arm, setting, groups, eligibility, targets, shares));
    }

    private static Optional<Target> target(
            PlannedTarget.Curve curve, Survival times, double until, List<Problem> problems) {
        try {
            return Optional.of(Target.of(curve.what(), times, until));
        } catch (IllegalArgumentException e) {
            problems.add(curve.file().problem("\"" + curve.file().value() + "\": " + e.getMessage()));
            return Optional.empty();
        }
    }

    private static int place(Placed<String> word, String key, List<String> known, List<Problem> problems) {
        int place = known.indexOf(word.value());
        if (place < 0) {
            problems.add(word.problem("trials." + key + ": \"" + word.value() + "\": one of " + String.join(", ", known)
                    + " was expected" + NearMiss.hint(word.value(), known)));
        }
        return place;
    }

    private static double[] groups(PlannedTarget target, List<String> known, List<Problem> problems) {
        double[] groups = new double[known.size()];
        if (target.groups().isEmpty() && known.size() == 1) {
            groups[0] = 1;
            return groups;
        }
        double sum = 0;
        for (Map.Entry<String, Double> group : target.groups().entrySet()) {
            int place = known.indexOf(group.getKey());
            if (place < 0 || !(group.getValue() >= 0)) {
                problems.add(target.arm()
                        .problem("trials.groups: shares from 0 on of " + String.join(", ", known)
                                + " were expected; found " + group.getKey() + ": " + group.getValue()));
                return groups;
            }
            groups[place] = group.getValue();
            sum += group.getValue();
        }
        if (!(Math.abs(sum - 1) < ROUNDING)) {
            problems.add(target.arm()
                    .problem("trials.groups: shares that add up to 1 were expected, of " + String.join(", ", known)));
        }
        return groups;
    }

    private static Optional<Survival> survival(PlannedTarget.Curve curve, InputFiles files, List<Problem> problems) {
        String name = curve.file().value();
        Optional<String> text = files.text(name, LARGEST).or(() -> outside(name, files));
        if (text.isEmpty()) {
            problems.add(curve.file()
                    .problem("trials.file: there is no \"" + name + "\" beside the study, nor in the folder survival of"
                            + " the outside data that the environment variable IMMUNARIUM_DATA names"));
            return Optional.empty();
        }
        return parse(text.get(), curve, problems);
    }

    private static Optional<String> outside(String name, InputFiles files) {
        String folder = System.getenv("IMMUNARIUM_DATA");
        if (folder == null || !name.matches("[^/\\\\]+")) {
            return Optional.empty();
        }
        Path file = Path.of(folder, "survival", name);
        return Files.isRegularFile(file)
                ? Optional.of(new String(
                        files.content(
                                name, () -> TextFile.read(name, file, LARGEST).getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static Optional<Survival> parse(String text, PlannedTarget.Curve curve, List<Problem> problems) {
        String source = curve.file().value();
        List<String> lines = text.lines().toList();
        List<String> header = lines.isEmpty() ? List.of() : cells(lines.getFirst());
        int time = header.indexOf("time");
        int event = header.indexOf("event");
        int arm = header.indexOf("arm");
        if (time < 0 || event < 0 || arm < 0) {
            problems.add(Problem.at(source, 1, "columns time, event and arm were expected; found " + header));
            return Optional.empty();
        }
        int before = problems.size();
        List<Double> times = new ArrayList<>();
        List<Boolean> events = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = cells(lines.get(i));
            if (cells.size() != header.size()) {
                problems.add(Problem.at(
                        source, i + 1, header.size() + " cells were expected, as in line 1; found " + cells.size()));
            } else if (cells.get(arm).equals(curve.arm())) {
                OptionalDouble when = time(cells.get(time));
                String had = cells.get(event);
                if (when.isEmpty() || !had.matches("[01]")) {
                    problems.add(Problem.at(
                            source,
                            i + 1,
                            "a time from 0 on, in months, and an event, 1 or 0, were expected; found " + cells));
                    continue;
                }
                times.add(Days.MONTH * when.getAsDouble());
                events.add(had.equals("1"));
            }
        }
        if (problems.size() == before && times.isEmpty()) {
            problems.add(curve.file().problem("\"" + source + "\" has no patient of arm \"" + curve.arm() + "\""));
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        boolean[] had = new boolean[events.size()];
        IntStream.range(0, had.length).forEach(i -> had[i] = events.get(i));
        return Optional.of(
                new Survival(times.stream().mapToDouble(Double::doubleValue).toArray(), had));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(cell -> cell.strip().replaceAll("^\"(.*)\"$", "$1"))
                .toList();
    }

    /// A time that a patient can have been followed; empty where there is none.
    private static OptionalDouble time(String cell) {
        try {
            double time = Double.parseDouble(cell);
            return time >= 0 && time < Double.POSITIVE_INFINITY ? OptionalDouble.of(time) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
