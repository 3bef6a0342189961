package org.immunarium.study.trial;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunarium.results.BlockInput;
import org.immunarium.results.Checkpoint;
import org.immunarium.results.SavingPace;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.trial.Screening.Candidate;
import org.immunarium.study.trial.TreatmentPhase.Allocated;
import org.immunarium.trial.design.Allocation;
import org.immunarium.trial.observation.FollowUp;

/// Runs a trial: patients are screened, given to arms, treated until progression and followed until death or the
/// end.
///
/// What became of patients is kept at safe points; a run that was stopped screens again, which takes little, and
/// goes on with those who are left.
final class TrialRun {

    private static final String POINT = "trial";
    private static final Duration BETWEEN_POINTS = Duration.ofSeconds(5);

    /// From one count of patients by arm to the next.
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(1);

    /// Of the time that a patient takes, to grow a tumour and to be treated.
    private static final double SCREENING = 0.2;

    private final PreparedTrial trial;
    private final RunContext context;
    private final Checkpoint checkpoint;

    TrialRun(PreparedTrial trial, RunContext context) {
        this.trial = trial;
        this.context = context;
        checkpoint = new Checkpoint(context.folder());
    }

    /// All of it; returns what was found.
    List<String> run() {
        int wanted = trial.patients().count();
        List<Ran> ran = new ArrayList<>(checkpoint.read(POINT, TrialRun::read).orElse(List.of()));
        double before = ran.isEmpty() ? 0 : SCREENING * wanted + (1 - SCREENING) * ran.size();
        try (RunContext.Shown shown = context.screen().show("patients", wanted, before, "")) {
            double[] done = {0};
            Runnable look = () -> context.stop().check("while patients were screened");
            TrialSite site = TrialSite.of(trial, context);
            Screening screening = Screening.of(site, wanted, look, () -> {
                done[0] += SCREENING;
                if (done[0] > before) {
                    shown.progress().reached(done[0]);
                }
            });
            Set<Long> known = ran.stream().map(Ran::number).collect(Collectors.toCollection(HashSet::new));
            List<Allocated> all = allocated(trial, screening.taken());
            AccrualTable accrual = new AccrualTable(trial, context.folder(), all);
            accrual.write(ran);
            List<Allocated> left = all.stream()
                    .filter(each -> !known.contains(each.patient().number()))
                    .toList();
            SavingPace pace = new SavingPace(BETWEEN_POINTS);
            SavingPace telling = new SavingPace(BETWEEN_COUNTS);
            try {
                site.treat(left, patient -> {
                    ran.add(patient);
                    shown.progress().reached(SCREENING * wanted + (1 - SCREENING) * ran.size());
                    if (telling.isDue()) {
                        telling.save(() -> accrual.write(ran));
                    }
                    context.stop().check("after " + ran.size() + " of " + wanted + " patients");
                    if (pace.isDue()) {
                        pace.save(() -> save(ran));
                    }
                });
            } catch (RunStopped stopped) {
                save(ran);
                accrual.write(ran);
                throw stopped;
            }
            save(ran);
            accrual.write(ran);
            ran.sort(Comparator.comparingLong(Ran::number));
            return new TrialTables(trial, context.folder(), ran, screening).write();
        }
    }

    private void save(List<Ran> ran) {
        checkpoint.save(Map.of(POINT, out -> {
            out.put(ran.size());
            for (Ran each : ran) {
                RanCode.put(each, out);
            }
        }));
    }

    private static List<Ran> read(BlockInput in) throws IOException {
        int count = in.takeInt();
        List<Ran> ran = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ran.add(RanCode.take(in));
        }
        return ran;
    }

    /// Arms are given in the order in which patients come; they are run in that of their numbers.
    static List<Allocated> allocated(PreparedTrial trial, List<Candidate> taken) {
        Allocation allocation = new Allocation(
                trial.seed(), trial.arms().stream().map(PlannedArm::share).toList());
        FollowUp followUp = trial.followUp();
        return taken.stream()
                .sorted(Comparator.<Candidate>comparingDouble(each -> followUp.entry(trial.seed(), each.number()))
                        .thenComparing(Candidate::number))
                .map(each -> new Allocated(each, allocation.next(each.stratum())))
                .sorted(Comparator.comparingLong(each -> each.patient().number()))
                .toList();
    }
}
