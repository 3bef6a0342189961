package org.immunarium.study.trial;

import java.util.List;
import java.util.function.Consumer;
import org.immunarium.study.RunContext;
import org.immunarium.study.trial.Screening.Looked;
import org.immunarium.study.trial.TreatmentPhase.Allocated;

/// Where patients of a trial are looked at and treated: here, or in pieces elsewhere. What becomes of a patient
/// does not depend on it.
interface TrialSite {

    /// Looks at patients, untreated, at diagnosis.
    ///
    /// @param from     the first number
    /// @param to       the last
    /// @param consumer is given what was seen in the order of numbers
    void screen(long from, long to, Consumer<Looked> consumer);

    /// Treats patients and follows them.
    ///
    /// @param consumer is given what became of them in their order
    void treat(List<Allocated> allocated, Consumer<Ran> consumer);

    /// The threads of this process.
    static TrialSite here(PreparedTrial trial, int threads) {
        return new TrialSite() {
            @Override
            public void screen(long from, long to, Consumer<Looked> consumer) {
                Screening.look(trial, from, to, threads, consumer);
            }

            @Override
            public void treat(List<Allocated> allocated, Consumer<Ran> consumer) {
                new TreatmentPhase(trial, trial.observation()).run(allocated, threads, consumer);
            }
        };
    }

    /// Where a run says that it is carried out.
    static TrialSite of(PreparedTrial trial, RunContext context) {
        return context.elsewhere()
                .<TrialSite>map(place -> new TrialPieces(context.folder(), place))
                .orElseGet(() -> here(trial, context.threads()));
    }
}
