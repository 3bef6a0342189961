package org.immunarium.equations.simulation;

import org.immunarium.units.Quantity;

/// The numbers failed: a value that is not a number, or a step that became too small. What was
/// computed before is kept by the [Simulation] that threw it. A command line answers with exit code
/// 4.
public final class NumericalFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int EXACT = 17;

    private final String quantity;
    private final double time;
    private final String reason;

    public NumericalFailure(String quantity, double time, String message) {
        this(quantity, time, "", message);
    }

    /// @param unit of time; empty where it is not known
    public NumericalFailure(String quantity, double time, String unit, String message) {
        super("at time " + Quantity.number(time, EXACT) + (unit.isEmpty() ? "" : " " + unit) + ": "
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
}
