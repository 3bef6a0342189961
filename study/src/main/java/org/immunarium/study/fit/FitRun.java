package org.immunarium.study.fit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.results.BlockInput;
import org.immunarium.results.Checkpoint;
import org.immunarium.results.SavingPace;
import org.immunarium.study.RunContext;

/// A fit with a folder: one patient after the other, all threads at each, then the tables.
///
/// Now and then, after a search, a profile or a block of samples, comes a safe point, from which a killed run
/// goes on; it ends with the same bytes. A run that was stopped leaves the best until then in `fit.csv`.
final class FitRun {

    private static final String POINT = "fit";

    /// From one table of what searches came to to the next.
    private static final Duration BETWEEN_SEARCHES = Duration.ofSeconds(1);

    private final PreparedFit prepared;
    private final RunContext context;
    private final Checkpoint checkpoint;
    private final FitTables tables;
    private final SavingPace pace = new SavingPace(Duration.ZERO);
    private final SavingPace telling = new SavingPace(BETWEEN_SEARCHES);

    /// Of each patient that was begun, in order.
    private final List<FitProgress> reached;

    FitRun(PreparedFit prepared, RunContext context) {
        this.prepared = prepared;
        this.context = context;
        checkpoint = new Checkpoint(context.folder());
        tables = new FitTables(prepared, context.folder());
        reached = new ArrayList<>(checkpoint.read(POINT, FitRun::read).orElse(List.of()));
    }

    private static List<FitProgress> read(BlockInput in) throws IOException {
        List<FitProgress> reached = new ArrayList<>();
        int count = in.takeInt();
        for (int i = 0; i < count; i++) {
            reached.add(FitProgress.read(in));
        }
        return reached;
    }

    private void save() {
        checkpoint.save(Map.of(POINT, out -> {
            out.put(reached.size());
            for (FitProgress each : reached) {
                each.write(out);
            }
        }));
    }

    List<String> run() {
        int patients = prepared.data().patients().size();
        List<PatientFit> fits =
                IntStream.range(0, patients).mapToObj(prepared::of).toList();
        int pieces = fits.stream().mapToInt(PatientFit::pieces).sum();
        try (RunContext.Shown shown = context.screen().show("fit", pieces, done(fits), "")) {
            for (int i = 0; i < patients; i++) {
                if (i == reached.size()) {
                    reached.add(new FitProgress());
                }
                PatientFit fit = fits.get(i);
                FitProgress progress = reached.get(i);
                fit.advance(progress, context.threads(), context.stop()::isAsked, () -> {
                    if (pace.isDue()) {
                        pace.save(this::save);
                    }
                    if (telling.isDue()) {
                        telling.save(() -> tables.writeSearches(reached));
                    }
                    shown.progress().reached(done(fits));
                });
                if (!fit.isDone(progress)) {
                    stopped(fits, pieces);
                }
            }
        }
        tables.writeSearches(reached);
        List<FitResult> results = results(fits);
        List<Forecast> forecasts = IntStream.range(0, patients)
                .mapToObj(i -> results.get(i).isFound()
                        ? Forecast.of(prepared, i, fits.get(i), reached.get(i), results.get(i))
                        : new Forecast(List.of()))
                .toList();
        tables.writeFit(results);
        tables.writeQuality(results);
        tables.writePredictions(results, forecasts);
        if (prepared.plan().samples() > 0) {
            tables.writeChains(results);
        }
        if (results.stream().noneMatch(FitResult::isFound)) {
            throw nothingFound(fits.getFirst());
        }
        List<String> lines = new ArrayList<>(new FitFindings(results).lines());
        if (prepared.plan().judged().isPresent()) {
            List<Optional<Judgement>> judgements = results.stream()
                    .map(each -> Optional.of(each)
                            .filter(result -> result.draws().length > 0)
                            .map(result -> Judgement.of(prepared, result)))
                    .toList();
            tables.writeCandidates(results, judgements);
            lines.addAll(FitFindings.candidates(results, judgements));
        }
        return lines;
    }

    /// Of the first patient, what fails where the first search began.
    private NumericalFailure nothingFound(PatientFit fit) {
        NumericalFailure first =
                fit.failure(reached.getFirst().minima.firstEntry().getValue().parameters());
        return new NumericalFailure(
                first.quantity(),
                first.time(),
                prepared.curves().timeUnit(),
                first.reason() + "; so begins the first search, the numbers fail wherever one began, and nothing was"
                        + " found: other ranges of what varies, or other errors, may help");
    }

    private int done(List<PatientFit> fits) {
        return IntStream.range(0, reached.size())
                .map(i -> fits.get(i).done(reached.get(i)))
                .sum();
    }

    private List<FitResult> results(List<PatientFit> fits) {
        return IntStream.range(0, reached.size())
                .mapToObj(i -> FitResult.of(prepared, i, fits.get(i), reached.get(i)))
                .toList();
    }

    /// Leaves the best so far.
    private void stopped(List<PatientFit> fits, int pieces) {
        save();
        tables.writeSearches(reached);
        List<FitResult> results = results(fits);
        tables.writeFit(results);
        tables.writeQuality(results);
        // A report needs the table, though a course is fitted when there is a best.
        tables.writePredictions(List.of(), List.of());
        boolean found = results.stream().anyMatch(FitResult::isFound);
        context.stop()
                .check("after " + done(fits) + " of " + pieces + " pieces of work"
                        + (found ? "; the best so far is in tables/" + FitTables.FIT : ""));
    }
}
