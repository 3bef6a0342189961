package org.immunarium.trial.endpoint;

import java.util.List;
import java.util.Optional;
import org.immunarium.patient.response.Response;

/// Patients of tests.
record Participants(int arm, int stratum, Outcome outcome) implements Participant {

    /// Who was followed for so long, and whether to death; progression came half way to death.
    static Participants of(int arm, int stratum, double followed, boolean died) {
        return new Participants(
                arm,
                stratum,
                new Outcome(
                        Response.STABLE,
                        Optional.empty(),
                        died ? Optional.of(followed / 2) : Optional.empty(),
                        died ? Optional.of(followed) : Optional.empty(),
                        followed,
                        died ? 0 : followed,
                        Double.NaN,
                        List.of()));
    }

    /// Who responded then, and was followed on without progression.
    static Participants responding(int arm, double responded, double followed) {
        return new Participants(
                arm,
                0,
                new Outcome(
                        Response.PARTIAL,
                        Optional.of(responded),
                        Optional.empty(),
                        Optional.empty(),
                        followed,
                        followed,
                        -0.5,
                        List.of()));
    }
}
