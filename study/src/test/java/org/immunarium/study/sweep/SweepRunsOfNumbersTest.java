package org.immunarium.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.results.RunFolder;
import org.immunarium.results.RunLog;
import org.immunarium.results.Table;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.StopSignal;
import org.immunarium.study.Stopping;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sweeps of runs that take as long, and fail where, a test wants.
final class SweepRunsOfNumbersTest {

    private static final String NINE = "0:8:9";

    @TempDir
    private Path temporary = Path.of("");

    private RunFolder folder = new RunFolder(Path.of(""));

    @BeforeEach
    void makeFolder() {
        folder = RunFolder.createAt(temporary.resolve("run"));
    }

    private List<String> run(PreparedSweep sweep, int threads, StopSignal stop, RunContext.Screen screen) {
        return sweep.run(new RunContext(folder, new RunLog(folder, Clock.systemUTC()), threads, stop, screen));
    }

    private List<String> run(PreparedSweep sweep) {
        return run(sweep, 1, new StopSignal(), RunContext.Screen.NONE);
    }

    /// The first run takes for ever; all others are done at once.
    private static PreparedSweep withASlowFirst() {
        return SweepOfNumbers.over(NINE, (value, watch) -> {
            while (value == 0) {
                watch.accept(0);
            }
            return value;
        });
    }

    @Test
    void runsThatWaitForAnEarlierOneOutliveASecondStopOnFewerThreads() {
        StopSignal first = new StopSignal();
        assertThatThrownBy(() -> run(withASlowFirst(), 3, first, Stopping.after(7.5, first)))
                .isInstanceOf(RunStopped.class)
                .hasMessageContaining("after 8 of 9 runs");
        StopSignal second = new StopSignal();
        PreparedSweep stopsInItsFirst = SweepOfNumbers.over(NINE, (value, watch) -> {
            second.ask();
            watch.accept(0);
            return value;
        });
        assertThatThrownBy(() -> run(stopsInItsFirst, 1, second, RunContext.Screen.NONE))
                .isInstanceOf(RunStopped.class)
                .hasMessageContaining("after 8 of 9 runs");
        Set<Double> done = ConcurrentHashMap.newKeySet();
        run(SweepOfNumbers.over(NINE, (value, _) -> {
            done.add(value);
            return value;
        }));
        assertThat(done).containsExactly(0.0);
        assertThat(Table.read(folder.table(SweepTable.FILE)).numbers(4)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    private static double failingBelow(double least, double value) {
        if (value < least) {
            throw new NumericalFailure("y", 0, "became impossible");
        }
        return value;
    }

    @Test
    void findingsPassOverPointsWhoseNumbersFailed() {
        assertThat(run(SweepOfNumbers.over("0:4:5", (value, _) -> failingBelow(2, value))))
                .containsExactly(
                        "y   on average lowest 2 where x = 2, highest 4 where x = 4",
                        "2 of 5 runs failed: their numbers became impossible; sweep.csv says when and why");
    }

    @Test
    void whereAllRunsFailedNothingElseIsFound() {
        assertThat(run(SweepOfNumbers.over("0:4:5", (value, _) -> failingBelow(9, value))))
                .singleElement()
                .asString()
                .startsWith("5 of 5 runs failed");
    }

    @Test
    void whereOnlySomeFailedTheOthersMayHaveComeToTheSame() {
        assertThat(run(SweepOfNumbers.over("0:4:5", (value, _) -> failingBelow(2, value) / value)))
                .startsWith("all runs that did not fail came to the same");
    }

    @Test
    void aRunThatHasNoRoomStopsTheSweepWhichKeepsTheOthers() {
        StopSignal notAsked = new StopSignal();
        PreparedSweep sweep = SweepOfNumbers.over(NINE, (value, _) -> {
            if (value == 4) {
                throw new RunStopped("at 300 min, before its cells fill the memory");
            }
            return value;
        });
        assertThatThrownBy(() -> run(sweep, 1, notAsked, RunContext.Screen.NONE))
                .isInstanceOf(RunStopped.class)
                .hasMessage("stopped after 4 of 9 runs; a run stopped at 300 min, before its cells fill the memory");
    }
}
