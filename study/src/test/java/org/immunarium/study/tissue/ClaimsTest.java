package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.immunarium.numerics.statistics.ProportionInterval;
import org.immunarium.study.Overrides;
import org.immunarium.study.run.StudyRun;
import org.immunarium.study.sweep.SweepResult;
import org.immunarium.study.sweep.plan.SweepPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// What each study of a tissue that comes along claims, over many seeds: in how many of them it is so, with
/// the exact interval of the share, at 95 %. "Nearly all" is a share whose interval lies above 0.75, as those of
/// 19 and of 20 of 20 do; "most", above a half; "few", below a half; "none", below a quarter, as that of 0 of 20 does.
///
/// `cart-organoid` is measured by a benchmark of its own.
@EnabledIfSystemProperty(
        named = "immunarium.long",
        matches = "true",
        disabledReason = "skipped: it takes an hour; ./check --long runs it")
final class ClaimsTest {

    private static final int SEEDS = 20;
    private static final double CONFIDENCE = 0.95;

    @Test
    void surveillanceLeavesNothingBehindAndHarmsNoHealthyCell() {
        Runs runs = new Runs("surveillance");
        double[] seen = runs.left("both", "abnormal cell");
        double[] hidden = runs.left("both", "abnormal cell without MHC-I");
        runs.nearlyAll("both clear all abnormal cells", i -> seen[i] + hidden[i] == 0);
        double[] found = runs.left("T cells only", "abnormal cell");
        double[] missed = runs.left("T cells only", "abnormal cell without MHC-I");
        double[] few = runs.at("initial live", "T cells only", "abnormal cell without MHC-I");
        runs.nearlyAll("T cells clear those that show the antigen", i -> found[i] == 0);
        runs.nearlyAll("and leave those without MHC-I, which grow", i -> missed[i] > 2 * few[i]);
        double[] killed = runs.left("NK cells only", "abnormal cell without MHC-I");
        double[] left = runs.left("NK cells only", "abnormal cell");
        runs.nearlyAll("NK cells clear those without MHC-I", i -> killed[i] == 0);
        runs.nearlyAll("and leave those with it, which grow", i -> left[i] > 2 * few[i]);
        double[] nobody = runs.left("nobody looks", "abnormal cell");
        runs.nearlyAll("where nobody looks they grow", i -> nobody[i] > 2 * few[i]);
        assertThat(runs.at("killed", "both", "healthy cell"))
                .as("healthy cells killed")
                .containsOnly(0);
    }

    @Test
    void eachWayToHideKeepsTheTumourAlive() {
        Runs runs = new Runs("three-ways-to-hide");
        double[] first = runs.at("initial live", "seen", "tumour");
        double[] seen = runs.left("seen", "tumour");
        runs.nearlyAll("who is seen is cleared", i -> seen[i] == 0);
        for (String way : new String[] {"PD-L1", "TGF-beta"}) {
            double[] left = runs.left(way, "tumour");
            runs.nearlyAll("who hides by " + way + " grows", i -> left[i] > 2 * first[i]);
        }
        double[] lost = runs.left("MHC-I lost", "tumour");
        double[] without = runs.at("final without MHC-I", "MHC-I lost", "tumour");
        runs.nearlyAll("who can lose MHC-I is not cleared", i -> lost[i] > 0);
        runs.nearlyAll("and nine in ten of those who are left have none", i -> without[i] >= 0.9 * lost[i]);
    }

    @Test
    void blockingPd1ClearsATumourThatEscapesOtherwise() {
        Runs runs = new Runs("pd-1-block");
        double[] first = runs.at("initial live", "no treatment", "tumour");
        double[] untreated = runs.left("no treatment", "tumour");
        double[] treated = runs.left("nivolumab", "tumour");
        runs.nearlyAll("without treatment the tumour escapes", i -> untreated[i] > 2 * first[i]);
        runs.nearlyAll("nivolumab clears it", i -> treated[i] == 0);
    }

    @Test
    void carTCellsClearALymphomaWithTheBCellsUnlessCd19IsLost() {
        Runs runs = new Runs("car-t");
        String losing = "CAR-T cells, CD19 can be lost";
        double[] first = runs.at("initial live", "no treatment", "lymphoma");
        double[] untreated = runs.left("no treatment", "lymphoma");
        double[] treated = runs.left("CAR-T cells", "lymphoma");
        double[] healthy = runs.left("CAR-T cells", "B cell");
        double[] were = runs.at("initial live", "CAR-T cells", "B cell");
        double[] relapsed = runs.left(losing, "lymphoma");
        double[] lowest = runs.at("min live", losing, "lymphoma");
        double[] without = runs.at("final without CD19", losing, "lymphoma");
        runs.nearlyAll("without treatment the lymphoma grows", i -> untreated[i] > 2 * first[i]);
        runs.most("CAR-T cells clear it", i -> treated[i] == 0);
        runs.nearlyAll("of B cells fewer than one in ten are left", i -> healthy[i] < 0.1 * were[i]);
        runs.most("where CD19 can be lost the lymphoma comes back", i -> relapsed[i] > 2 * lowest[i]);
        runs.nearlyAll("and nine in ten have lost it", i -> relapsed[i] > 0 && without[i] >= 0.9 * relapsed[i]);
    }

