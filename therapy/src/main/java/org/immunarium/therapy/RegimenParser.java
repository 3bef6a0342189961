package org.immunarium.therapy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// Reads one regimen, word by word, and goes on after a problem so that all are found.
final class RegimenParser {

    private static final Pattern NUMBER = Pattern.compile(
            "(\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d+)?(?:\\s*[x×]\\s*10(?:\\^[+-]?\\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?|10\\^\\d+");
    /// What stands in the place of a dose and is none: -5, NaN, .nan, Infinity.
    private static final Pattern SIGNED = Pattern.compile("[-−+].?\\d.*|[-−+.]*(?i:nan|inf|infinity)");

    /// A comma or a second point within a number: 3,5 or 1,000 or 2.5.1.
    private static final Pattern MARKED = Pattern.compile("\\d+(?:[.,]\\d+)*(?:,\\d+|\\.\\d+\\.\\d+)(?:[.,]\\d+)*");

    private static final Pattern DATE = Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}\\S*");
    private static final Pattern NEGATIVE_INTERVAL = Pattern.compile("[qQ][-−+]\\S*");
    /// A name that begins with a number and is plainly none: 5-FU, 1-MT.
    private static final Pattern NUMBERED_NAME = Pattern.compile("\\d+-\\p{L}\\S*");
    /// A name that could be an amount, and is followed by one: 5FU 400 mg.
    private static final Pattern NUMBERED_WORD = Pattern.compile("(?s)(\\d+\\p{L}\\S*)\\s+[.\\d].*");
    private static final Pattern COMMA_BEFORE_THEN = Pattern.compile(",(?=\\s+then\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)(\"?)");

    private final RegimenWords words;
    private final Consumer<String> problems;
    private final ScheduleClauses when;

    RegimenParser(String text, Consumer<String> problems) {
        this.problems = problems;
        words = new RegimenWords(COMMA_BEFORE_THEN.matcher(text).replaceAll(""));
        when = new ScheduleClauses(words, problems);
    }

    Optional<Regimen> regimen() {
        words.skipSpaces();
        if (words.atEnd()) {
            problems.accept("nothing is given, expected a drug and a dose, as in nivolumab 240 mg q2w");
            return Optional.empty();
        }
        String drug = drug();
        Optional<String> bracket = bracketProblem(drug);
        if (bracket.isPresent()) {
            problems.accept(bracket.get());
            return Optional.empty();
        }
        if (drug.isEmpty()) {
            Optional<Matcher> word = words.read(NUMBERED_WORD);
            if (word.isPresent()) {
                String name = word.get().group(1);
                problems.accept("no drug is named before \"" + name + "\"; if that is its name, which begins with a"
                        + " number, put it in quotes, as in \"" + name + "\" 240 mg q2w");
                return Optional.empty();
            }
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
        Optional<Matcher> quoted = words.read(QUOTED);
        if (quoted.isPresent()) {
            if (quoted.get().group(2).isEmpty()) {
                problems.accept("the quote before the drug's name is not closed");
            }
            return quoted.get().group(1).strip();
        }
        StringJoiner name = new StringJoiner(" ");
        if (NUMBERED_NAME.matcher(words.peek()).matches()) {
            name.add(words.word());
            words.skipSpaces();
        }
        while (!words.atEnd()
                && !words.startsNumber()
                && !SIGNED.matcher(words.peek()).matches()) {
            name.add(words.word());
            words.skipSpaces();
        }
        return name.toString().replaceFirst("[,;:]$", "");
    }

    private static Optional<String> bracketProblem(String name) {
        for (String pair : List.of("()", "[]", "{}")) {
            char open = pair.charAt(0);
            char close = pair.charAt(1);
            int depth = 0;
            for (int i = 0; i < name.length() && depth >= 0; i++) {
                depth += name.charAt(i) == open ? 1 : name.charAt(i) == close ? -1 : 0;
            }
            if (depth != 0) {
                return Optional.of("in \"" + name + "\" the bracket " + (depth > 0 ? open : close) + " has no "
                        + (depth > 0 ? close : open) + "; a dose stands without brackets, as in nivolumab 240 mg q2w");
            }
        }
        return name.matches(".*[(\\[{]\\s*[0-9].*")
                ? Optional.of("found \"" + name + "\", expected a dose without brackets, as in nivolumab 240 mg q2w")
                : Optional.empty();
    }

    private Optional<Dose> dose() {
        Optional<Matcher> marked = words.read(MARKED);
        if (marked.isPresent()) {
            String written = marked.get().group();
            problems.accept("found \"" + written + "\", "
                    + (written.contains(",") ? "where a comma may mean decimals or thousands; " : "")
                    + "expected one point or no mark, as in 3.5 mg or 1000 mg");
            words.next(); // its unit
            return Optional.empty();
        }
        Optional<Matcher> number = words.read(NUMBER);
        if (number.isEmpty()) {
            noDose();
            return Optional.empty();
        }
        String value = number.get().group();
        Ratio times =
                words.skip("million") ? Ratio.powerOfTen(6) : words.skip("billion") ? Ratio.powerOfTen(9) : Ratio.ONE;
        int mark = words.position();
        String unit = words.next();
        if (unit.matches(".+[,;]")) {
            problems.accept("found \"" + unit.charAt(unit.length() - 1) + "\" after the dose " + value + " "
                    + unit.substring(0, unit.length() - 1)
                    + ", expected the end or a clause; drugs are joined by + between"
                    + " spaces, as in nivolumab 240 mg q2w + ipilimumab 50 mg q3w");
            words.toEnd();
            return Optional.empty();
        }
        if (unit.isEmpty() || ClauseWords.startsClause(unit)) {
            words.backTo(mark);
            problems.accept("the dose " + value + " has no unit, expected one such as mg, mg/kg or cells, as in "
                    + value + " mg");
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

    private void noDose() {
        String found = words.peek();
        if (words.atEnd()) {
            problems.accept("the text ends, expected a dose, as in 240 mg");
        } else if (RegimenWords.startsNumber(found) && !RegimenWords.startsAsciiNumber(found)) {
            problems.accept("found \"" + found + "\", expected the digits 0 to 9, as in 240 mg");
        } else {
            problems.accept("found \"" + found + "\", expected a positive dose, as in 240 mg");
        }
        if (SIGNED.matcher(found).matches() || RegimenWords.startsNumber(found)) {
            words.next(); // the number; its unit is passed over too
            words.next();
        }
    }

    private Optional<Dose> check(Quantity quantity, String written) {
        Dose dose = Dose.of(quantity);
        if (quantity.value() <= 0) {
            problems.accept("the dose " + written + " is not positive, expected one above 0, as in 240 mg");
            return Optional.empty();
        }
        if (!dose.isAnAmount()) {
            problems.accept("the dose " + written + " is " + what(dose.amount().unit())
                    + ", expected an amount, as in 240 mg, 3 mg/kg or 1e8 cells");
            return Optional.empty();
        }
        return Optional.of(dose);
    }

    private static String what(Unit unit) {
        String dimension = unit.dimension().toString();
        boolean article = dimension.startsWith("a ") || dimension.contains("/") || dimension.contains("²");
        return article ? dimension : (dimension.matches("[aeiou].*") ? "an " : "a ") + dimension;
    }

    /// Reads clauses up to the end or to `then`; whether there was a `then`.
    private boolean clauses(PhaseDraft draft) {
        while (true) {
            String word = words.next();
            if (word.isEmpty()) {
                return false;
            }
            Matcher interval = ClauseWords.INTERVAL.matcher(word);
            Matcher count = ClauseWords.COUNT.matcher(word);
            Matcher days = ClauseWords.DAYS.matcher(word);
            Optional<Route> route = Route.of(word);
            if (word.equalsIgnoreCase("then")) {
                return true;
            } else if (route.isPresent()) {
                draft.route(route.get());
            } else if (ClauseWords.isInterval(interval)) {
                when.interval(interval, draft);
            } else if (count.matches()) {
                when.count(count.group(1), draft);
            } else if (days.matches()) {
                when.days(days.group(1), draft);
            } else {
                keyword(word, draft);
            }
        }
    }

    private void keyword(String word, PhaseDraft draft) {
        switch (word.toLowerCase(Locale.ROOT).replaceAll(",$", "")) {
            case "over" -> when.span("over", "60 min").ifPresent(draft::over);
            case "at" -> {
                if (!when.times(draft)) {
                    passOver();
                }
            }
            case "from" -> when.span("from", "12 w").ifPresent(draft::from);
            case "until" -> when.until(draft);
            case "for" -> when.lasting(draft);
            case "every" -> when.span("every", "2 w").ifPresent(draft::every);
            case "daily" -> draft.every(Span.of(1, Span.In.DAY));
            case "weekly" -> draft.every(Span.of(1, Span.In.WEEK));
            case "monthly" -> draft.every(Span.of(1, Span.In.MONTH));
            case "bid" -> draft.every(Span.of(12, Span.In.HOUR));
            case "tid" -> draft.every(Span.of(8, Span.In.HOUR));
            case "qid" -> draft.every(Span.of(6, Span.In.HOUR));
            case "once" -> draft.once();
            case "bolus", "push" -> draft.bolus();
            case "infusion" -> draft.infusion();
            case "up" -> upTo(word, draft);
            case "on" -> {} // "on days 1, 8"
            case "day", "days" -> when.dayList(draft);
            default -> unknown(word);
        }
    }

    /// `up to 35 cycles`, `up to 2 years`: as after `for`.
    private void upTo(String word, PhaseDraft draft) {
        if (words.skip("to")) {
            when.lasting(draft);
        } else {
            unknown(word);
        }
    }

    /// Tells of a word, and passes over what belongs to it: `ovr 60 min` is one mistake.
    private void unknown(String word) {
        tellUnknown(word);
        passOver();
    }

    /// Passes over all that starts no clause.
    private void passOver() {
        int mark = words.position();
        String next = words.next();
        while (!next.isEmpty() && !ClauseWords.isMeantAsClause(next)) {
            mark = words.position();
            next = words.next();
        }
        words.backTo(mark);
    }

    private void tellUnknown(String word) {
        List<String> known = ClauseWords.suggestions();
        if (DATE.matcher(word).matches()) {
            problems.accept("\"" + word + "\" is a date; times are counted from time zero, as in from 12 w");
        } else if (NEGATIVE_INTERVAL.matcher(word).matches()) {
            problems.accept("\"" + word + "\" is no interval, expected a positive one, as in q2w");
        } else if (word.matches("[(\\[{].*|.*[)\\]}]")) {
            problems.accept("\"" + word + "\" is in brackets, expected none, as in 240 mg IV q2w");
        } else if (RegimenWords.startsNumber(word)) {
            problems.accept("\"" + word + "\" does not belong here: one dose is already given (write then before a dose"
                    + " that follows it, + before another drug)");
        } else if (word.toLowerCase(Locale.ROOT).matches("bi-?(weekly|monthly)")) {
            boolean weekly = word.toLowerCase(Locale.ROOT).endsWith("weekly");
            problems.accept("\"" + word + "\" may mean every two " + (weekly ? "weeks" : "months") + " or twice a "
                    + (weekly ? "week: write q2w or q3.5d" : "month: write q2m or q15d"));
        } else if (NearMiss.of(word, known).isPresent()) {
            problems.accept("\"" + word + "\" is not understood" + NearMiss.hint(word, known));
        } else {
            problems.accept(
                    "\"" + word
                            + "\" is not understood, expected a route (IV, SC, …), over, q2w, x 6, d1,8, at, from, for, until or then");
        }
    }
}
