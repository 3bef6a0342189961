package org.immunarium.tissue.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.immunarium.tissue.TestTissue;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.ContactKillingModel;
import org.immunarium.tissue.model.CycleModel;
import org.immunarium.tissue.model.Guidance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How killers kill what they hold, against what their equations say.
final class ContactKillingTest {

    private static final int PAIRS = 400;

    private static ContactKillingModel model(double attachment, double kill, double hold, double pull) {
        return new ContactKillingModel(
                0, attachment, 18, 14, OptionalInt.of(0), 0.5, 2, kill, hold, true, true, pull, 0, 30);
    }

    /// Many pairs of a target and a killer that do not move, far from each other.
    private static TestTissue pairs(ContactKillingModel killing, double mark, double distance) {
        TestTissue tissue = new TestTissue(1000, true)
                .variable("mark")
                .type("tumor")
                .type("killer")
                .does("tumor", "is_movable", 0)
                .does("killer", "is_movable", 0)
                .does("tumor", "custom:mark", mark)
                .change("killer", type -> type.withKilling(killing));
        for (int k = 0; k < PAIRS; k++) {
            double x = -950 + 100 * (k % 20);
            double y = -950 + 100 * (k / 20);
            tissue.cell("tumor", x, y, 0).cell("killer", x + distance, y, 0);
        }
        return tissue;
    }

    private static double attached(Cells cells) {
        int held = 0;
        for (int i = 0; i < cells.count(); i++) {
            held += cells.target.values[i] >= 0 ? 1 : 0;
        }
        return (double) held / PAIRS;
    }

    @ParameterizedTest
    @CsvSource({"13, 2, 1", "16, 2, 0.5", "16, 1.25, 0.25", "17.9, 2, 0.025", "18.1, 2, 0", "13, 0.5, 0", "13, 5, 1"})
    void killersGetHoldOfWhatIsNearAndMarked(double distance, double mark, double share) {
        try (Tissue tissue = pairs(model(0.05, 0, 1e12, 0), mark, distance).start(1, 2)) {
            tissue.advanceTo(12);
            assertThat(attached(tissue.cells())).isCloseTo(1 - Math.exp(-0.05 * share * 12), within(0.07));
        }
    }

    @Test
    void whatIsHeldDiesAtTheRateOfItsMark() {
        try (Tissue tissue = pairs(model(1e9, 0.05, 1e12, 0), 1.25, 13).start(2, 2)) {
            tissue.advanceTo(24);
            double killed = tissue.losses().of(0, Cause.CONTACT_KILLING, 1);
            assertThat(killed / PAIRS).isCloseTo(1 - Math.exp(-0.5 * 0.05 * 24), within(0.07));
            // Each has let go of what it killed.
            assertThat(attached(tissue.cells())).isCloseTo(1 - killed / PAIRS, within(1e-9));
        }
    }

    @Test
    void killersLetGoAfterAWhile() {
        try (Tissue tissue = pairs(model(0.02, 0, 30, 0), 2, 13).start(3, 2)) {
            tissue.advanceTo(150);
            // At equilibrium.
            assertThat(attached(tissue.cells())).isCloseTo(0.02 / (0.02 + 1.0 / 30), within(0.08));
        }
    }

