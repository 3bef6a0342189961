package org.immunarium.therapy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunarium.units.Ratio;

/// Reads the clauses of a regimen that say when.
final class ScheduleClauses {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern DAY_LIST = Pattern.compile("\\d+(?:-\\d+)?(?:,\\d+(?:-\\d+)?)*");
    private static final Pattern CYCLE = Pattern.compile("(\\d+)[- ](day|week|month)s?\\b");
    /// One of a list of times, whose unit may stand after the last only: `0`, `8 d`.
    private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?!and\\b)([\\p{L}]*)");

    private static final Pattern BETWEEN = Pattern.compile(",\\s*(?:and\\b)?|and\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CYCLES = Pattern.compile("(\\d{1,6})\\s+(cycles?|doses?)\\b");

    private final RegimenWords words;
    private final Consumer<String> problems;

    ScheduleClauses(RegimenWords words, Consumer<String> problems) {
        this.words = words;
        this.problems = problems;
    }

    /// `q2w`, `q 2 w`, `qd`.
    void interval(Matcher interval, PhaseDraft draft) {
        String number = interval.group(1);
        String unit = interval.group(2).toLowerCase(Locale.ROOT);
        String written = interval.group();
        int mark = words.position();
        if (number.isEmpty() && unit.isEmpty()) { // "q 2 w"
            String next = words.next();
            if (next.matches("\\d+(\\.\\d+)?")) {
                number = next;
                mark = words.position();
            } else {
                words.backTo(mark);
            }
        }
        if (unit.isEmpty() && !number.isEmpty()) { // "q2 w"
            String next = words.next().toLowerCase(Locale.ROOT);
            if (ClauseWords.intervalUnit(next).isPresent()) {
                unit = next;
            } else {
                words.backTo(mark);
            }
        }
        if (unit.equals("od") && number.isEmpty()) {
            problems.accept("\"" + written + "\" is not read: write q2d for every second day");
            return;
        }
        Optional<Span.In> in = ClauseWords.intervalUnit(unit);
        if (in.isEmpty()) {
            String what = number.isEmpty() ? "a number and a unit d, w or m" : "a unit d, w or m";
            String example = (number.isEmpty() ? "q2" : "q" + number) + "w";
            problems.accept(
                    unit.isEmpty()
                            ? what + " must follow \"" + written + "\", as in " + example
                            : what + " must follow \"q" + number + "\", not \"" + unit + "\", as in " + example);
            return;
        }
        Ratio times = number.isEmpty() ? Ratio.ONE : Ratio.of(new BigDecimal(number));
        if (times.signum() == 0) {
            problems.accept("\"" + written + "\" has no length, expected a positive number, as in q2w");
            return;
        }
        draft.every(new Span(times, in.get()));
    }

    /// `x 26`, with the number joined to the x or as a word of its own.
    void count(String joined, PhaseDraft draft) {
        String digits = joined;
        if (digits.isEmpty()) {
            digits = words.next();
        }
        if (digits.matches("\\d{7,}")) {
            problems.accept("\"x " + digits + "\" is more than any treatment has, expected at most 999999, as in x 26");
            return;
        }
        if (!digits.matches("\\d{1,6}") || digits.matches("0+")) {
            problems.accept(
                    digits.isEmpty()
                            ? "a number of doses must follow \"x\", as in x 26"
                            : "a number of doses must follow \"x\", not \"" + digits + "\", as in x 26");
            return;
        }
        words.skip("doses", "dose", "cycles", "cycle", "times");
        draft.count(Integer.parseInt(digits));
    }

    /// `0 d, 8 d`, `0, 8 and 15 d`, `12 h` after `at`; false where that is not what follows.
    boolean times(PhaseDraft draft) {
        List<Span> times = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        do {
            Optional<Matcher> time = words.read(TIME);
            if (time.isEmpty()) {
                problems.accept("a time must follow \"at\" and each comma after it, as in at 0 d, 8 d"
                        + (words.atEnd() ? "" : ", not \"" + words.peek() + "\""));
                return false;
            }
            numbers.add(time.get().group(1));
            String written = time.get().group(2);
            if (!written.isEmpty()) {
                Optional<Span.In> unit = unitAfter("at", time.get().group(1), written, "0 d, 8 d");
                if (unit.isEmpty()) {
                    return false;
                }
                numbers.forEach(number -> times.add(new Span(Ratio.of(new BigDecimal(number)), unit.get())));
                numbers.clear();
            }
        } while (words.read(BETWEEN).isPresent());
        if (!numbers.isEmpty()) {
            unitAfter("at", numbers.getLast(), "", "0 d, 8 d");
            return false;
        }
        draft.times(times);
        return true;
    }

    /// `1,8`, `1-5`.
    void days(String list, PhaseDraft draft) {
        if (!DAY_LIST.matcher(list).matches()) {
            problems.accept("days must follow \"d\", as in d1,8 or d1-5, not \"" + list + "\"");
            return;
        }
        TreeSet<Integer> days = new TreeSet<>();
        for (String part : list.split(",")) {
            String[] ends = part.split("-");
            if (ends[0].length() > 4 || ends[ends.length - 1].length() > 4) {
                problems.accept("day " + part + " is too far: days of a cycle are counted from 1");
                return;
            }
            int first = Integer.parseInt(ends[0]);
            int last = Integer.parseInt(ends[ends.length - 1]);
            if (first < 1 || last < first) {
                problems.accept("days \"" + part + "\" are counted from 1 upwards, as in d1,8 or d1-5"
                        + (first == 0 ? " (times after time zero are written at 0 d, 8 d)" : ""));
                return;
            }
            for (int day = first; day <= last; day++) {
                days.add(day);
            }
        }
        draft.days(List.copyOf(days));
    }

    /// `1, 8, 15` or `1, 8 and 15` after `days`, with or without spaces.
    void dayList(PhaseDraft draft) {
        StringBuilder list = new StringBuilder(words.next());
        words.skipSpaces();
        while (!words.atEnd()) {
            if (words.skip("and") && !list.toString().endsWith(",")) {
                list.append(',');
            }
            words.skipSpaces();
            if (!list.toString().endsWith(",") && !words.startsWith(",")) {
                break;
            }
            list.append(words.word());
            words.skipSpaces();
        }
        days(list.toString(), draft);
        ofEachCycle(draft);
    }

    /// `of each 28-day cycle`, `of each cycle`.
    private void ofEachCycle(PhaseDraft draft) {
        if (!words.skip("of")) {
            return;
        }
        words.skip("each", "every", "a");
        words.read(CYCLE).ifPresent(length -> {
            Span.In unit = Span.In.of(length.group(2)).orElseThrow();
            if (length.group(1).length() > 5 || Integer.parseInt(length.group(1)) == 0) {
                problems.accept("a cycle of " + length.group() + " is not possible, as in of each 28-day cycle");
            } else {
                draft.every(Span.of(Integer.parseInt(length.group(1)), unit));
            }
        });
        if (!words.skip("cycle", "cycles")) {
            problems.accept("a cycle must follow \"of each\", as in of each 28-day cycle");
        }
    }

    /// `until 52 w`, `until progression`.
    void until(PhaseDraft draft) {
        if (words.skip("progression", "PD")) {
            draft.untilProgression();
        } else {
            span("until", "52 w, or until progression").ifPresent(draft::until);
        }
    }

    /// `for 24 w`, `for 6 cycles`, `for up to 6 cycles`.
    void lasting(PhaseDraft draft) {
        if (words.skip("up")) {
            words.skip("to");
        }
        words.skipSpaces();
        Optional<Matcher> cycles = words.read(CYCLES);
        if (cycles.isPresent()) {
            int number = Integer.parseInt(cycles.get().group(1));
            if (number == 0) {
                problems.accept("\"for " + cycles.get().group() + "\" gives nothing");
            } else {
                draft.count(number);
            }
        } else {
            span("for", "24 w, or for 6 cycles").ifPresent(draft::lasting);
        }
    }

    /// A length of time after a keyword.
    Optional<Span> span(String keyword, String example) {
        Optional<Matcher> number = words.read(NUMBER);
        Ratio value = Ratio.ONE;
        if (number.isPresent()) {
            value = Ratio.of(new BigDecimal(number.get().group()));
            words.skipSpaces();
        } else if (!keyword.equals("every")) {
            problems.accept("a time must follow \"" + keyword + "\", as in " + keyword + " " + example
                    + (words.atEnd() ? "" : ", not \"" + words.peek() + "\""));
            skipUnknownTime();
            return Optional.empty();
        }
        int mark = words.position();
        String unit = words.word();
        if (unit.matches("[-/.]\\d.*")) {
            problems.accept("\"" + keyword + " " + value + unit
                    + "\" is a date; times are counted from time zero, as in " + keyword + " " + example);
            return Optional.empty();
        }
        Optional<Span.In> in = unitAfter(keyword, value.toString(), unit, example);
        if (in.isEmpty()) {
            if (ClauseWords.startsClause(unit)) {
                words.backTo(mark);
            }
            return Optional.empty();
        }
        if (value.signum() == 0 && !keyword.equals("from")) {
            problems.accept("\"" + keyword + " 0 " + unit + "\": a positive time is expected, as in " + keyword + " "
                    + example);
            return Optional.empty();
        }
        return Optional.of(new Span(value, in.get()));
    }

    /// The unit of a time, or a problem.
    private Optional<Span.In> unitAfter(String keyword, String value, String unit, String example) {
        if (unit.equalsIgnoreCase("m")) {
            problems.accept(
                    "\"" + value + " m\" after \"" + keyword + "\" may be minutes or months: write min or month");
            return Optional.empty();
        }
        Optional<Span.In> in = Span.In.of(unit);
        if (in.isEmpty()) {
            problems.accept("a unit of time (min, h, d, w, month) must follow \"" + keyword + " " + value + "\""
                    + (unit.isEmpty() ? "" : ", not \"" + unit + "\"") + ", as in " + keyword + " " + example);
        }
        return in;
    }

    /// Passes over a word that was meant as a time, but not over one that starts the next clause.
    private void skipUnknownTime() {
        int mark = words.position();
        if (ClauseWords.startsClause(words.word())) {
            words.backTo(mark);
        }
    }
}
