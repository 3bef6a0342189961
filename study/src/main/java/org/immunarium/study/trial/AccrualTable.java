package org.immunarium.study.trial;

import java.util.List;
import org.immunarium.results.AtomicFile;
import org.immunarium.results.RunFolder;
import org.immunarium.results.TableWriter;
import org.immunarium.study.trial.TreatmentPhase.Allocated;

/// How many patients each arm was given, and how many of them have been followed to their end until now: written
/// anew while a trial goes on, whole each time.
final class AccrualTable {

    private final PreparedTrial trial;
    private final RunFolder folder;
    private final int[] allocated;

    /// @param all patients of the trial, those who were run before it was gone on with too
    AccrualTable(PreparedTrial trial, RunFolder folder, List<Allocated> all) {
        this.trial = trial;
        this.folder = folder;
        allocated = new int[trial.arms().size()];
        all.forEach(each -> allocated[each.arm()]++);
    }

    /// @param ran patients who have been followed to their end, or failed
    void write(List<Ran> ran) {
        int[] followed = new int[allocated.length];
        ran.forEach(each -> followed[each.arm()]++);
        AtomicFile.write(folder.table(TrialTables.ACCRUAL), partial -> {
            try (TableWriter table = TableWriter.create(partial, List.of("arm", "patients", "followed"))) {
                for (int arm = 0; arm < allocated.length; arm++) {
                    table.cell(trial.arms().get(arm).title())
                            .cell((long) allocated[arm])
                            .cell((long) followed[arm])
                            .endRow();
                }
            }
        });
    }
}