    @Test
    void aTargetIsAloneWithItsKiller() {
        try (Tissue tissue = new TestTissue(200, true)
                .variable("mark")
                .type("tumor")
                .type("killer")
                .does("tumor", "custom:mark", 2)
                .change("killer", type -> type.withKilling(model(1e9, 0, 1e12, 0)))
                .cell("tumor", 0, 0, 0)
                .cell("killer", 12, 0, 0)
                .cell("killer", -12, 0, 0)
                .start(1, 1)) {
            tissue.advance();
            long held = 0;
            for (int i = 0; i < 3; i++) {
                held += tissue.cells().target.values[i] == 0 ? 1 : 0;
            }
            assertThat(held).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1e9, 0", "0, 1"})
    void whatIsHeldDoesNotDivide(double attachment, int daughters) {
        try (Tissue tissue = pairs(model(attachment, 0, 1e12, 0), 2, 13)
                .does("tumor", "cycle entry", 1.0 / 9)
                .cycle("tumor", CycleModel.LIVE.withFixed(true))
                .start(1, 2)) {
            // The first phenotype step comes before anything is held, and is too early to divide.
            tissue.advanceTo(6.1);
            assertThat(tissue.cells().count()).isEqualTo((2 + daughters) * PAIRS);
        }
    }

    @Test
    void killersCreepToThoseThatTheyDoNotTouch() {
        try (Tissue tissue = new TestTissue(200, true)
                .type("tumor")
                .type("killer")
                .does("tumor", "is_movable", 0)
                .does("killer", "cell-cell adhesion", 0)
                .change(
                        "killer",
                        type -> type.withKilling(new ContactKillingModel(
                                0, 0, 18, 14, OptionalInt.empty(), 0, 1, 0, 60, true, true, 0.01, 17.825, 20)))
                .cell("tumor", 0, 0, 0)
                .cell("killer", 19.9, 0, 0)
                .start(1, 1)) {
            tissue.advanceTo(6);
            double after = 19.9 * Math.exp(-0.01 * 6);
            int killer = tissue.cells().type.values[0] == 1 ? 0 : 1;
            assertThat(tissue.cells().x.values[killer]).isCloseTo(after, within(0.02));
            tissue.advanceTo(60);
            assertThat(tissue.cells().x.values[killer]).isCloseTo(17.825, within(0.05));
        }
    }

    @Test
    void whatIsFartherThanThePullReachesDrawsNobody() {
        try (Tissue tissue = pairs(
                        new ContactKillingModel(0, 0, 18, 14, OptionalInt.empty(), 0, 1, 0, 60, true, true, 1, 17, 18),
                        2,
                        19)
                .does("killer", "is_movable", 1)
                .does("killer", "cell-cell adhesion", 0)
                .start(1, 1)) {
            double before = tissue.cells().x.values[1];
            tissue.advanceTo(6);
            assertThat(tissue.cells().x.values[1]).isEqualTo(before);
        }
    }

    @Test
    void killersStandStillWithWhatTheyHold() {
        TestTissue test = new TestTissue(1000, true)
                .type("tumor")
                .type("killer")
                .does("tumor", "is_movable", 0)
                .does("killer", "migration speed", 1)
                .motile("killer", new Guidance.None())
                .change(
                        "killer",
                        type -> type.withKilling(new ContactKillingModel(
                                0, 1e9, 18, 14, OptionalInt.empty(), 0, 1, 0, 1e12, true, true, 0, 0, 30)))
                .cell("tumor", 0, 0, 0)
                .cell("killer", 17.5, 0, 0)
                .cell("killer", 500, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advanceTo(30);
            for (int i = 0; i < 3; i++) {
                if (tissue.cells().type.values[i] == 1) {
                    boolean holds = tissue.cells().target.values[i] >= 0;
                    assertThat(tissue.cells().motionX.values[i] == 0).isEqualTo(holds);
                }
            }
            assertThat(attached(tissue.cells()) * PAIRS).isEqualTo(1);
        }
    }

    /// A killer that gets hold of the one target that there is, at once and for good.
    private static TestTissue couple(UnaryOperator<CellType> killer) {
        return new TestTissue(200, true)
                .type("tumor")
                .type("killer")
                .type("other")
                .does("tumor", "is_movable", 0)
                .does("tumor", "cell-cell repulsion", 0)
                .does("tumor", "cell-cell adhesion", 0)
                .change(
                        "killer",
                        type -> killer.apply(type.withKilling(new ContactKillingModel(
                                0, 1e9, 18, 14, OptionalInt.empty(), 0, 1, 0, 1e12, true, true, 0, 0, 30))))
                .cell("tumor", 0, 0, 0)
                .cell("killer", 12, 0, 0);
    }

    private static int holders(Tissue tissue) {
        return (int) Math.round(attached(tissue.cells()) * PAIRS);
    }

    @Test
    void killersThatDivideHoldNothingAndTheirDaughtersNeither() {
        TestTissue test = couple(type -> type.withKilling(new ContactKillingModel(
                        0, 1, 18, 14, OptionalInt.empty(), 0, 1, 0, 1e12, true, true, 0, 0, 30)))
                .does("killer", "cycle entry", 1.0 / 9)
                .cycle("killer", CycleModel.LIVE.withFixed(true));
        for (int seed = 1; seed <= 5; seed++) {
            try (Tissue tissue = test.start(seed, 1)) {
                tissue.advanceTo(6);
                assertThat(holders(tissue)).isEqualTo(1);
                assertThat(tissue.springs().count()).isEqualTo(1);
                tissue.advance();
                assertThat(tissue.cells().count()).isEqualTo(3);
                // One may have got hold of it anew, not both.
                assertThat(holders(tissue)).isLessThanOrEqualTo(1);
                assertThat(tissue.springs().count()).isEqualTo(holders(tissue));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"apoptosis", "transform to other"})
    void killersThatDieOrBecomeOthersLetGo(String end) {
        try (Tissue tissue = couple(type -> type)
                .rule("killer", "time", true, end, 1e9, 5, 8)
                .start(1, 2)) {
            tissue.advanceTo(6);
            assertThat(holders(tissue)).isEqualTo(1);
            tissue.advanceTo(24);
            assertThat(holders(tissue)).isZero();
            assertThat(tissue.springs().count()).isZero();
        }
    }

    @Test
    void killersThatLeaveTheDomainHoldNothingAndHoldNobodyBack() {
        TestTissue test = new TestTissue(200, true)
                .type("tumor")
                .type("killer")
                .does("tumor", "is_movable", 0)
                .does("killer", "cell-cell adhesion elastic constant", 0)
                .does("tumor", "cycle entry", 1.0 / 9)
                .cycle("tumor", CycleModel.LIVE.withFixed(true))
                .change(
                        "killer",
                        type -> type.withKilling(new ContactKillingModel(
                                0, 1e9, 18, 14, OptionalInt.empty(), 0, 1, 0, 1e12, true, true, 0, 0, 30)))
                .cell("tumor", 190, 0, 0)
                .cell("killer", 199.9, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advanceTo(1);
            int outside = 0;
            for (int i = 0; i < tissue.cells().count(); i++) {
                outside += tissue.cells().outside.values[i];
            }
            // Repulsion has driven it out.
            assertThat(outside).isEqualTo(1);
            assertThat(holders(tissue)).isZero();
            tissue.advanceTo(13);
            assertThat(tissue.cells().count()).isEqualTo(3);
        }
    }

    @Test
    void killersLetGoOfWhatTheyDoNotTouchAnyMore() {
        TestTissue test = couple(type -> type).noSprings().does("killer", "migration speed", 0);
        try (Tissue tissue = test.start(1, 1)) {
            tissue.advanceTo(1);
            assertThat(holders(tissue)).isEqualTo(1);
            int killer = tissue.cells().type.values[0] == 1 ? 0 : 1;
            tissue.cells().x.values[killer] = 100;
            tissue.advance();
            assertThat(holders(tissue)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"20, true", "20, false", "40, true", "40, false"})
    void whomKillersReachDoesNotDependOnWhenListsWereMade(double within, boolean fresh) {
        // Reaches are 10.5 µm each: cells at 21.5 µm do not touch, wherever `within` is.
        TestTissue test = new TestTissue(200, true)
                .type("tumor")
                .type("killer")
                .does("tumor", "is_movable", 0)
                .does("killer", "is_movable", 0)
                .change(
                        "killer",
                        type -> type.withKilling(new ContactKillingModel(
                                0, 1e9, within, 1, OptionalInt.empty(), 0, 1, 0, 1e12, true, true, 0, 0, 30)))
                .cell("tumor", 0, 0, 0)
                .cell("killer", fresh ? 21.5 : 24.5, 0, 0);
        try (Tissue tissue = test.start(1, 1)) {
            int killer = tissue.cells().type.values[0] == 1 ? 0 : 1;
            tissue.cells().x.values[killer] = 21.5;
            tissue.advance();
            assertThat(holders(tissue)).isZero();
        }
    }

    @Test
    void severalMayHoldATargetThatIsNotAlone() {
        try (Tissue tissue = new TestTissue(200, true)
                .type("tumor")
                .type("killer")
                .change(
                        "killer",
                        type -> type.withKilling(new ContactKillingModel(
                                0, 1e9, 18, 14, OptionalInt.empty(), 0, 1, 0, 1e12, false, false, 0, 0, 30)))
                .cell("tumor", 0, 0, 0)
                .cell("killer", 12, 0, 0)
                .cell("killer", -12, 0, 0)
                .start(1, 2)) {
            tissue.advance();
            assertThat(holders(tissue)).isEqualTo(2);
        }
    }

    @Test
    void aTypeThatKillsAttacksNobodyWhateverItsRates() {
        try (Tissue tissue = couple(type -> type)
                .does("killer", "attack other", 1e9)
                .cell("other", 25, 0, 0)
                .start(1, 1)) {
            tissue.advanceTo(1);
            assertThat(tissue.losses().of(2, Cause.CONTACT_KILLING)).isZero();
            for (int i = 0; i < 3; i++) {
                assertThat(tissue.cells().target.values[i]).isIn(-1L, 0L);
            }
        }
    }
}
