package org.immunarium.trial.economics.evidence;

import java.util.List;
import java.util.Optional;
import org.immunarium.trial.economics.UncertainValue;

/// Quality of life in states of health, and what side effects take of it.
public record Utilities(List<Item> items) {

    /// Stands for all cancers, of side effects.
    public static final String ANY = "any";

    static final String HEADER = "cancer,state,mean,standard error,days,certainty,source,note";

    private static final String TABLE = "/evidence/economics/utilities.csv";
    private static final Utilities SHIPPED = parse(EvidenceRows.shipped(TABLE), TABLE);

    public Utilities {
        items = List.copyOf(items);
    }

    /// A row of the table.
    ///
    /// @param cancer  by the name that studies give it, or [#ANY]
    /// @param state   of health, or a side effect
    /// @param utility in the state; or what the side effect takes while it lasts
    /// @param days    how long that is; 0 of a state
    public record Item(String cancer, String state, SourcedValue utility, double days) {}

    /// The table that comes along.
    public static Utilities shipped() {
        return SHIPPED;
    }

    /// Reads one.
    ///
    /// @param source the file, for problems
    /// @throws org.immunarium.units.InvalidInputException with all that is wrong in it
    public static Utilities parse(String csv, String source) {
        return new Utilities(EvidenceRows.read(csv, source, HEADER, Utilities::item));
    }

    private static Item item(EvidenceRows.Row row) {
        String cancer = row.required("cancer");
        String state = row.required("state");
        return new Item(
                cancer,
                state,
                new SourcedValue(
                        UncertainValue.share(
                                (cancer.equals(ANY) ? "disutility: " : "utility: ") + state,
                                row.number("mean", true),
                                row.number("standard error", false)),
                        0,
                        row.grounds(),
                        row.required("source"),
                        row.text("note")),
                row.number("days", cancer.equals(ANY)));
    }

    /// Of a state or a side effect.
    ///
    /// @param cancer by its name, or [#ANY] of a side effect
    public Optional<Item> of(String cancer, String state) {
        return items.stream()
                .filter(item -> item.cancer().equals(cancer) && item.state().equals(state))
                .findFirst();
    }
}
