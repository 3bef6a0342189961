package org.immunarium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
    void whatIsMissingOrDamagedIsToldWithItsPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n3,four\n5\n");
        String number = ":3: is damaged: a number was expected under \"b\"; found \"four\"";
        assertDamaged(() -> Table.numbers(file, List.of("b")), number);
        String width = ":4: is damaged: 2 cells were expected, as in the header; found 1";
        assertDamaged(() -> Table.numbers(file, List.of("a")), width);
        assertDamaged(() -> Table.read(file), width);
        String column = ":1: is damaged: the column \"d\" was expected; found \"a,b\"";
        assertDamaged(() -> Table.numbers(file, List.of("d")), column);
        Files.writeString(file, "a,b\n1,2\n3,four\n");
        assertDamaged(() -> Table.read(file).column("d"), column);
        assertDamaged(() -> Table.read(file).numbers(1), number);
        Files.writeString(file, "");
        assertDamaged(() -> Table.read(file), "t.csv: is damaged: a header line was expected; it is empty");
        Files.write(file, new byte[] {'a', '\n', (byte) 0xff, '\n'});
        assertDamaged(() -> Table.read(file), "t.csv: is damaged: text in UTF-8 was expected");
        Files.delete(file);
        assertDamaged(() -> Table.read(file), "t.csv: is damaged: it is missing");
    }

    private static void assertDamaged(ThrowingCallable reading, String says) {
        assertThatThrownBy(reading)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(says)
                .hasMessageEndingWith("; run the study again in a new folder");
    }

    @Test
    void ofColumnsOfOneNameTheLastIsMeant() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "failed,x,failed\n1,2,no\n");
        Table.forEach(file, List.of("failed"), row -> assertThat(row.text(0)).isEqualTo("no"));
    }
}
