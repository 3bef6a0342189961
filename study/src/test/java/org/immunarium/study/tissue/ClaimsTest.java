package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.immunarium.numerics.statistics.ProportionInterval;
import org.immunarium.study.Overrides;
import org.immunarium.study.sweep.SweepResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// What each study of a tissue that comes along claims, over many seeds: in how many of them it is so, with
/// the exact interval of the share, at 95 %. "Nearly all" is a share whose interval lies above 0.75, as those of 19 and
/// of
/// 20 of 20 do; "most", above a half; "few", below a half.
@EnabledIfSystemProperty(
        named = "immunarium.long",
        matches = "true",
        disabledReason = "skipped: it takes an hour; ./check --long runs it")
final class ClaimsTest {

    private static final int SEEDS = 20;
    private static final double CONFIDENCE = 0.95;

    private static final Map<String, Runs> DONE = new ConcurrentHashMap<>();

    @Test
    void surveillanceLeavesNothingBehindAndHarmsNoHealthyCell() {
        Runs runs = runs("surveillance");
        double[] seen = runs.left("both", "abnormal cell");
        double[] hidden = runs.left("both", "abnormal cell without MHC-I");
        runs.nearlyAll("both clear all abnormal cells", i -> seen[i] + hidden[i] == 0);
        double[] alone = runs.left("T cells only", "abnormal cell without MHC-I");
        runs.most("T cells alone leave those without MHC-I, and they grow", i -> alone[i] > 16);
        double[] nk = runs.left("NK cells only", "abnormal cell");
        runs.most("NK cells alone leave those with MHC-I, and they grow", i -> nk[i] > 16);
        double[] healthy = runs.killed("both", "healthy cell");
        assertThat(healthy).as("healthy cells killed").containsOnly(0);
    }

    @Test
    void eachWayToHideKeepsTheTumourAlive() {
        Runs runs = runs("three-ways-to-hide");
        double[] seen = runs.left("seen", "tumor");
        runs.nearlyAll("who is seen is cleared", i -> seen[i] == 0);
        for (String way : new String[] {"PD-L1", "TGF-beta"}) {
            double[] left = runs.left(way, "tumor");
            runs.nearlyAll("who hides by " + way + " grows", i -> left[i] > 2 * 199);
        }
        double[] lost = runs.left("MHC-I lost", "tumor");
        runs.most("who can lose MHC-I is not cleared", i -> lost[i] > 0);
    }

    @Test
    void blockingPd1ClearsATumourThatEscapesOtherwise() {
        Runs runs = runs("pd-1-block");
        double[] untreated = runs.left("no treatment", "tumor");
        double[] treated = runs.left("nivolumab", "tumor");
        runs.nearlyAll("without treatment the tumour escapes", i -> untreated[i] > 2 * 199);
        runs.nearlyAll("nivolumab clears it", i -> treated[i] == 0);
    }

    @Test
    void carTCellsClearALymphomaWithTheBCellsUnlessCd19IsLost() {
        Runs runs = runs("car-t");
        double[] untreated = runs.left("no treatment", "lymphoma");
        double[] treated = runs.left("CAR-T cells", "lymphoma");
        double[] healthy = runs.left("CAR-T cells", "B cell");
        double[] relapsed = runs.left("CAR-T cells, CD19 can be lost", "lymphoma");
        double[] lowest = runs.of("CAR-T cells, CD19 can be lost", "min live lymphoma");
        runs.nearlyAll("without treatment the lymphoma grows", i -> untreated[i] > 2 * 163);
        runs.most("CAR-T cells clear it", i -> treated[i] == 0);
        runs.nearlyAll("of B cells fewer than one in ten are left", i -> healthy[i] < 8);
        runs.most(
                "where CD19 can be lost the lymphoma comes back", i -> relapsed[i] > 3 * lowest[i] && relapsed[i] > 20);
    }

    @Test
    void anAntibodyWorksThroughMacrophagesAndNaturalKillerCells() {
        Runs runs = runs("antibody");
        double[] untreated = runs.left("no treatment", "lymphoma");
        double[] treated = runs.left("rituximab", "lymphoma");
        double[] killers = runs.left("rituximab without macrophages", "lymphoma");
        double[] eaters = runs.left("rituximab without NK cells", "lymphoma");
        runs.most("nine in ten are gone", i -> treated[i] < 0.1 * 163);
        runs.nearlyAll("NK cells alone slow the lymphoma", i -> killers[i] < untreated[i]);
        runs.nearlyAll("but do not hold it", i -> killers[i] > 163);
        runs.most("both leave fewer than macrophages alone", i -> treated[i] < eaters[i]);
    }

    @Test
    void aVaccineClearsATumourThatDoesNotHide() {
        Runs runs = runs("vaccine");
        double[] untreated = runs.left("no treatment", "tumor");
        double[] treated = runs.left("vaccine", "tumor");
        double[] hiding = runs.left("vaccine against a tumour that hides", "tumor");
        runs.nearlyAll("the vaccine clears a tumour that does not hide", i -> treated[i] == 0);
        runs.most("without it more are left", i -> untreated[i] > treated[i]);
        runs.nearlyAll("a tumour that hides grows all the same", i -> hiding[i] > 2 * 199);
    }

