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
import org.immunarium.units.Dimension;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.UnitException;

/// Reads one regimen, word by word, and goes on after a problem so that all are found.
final class RegimenParser {

    private static final Pattern NUMBER = Pattern.compile(
            "(\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d+)?(?:\\s*[x×]\\s*10(?:\\^[+-]?\\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?|10\\^\\d+");
    private static final Pattern INTERVAL = Pattern.compile("[qQ](\\d*(?:\\.\\d+)?)(\\p{L}*)");
    private static final Pattern COUNT = Pattern.compile("[x×X](\\d*)");
    private static final Pattern DAYS = Pattern.compile("[dD](\\d.*)");
    private static final Pattern DAY_LIST = Pattern.compile("\\d+(?:-\\d+)?(?:,\\d+(?:-\\d+)?)*");

    private static final List<String> KEYWORDS =
            List.of("over", "from", "until", "for", "then", "every", "daily", "weekly", "monthly", "once", "days");

    private final String text;
    private final Consumer<String> problems;
    private int at;

    RegimenParser(String text, Consumer<String> problems) {
        this.text = text;
        this.problems = problems;
    }

    /// @param given the drug, if it is named elsewhere
    Optional<Regimen> regimen(Optional<String> given) {
        if (text.isBlank()) {
            problems.accept("nothing is given, expected a drug and a dose, as in nivolumab 240 mg q2w");
            return Optional.empty();
        }
        String drug = given.orElseGet(this::drug);
        if (drug.isEmpty()) {
            problems.accept("no drug is named before the dose, as in nivolumab 240 mg q2w");
        }
        if (drug.toUpperCase(Locale.ROOT).endsWith(" AUC") || drug.equalsIgnoreCase("AUC")) {
            problems.accept("a dose by AUC (Calvert's formula) is not supported: give it in mg");
            return Optional.empty();
        }
        List<Phase> phases = new ArrayList<>();
        boolean more = true;
        while (more) {
            Optional<Dose> dose = dose();
            PhaseDraft draft = new PhaseDraft(problems);
            more = clauses(draft);
            if (dose.isPresent()) {
                draft.build(dose.get(), phases, more).ifPresent(phases::add);
            }
        }
        return phases.isEmpty() ? Optional.empty() : Optional.of(new Regimen(drug, phases));
    }

    /// All words before the first that starts a number, or what is in quotes.
    private String drug() {
        skipSpaces();
        if (at < text.length() && text.charAt(at) == '"') {
            int end = text.indexOf('"', at + 1);
            if (end < 0) {
                problems.accept("the quote before the drug's name is not closed");
                end = text.length() - 1;
            }
            String name = text.substring(at + 1, Math.max(end, at + 1));
            at = end + 1;
            return name.strip();
        }
        int start = at;
        int end = at;
        while (at < text.length() && !startsNumber()) {
            word();
            end = at;
            skipSpaces();
        }
        return text.substring(start, end).strip();
    }

