package org.immunarium.tissue.rule;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunarium.tissue.model.Rule;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.tissue.model.Word;
import org.immunarium.units.Quantity;
import org.immunarium.units.UnitException;

/// Reads one sentence of a [RuleText].
final class RuleSentence {

    private static final String EXAMPLE =
            "\"In tumor cells, oxygen increases cycle entry from 0 to 0.007 per min with half-max 21.5 and Hill power"
                    + " 4\"";

    private static final Pattern AFTER_TYPE = Pattern.compile(" ?[,:]");
    private static final Pattern DIRECTION = Pattern.compile("(?i) (increases|decreases)(?= |$)");
    private static final Pattern AFTER_BEHAVIOUR = Pattern.compile("(?i) (?:from|to|towards?|up to|down to) ");
    private static final Pattern VALUE =
            Pattern.compile("(?i) (?:from|(?:up |down )?to|towards?)(?: a (?:maximum|minimum) of)? (?=[-+\u2212.0-9])");

    private static final String[] TO = {
        "to a maximum of",
        "to a minimum of",
        "towards a maximum of",
        "towards a minimum of",
        "up to",
        "down to",
        "towards",
        "toward",
        "to"
    };

    private static final String[] DEAD = {
        "even when dead",
        "also when dead",
        "even in dead cells",
        "also in dead cells",
        "in dead cells too",
        "rule applies to dead cells"
    };

    /// Ends the reading of a sentence that cannot be read on.
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /// A number and its unit, both as written.
    private record Amount(double value, String unit) {}

    private final SentenceCursor cursor;
    private final int line;
    private final AcceptedRules rules;
    private boolean good = true;

    RuleSentence(String sentence, int line, AcceptedRules rules) {
        cursor = new SentenceCursor(sentence);
        this.line = line;
        this.rules = rules;
    }

    void read() {
        try {
            readWhole();
        } catch (Unreadable e) {
            wrong(String.valueOf(e.getMessage()));
        }
    }

    private void wrong(String message) {
        rules.wrong(line, message);
        good = false;
    }

    private void readWhole() throws Unreadable {
        if (cursor.skip("in").isEmpty()) {
            throw new Unreadable(cursor.found() + ", expected a sentence such as " + EXAMPLE);
        }
        OptionalInt type = type();
        OptionalInt signal = signal();
        Rule.Response response = RuleWords.response(
                        cursor.skip("increases", "decreases").orElseThrow())
                .orElseThrow();
        OptionalInt behaviour = behaviour(response);
        Optional<Amount> from = cursor.skip("from").isPresent() ? Optional.of(amount("from")) : Optional.empty();
        Amount to = target(response);
        Clauses clauses = clauses();
        double half = Double.NaN;
        if (signal.isPresent()) {
            half = in(clauses.half, rules.words().unitOfSignal(signal.getAsInt()), "half-max");
        }
        if (type.isEmpty() || behaviour.isEmpty()) {
            return;
        }
        String unit = rules.words().unitOfBehaviour(behaviour.getAsInt());
        Amount unitOfBoth = from.isPresent() && to.unit.isEmpty() ? new Amount(to.value, from.get().unit) : to;
        double saturation = in(unitOfBoth, unit, "to");
        if (from.isPresent()) {
            Amount start = from.get().unit.isEmpty() ? new Amount(from.get().value, to.unit) : from.get();
            double base = in(start, unit, "from");
            if (good) {
                good = rules.judgeBase(type.getAsInt(), behaviour.getAsInt(), base, line);
            }
        }
        if (good && signal.isPresent()) {
            judgeDirection(type.getAsInt(), response, behaviour.getAsInt(), saturation);
        }
        if (good && signal.isPresent()) {
            rules.add(
                    new Rule(
                            type.getAsInt(),
                            signal.getAsInt(),
                            response,
                            behaviour.getAsInt(),
                            saturation,
                            half,
                            clauses.power,
                            clauses.dead),
                    line);
        }
    }

