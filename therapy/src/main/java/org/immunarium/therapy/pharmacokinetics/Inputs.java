package org.immunarium.therapy.pharmacokinetics;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Doses by time, with the moments at which one starts or ends, and what flows between these.
///
/// Of what goes into a depot only the share counts that is absorbed.
final class Inputs {

    private final List<Input> inputs;
    private final double[] moments;

    Inputs(List<Input> given, Optional<Absorption> absorption) {
        double share = absorption.map(Absorption::bioavailability).orElse(1.0);
        inputs = given.stream()
                .filter(input -> input.amount() > 0)
                .map(input -> input.site() == Input.Site.BLOOD
                        ? input
                        : new Input(input.time(), share * input.amount(), input.duration(), input.site()))
                .sorted(Comparator.comparingDouble(Input::time))
                .toList();
        moments = inputs.stream()
                .flatMap(input -> List.of(input.time(), input.end()).stream())
                .mapToDouble(time -> time)
                .sorted()
                .distinct()
                .toArray();
    }

    boolean isEmpty() {
        return inputs.isEmpty();
    }

    double first() {
        return moments[0];
    }

    double largest() {
        return inputs.stream().mapToDouble(Input::amount).max().orElse(0);
    }

    /// When something starts or ends, in rising order.
    double[] moments() {
        return moments;
    }

    /// What is given at once at a moment, in mg.
    double bolus(double moment, Input.Site site) {
        double sum = 0;
        for (Input input : inputs) {
            if (input.time() > moment) {
                break;
            }
            if (input.time() == moment && input.isBolus() && input.site() == site) {
                sum += input.amount();
            }
        }
        return sum;
    }

    /// What flows in from a moment to the next, in mg/d.
    double rate(double moment, Input.Site site) {
        double sum = 0;
        for (Input input : inputs) {
            if (input.time() > moment) {
                break;
            }
            if (!input.isBolus() && moment < input.end() && input.site() == site) {
                sum += input.rate();
            }
        }
        return sum;
    }
}