    private Optional<Dose> dose() {
        skipSpaces();
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            problems.accept(atEnd("a dose, as in 240 mg"));
            return Optional.empty();
        }
        String value = number.group();
        at = number.end();
        skipSpaces();
        int mark = at;
        String unit = word();
        Ratio times = Ratio.ONE;
        if (unit.equalsIgnoreCase("million") || unit.equalsIgnoreCase("billion")) {
            times = Ratio.powerOfTen(unit.equalsIgnoreCase("million") ? 6 : 9);
            skipSpaces();
            mark = at;
            unit = word();
        }
        if (unit.isEmpty() || startsClause(unit)) {
            at = mark;
            problems.accept("the dose " + value + " has no unit, expected one such as mg, mg/kg or cells");
            return Optional.empty();
        }
        try {
            Quantity read = Quantity.parse(value + " " + unit);
            Quantity quantity =
                    new Quantity(Ratio.ofDecimal(read.value()).times(times).doubleValue(), read.unit());
            return check(quantity, value + " " + unit);
        } catch (UnitException e) {
            problems.accept("the dose " + e.reason());
            return Optional.empty();
        }
    }

    private Optional<Dose> check(Quantity quantity, String written) {
        Dose dose = Dose.of(quantity);
        if (quantity.value() <= 0) {
            problems.accept("the dose " + written + " is not positive");
            return Optional.empty();
        }
        Dimension dimension = dose.amount().unit().dimension();
        if (dimension.equals(Dimension.TIME)
                || dimension.equals(Dimension.LENGTH)
                || dimension.equals(Dimension.AREA)) {
            problems.accept("the dose " + written + " is a " + dimension
                    + ", expected an amount, as in 240 mg, 3 mg/kg or 1e8 cells");
            return Optional.empty();
        }
        return Optional.of(dose);
    }

    /// Reads clauses up to the end or to `then`; whether there was a `then`.
    private boolean clauses(PhaseDraft draft) {
        while (true) {
            skipSpaces();
            if (at >= text.length()) {
                return false;
            }
            String word = word();
            String lower = word.toLowerCase(Locale.ROOT).replaceAll(",$", "");
            Matcher interval = INTERVAL.matcher(word);
            Matcher count = COUNT.matcher(word);
            Matcher days = DAYS.matcher(word);
            Optional<Route> route = Route.of(word);
            if (lower.equals("then")) {
                return true;
            } else if (route.isPresent()) {
                draft.route(route.get());
            } else if (isInterval(interval)) {
                interval(interval, draft);
            } else if (count.matches()) {
                count(count.group(1), draft);
            } else if (days.matches()) {
                days(days.group(1), draft);
            } else {
                keyword(word, lower, draft);
            }
        }
    }

    private void keyword(String word, String lower, PhaseDraft draft) {
        switch (lower) {
            case "over" -> span("over", "60 min").ifPresent(draft::over);
            case "from" -> span("from", "12 w").ifPresent(draft::from);
            case "until" -> until(draft);
            case "for" -> lasting(draft);
            case "every" -> span("every", "2 w").ifPresent(draft::every);
            case "daily" -> draft.every(Span.of(1, Span.In.DAY));
            case "weekly" -> draft.every(Span.of(1, Span.In.WEEK));
            case "monthly" -> draft.every(Span.of(1, Span.In.MONTH));
            case "bid" -> draft.every(Span.of(12, Span.In.HOUR));
            case "qid" -> draft.every(Span.of(6, Span.In.HOUR));
            case "tid" -> draft.every(Span.of(8, Span.In.HOUR));
            case "once" -> draft.once();
            case "bolus", "push" -> draft.bolus();
            case "infusion" -> draft.infusion();
            case "on" -> {} // "on days 1, 8"
            case "day", "days" -> {
                skipSpaces();
                StringBuilder list = new StringBuilder(word());
                while (list.toString().endsWith(",") || text.startsWith(",", at)) {
                    skipSpaces();
                    list.append(word());
                    skipSpaces();
                }
                days(list.toString(), draft);
                ofEachCycle(draft);
            }
            default -> {
                if (startsNumber(word)) {
                    problems.accept(
                            "\"" + word + "\" does not belong here: one dose is already given (write then before"
                                    + " a dose that follows it, + before another drug)");
                } else {
                    List<String> known = new ArrayList<>(KEYWORDS);
                    known.addAll(Route.abbreviations());
                    problems.accept("\"" + word + "\" is not understood" + NearMiss.hint(word, known)
                            + (NearMiss.of(word, known).isEmpty()
                                    ? ", expected a route (IV, SC, …), over, q2w, x 6, d1,8, from, for, until or then"
                                    : ""));
                }
            }
        }
    }

    /// Whether a word is meant as an interval: `q2w`, and `q2` or `q2x` to be told what is wrong, but not `quick`.
    private static boolean isInterval(Matcher interval) {
        return interval.matches()
                && (!interval.group(1).isEmpty()
                        || interval.group(2).isEmpty()
                        || interval.group(2).equalsIgnoreCase("od")
                        || intervalUnit(interval.group(2).toLowerCase(Locale.ROOT))
                                .isPresent());
    }

    private void interval(Matcher interval, PhaseDraft draft) {
        String number = interval.group(1);
        String unit = interval.group(2).toLowerCase(Locale.ROOT);
        String written = interval.group();
        int mark = at;
        if (number.isEmpty() && unit.isEmpty()) { // "q 2 w"
            skipSpaces();
            String next = word();
            if (next.matches("\\d+(\\.\\d+)?")) {
                number = next;
                mark = at;
            } else {
                at = mark;
            }
        }
        if (unit.isEmpty() && !number.isEmpty()) { // "q2 w"
            skipSpaces();
            String next = word().toLowerCase(Locale.ROOT);
            if (intervalUnit(next).isPresent()) {
                unit = next;
            } else {
                at = mark;
            }
        }
        if (unit.equals("od") && number.isEmpty()) {
            problems.accept("\"" + written + "\" is not read: write q2d for every second day");
            return;
        }
        Optional<Span.In> in = intervalUnit(unit);
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

    private static Optional<Span.In> intervalUnit(String unit) {
        return switch (unit) {
            case "h" -> Optional.of(Span.In.HOUR);
            case "d" -> Optional.of(Span.In.DAY);
            case "w" -> Optional.of(Span.In.WEEK);
            case "m" -> Optional.of(Span.In.MONTH);
            default -> unit.length() > 1 ? Span.In.of(unit) : Optional.empty();
        };
    }

    private void count(String joined, PhaseDraft draft) {
        String digits = joined;
        if (digits.isEmpty()) {
            skipSpaces();
            digits = word();
        }
        if (!digits.matches("\\d{1,6}") || digits.matches("0+")) {
            problems.accept(
                    digits.isEmpty()
                            ? "a number of doses must follow \"x\", as in x 26"
                            : "a number of doses must follow \"x\", not \"" + digits + "\", as in x 26");
            return;
        }
        skipWord("doses", "dose", "cycles", "cycle", "times");
        draft.count(Integer.parseInt(digits));
    }

    private void days(String list, PhaseDraft draft) {
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
                problems.accept("days \"" + part + "\" are counted from 1 upwards, as in d1,8 or d1-5");
                return;
            }
            for (int day = first; day <= last; day++) {
                days.add(day);
            }
        }
        draft.days(List.copyOf(days));
    }

    /// `of each 28-day cycle`, `of each cycle`.
    private void ofEachCycle(PhaseDraft draft) {
        if (!skipWord("of")) {
            return;
        }
        skipWord("each", "every", "a");
        skipSpaces();
        Matcher length =
                Pattern.compile("(\\d+)[- ](day|week|month)s?\\b").matcher(text).region(at, text.length());
        if (length.lookingAt()) {
            at = length.end();
            Span.In unit = Span.In.of(length.group(2)).orElseThrow();
            if (length.group(1).length() > 5 || Integer.parseInt(length.group(1)) == 0) {
                problems.accept("a cycle of " + length.group() + " is not possible, as in of each 28-day cycle");
            } else {
                draft.every(Span.of(Integer.parseInt(length.group(1)), unit));
            }
        }
        if (!skipWord("cycle", "cycles")) {
            problems.accept("a cycle must follow \"of each\", as in of each 28-day cycle");
        }
    }

    private void until(PhaseDraft draft) {
        if (skipWord("progression", "PD")) {
            draft.untilProgression();
        } else {
            span("until", "52 w, or until progression").ifPresent(draft::until);
        }
    }

    /// `for 24 w`, `for 6 cycles`.
    private void lasting(PhaseDraft draft) {
        skipSpaces();
        Matcher cycles = Pattern.compile("(\\d{1,6})\\s+(cycles?|doses?)\\b")
                .matcher(text)
                .region(at, text.length());
        if (cycles.lookingAt()) {
            at = cycles.end();
            if (Integer.parseInt(cycles.group(1)) == 0) {
                problems.accept("\"for " + cycles.group() + "\" gives nothing");
            } else {
                draft.count(Integer.parseInt(cycles.group(1)));
            }
        } else {
            span("for", "24 w, or for 6 cycles").ifPresent(draft::lasting);
        }
    }

    /// A length of time after a keyword.
    private Optional<Span> span(String keyword, String example) {
        skipSpaces();
        Matcher number = Pattern.compile("\\d+(?:\\.\\d+)?").matcher(text).region(at, text.length());
        Ratio value = Ratio.ONE;
        if (number.lookingAt()) {
            value = Ratio.of(new BigDecimal(number.group()));
            at = number.end();
            skipSpaces();
        } else if (!keyword.equals("every")) {
            problems.accept("a time must follow \"" + keyword + "\", as in " + keyword + " " + example
                    + (at < text.length() ? ", not \"" + peekWord() + "\"" : ""));
            skipUnknownTime();
            return Optional.empty();
        }
        int mark = at;
        String unit = word();
        if (unit.equalsIgnoreCase("m")) {
            problems.accept(
                    "\"" + value + " m\" after \"" + keyword + "\" may be minutes or months: write min or month");
            return Optional.empty();
        }
        Optional<Span.In> in = Span.In.of(unit);
        if (in.isEmpty()) {
            problems.accept("a unit of time (min, h, d, w, month) must follow \"" + keyword + " " + value + "\""
                    + (unit.isEmpty() ? "" : ", not \"" + unit + "\"") + ", as in " + keyword + " " + example);
            if (startsClause(unit)) {
                at = mark;
            }
            return Optional.empty();
        }
        if (value.signum() == 0 && !keyword.equals("from")) {
            problems.accept("\"" + keyword + " 0 " + unit + "\": a positive time is expected");
            return Optional.empty();
        }
        return Optional.of(new Span(value, in.get()));
    }

    /// Passes over a word that was meant as a time, but not over one that starts the next clause.
    private void skipUnknownTime() {
        int mark = at;
        if (startsClause(word())) {
            at = mark;
        }
    }

    private boolean startsClause(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Route.of(word).isPresent()
                || KEYWORDS.contains(lower)
                || isInterval(INTERVAL.matcher(word))
                || COUNT.matcher(word).matches()
                || lower.matches("bolus|push|infusion|bid|tid|qid|on|day|d\\d.*");
    }

    private boolean skipWord(String... options) {
        int mark = at;
        skipSpaces();
        String word = word().replaceAll("[,.]$", "");
        for (String option : options) {
            if (option.equalsIgnoreCase(word)) {
                return true;
            }
        }
        at = mark;
        return false;
    }

    private String peekWord() {
        int mark = at;
        String word = word();
        at = mark;
        return word;
    }

    private String word() {
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean startsNumber() {
        return startsNumber(text.substring(at));
    }

    private static boolean startsNumber(String text) {
        return !text.isEmpty()
                && (Character.isDigit(text.charAt(0))
                        || text.length() > 1 && text.charAt(0) == '.' && Character.isDigit(text.charAt(1)));
    }

    private String atEnd(String expected) {
        return at >= text.length()
                ? "the text ends, expected " + expected
                : "found \"" + peekWord() + "\", expected " + expected;
    }
}
