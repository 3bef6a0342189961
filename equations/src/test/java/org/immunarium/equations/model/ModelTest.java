package org.immunarium.equations.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.expression.Formula;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ModelTest {

    private static Model full(String id, String time) {
        Model model = ModelBuilder.of(id, id)
                .units(time, "cells", "litre")
                .compartment("V" + id, 1)
                .amount("X" + id, "", "V" + id, 1, "cells")
                .parameter("k" + id, "", 1, "1/" + time)
                .rate("k" + id, "0")
                .reaction("r" + id, "", Map.of("X" + id, 1.0), Map.of(), "k" + id + " * X" + id)
                .event("e" + id, "", "time > 1", "X" + id, "0")
                .build();
        return model.withConstraints(List.of(new Model.Constraint(Formula.parse("X" + id + " > 0"), id)))
                .withInitialAssignments(List.of(new Model.InitialAssignment("X" + id, Formula.parse("2"))));
    }

    static List<Method> withers() {
        return Arrays.stream(Model.class.getDeclaredMethods())
                .filter(m -> m.getName().startsWith("with"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("withers")
    void onePartIsReplacedAndNoOther(Method wither) throws ReflectiveOperationException {
        Model model = full("a", "day");
        Model other = full("b", "hour");
        Model changed = model;
        for (RecordComponent part : Model.class.getRecordComponents()) {
            if (wither.getName().equalsIgnoreCase("with" + part.getName())) {
                changed = (Model) wither.invoke(model, part.getAccessor().invoke(other));
            }
        }
        for (RecordComponent part : Model.class.getRecordComponents()) {
            boolean replaced = wither.getName().equalsIgnoreCase("with" + part.getName());
            Object mine = part.getAccessor().invoke(model);
            Object others = part.getAccessor().invoke(other);
            assertThat(part.getAccessor().invoke(changed)).isEqualTo(replaced ? others : mine);
            assertThat(mine.equals(others) && replaced).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("withers")
    void everyWitherIsNamedAfterAPart(Method wither) {
        Optional<RecordComponent> part = Arrays.stream(Model.class.getRecordComponents())
                .filter(c -> wither.getName().equalsIgnoreCase("with" + c.getName()))
                .findFirst();
        assertThat(part).isPresent();
    }
}
