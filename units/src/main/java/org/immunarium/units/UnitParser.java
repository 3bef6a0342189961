package org.immunarium.units;

import java.math.BigDecimal;
import java.math.BigInteger;

/// Reads units and quantities, left to right.
///
///     quantity = number [unit]
///     unit     = factor { ("*" | "·" | "." | "/" | " ") factor }      no bare space after a "/"
///     factor   = ( number | symbol | "(" unit ")" ) [exponent]
///     exponent = "^" integer | "^" "(" integer ["/" integer] ")" | superscripts | digits after a symbol
///     number   = decimal [ ("x" | "×") "10" "^" integer ] | "10^" integer
final class UnitParser {

    /// Brackets within brackets; units have one or two.
    private static final int DEEPEST = 20;

    /// Digits of a number and of its exponent; more are not meant.
    private static final int MOST_DIGITS = 400;

    private static final int MOST_EXPONENT_DIGITS = 6;

    private final String text;
    private int at;
    private int depth;

    UnitParser(String text) {
        this.text = text;
    }

    Unit unit() {
        skipSpaces();
        if (atEnd()) {
            throw error("a unit such as mg or 1/d");
        }
        Unit unit = product();
        if (!atEnd()) {
            throw error("*, / or the end");
        }
        return unit;
    }

    Quantity quantity() {
        skipSpaces();
        int sign = 1;
        if (!atEnd() && (peek() == '-' || peek() == '+' || peek() == '−')) {
            sign = peek() == '+' ? 1 : -1;
            at++;
        }
        if (atEnd() || !startsNumber()) {
            throw error("a number, as in 3 mg/kg");
        }
        double value = sign * number().doubleValue();
        if (Double.isInfinite(value)) {
            throw new UnitException("\"" + text.strip() + "\": the number is too large");
        }
        skipSpaces();
        if (atEnd()) {
            return new Quantity(value, Unit.ONE);
        }
        // "3 /d" and "3/d" mean 3 per day: the product starts from the plain number 1.
        Unit unit = peek() == '/' ? productAfter(Unit.ONE) : product();
        if (!atEnd()) {
            throw error("*, / or the end");
        }
        return new Quantity(value, unit);
    }

    private Unit product() {
        return productAfter(factor());
    }

    private Unit productAfter(Unit first) {
        Unit product = first;
        boolean divided = false;
        while (true) {
            boolean space = skipSpaces();
            if (atEnd() || peek() == ')') {
                return product;
            }
            char c = peek();
            if (c == '/') {
                at++;
                skipSpaces();
                product = product.over(factor());
                divided = true;
            } else if (c == '*' || c == '·' || c == '⋅' || c == '×' || c == '.') {
                at++;
                skipSpaces();
                product = product.times(factor());
            } else if (space) {
                if (divided) {
                    throw error("* or / (a space after a division is ambiguous: write mg/(kg*d) or mg/kg/d)");
                }
                product = product.times(factor());
            } else if (product.dimension().isNone() && startsSymbol(c)) {
                product = product.times(factor()); // a number right before its symbol: 10^6cells
            } else {
                return product;
            }
        }
    }

    private Unit factor() {
        if (atEnd()) {
            throw error("a unit such as mg");
        }
        char c = peek();
        Unit unit;
        if (c == '(' || c == '[') {
            if (++depth > DEEPEST) {
                throw error("at most " + DEEPEST + " brackets within each other");
            }
            at++;
            skipSpaces();
            unit = product();
            depth--;
            if (atEnd() || peek() != (c == '(' ? ')' : ']')) {
                throw error(c == '(' ? "\")\"" : "\"]\"");
            }
            at++;
        } else if (startsNumber()) {
            int start = at;
            Ratio number = number();
            if (number.signum() <= 0) {
                at = start;
                throw error("a positive number");
            }
            unit = Unit.ONE.scaledBy(number);
        } else {
            unit = symbol();
        }
        return exponent(unit);
    }

    private Unit symbol() {
        int start = at;
        while (!atEnd() && startsSymbol(peek())) {
            at++;
        }
        String name = text.substring(start, at);
        if (name.isEmpty()) {
            throw error("a unit such as mg");
        }
        UnitTable.Entry entry = UnitTable.find(name).orElse(null);
        if (entry == null) {
            String reason = UnitTable.refusal(name)
                    .orElseGet(
                            () -> "no unit is called \"" + name + "\"" + NearMiss.hint(name, UnitTable.suggestions()));
            throw new UnitException(where(start) + reason);
        }
        Unit unit = Unit.of(entry);
        // m2 and cm3, as people type them.
        int digits = at;
        while (!atEnd() && Character.isDigit(peek()) && peek() < 128) {
            at++;
        }
        if (at - digits > 4) {
            at = digits;
            throw error("a whole number of at most 4 digits");
        }
        return at > digits ? unit.pow(Integer.parseInt(text.substring(digits, at))) : unit;
    }