    @Test
    void anAntibodyWorksThroughMacrophagesAndNaturalKillerCells() {
        Runs runs = new Runs("antibody");
        double[] first = runs.at("initial live", "rituximab", "lymphoma");
        double[] untreated = runs.left("no treatment", "lymphoma");
        double[] treated = runs.left("rituximab", "lymphoma");
        double[] killers = runs.left("rituximab without macrophages", "lymphoma");
        double[] eaters = runs.left("rituximab without NK cells", "lymphoma");
        runs.most("nine in ten are gone", i -> treated[i] < 0.1 * first[i]);
        runs.nearlyAll("NK cells alone slow the lymphoma", i -> killers[i] < untreated[i]);
        runs.nearlyAll("but do not hold it", i -> killers[i] > first[i]);
        runs.nearlyAll("macrophages alone leave fewer than NK cells alone", i -> eaters[i] < killers[i]);
        runs.most("both leave fewer than either", i -> treated[i] < Math.min(eaters[i], killers[i]));
    }

    @Test
    void anEngagerHoldsTCellsToWhatTheyDoNotKnow() {
        Runs runs = new Runs("engager");
        double[] first = runs.at("initial live", "no treatment", "lymphoma");
        double[] grown = runs.left("no treatment", "lymphoma");
        double[] left = runs.left("blinatumomab", "lymphoma");
        double[] healthy = runs.left("blinatumomab", "B cell");
        double[] cells = runs.at("initial live", "blinatumomab", "B cell");
        runs.nearlyAll("T cells that know nothing let it grow", i -> grown[i] > 2 * first[i]);
        runs.nearlyAll("under blinatumomab nine in ten are gone", i -> left[i] < 0.1 * first[i]);
        runs.nearlyAll("and half of the B cells", i -> healthy[i] < 0.5 * cells[i]);
    }

    @Test
    void dendriticCellsCallTCellsAndIpilimumabMoreOfThem() {
        Runs runs = new Runs("dendritic-cells");
        double[] first = runs.at("initial live", "dendritic cells eat", "tumour");
        double[] blind = runs.left("dendritic cells do not eat", "tumour");
        double[] eat = runs.left("dendritic cells eat", "tumour");
        double[] treated = runs.left("ipilimumab", "tumour");
        double[] calmed = runs.left("ipilimumab and regulatory cells", "tumour");
        runs.nearlyAll("where dendritic cells do not eat the tumour grows", i -> blind[i] > 2 * first[i]);
        runs.nearlyAll("where they do it grows less", i -> eat[i] < blind[i]);
        runs.nearlyAll("under ipilimumab fewer than half of that are left", i -> treated[i] < 0.5 * eat[i]);
        runs.most("regulatory cells that calm T cells leave more", i -> calmed[i] > treated[i]);
    }

    @Test
    void plasmaCellsMarkATumourForThoseWhoReadTheirAntibody() {
        Runs runs = new Runs("b-cells");
        double[] first = runs.at("initial live", "B cells and those who read their antibody", "tumour");
        double[] silent = runs.left("plasma cells that secrete nothing", "tumour");
        double[] unread = runs.left("nobody reads the antibody", "tumour");
        double[] both = runs.left("B cells and those who read their antibody", "tumour");
        runs.nearlyAll("without antibody the tumour grows", i -> silent[i] > 2 * first[i]);
        runs.nearlyAll("and where nobody reads it", i -> unread[i] > 2 * first[i]);
        runs.most("with both it is cleared", i -> both[i] == 0);
    }

    @Test
    void aVaccineClearsATumourThatDoesNotHide() {
        Runs runs = new Runs("vaccine");
        double[] first = runs.at("initial live", "vaccine", "tumour");
        double[] untreated = runs.left("no treatment", "tumour");
        double[] treated = runs.left("vaccine", "tumour");
        double[] hiding = runs.left("vaccine against a tumour that hides", "tumour");
        runs.nearlyAll("the vaccine clears a tumour that does not hide", i -> treated[i] == 0);
        runs.few("without it the one T cell that is there clears it", i -> untreated[i] == 0);
        runs.nearlyAll("a tumour that hides grows all the same", i -> hiding[i] > 2 * first[i]);
    }

    @Test
    void chemotherapyShrinksTheTumourForAWhileAndKillsTCellsToo() {
        Runs runs = new Runs("chemotherapy");
        double[] first = runs.at("initial live", "paclitaxel", "tumour");
        double[] lowest = runs.at("min live", "paclitaxel", "tumour");
        double[] last = runs.left("paclitaxel", "tumour");
        double[] untreated = runs.left("no treatment", "tumour");
        double[] lost = runs.at("lost to chemotherapy", "paclitaxel and nivolumab", "CD8 T cell");
        runs.nearlyAll("the tumour shrinks by a fifth and more", i -> lowest[i] < 0.8 * first[i]);
        runs.nearlyAll("and grows again", i -> last[i] > 1.2 * lowest[i] && last[i] < untreated[i]);
        runs.nearlyAll("T cells that multiply die of it", i -> lost[i] > 0);
    }