    @Test
    void chemotherapyShrinksTheTumourForAWhileAndKillsTCellsToo() {
        Runs runs = runs("chemotherapy");
        double[] lowest = runs.of("paclitaxel", "min live tumor");
        double[] last = runs.left("paclitaxel", "tumor");
        double[] untreated = runs.left("no treatment", "tumor");
        double[] cells = runs.of("nivolumab", "max live CD8 T cell");
        double[] fewer = runs.of("paclitaxel and nivolumab", "max live CD8 T cell");
        runs.nearlyAll("the tumour shrinks", i -> lowest[i] < 199);
        runs.nearlyAll("and grows again", i -> last[i] > 1.2 * lowest[i] && last[i] < untreated[i]);
        runs.nearlyAll("T cells that multiply die of it", i -> fewer[i] < cells[i]);
    }

    @Test
    void aVaccineAndNivolumabClearWhatNeitherClearsAlone() {
        Runs runs = runs("combination");
        double[] nivolumab = runs.left("nivolumab", "tumor");
        double[] vaccine = runs.left("vaccine", "tumor");
        double[] both = runs.left("vaccine and nivolumab", "tumor");
        runs.nearlyAll("both clear the tumour", i -> both[i] == 0);
        runs.few("nivolumab alone clears it", i -> nivolumab[i] == 0);
        runs.few("the vaccine alone clears it", i -> vaccine[i] == 0);
    }

    @Test
    void nivolumabHarmsTheOrganThatPdL1Shields() {
        Runs runs = runs("healthy-tissue-harm");
        double[] untreated = runs.killed("no treatment", "healthy cell");
        double[] treated = runs.killed("nivolumab", "healthy cell");
        double[] cleared = runs.left("nivolumab", "tumor");
        double[] chemotherapy = runs.left("paclitaxel", "tumor");
        double[] spared = runs.killed("paclitaxel", "healthy cell");
        runs.nearlyAll("left alone, at most one healthy cell in twenty is killed", i -> untreated[i] <= 10);
        runs.most("under nivolumab more than one in ten is", i -> treated[i] > 20);
        runs.nearlyAll("nivolumab clears the tumour", i -> cleared[i] == 0);
        runs.nearlyAll("paclitaxel does not", i -> chemotherapy[i] > 0);
        runs.nearlyAll("T cells leave the organ alone under paclitaxel", i -> spared[i] <= treated[i]);
    }

    @Test
    void aSpheroidHasADeadCoreAndTCellsKillAtItsSurface() {
        Runs runs = runs("spheroid");
        double[] first = runs.of("T cells that know nothing", "initial live tumor");
        double[] alone = runs.left("T cells that know nothing", "tumor");
        double[] known = runs.left("T cells that know the tumour", "tumor");
        double[] killed = runs.killed("T cells that know the tumour", "tumor");
        double[] spared = runs.killed("T cells that know nothing", "tumor");
        runs.nearlyAll("one in ten dies in the core", i -> alone[i] < 0.9 * first[i]);
        runs.nearlyAll("T cells that know the tumour leave fewer", i -> known[i] < alone[i] && killed[i] > 200);
        assertThat(spared).as("killed by T cells that know nothing").containsOnly(0);
    }

    @Test
    void tCellsThatFollowTheChemokineKillMoreOfALargeTumour() {
        Runs runs = runs("large-tumour");
        double[] wander = runs.killed("T cells that wander", "tumor");
        double[] follow = runs.killed("T cells that follow the chemokine", "tumor");
        runs.nearlyAll("who follows kills more than who wanders", i -> follow[i] > 1.5 * wander[i]);
        runs.nearlyAll("and still few", i -> follow[i] < 5_000);
    }

    private static Runs runs(String study) {
        return DONE.computeIfAbsent(
                study,
                name -> new Runs(
                        name,
                        SweepResult.of(
                                name,
                                SEEDS,
                                Overrides.NONE,
                                Runtime.getRuntime().availableProcessors())));
    }

    /// A study with each seed.
    private record Runs(String study, SweepResult result) {

        double[] of(String variant, String measure) {
            return result.values(variant, measure);
        }

        double[] left(String variant, String type) {
            return of(variant, "final live " + type);
        }

        double[] killed(String variant, String type) {
            return of(variant, "killed " + type);
        }

        void nearlyAll(String claim, IntPredicate holds) {
            assertThat(share(claim, holds).lower()).as(study + ": " + claim).isGreaterThan(0.75);
        }

        void most(String claim, IntPredicate holds) {
            assertThat(share(claim, holds).lower()).as(study + ": " + claim).isGreaterThan(0.5);
        }

        void few(String claim, IntPredicate holds) {
            assertThat(share(claim, holds).upper()).as(study + ": " + claim).isLessThan(0.5);
        }

        private ProportionInterval share(String claim, IntPredicate holds) {
            int so = (int) IntStream.range(0, SEEDS).filter(holds).count();
            ProportionInterval interval = ProportionInterval.exact(so, SEEDS, CONFIDENCE);
            System.out.printf(
                    "%s: %s: %d of %d, %.2f to %.2f%n", study, claim, so, SEEDS, interval.lower(), interval.upper());
            return interval;
        }
    }
}