    private Unit exponent(Unit unit) {
        if (atEnd()) {
            return unit;
        }
        if (peek() == '^') {
            at++;
            boolean bracket = !atEnd() && peek() == '(';
            if (bracket) {
                at++;
            }
            Ratio exponent = Ratio.of(integer());
            if (bracket) {
                if (!atEnd() && peek() == '/') {
                    at++;
                    int below = integer();
                    if (below == 0) {
                        throw error("a denominator other than 0");
                    }
                    exponent = exponent.over(Ratio.of(below));
                }
                if (atEnd() || peek() != ')') {
                    throw error("\")\"");
                }
                at++;
            }
            return unit.pow(exponent);
        }
        int sign = 1;
        if (peek() == '⁻') {
            sign = -1;
            at++;
        }
        int value = 0;
        int digits = 0;
        while (!atEnd() && UnitText.superscript(peek()) >= 0 && digits < 4) {
            value = value * 10 + UnitText.superscript(peek());
            digits++;
            at++;
        }
        if (digits == 0) {
            if (sign < 0) {
                throw error("a superscript digit");
            }
            return unit;
        }
        return unit.pow(sign * value);
    }

    private int integer() {
        int start = at;
        if (!atEnd() && (peek() == '-' || peek() == '−' || peek() == '+')) {
            at++;
        }
        int digits = at;
        while (!atEnd() && peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == digits || at - digits > 4) {
            boolean none = at == digits;
            at = digits;
            throw error(none ? "a whole number" : "a whole number of at most 4 digits");
        }
        return Integer.parseInt(text.substring(start, at).replace('−', '-'));
    }

    private boolean startsNumber() {
        char c = peek();
        return c >= '0' && c <= '9' || c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    /// A decimal, `10^6`, or `2 x 10^6`.
    private Ratio number() {
        Ratio number = decimal();
        int before = at;
        if (number.equals(Ratio.of(10)) && !atEnd() && (peek() == '^' || UnitText.superscript(peek()) >= 0)) {
            return powerOfTen();
        }
        skipSpaces();
        if (!atEnd() && (peek() == 'x' || peek() == '×')) {
            at++;
            skipSpaces();
            if (text.startsWith("10", at)
                    && at + 2 < text.length()
                    && (text.charAt(at + 2) == '^' || UnitText.superscript(text.charAt(at + 2)) >= 0)) {
                at += 2;
                return number.times(powerOfTen());
            }
        }
        at = before;
        return number;
    }

    private Ratio powerOfTen() {
        int exponent = 0;
        if (peek() == '^') {
            at++;
            exponent = integer();
        } else {
            for (int digits = 0; !atEnd() && UnitText.superscript(peek()) >= 0 && digits < 3; digits++) {
                exponent = exponent * 10 + UnitText.superscript(peek());
                at++;
            }
        }
        if (Math.abs(exponent) > 300) {
            throw error("a power of ten between -300 and 300");
        }
        return Ratio.powerOfTen(exponent);
    }

    private Ratio decimal() {
        int start = at;
        int exponentDigits = 0;
        digits();
        if (!atEnd() && peek() == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
            at++;
            digits();
        }
        if (!atEnd() && peek() == ',') {
            throw error("a decimal point (a comma is not read, neither for decimals nor for thousands)");
        }
        if (!atEnd() && (peek() == 'e' || peek() == 'E')) {
            int mark = at;
            at++;
            if (!atEnd() && (peek() == '-' || peek() == '+')) {
                at++;
            }
            int exponent = at;
            digits();
            exponentDigits = at - exponent;
            if (exponentDigits == 0) {
                at = mark; // not an exponent: 5 exagrams
            }
        }
        if (at - start > MOST_DIGITS || exponentDigits > MOST_EXPONENT_DIGITS) {
            at = start;
            throw error("a number between 1e-300 and 1e300");
        }
        BigDecimal value = new BigDecimal(text.substring(start, at));
        if (Math.abs((long) value.precision() - value.scale()) > 320) {
            at = start;
            throw error("a number between 1e-300 and 1e300");
        }
        return value.signum() == 0 ? new Ratio(BigInteger.ZERO, BigInteger.ONE) : Ratio.of(value);
    }

    private void digits() {
        while (!atEnd() && peek() >= '0' && peek() <= '9') {
            at++;
        }
    }

    private static boolean startsSymbol(char c) {
        return Character.isLetter(c) || c == '%' || c == '_' || c == 'µ' || c == '°';
    }

    private boolean skipSpaces() {
        int start = at;
        while (!atEnd() && (Character.isWhitespace(peek()) || peek() == '\u00a0')) {
            at++;
        }
        return at > start;
    }

    private boolean atEnd() {
        return at >= text.length();
    }

    private char peek() {
        return text.charAt(at);
    }

    private String where(int position) {
        return "\"" + text + "\", character " + (position + 1) + ": ";
    }

    private UnitException error(String expected) {
        String found = atEnd() ? "the text ends" : "found \"" + peek() + "\"";
        return new UnitException(where(at) + found + ", expected " + expected);
    }
}
