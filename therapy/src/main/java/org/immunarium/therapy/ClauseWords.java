package org.immunarium.therapy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunarium.units.NearMiss;

/// The words with which clauses of a regimen start.
final class ClauseWords {

    static final Pattern INTERVAL = Pattern.compile("[qQ](\\d*(?:\\.\\d+)?)(\\p{L}*)");
    static final Pattern COUNT = Pattern.compile("[x×X](\\d*)");
    static final Pattern DAYS = Pattern.compile("[dD](\\d.*)");

    private static final List<String> KEYWORDS = List.of(
            "over", "from", "until", "for", "then", "every", "daily", "weekly", "monthly", "once", "at", "days");

    private ClauseWords() {}

    /// Keywords and routes, to suggest from.
    static List<String> suggestions() {
        List<String> known = new ArrayList<>(KEYWORDS);
        known.addAll(Route.abbreviations());
        return known;
    }

    static boolean startsClause(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Route.of(word).isPresent()
                || KEYWORDS.contains(lower)
                || isInterval(INTERVAL.matcher(word))
                || COUNT.matcher(word).matches()
                || lower.matches("bolus|push|infusion|bid|tid|qid|on|day|up|d\\d.*");
    }

    /// Whether a word starts a clause, or would but for a letter or two: `untill`.
    static boolean isMeantAsClause(String word) {
        return startsClause(word)
                || Span.In.of(word).isEmpty()
                        && NearMiss.of(word, suggestions()).isPresent();
    }

    /// Whether a word is meant as an interval: `q2w`, and `q2` or `q2x` to be told what is wrong, but not `quick`.
    static boolean isInterval(Matcher interval) {
        return interval.matches()
                && (!interval.group(1).isEmpty()
                        || interval.group(2).isEmpty()
                        || interval.group(2).equalsIgnoreCase("od")
                        || intervalUnit(interval.group(2).toLowerCase(Locale.ROOT))
                                .isPresent());
    }

    /// The unit of an interval: `m` is a month here.
    static Optional<Span.In> intervalUnit(String unit) {
        return switch (unit) {
            case "h" -> Optional.of(Span.In.HOUR);
            case "d" -> Optional.of(Span.In.DAY);
            case "w" -> Optional.of(Span.In.WEEK);
            case "m" -> Optional.of(Span.In.MONTH);
            default -> unit.length() > 1 ? Span.In.of(unit) : Optional.empty();
        };
    }
}
