package org.immunarium.therapy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Ratio;

/// All that a patient is given.
///
/// @param regimens in the order written; none is no treatment
public record Therapy(List<Regimen> regimens) {

    /// No treatment.
    public static final Therapy NONE = new Therapy(List.of());

    public Therapy {
        regimens = List.copyOf(regimens);
    }

    /// All doses that start before a time, in the order in which they are given.
    ///
    /// @param horizon in days; a dose at this very time is not given
    /// @throws InvalidInputException if a regimen has more than [Regimen#MOST_DOSES]
    public List<Administration> administrations(Ratio horizon) {
        List<Administration> all = new ArrayList<>();
        for (int i = 0; i < regimens.size(); i++) {
            all.addAll(regimens.get(i).expand(horizon, i));
        }
        all.sort(Administration.ORDER);
        return all;
    }

    /// As [#administrations(Ratio)], but of no more doses than so many: none is made before they are counted.
    ///
    /// @param most doses of all regimens
    /// @throws InvalidInputException if there are more
    public List<Administration> administrations(Ratio horizon, int most) {
        List<Administration> all = new ArrayList<>();
        for (int i = 0; i < regimens.size(); i++) {
            Regimen regimen = regimens.get(i);
            if (Ratio.of(all.size()).plus(regimen.atMost(horizon)).compareTo(Ratio.of(most)) > 0) {
                throw new InvalidInputException(Problem.of(
                        "regimen \"" + regimen + "\"",
                        "may have more than " + most + " doses" + (all.isEmpty() ? "" : ", with those before it")));
            }
            all.addAll(regimen.expand(horizon, i));
        }
        all.sort(Administration.ORDER);
        return all;
    }

    /// The drugs given, each once, in the order written.
    public List<String> drugs() {
        return regimens.stream().map(Regimen::drug).distinct().toList();
    }

    /// As [RegimenText] reads it.
    @Override
    public String toString() {
        return regimens.stream().map(Regimen::toString).collect(Collectors.joining(" + "));
    }
}
