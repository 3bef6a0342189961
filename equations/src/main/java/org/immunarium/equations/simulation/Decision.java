package org.immunarium.equations.simulation;

import java.util.List;

/// How a run goes on.
public sealed interface Decision {

    /// As before.
    Decision GO_ON = new GoOn();

    /// Not at all: the run is over.
    Decision END = new End();

    /// See [#GO_ON].
    record GoOn() implements Decision {}

    /// See [#END].
    record End() implements Decision {}

    /// With other doses in place of those that have not begun; an infusion that is going on ends as it was to.
    ///
    /// @param interventions none of which begins before now
    record Give(List<Intervention> interventions) implements Decision {
        public Give {
            interventions = List.copyOf(interventions);
        }
    }
}
