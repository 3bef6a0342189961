package org.immunarium.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        assertThat(Table.header(file)).containsExactly("id", "a, b", "unused", "c");
        List<Integer> places = Table.places(file, List.of("c", "a, b"));
        assertThat(places).containsExactly(3, 1);
        Table whole = Table.read(file);
        for (int room : new int[] {0, 2999, 3000, 5000}) {
            double[][] some = Table.numbers(file, places, room);
            assertThat(some[0]).hasSize(3000).containsExactly(whole.numbers(3));
            assertThat(some[1]).containsExactly(whole.numbers(1));
            assertThat(some[0]).contains(Double.NaN, org.assertj.core.api.Assertions.atIndex(7));
        }
    }

    @Test
    void cellsMayLieAcrossTheBlocksInWhichAFileIsRead() throws IOException {
        String odd = "x\"\"y,\n".repeat(7000);
        Path file = Files.writeString(folder.resolve("t.csv"), "a,b\r\n\"" + odd + "\",\"\"\n\"\"\"\",2");
        assertThat(Table.read(file).rows()).containsExactly(List.of(odd.replace("\"\"", "\""), ""), List.of("\"", "2"));
    }

    @Test
    void columnsAreReadInGroupsThatFit() {
        List<Integer> places = List.of(1, 2, 3, 4, 5);
        assertThat(Table.inGroups(places, 10)).containsExactly(places);
        long many = Runtime.getRuntime().maxMemory();
        assertThat(Table.inGroups(places, many)).hasSize(5).allMatch(group -> group.size() == 1);
        assertThat(Table.inGroups(places, many / 4 / 8 / 2 - 1))
                .containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
        assertThat(Table.inGroups(List.of(), 10)).isEmpty();
    }

    @Test
    void whatIsMissingOrDamagedIsToldWithItsPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n3,four\n5\n");
        String number = ":3: is damaged: a number was expected under \"b\"; found \"four\"";
        assertDamaged(() -> Table.numbers(file, List.of(1), 9), number);
        String width = ":4: is damaged: 2 cells were expected, as in the header; found 1";
        assertDamaged(() -> Table.numbers(file, List.of(0), 9), width);
        assertDamaged(() -> Table.read(file), width);
        String column = ":1: is damaged: the column \"d\" was expected; found \"a,b\"";
        assertDamaged(() -> Table.places(file, List.of("d")), column);
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

    @Test
    void linesAreThoseOfTheFileWhereACellHasSeveral() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "\"a\nb\",c\n\"x\ny\n\",1\n\"z\nz\",four\n1,2,3\n");
        String number = ":6: is damaged: a number was expected under \"c\"; found \"four\"";
        assertDamaged(() -> Table.numbers(file, List.of(1), 9), number);
        assertDamaged(() -> Table.read(file), ":8: is damaged: 2 cells were expected, as in the header; found 3");
        Files.writeString(file, Files.readString(file).replace("1,2,3", "1,2"));
        assertDamaged(() -> Table.read(file).numbers(1), number);
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
