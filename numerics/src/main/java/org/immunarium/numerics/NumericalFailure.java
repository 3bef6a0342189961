package org.immunarium.numerics;

import java.math.BigDecimal;

/// The numbers of a simulation failed: a value that is not a number, or a step that became too small.
/// What was computed before is kept by the simulation that threw it. A command line answers with exit
/// code 4.
public final class NumericalFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String quantity;
    private final double time;
    private final String reason;

    public NumericalFailure(String quantity, double time, String message) {
        this(quantity, time, "", message);
    }

    /// @param quantity the id of what is concerned; empty where it is not one
    /// @param unit     of time; empty where it is not known
    public NumericalFailure(String quantity, double time, String unit, String message) {
        super("at time " + number(time) + (unit.isEmpty() ? "" : " " + unit) + ": "
                + (quantity.isEmpty() ? "" : "\"" + quantity + "\": ") + message);
        this.quantity = quantity;
        this.time = time;
        reason = message;
    }

    /// The id of the quantity concerned; empty where it is not one.
    public String quantity() {
        return quantity;
    }

    /// What happened, without time and quantity.
    public String reason() {
        return reason;
    }

    /// When, in the model's unit of time.
    public double time() {
        return time;
    }

    /// A time as people write it, every digit that matters kept, as `Quantity` writes numbers:
    /// `240`, `0.5`, `1.4e-12`.
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
        boolean round = decimal.scale() <= -5 || decimal.scale() <= -3 && size >= 1e6;
        if (size >= 1e-4 && size < 1e7 && !round) {
            return decimal.toPlainString();
        }
        int exponent = decimal.precision() - decimal.scale() - 1;
        return decimal.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