    @Test
    void aVaccineAndNivolumabClearWhatNeitherClearsAlone() {
        Runs runs = new Runs("combination");
        double[] nivolumab = runs.left("nivolumab", "tumour");
        double[] vaccine = runs.left("vaccine", "tumour");
        double[] both = runs.left("vaccine and nivolumab", "tumour");
        runs.nearlyAll("both clear the tumour", i -> both[i] == 0);
        runs.few("nivolumab alone clears it", i -> nivolumab[i] == 0);
        runs.none("the vaccine alone clears it", i -> vaccine[i] == 0);
    }

    @Test
    void nivolumabHarmsTheOrganThatPdL1Shields() {
        Runs runs = new Runs("healthy-tissue-harm");
        double[] cells = runs.at("initial live", "nivolumab", "healthy cell");
        double[] untreated = runs.at("killed", "no treatment", "healthy cell");
        double[] treated = runs.at("killed", "nivolumab", "healthy cell");
        double[] first = runs.at("initial live", "no treatment", "tumour");
        double[] grown = runs.left("no treatment", "tumour");
        double[] cleared = runs.left("nivolumab", "tumour");
        double[] left = runs.left("paclitaxel", "tumour");
        double[] poisoned = runs.at("lost to chemotherapy", "paclitaxel", "healthy cell");
        runs.nearlyAll("left alone the tumour grows", i -> grown[i] > 2 * first[i]);
        runs.nearlyAll("and at most one healthy cell in twenty is killed", i -> untreated[i] <= 0.05 * cells[i]);
        runs.nearlyAll("nivolumab clears the tumour", i -> cleared[i] == 0);
        runs.most("and more than one healthy cell in ten is killed", i -> treated[i] > 0.1 * cells[i]);
        runs.nearlyAll("paclitaxel does not clear the tumour", i -> left[i] > 0);
        runs.nearlyAll("and kills healthy cells that renew themselves", i -> poisoned[i] > 0);
    }

    @Test
    void aSpheroidLosesCellsOfItsOwnAndTCellsKillMore() {
        Runs runs = new Runs("spheroid");
        double[] first = runs.at("initial live", "T cells that know nothing", "tumour");
        double[] alone = runs.left("T cells that know nothing", "tumour");
        double[] known = runs.left("T cells that know the tumour", "tumour");
        runs.nearlyAll("one in ten dies for want of oxygen", i -> alone[i] < 0.9 * first[i]);
        runs.nearlyAll("T cells that know the tumour leave fewer", i -> known[i] < alone[i]);
        assertThat(runs.at("killed", "T cells that know nothing", "tumour"))
                .as("killed by T cells that know nothing")
                .containsOnly(0);
    }

    @Test
    void tCellsThatFollowTheChemokineKillMoreOfALargeTumour() {
        Runs runs = new Runs("large-tumour");
        double[] first = runs.at("initial live", "T cells that wander", "tumour");
        double[] wander = runs.at("killed", "T cells that wander", "tumour");
        double[] follow = runs.at("killed", "T cells that follow the chemokine", "tumour");
        runs.nearlyAll("who follows kills half as many again", i -> follow[i] > 1.5 * wander[i]);
        runs.nearlyAll("and less than one in twenty", i -> follow[i] < 0.05 * first[i]);
    }

    @Test
    void tCellsThatAreLedFindATumourAndMakeItSmaller() {
        Runs runs = new Runs("t-cells-find-a-tumour");
        double[] first = runs.at("initial live", "they wander", "tumour");
        double[] led = runs.left("they follow the chemokine", "tumour");
        double[] killed = runs.at("killed", "they follow the chemokine", "tumour");
        double[] wander = runs.at("killed", "they wander", "tumour");
        runs.nearlyAll("where they are led, a third of the tumour is gone in a day", i -> led[i] < first[i] * 2 / 3);
        runs.nearlyAll("and half as many again are killed as where they wander", i -> killed[i] > 1.5 * wander[i]);
    }

    /// A study with each seed.
    private static final class Runs {

        private final String study;
        private final SweepResult result;

        Runs(String study) {
            this.study = study;
            Overrides seeds = Overrides.NONE.withSweep(SweepPlan.replicates(SEEDS));
            result = SweepResult.of(
                    StudyRun.prepare(study, seeds).prepared(),
                    Runtime.getRuntime().availableProcessors());
        }

        double[] at(String measure, String variant, String type) {
            return result.values(variant, measure + " " + type);
        }

        double[] left(String variant, String type) {
            return at("final live", variant, type);
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

        void none(String claim, IntPredicate holds) {
            assertThat(share(claim, holds).upper()).as(study + ": " + claim).isLessThan(0.25);
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
