package org.immunarium.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.immunarium.numerics.statistics.ProportionInterval;
import org.junit.jupiter.api.Test;

/// What each experiment of the page Learn tells, over twenty seeds: in how many of them it is so, with the exact
/// interval of the share, at 95 %. "Nearly all" is a share whose interval lies above 0.75, as those of 19 and of 20
/// of 20 do; "most", above a half; "many", above a quarter; "few", below a half; "hardly any", below a quarter, as
/// that of 0 of 20 does. The last experiment has 200 trials.
final class LearnClaimsTest {

    private static final double CONFIDENCE = 0.95;

    @Test
    void patrolWithoutTCellsLeavesMostAndWithoutBCellsNothing() throws IOException {
        Claims runs = new Claims("patrol");
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
        assertThat(runs.left("all-on-patrol", "healthy cell"))
                .as("healthy cells at the end")
                .isEqualTo(runs.runs.values("all-on-patrol", "initial live healthy cell"));
    }

    @Test
    void patrolOfLowMhcNeedsNkCells() throws IOException {
        Claims runs = new Claims("patrol-low-mhc");
        double[] noT = runs.abnormal("without-t-cells");
        double[] noNk = runs.abnormal("without-nk-cells");
        runs.most("where MHC-I is low more are left without NK cells than without T cells", i -> noNk[i] > noT[i]);
    }

    @Test
    void disguiseByPdL1SavesMostAndGrowthNothing() throws IOException {
        Claims runs = new Claims("disguise");
        double[] none = runs.left("no-trick", "tumour");
        double[] hide = runs.left("hides-its-antigen", "tumour");
        double[] fast = runs.left("grows-faster", "tumour");
        double[] raises = runs.left("raises-pd-l1", "tumour");
        double[] hidden = runs.runs.values("hides-its-antigen", "final without neoantigen tumour");
        runs.nearlyAll("without a trick the tumour is cleared", i -> none[i] == 0);
        runs.nearlyAll("growing faster does not save it", i -> fast[i] == 0);
        runs.many("losing the antigen saves some", i -> hide[i] > 0);
        runs.nearlyAll("nine in ten of whom have lost it", i -> hidden[i] >= 0.9 * hide[i]);
        runs.nearlyAll("PD-L1 saves most", i -> raises[i] > Math.max(hide[i], fast[i]));
        double[] leaves = runs.runs.values("raises-pd-l1", DEPARTED);
        for (String other : List.of("no-trick", "hides-its-antigen", "grows-faster")) {
            double[] fewer = runs.runs.values(other, DEPARTED);
            runs.nearlyAll("where PD-L1 is raised more leave than from: " + other, i -> leaves[i] > fewer[i]);
        }
    }

    @Test
    void wokenTCellsClearWhatComesBackAfterChemotherapy() throws IOException {
        Claims runs = new Claims("wake");
        double[] first = runs.runs.values("chemotherapy", "initial live tumour");
        double[] least = runs.runs.values("chemotherapy", "min live tumour");
        double[] poisoned = runs.left("chemotherapy", "tumour");
        double[] woken = runs.left("t-cells-woken", "tumour");
        double[] stay = runs.left("t-cells-woken", "CD8 T cell");
        double[] few = runs.left("chemotherapy", "CD8 T cell");
        runs.most("chemotherapy takes a fifth and more", i -> least[i] < 0.8 * first[i]);
        runs.nearlyAll("and the tumour grows back", i -> poisoned[i] > 1.5 * least[i]);
        runs.nearlyAll("woken T cells clear it", i -> woken[i] == 0);
        runs.nearlyAll("and more of them stay", i -> stay[i] > few[i]);
    }

