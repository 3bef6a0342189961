package org.immunarium.therapy.drug;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The drugs that come along.
public final class Drugs {

    private static final String TABLE = "/evidence/drugs.csv";
    private static final List<Drug> ALL = DrugTable.parse(table(), TABLE);

    private Drugs() {}

    /// All of them, in the order of the table.
    public static List<Drug> all() {
        return ALL;
    }

    /// The drug of this name or one of its other names, whatever its capitals.
    public static Optional<Drug> find(String name) {
        return ALL.stream().filter(drug -> drug.isCalled(name)).findFirst();
    }

    /// All names, other ones too.
    public static List<String> names() {
        return ALL.stream()
                .flatMap(drug -> Stream.concat(Stream.of(drug.name()), drug.otherNames().stream()))
                .toList();
    }

    private static String table() {
        try (InputStream in = Drugs.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the table of drugs, " + TABLE + ", is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
