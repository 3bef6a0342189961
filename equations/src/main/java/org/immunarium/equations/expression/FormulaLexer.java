package org.immunarium.equations.expression;

import java.util.ArrayList;
import java.util.List;

/// Cuts a formula into numbers, names and marks.
///
///     number = digits ["." digits] [("e" | "E") ["+" | "-"] digits] | "." digits …
///     name   = (letter | "_") {letter | digit | "_"} {"." name}  |  "`" anything "`"
///     mark   = + - * / % ^ ( ) , < <= > >= == != <> ! && || and their typographic forms × · ÷ − ≤ ≥ ≠
final class FormulaLexer {

    enum Kind {
        NUMBER,
        NAME,
        /// A name in backquotes, which is never a constant or a built-in function.
        QUOTED_NAME,
        MARK,
        END
    }

    /// A piece of the formula; for a number, `value` is what it says.
    record Token(Kind kind, String text, int position, double value) {

        boolean is(String mark) {
            return kind == Kind.MARK && text.equals(mark);
        }

        /// As it is named in an error message.
        String found() {
            return kind == Kind.END ? "the end" : "\"" + text + "\"";
        }
    }

    private static final List<String> LONG_MARKS = List.of("<=", ">=", "==", "!=", "<>", "&&", "||");
    private static final String SHORT_MARKS = "+-*/%^(),<>!";

    private final String formula;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    FormulaLexer(String formula) {
        this.formula = formula;
    }

    /// All tokens; the last is of kind END.
    List<Token> tokens() {
        while (true) {
            while (at < formula.length() && Character.isWhitespace(formula.charAt(at))) {
                at++;
            }
            if (at == formula.length()) {
                add(Kind.END, "", at, 0);
                return tokens;
            }
            char c = formula.charAt(at);
            if (isDigit(c) || c == '.' && at + 1 < formula.length() && isDigit(formula.charAt(at + 1))) {
                number();
            } else if (startsName(c)) {
                name();
            } else if (c == '`') {
                quotedName();
            } else {
                mark();
            }
        }
    }

    private void number() {
        int start = at;
        digits();
        if (at < formula.length() && formula.charAt(at) == '.') {
            at++;
            digits();
        }
        int beforeExponent = at;
        if (at < formula.length() && (formula.charAt(at) == 'e' || formula.charAt(at) == 'E')) {
            at++;
            if (at < formula.length() && (formula.charAt(at) == '+' || formula.charAt(at) == '-')) {
                at++;
            }
            int firstDigit = at;
            digits();
            if (at == firstDigit) {
                at = beforeExponent; // "2 e" is a number with the unit e
            }
        }
        String text = formula.substring(start, at);
        add(Kind.NUMBER, text, start, Double.parseDouble(text));
    }

    private void digits() {
        while (at < formula.length() && isDigit(formula.charAt(at))) {
            at++;
        }
    }

    private void name() {
        int start = at;
        while (at < formula.length()) {
            char c = formula.charAt(at);
            boolean dot = c == '.' && at + 1 < formula.length() && startsName(formula.charAt(at + 1));
            if (!startsName(c) && !isDigit(c) && !dot) {
                break;
            }
            at++;
        }
        add(Kind.NAME, formula.substring(start, at), start, 0);
    }

    private void quotedName() {
        int start = at;
        int end = formula.indexOf('`', start + 1);
        if (end < 0) {
            throw new FormulaException(formula, start, "\"`\" without its end", "a name between backquotes");
        }
        if (end == start + 1) {
            throw new FormulaException(formula, start, "\"``\"", "a name between backquotes");
        }
        at = end + 1;
        add(Kind.QUOTED_NAME, formula.substring(start + 1, end), start, 0);
    }

    private void mark() {
        char c = formula.charAt(at);
        String typed = switch (c) {
            case '×', '·', '⋅' -> "*";
            case '÷' -> "/";
            case '−' -> "-";
            case '≤' -> "<=";
            case '≥' -> ">=";
            case '≠' -> "!=";
            default -> "";
        };
        int length = 1;
        if (typed.isEmpty()) {
            typed = SHORT_MARKS.indexOf(c) >= 0 ? String.valueOf(c) : "";
            if (at + 1 < formula.length() && LONG_MARKS.contains(formula.substring(at, at + 2))) {
                typed = formula.substring(at, at + 2);
                length = 2;
            }
        }
        if (typed.isEmpty()) {
            String expected = switch (c) {
                case '=' -> "\"==\" to compare";
                case '&' -> "\"&&\" for and";
                case '|' -> "\"||\" for or";
                default -> "a number, a name or an operator";
            };
            int codePoint = formula.codePointAt(at);
            throw new FormulaException(formula, at, "\"" + Character.toString(codePoint) + "\"", expected);
        }
        add(Kind.MARK, typed.equals("<>") ? "!=" : typed, at, 0);
        at += length;
    }

    private void add(Kind kind, String text, int position, double value) {
        tokens.add(new Token(kind, text, position, value));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean startsName(char c) {
        return c == '_' || Character.isLetter(c);
    }
}