    @Test
    void handshakeHasAThresholdAndAPlateau() throws IOException {
        Claims runs = new Claims("handshake");
        double[] none = runs.left("none", "tumour");
        double[] tenth = runs.left("0-7-nm", "tumour");
        double[] half = runs.left("7-nm", "tumour");
        double[] much = runs.left("70-nm", "tumour");
        double[] most = runs.left("700-nm", "tumour");
        runs.nearlyAll("0.7 nM does little", i -> tenth[i] > 0.8 * none[i]);
        runs.nearlyAll("7 nM leaves more than half", i -> half[i] > 0.5 * none[i]);
        runs.nearlyAll("70 nM leaves less than a tenth", i -> much[i] < 0.1 * none[i]);
        runs.nearlyAll("700 nM is no more than that", i -> Math.abs(most[i] - much[i]) < 0.1 * none[i]);
    }

    @Test
    void soldiersAreFastestWhereTheyAreGiven() throws IOException {
        Claims runs = new Claims("soldiers");
        double[] nothing = runs.left("nothing", "tumour");
        double[] given = runs.left("t-cells", "tumour");
        double[] vaccine = runs.left("vaccine", "tumour");
        double[] antibody = runs.left("antibody", "tumour");
        runs.nearlyAll("T cells that are given clear the tumour in a day", i -> given[i] == 0);
        runs.nearlyAll("the vaccine leaves no fewer", i -> vaccine[i] >= given[i]);
        runs.most("the antibody leaves more than the vaccine", i -> antibody[i] > vaccine[i]);
        runs.nearlyAll("and fewer than nothing does", i -> antibody[i] < nothing[i]);
    }

    @Test
    void eachKeyFitsItsLock() throws IOException {
        Claims runs = new Claims("keys");
        Map<String, String> fits = Map.of(
                "hidden", "checkpoint-inhibitor",
                "cold", "vaccine",
                "cd19", "car-t-cells",
                "cd20", "antibody");
        double[] open = new double[LearnRuns.ALL];
        fits.forEach((lock, key) -> {
            double[] own = runs.left(lock + "-" + key, "tumour");
            List<double[]> others = fits.values().stream()
                    .filter(other -> !other.equals(key))
                    .map(other -> runs.left(lock + "-" + other, "tumour"))
                    .toList();
            runs.nearlyAll(
                    lock + ": " + key + " leaves fewest", i -> others.stream().allMatch(other -> own[i] < other[i]));
            double[] alone = runs.left(lock + "-no-therapy", "tumour");
            runs.nearlyAll(lock + ": " + key + " leaves fewer than no therapy", i -> own[i] < alone[i]);
            for (int i = 0; i < open.length; i++) {
                open[i] += own[i];
            }
        });
        runs.most("each with its own key, no tumour cell is left", i -> open[i] == 0);
        double[] cold = runs.left("cold-no-therapy", "tumour");
        double[] start = runs.runs.values("cold-no-therapy", "initial live tumour");
        runs.few("the cold tumour shrinks by itself", i -> cold[i] < start[i]);
        double[] first = runs.runs.values("cd20-car-t-cells", "initial live tumour");
        double[] grown = runs.left("cd20-car-t-cells", "tumour");
        runs.nearlyAll("without CD19 CAR-T cells let the tumour grow", i -> grown[i] > first[i]);
    }

    @Test
    void nivolumabHasAPlateauAndDocetaxelTheHarm() throws IOException {
        Claims runs = new Claims("benefit");
        double[] plateau = runs.runs.values("nivolumab", END);
        double[] control = runs.runs.values("docetaxel", END);
        double[] harm = runs.runs.values("nivolumab", SEVERE);
        double[] more = runs.runs.values("docetaxel", SEVERE);
        double[] cost = runs.runs.values("nivolumab", COST);
        double[] less = runs.runs.values("docetaxel", COST);
        double[] p = runs.runs.values("nivolumab", "p OS");
        double[] again = runs.relapses("nivolumab");
        double[] sooner = runs.relapses("docetaxel");
        runs.nearlyAll("more are alive with nivolumab after 18 months", i -> plateau[i] > control[i]);
        runs.nearlyAll("fewer have severe side effects", i -> harm[i] < more[i]);
        runs.nearlyAll("it costs more", i -> cost[i] > less[i]);
        runs.nearlyAll("of tumours that shrank a larger share grows again with docetaxel", i -> sooner[i] > again[i]);
        runs.many("the log-rank test tells them apart", i -> p[i] < 0.05);
    }

