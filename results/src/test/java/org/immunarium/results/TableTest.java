package org.immunarium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void someColumnsAreTheSameAsOfTheWholeTable() throws IOException {
        StringBuilder text = new StringBuilder("id,\"a, b\",unused,c\n");
        for (int i = 0; i < 3000; i++) {
            text.append(i)
                    .append(',')
                    .append(i * 0.5)
                    .append(",x,")
                    .append(i == 7 ? "" : "1e" + i % 300)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        Map<String, double[]> some = Table.numbers(file, List.of("c", "a, b"));
        Table whole = Table.read(file);
        assertThat(some.keySet()).containsExactly("c", "a, b");
        assertThat(some.get("c")).hasSize(3000).containsExactly(whole.numbers(3));
        assertThat(some.get("a, b")).containsExactly(whole.numbers(1));
        assertThat(some.get("c")).contains(Double.NaN, org.assertj.core.api.Assertions.atIndex(7));
    }

    @Test
    void whatIsMissingOrDamagedIsToldWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n3,four\n5\n");
        assertThatThrownBy(() -> Table.numbers(file, List.of("d")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has no column \"d\"");
        assertThatThrownBy(() -> Table.numbers(file, List.of("b"))).hasMessageContaining(":3: a number was expected");
        assertThatThrownBy(() -> Table.numbers(file, List.of("a"))).hasMessageContaining(":4: 1 cells where");
        assertThatThrownBy(() -> Table.read(file)).hasMessageContaining(":4: 1 cells where");
        Path empty = Files.writeString(folder.resolve("e.csv"), "");
        assertThatThrownBy(() -> Table.read(empty)).hasMessageContaining("is empty");
    }
}
