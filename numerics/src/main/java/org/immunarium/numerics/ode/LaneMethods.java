package org.immunarium.numerics.ode;

import java.util.Optional;

/// The implicit and the explicit method over the same lanes, each of which takes one of them at a time.
final class LaneMethods {

    private final LaneColumns columns;
    private final MethodChoice choice;
    private final RosenbrockStepper implicit;
    private final Optional<RungeKuttaStepper> explicit;

    /// The outcome of the explicit method while the implicit one runs.
    private final double[] otherNext;

    private final double[] otherError;

    LaneMethods(LaneColumns columns, MethodChoice choice, RosenbrockTableau tableau) {
        this.columns = columns;
        this.choice = choice;
        implicit = new RosenbrockStepper(columns, tableau);
        boolean onlyExplicit = columns.settings.method() == OdeMethod.NONSTIFF;
        if (onlyExplicit && columns.hasAlgebraic()) {
            throw new IllegalArgumentException("algebraic equations need the stiff method");
        }
        explicit = columns.automatic || onlyExplicit
                ? Optional.of(new RungeKuttaStepper(columns, RungeKuttaTableau.dop853()))
                : Optional.empty();
        otherNext = new double[columns.automatic ? columns.next.length : 0];
        otherError = new double[columns.automatic ? columns.lanes : 0];
    }

    /// The method that a lane takes.
    LaneStepper of(int lane) {
        return choice.isStiff(lane) ? implicit : explicit.orElseThrow();
    }

    /// The method that is always there.
    LaneStepper implicit() {
        return implicit;
    }

    /// The most rows of dense output that any method has.
    int mostDenseRows() {
        return Math.max(
                implicit.denseRows(), explicit.map(LaneStepper::denseRows).orElse(0));
    }

    /// Makes a lane as new: it begins with the explicit method where there is a choice.
    void reset(int lane) {
        choice.reset(lane, explicit.isEmpty());
        explicit.ifPresent(stepper -> stepper.reset(lane));
    }

    /// Attempts a step in these lanes, each by its method.
    ///
    /// @return whether there is any lane among them
    boolean attempt(boolean[] attempting) {
        boolean anyExplicit = false;
        boolean anyImplicit = false;
        for (int l = 0; l < columns.lanes; l++) {
            anyExplicit |= attempting[l] && !choice.isStiff(l);
            anyImplicit |= attempting[l] && choice.isStiff(l);
        }
        if (anyExplicit && anyImplicit) {
            attemptBoth(attempting);
        } else if (anyExplicit) {
            explicit.orElseThrow().attempt();
        } else if (anyImplicit) {
            implicit.attempt();
        }
        return anyExplicit || anyImplicit;
    }

    /// Each method runs over all lanes, its own lanes count.
    private void attemptBoth(boolean[] attempting) {
        RungeKuttaStepper runge = explicit.orElseThrow();
        for (int l = 0; l < columns.lanes; l++) {
            columns.active[l] = attempting[l] && !choice.isStiff(l);
        }
        runge.attempt();
        System.arraycopy(columns.next, 0, otherNext, 0, otherNext.length);
        System.arraycopy(columns.error, 0, otherError, 0, otherError.length);
        for (int l = 0; l < columns.lanes; l++) {
            columns.active[l] = attempting[l] && choice.isStiff(l);
        }
        implicit.attempt();
        for (int l = 0; l < columns.lanes; l++) {
            if (attempting[l] && !choice.isStiff(l)) {
                columns.error[l] = otherError[l];
                for (int k = l; k < otherNext.length; k += columns.lanes) {
                    columns.next[k] = otherNext[k];
                }
            }
        }
    }
}
