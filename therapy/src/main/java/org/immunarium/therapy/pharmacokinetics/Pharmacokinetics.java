package org.immunarium.therapy.pharmacokinetics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a body takes up, spreads and clears a drug: a central compartment, which is the blood and what mixes with it at
/// once, peripheral ones that exchange with it, and elimination from the central one.
///
/// With amounts A in mg, volumes V in L and inputs R in mg/d:
///
///     dA/dt  = R + ka D - elimination(t, C) - sum over j of Qj (C - Aj / Vj)      C = A / V
///     dAj/dt = Qj (C - Aj / Vj)
///     dD/dt  = R of the depot - ka D
///
/// @param elimination how it leaves
/// @param volume      of the central compartment, V1, in L; positive
/// @param peripherals none (a one-compartment model), one (two compartments), …
/// @param absorption  from a depot, if it can be given so
public record Pharmacokinetics(
        Elimination elimination, double volume, List<Peripheral> peripherals, Optional<Absorption> absorption) {

    private static final double LOG_2 = 0.6931471805599453;

    /// @throws IllegalArgumentException if the volume is not positive and finite
    public Pharmacokinetics {
        if (!(volume > 0 && volume <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("a volume above 0 expected: " + volume);
        }
        peripherals = List.copyOf(peripherals);
    }

    /// One compartment.
    ///
    /// @param clearance CL, in L/d
    /// @param volume    V, in L
    public static Pharmacokinetics oneCompartment(double clearance, double volume) {
        return new Pharmacokinetics(new Elimination.Linear(clearance), volume, List.of(), Optional.empty());
    }

    /// Two compartments. With Q = 0 it is one.
    ///
    /// @param clearance CL, in L/d
    /// @param central   V1, in L
    /// @param exchange  Q, in L/d
    /// @param second    V2, in L
    public static Pharmacokinetics twoCompartments(double clearance, double central, double exchange, double second) {
        return oneCompartment(clearance, central).withPeripheral(exchange, second);
    }

    /// With one more compartment.
    ///
    /// @param exchange Q, in L/d
    /// @param size     its volume, in L
    public Pharmacokinetics withPeripheral(double exchange, double size) {
        List<Peripheral> more = new ArrayList<>(peripherals);
        more.add(new Peripheral(exchange, size));
        return new Pharmacokinetics(elimination, volume, more, absorption);
    }

    /// With a depot.
    ///
    /// @param rate            ka, in 1/d
    /// @param bioavailability F, from 0 to 1
    public Pharmacokinetics withAbsorption(double rate, double bioavailability) {
        return new Pharmacokinetics(
                elimination, volume, peripherals, Optional.of(new Absorption(rate, bioavailability)));
    }

    /// With another elimination.
    public Pharmacokinetics withElimination(Elimination other) {
        return new Pharmacokinetics(other, volume, peripherals, absorption);
    }

    /// How long the last phase of the decline takes to halve what is there, in d, with the clearance that there is at
    /// a time and at low concentrations; infinite without any.
    ///
    /// @param time since the first dose, in d
    public double halfLife(double time) {
        return LOG_2 / new Modes(elimination.slope(time, 0), volume, peripherals).rate(0);
    }

    /// The concentration in the central compartment after doses: in closed form where elimination is linear, else
    /// integrated to a relative error of about 1e-10.
    ///
    /// @param inputs in any order; they may overlap
    /// @param until  up to when it will be asked for, in d; a closed form can be asked at any time
    /// @throws IllegalArgumentException if a dose goes into a depot and there is no absorption
    public Concentration after(List<Input> inputs, double until) {
        if (absorption.isEmpty() && inputs.stream().anyMatch(input -> input.site() == Input.Site.DEPOT)) {
            throw new IllegalArgumentException("a dose goes into a depot, and nothing says how it is absorbed");
        }
        Inputs sorted = new Inputs(inputs, absorption);
        if (sorted.isEmpty()) {
            return Concentration.NONE;
        }
        return switch (elimination) {
            case Elimination.Linear linear -> new LinearConcentration(this, linear.clearance(), sorted);
            case Elimination.Sigmoid _, Elimination.Waning _, Elimination.Saturable _ ->
                IntegratedConcentration.of(this, sorted, until);
        };
    }
}
