package org.immunarium.trial.observation;

import java.util.List;
import java.util.Optional;
import org.immunarium.patient.response.Assessment;
import org.immunarium.patient.response.ImmuneResponse;
import org.immunarium.patient.response.Irecist;
import org.immunarium.patient.response.Recist;
import org.immunarium.patient.response.Response;
import org.immunarium.patient.response.Visit;

/// When doses that are given until progression end.
public enum StopRule {
    /// At progression by RECIST 1.1.
    PROGRESSION("progression"),
    /// At progression that iRECIST calls confirmed: treatment goes on beyond the first.
    CONFIRMED_PROGRESSION("confirmed progression"),
    /// Not at all.
    NEVER("never");

    private final String words;

    StopRule(String words) {
        this.words = words;
    }

    /// As a study has it.
    public String words() {
        return words;
    }

    /// The visit at which they end; empty without one.
    ///
    /// @param visits baseline first
    public Optional<Double> stops(List<Visit> visits) {
        return switch (this) {
            case PROGRESSION ->
                Recist.assess(visits).stream()
                        .filter(each -> each.overall() == Response.PROGRESSIVE)
                        .map(Assessment::visit)
                        .map(Visit::time)
                        .findFirst();
            case CONFIRMED_PROGRESSION -> {
                int at = Irecist.of(visits).responses().indexOf(ImmuneResponse.CONFIRMED_PROGRESSION);
                yield at < 0 ? Optional.empty() : Optional.of(visits.get(1 + at).time());
            }
            case NEVER -> Optional.empty();
        };
    }
}