    private void judgeDirection(int type, Rule.Response response, int behaviour, double saturation) {
        double own = rules.model().types().get(type).behaviours()[behaviour];
        boolean up = response == Rule.Response.INCREASES;
        if (up ? saturation < own : saturation > own) {
            wrong("the sentence says " + response.word() + ", but from " + Quantity.number(own) + ", the value of \""
                    + rules.words().types().get(type) + "\", to " + Quantity.number(saturation) + " it "
                    + (up ? "decreases" : "increases"));
        }
    }

    private OptionalInt type() throws Unreadable {
        Optional<Phrases.Match> match =
                rules.words().typePhrases().longest(cursor.text(), cursor.position(), AFTER_TYPE);
        Optional<Matcher> comma = cursor.ahead(AFTER_TYPE);
        if (comma.isEmpty()) {
            throw new Unreadable("after In " + cursor.found() + ", expected a cell type and a comma");
        }
        OptionalInt type = OptionalInt.empty();
        if (match.isPresent()) {
            type = single(
                    match.get(),
                    place -> "the cell type \"" + rules.words().types().get(place) + "\"");
            comma.get().find(match.get().end());
        } else {
            String written = cursor.until(comma.get().start());
            wrong(
                    written.isEmpty()
                            ? "after In no cell type is found"
                            : rules.words().unknownType(written.replaceFirst("(?i) cells$", "")));
        }
        cursor.goTo(comma.get().end());
        return type;
    }

    private OptionalInt signal() throws Unreadable {
        int start = cursor.position();
        Optional<Phrases.Match> match = rules.words().signalPhrases().longest(cursor.text(), start, DIRECTION);
        if (match.isPresent()) {
            cursor.goTo(match.get().end());
            return single(match.get(), named(rules.words().signals()));
        }
        Optional<Matcher> direction = cursor.ahead(DIRECTION);
        if (direction.isEmpty()) {
            Optional<Phrases.Match> name =
                    rules.words().signalPhrases().longest(cursor.text(), start, Pattern.compile(" |$"));
            if (name.isEmpty()) {
                throw new Unreadable(
                        "after the cell type " + cursor.found() + ", expected a signal and increases or decreases");
            }
            String signal = cursor.until(name.get().end());
            cursor.goTo(name.get().end());
            String next = cursor.until(cursor.text().length()).split(" ", 2)[0];
            throw new Unreadable(
                    next.isEmpty()
                            ? "after \"" + signal + "\" the sentence ends, expected increases or decreases"
                            : RuleWords.unknownResponse(next));
        }
        String written = cursor.until(Math.max(start, direction.get().start()));
        wrong(rules.words().unknownSignal(written));
        cursor.goTo(direction.get().start());
        return OptionalInt.empty();
    }

    private OptionalInt behaviour(Rule.Response response) throws Unreadable {
        int start = cursor.position();
        Optional<Phrases.Match> match = rules.words().behaviourPhrases().longest(cursor.text(), start, AFTER_BEHAVIOUR);
        if (match.isPresent()) {
            cursor.goTo(match.get().end());
            return single(match.get(), named(rules.words().behaviours()));
        }
        Optional<Matcher> value = cursor.ahead(VALUE);
        if (value.isEmpty()) {
            throw new Unreadable("after " + response.word() + " " + cursor.found()
                    + ", expected a behaviour and the value that it goes to");
        }
        wrong(rules.words().unknownBehaviour(cursor.until(value.get().start())));
        cursor.goTo(value.get().start());
        return OptionalInt.empty();
    }

    private static <W extends Enum<W> & Word> IntFunction<String> named(Vocabulary<W> words) {
        return place -> "\"" + words.name(place) + "\" (" + words.word(place).pattern() + ")";
    }

