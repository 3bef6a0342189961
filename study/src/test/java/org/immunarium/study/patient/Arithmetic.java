package org.immunarium.study.patient;

import java.util.function.ToDoubleFunction;

/// The value of a formula of `+ - * / ^`, brackets, numbers and names such as `V_T.C1`: all that SimBiology's printed
/// equations and units have.
final class Arithmetic {

    private final String text;
    private final ToDoubleFunction<String> names;
    private int next;

    private Arithmetic(String text, ToDoubleFunction<String> names) {
        this.text = text.replaceAll("\\s", "");
        this.names = names;
    }

    /// @param names the value of each name
    /// @throws IllegalArgumentException if it is no such formula
    static double value(String text, ToDoubleFunction<String> names) {
        Arithmetic formula = new Arithmetic(text, names);
        double value = formula.sum();
        if (formula.next < formula.text.length()) {
            throw new IllegalArgumentException(text + ": what is " + formula.text.substring(formula.next) + "?");
        }
        return value;
    }

    private boolean takes(char wanted) {
        boolean found = next < text.length() && text.charAt(next) == wanted;
        next += found ? 1 : 0;
        return found;
    }

    private double sum() {
        boolean positive = takes('+') || !takes('-');
        double value = positive ? product() : -product();
        while (true) {
            if (takes('+')) {
                value += product();
            } else if (takes('-')) {
                value -= product();
            } else {
                return value;
            }
        }
    }

    private double product() {
        double value = power();
        while (true) {
            if (takes('*')) {
                value *= power();
            } else if (takes('/')) {
                value /= power();
            } else {
                return value;
            }
        }
    }

    private double power() {
        double base = operand();
        return takes('^') ? Math.pow(base, operand()) : base;
    }

    private double operand() {
        if (takes('(')) {
            double value = sum();
            if (!takes(')')) {
                throw new IllegalArgumentException(text + ": a bracket is open");
            }
            return value;
        }
        int from = next;
        boolean number = Character.isDigit(text.charAt(from));
        while (next < text.length()
                && (Character.isLetterOrDigit(text.charAt(next)) || "._".indexOf(text.charAt(next)) >= 0)) {
            next++;
        }
        String word = text.substring(from, next);
        return number ? Double.parseDouble(word) : names.applyAsDouble(word);
    }
}
