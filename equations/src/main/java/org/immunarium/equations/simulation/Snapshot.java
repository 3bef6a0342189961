package org.immunarium.equations.simulation;

import java.nio.ByteBuffer;
import java.util.Optional;

/// All that a run is at one instant, so that other runs of the same equations can go on from there: a patient at
/// diagnosis, who is then treated in several ways.
public final class Snapshot {

    /// A state that rests has moved by no more than this, relative to where it began.
    private static final double REST = 1e-6;

    private final double[] states;
    private final double[] parameters;
    private final boolean[] triggers;

    private Snapshot(double[] states, double[] parameters, boolean[] triggers) {
        this.states = states;
        this.parameters = parameters;
        this.triggers = triggers;
    }

    /// What a run is now; empty where something is under way that would be lost: an infusion, an event that waits
    /// to be carried out, a past that the equations look back to.
    static Optional<Snapshot> of(ModelRun run) {
        return run.isUnderWay()
                ? Optional.empty()
                : Optional.of(new Snapshot(run.y.clone(), run.p.clone(), run.triggers()));
    }

    /// In bytes, so that the run can go on in another process.
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(
                3 * Integer.BYTES + Double.BYTES * (states.length + parameters.length) + triggers.length);
        bytes.putInt(states.length).putInt(parameters.length).putInt(triggers.length);
        for (double each : states) {
            bytes.putDouble(each);
        }
        for (double each : parameters) {
            bytes.putDouble(each);
        }
        for (boolean each : triggers) {
            bytes.put((byte) (each ? 1 : 0));
        }
        return bytes.array();
    }

    /// What [#bytes] gave.
    public static Snapshot of(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        double[] states = new double[from.getInt()];
        double[] parameters = new double[from.getInt()];
        boolean[] triggers = new boolean[from.getInt()];
        for (int i = 0; i < states.length; i++) {
            states[i] = from.getDouble();
        }
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = from.getDouble();
        }
        for (int i = 0; i < triggers.length; i++) {
            triggers[i] = from.get() != 0;
        }
        return new Snapshot(states, parameters, triggers);
    }

    /// Makes a run be so.
    ///
    /// @return which triggers are true
    /// @throws IllegalArgumentException if the run is of other equations
    boolean[] into(ModelRun run) {
        if (states.length != run.y.length || parameters.length != run.p.length) {
            throw new IllegalArgumentException("a snapshot of other equations");
        }
        System.arraycopy(states, 0, run.y, 0, states.length);
        System.arraycopy(parameters, 0, run.p, 0, parameters.length);
        return triggers;
    }

    /// What this would be had the run begun in another way, of which nothing has been felt since: values of
    /// parameters, what is calculated from them at the start, and states that still rest where they began.
    ///
    /// @param before how it began
    /// @param after  how it would have begun
    /// @throws IllegalArgumentException if a value has changed since that would have begun as another
    public Snapshot begunAs(Snapshot before, Snapshot after) {
        double[] changed = parameters.clone();
        for (int i = 0; i < changed.length; i++) {
            if (Double.compare(before.parameters[i], after.parameters[i]) != 0) {
                if (Double.compare(parameters[i], before.parameters[i]) != 0) {
                    throw new IllegalArgumentException("a parameter has changed that would begin with another value");
                }
                changed[i] = after.parameters[i];
            }
        }
        double[] resting = states.clone();
        for (int i = 0; i < resting.length; i++) {
            if (Double.compare(before.states[i], after.states[i]) != 0) {
                if (!(Math.abs(states[i] - before.states[i]) <= REST * Math.abs(before.states[i]))) {
                    throw new IllegalArgumentException("a state has changed that would begin with another value");
                }
                resting[i] = after.states[i];
            }
        }
        return new Snapshot(resting, changed, triggers);
    }
}