    private OptionalInt single(Phrases.Match match, IntFunction<String> name) {
        if (match.meanings().size() == 1) {
            return OptionalInt.of(match.meanings().first());
        }
        StringBuilder all = new StringBuilder();
        for (int meaning : match.meanings()) {
            all.append(all.isEmpty() ? "" : " or ").append(name.apply(meaning));
        }
        String written = cursor.text().substring(0, match.end());
        wrong("\"" + written.substring(Math.max(0, written.length() - 60)) + "\" may mean " + all
                + "; write the name as the model has it, or give one of them another name");
        return OptionalInt.empty();
    }

    private Amount target(Rule.Response response) throws Unreadable {
        String to = cursor.skip(TO)
                .orElseThrow(() -> new Unreadable(cursor.found() + ", expected to and the value that it goes to"));
        boolean up = response == Rule.Response.INCREASES;
        if (to.contains(up ? "minimum" : "maximum") || to.startsWith(up ? "down" : "up")) {
            wrong("the sentence says " + response.word() + " and then " + to + ", which is the other way");
        }
        return amount(to);
    }

    private Amount amount(String after) throws Unreadable {
        OptionalDouble value = cursor.number();
        if (value.isEmpty()) {
            throw new Unreadable("after " + after + " " + cursor.found() + ", expected a number");
        }
        if (cursor.text().substring(cursor.position()).matches("^,[0-9].*")) {
            throw new Unreadable("after " + after + " " + Quantity.number(value.getAsDouble()) + " " + cursor.found()
                    + "; the decimals of a number follow a point");
        }
        return new Amount(value.getAsDouble(), cursor.unit());
    }

    private double in(Amount amount, String unit, String what) {
        try {
            return SentenceUnit.convert(amount.value, amount.unit, unit);
        } catch (UnitException e) {
            wrong(what + " " + (Quantity.number(amount.value) + " " + amount.unit).strip() + ": " + e.reason());
            return Double.NaN;
        }
    }

    /// What follows the value that a behaviour goes to.
    private static final class Clauses {
        Amount half = new Amount(Double.NaN, "");
        double power = RuleText.DEFAULT_POWER;
        boolean powerGiven;
        boolean dead;
    }

    private Clauses clauses() throws Unreadable {
        Clauses clauses = new Clauses();
        while (true) {
            while (cursor.skip(",", ".", "with", "and", "at", "a Hill response").isPresent()) {
                // words between clauses
            }
            if (cursor.atEnd()) {
                break;
            }
            if (cursor.skip("half-maximum", "half-max", "half maximum", "half max")
                    .isPresent()) {
                twice(!Double.isNaN(clauses.half.value), "half-max");
                cursor.skip("of", "at", "=");
                clauses.half = amount("half-max");
                positive(clauses.half.value, "half-max");
            } else if (cursor.skip("Hill power", "Hill coefficient", "power").isPresent()) {
                twice(clauses.powerGiven, "Hill power");
                cursor.skip("of", "=");
                Amount power = amount("Hill power");
                clauses.powerGiven = true;
                clauses.power = power.value;
                positive(power.value, "Hill power");
                if (!power.unit.isEmpty()) {
                    throw new Unreadable("after the Hill power \"" + power.unit
                            + "\" is found, expected half-max, even when dead, or the end");
                }
            } else if (cursor.skip(DEAD).isPresent()) {
                clauses.dead = true;
            } else {
                throw new Unreadable(cursor.found() + ", expected half-max, Hill power or even when dead");
            }
        }
        if (Double.isNaN(clauses.half.value)) {
            throw new Unreadable("half-max is missing: the sentence ends with such as \"with half-max 0.5\"");
        }
        return clauses;
    }

    private static void twice(boolean before, String what) throws Unreadable {
        if (before) {
            throw new Unreadable(what + " is given twice");
        }
    }

    private void positive(double value, String what) {
        if (value <= 0) {
            wrong(what + " is " + Quantity.number(value) + ", expected a number above 0");
        }
    }
}
