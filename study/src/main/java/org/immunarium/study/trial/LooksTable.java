package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immunarium.results.TableWriter;
import org.immunarium.trial.endpoint.InterimLooks;
import org.immunarium.trial.endpoint.InterimLooks.Look;

/// What looks at the trial while it went on would have shown.
final class LooksTable {

    private static final List<String> HEADER =
            List.of("endpoint", "arm", "information", "day of the trial [d]", "events", "z", "boundary", "crossed");

    private static final double PERCENT = 100;

    private final TrialResults results;
    private final PlannedLooks plan;

    LooksTable(TrialResults results, PlannedLooks plan) {
        this.results = results;
        this.plan = plan;
    }

    /// Writes it; returns what was found.
    List<String> write() {
        List<String> found = new ArrayList<>();
        try (TableWriter table = TableWriter.create(results.folder().table(TrialTables.LOOKS), HEADER)) {
            for (int arm : results.arms()) {
                if (arm != results.control()) {
                    Optional<InterimLooks> looks =
                            plan.looks(results.trial(), results.of(arm), results.of(results.control()));
                    looks.ifPresent(all -> all.looks().forEach(look -> write(table, arm, look)));
                    found.add(inWords(arm, looks));
                }
            }
        }
        return found;
    }

    private void write(TableWriter table, int arm, Look look) {
        table.cell(plan.of().abbreviation()).cell(results.title(arm));
        table.cell(look.information()).cell(look.day()).cell(look.events());
        table.cell(look.z()).cell(look.boundary());
        table.cell(look.isCrossed() ? "yes" : "no").endRow();
    }

    private String inWords(int arm, Optional<InterimLooks> looks) {
        String of = plan.of().abbreviation() + ", " + results.title(arm) + ": ";
        if (looks.isEmpty()) {
            return of + "no looks, for there are too few events";
        }
        return of
                + looks.get()
                        .stopped()
                        .map(look -> String.format(
                                Locale.ROOT,
                                "better beyond the boundary after %.0f %% of events (z %.2f, boundary %.2f)",
                                PERCENT * look.information(),
                                look.z(),
                                look.boundary()))
                        .orElse("beyond the boundary at no look");
    }
}