    @Test
    void theNextTrialIsWonByChanceToo() throws IOException {
        Claims runs = new Claims("next-trial");
        runs.most("nivolumab alone beats docetaxel on all three", runs.beats("nivolumab"));
        runs.most("nivolumab by PD-L1 does", runs.beats("by-pd-l1"));
        runs.few("docetaxel first does", runs.beats("docetaxel-first"));
        runs.hardlyAny("both together do", runs.beats("both-together"));
        double[] p = runs.runs.values("nivolumab", "p OS");
        double[] ratio = runs.runs.values("nivolumab", "hazard ratio OS");
        runs.few("a trial so small proves that nivolumab is better", i -> ratio[i] < 1 && p[i] < 0.05);
    }

    private static final String DEPARTED = "departed tumour";
    private static final String END = "alive after 18 months";
    private static final String SEVERE = "severe side effects [%]";
    private static final String COST = "cost [USD]";

    /// What a patient may cost in the last experiment, USD.
    private static final double BUDGET = 200_000;

    /// The runs of an experiment, and how often something is so in them.
    private static final class Claims {

        private final String id;
        private final LearnRuns runs;

        /// Those that are stored, which `StoredLearnTest` holds to be what is run; in `./check --long` all are run
        /// anew.
        Claims(String id) throws IOException {
            this.id = id;
            boolean anew = Boolean.getBoolean("immunarium.long") || !LearnRuns.STORED.contains(id);
            this.runs = anew ? LearnRuns.anew(id, 2) : LearnRuns.stored(id);
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

        /// Of tumours that shrank, which share grew again.
        double[] relapses(String arm) {
            double[] all = runs.values(arm, "responses");
            double[] again = runs.values(arm, "relapses");
            return IntStream.range(0, all.length)
                    .mapToDouble(i -> again[i] / all[i])
                    .toArray();
        }

        /// Whether an arm wins against docetaxel, as the last experiment has it.
        IntPredicate beats(String arm) {
            double[] alive = runs.values(arm, END);
            double[] control = runs.values("docetaxel", END);
            double[] harm = runs.values(arm, SEVERE);
            double[] harmOfControl = runs.values("docetaxel", SEVERE);
            double[] cost = runs.values(arm, COST);
            return i -> alive[i] > control[i] && harm[i] <= harmOfControl[i] && cost[i] <= BUDGET;
        }

        void nearlyAll(String claim, IntPredicate holds) {
            assertThat(share(claim, holds).lower()).as(id + ": " + claim).isGreaterThan(0.75);
        }

        void most(String claim, IntPredicate holds) {
            assertThat(share(claim, holds).lower()).as(id + ": " + claim).isGreaterThan(0.5);
        }

        void many(String claim, IntPredicate holds) {
            assertThat(share(claim, holds).lower()).as(id + ": " + claim).isGreaterThan(0.25);
        }

        void few(String claim, IntPredicate holds) {
            assertThat(share(claim, holds).upper()).as(id + ": " + claim).isLessThan(0.5);
        }

        void hardlyAny(String claim, IntPredicate holds) {
            assertThat(share(claim, holds).upper()).as(id + ": " + claim).isLessThan(0.25);
        }

        private ProportionInterval share(String claim, IntPredicate holds) {
            int all = runs.runs().size();
            int so = (int) IntStream.range(0, all).filter(holds).count();
            ProportionInterval interval = ProportionInterval.exact(so, all, CONFIDENCE);
            System.out.printf(
                    "%s: %s: %d of %d, %.2f to %.2f%n", id, claim, so, all, interval.lower(), interval.upper());
            return interval;
        }
    }
}
