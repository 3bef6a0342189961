package org.immunarium.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.immunarium.numerics.statistics.ProportionInterval;
import org.junit.jupiter.api.Test;

/// What each experiment of the page Learn tells, over twenty seeds: in how many of them it is so, with the exact
/// interval
/// of the share, at 95 %. "Nearly all" is a share whose interval lies above 0.75, as those of 19 and of 20 of 20
/// do;
/// "most", above a half; "hardly any", below a quarter, as that of 0 of 20 does.
final class LearnClaimsTest {

    private static final double CONFIDENCE = 0.95;

    @Test
    void patrolWithoutTCellsLeavesMostAndWithoutBCellsNothing() {
        Claims runs = new Claims("learn/patrol");
        double[] all = runs.abnormal("all-on-patrol");
        double[] noT = runs.abnormal("without-t-cells");
        double[] noNk = runs.abnormal("without-nk-cells");
        double[] noB = runs.abnormal("without-b-cells");
        double[] hidden = runs.left("without-nk-cells", "abnormal cell without MHC-I");
        runs.nearlyAll("all together leave no abnormal cell", i -> all[i] == 0);
        runs.hardlyAny("without T cells none is left", i -> noT[i] == 0);
        runs.hardlyAny("without NK cells none is left", i -> noNk[i] == 0);
        runs.nearlyAll("without B cells none is left", i -> noB[i] == 0);
        runs.nearlyAll("without T cells more are left than without NK cells", i -> noT[i] > noNk[i]);
        runs.nearlyAll("without NK cells those without MHC-I are left", i -> hidden[i] > noNk[i] / 2);
        assertThat(runs.runs.values("all-on-patrol", "killed healthy cell"))
                .as("healthy cells killed")
                .containsOnly(0);
    }

    @Test
    void patrolOfLowMhcNeedsNkCells() {
        Claims runs = new Claims("learn/patrol", "start[1].count=2", "start[2].count=6");
        double[] noT = runs.abnormal("without-t-cells");
        double[] noNk = runs.abnormal("without-nk-cells");
        runs.most("where MHC-I is low more are left without NK cells than without T cells", i -> noNk[i] > noT[i]);
    }

    /// The runs of an experiment, and how often something is so in them.
    private static final class Claims {

        private final String study;
        private final LearnRuns runs;

        Claims(String study, String... set) {
            this.study = study;
            this.runs = LearnRuns.of(study, 1, LearnRuns.ALL, List.of(set));
        }

        double[] left(String variant, String type) {
            return runs.values(variant, "final live " + type);
        }

        double[] abnormal(String variant) {
            double[] seen = left(variant, "abnormal cell");
            double[] hidden = left(variant, "abnormal cell without MHC-I");
            return IntStream.range(0, seen.length)
                    .mapToDouble(i -> seen[i] + hidden[i])
                    .toArray();
        }

        void nearlyAll(String claim, IntPredicate holds) {
            assertThat(share(claim, holds).lower()).as(study + ": " + claim).isGreaterThan(0.75);
        }

        void most(String claim, IntPredicate holds) {
            assertThat(share(claim, holds).lower()).as(study + ": " + claim).isGreaterThan(0.5);
        }

        void hardlyAny(String claim, IntPredicate holds) {
            assertThat(share(claim, holds).upper()).as(study + ": " + claim).isLessThan(0.25);
        }

        private ProportionInterval share(String claim, IntPredicate holds) {
            int all = runs.runs().size();
            int so = (int) IntStream.range(0, all).filter(holds).count();
            ProportionInterval interval = ProportionInterval.exact(so, all, CONFIDENCE);
            System.out.printf(
                    "%s: %s: %d of %d, %.2f to %.2f%n", study, claim, so, all, interval.lower(), interval.upper());
            return interval;
        }
    }
}
