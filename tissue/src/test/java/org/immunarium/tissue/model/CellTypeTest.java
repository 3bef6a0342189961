package org.immunarium.tissue.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// A type with another part is the same in all others.
final class CellTypeTest {

    private static final CellType FULL = new CellType(
                    "tumor",
                    CycleModel.LIVE,
                    false,
                    VolumeModel.DEFAULT,
                    DeathModel.APOPTOSIS,
                    DeathModel.NECROSIS,
                    new double[] {1, 2})
            .withMigration(new MigrationModel(true, new Guidance.Chemotaxis(1, true)))
            .withOxygen(new OxygenModel(0, 10, 38, 5, 2.5, 0.1, OptionalInt.empty()))
            .withKilling(
                    new ContactKillingModel(0, 0.1, 18, 14, OptionalInt.empty(), 0, 1, 0.1, 60, true, true, 0, 0, 30))
            .withLifespan(new LifespanModel(400, 500));

    private static void keepsAllBut(String part, UnaryOperator<CellType> change) throws ReflectiveOperationException {
        CellType changed = change.apply(FULL);
        for (var component : CellType.class.getRecordComponents()) {
            Object before = component.getAccessor().invoke(FULL);
            Object after = component.getAccessor().invoke(changed);
            if (component.getName().equals(part)) {
                assertThat(after).as(part).isNotEqualTo(before);
            } else {
                assertThat(after).as(component.getName()).isEqualTo(before);
            }
        }
    }

    @Test
    void eachWithKeepsAllOtherParts() throws ReflectiveOperationException {
        keepsAllBut("cycle", type -> type.withCycle(CycleModel.KI67_ADVANCED));
        keepsAllBut("migration", type -> type.withMigration(new MigrationModel(false, new Guidance.None())));
        keepsAllBut("asymmetric", CellType::withAsymmetricDivision);
        keepsAllBut("behaviours", type -> type.withBehaviours(new double[] {3, 4}));
        keepsAllBut("oxygen", type -> type.withOxygen(new OxygenModel(0, 11, 38, 5, 2.5, 0.1, OptionalInt.empty())));
        keepsAllBut(
                "killing",
                type -> type.withKilling(new ContactKillingModel(
                        0, 0.2, 18, 14, OptionalInt.empty(), 0, 1, 0.1, 60, true, true, 0, 0, 30)));
        keepsAllBut("lifespan", type -> type.withLifespan(new LifespanModel(300, 500)));
    }

    @Test
    void onlyWhoRestsBetweenTurnsHops() {
        Guidance guidance = new Guidance.None();
        assertThat(new CellType("healthy", new double[] {1, 2}).hops()).isFalse();
        assertThat(FULL.hops()).isFalse();
        assertThat(FULL.withMigration(new MigrationModel(true, guidance, OptionalDouble.of(0.1)))
                        .hops())
                .isTrue();
    }
}
