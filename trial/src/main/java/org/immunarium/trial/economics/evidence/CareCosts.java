package org.immunarium.trial.economics.evidence;

import java.util.List;
import java.util.Optional;
import org.immunarium.trial.economics.UncertainValue;
import org.immunarium.units.Days;

/// What giving drugs, care and side effects cost.
public record CareCosts(List<Item> items) {

    /// Any side effect that has no row of its own.
    public static final String OTHER = "other side effect";

    static final String HEADER = "item,country,year,mean,standard error,per,currency,certainty,source,note";

    private static final String TABLE = "/evidence/economics/care-costs.csv";
    private static final CareCosts SHIPPED = parse(EvidenceRows.shipped(TABLE), TABLE);
    private static final double WEEKS = Days.YEAR / 7;

    public CareCosts {
        items = List.copyOf(items);
    }

    /// A row of the table.
    ///
    /// @param name    of what is paid for
    /// @param country where
    /// @param cost    of one, or of a year of care
    public record Item(String name, Country country, SourcedValue cost) {}

    /// The table that comes along.
    public static CareCosts shipped() {
        return SHIPPED;
    }

    /// Reads one.
    ///
    /// @param source the file, for problems
    /// @throws org.immunarium.units.InvalidInputException with all that is wrong in it
    public static CareCosts parse(String csv, String source) {
        return new CareCosts(EvidenceRows.read(csv, source, HEADER, CareCosts::item));
    }

    private static Item item(EvidenceRows.Row row) {
        String per = row.text("per");
        if (!per.equals("each") && !per.equals("w")) {
            row.problem("per: each or w was expected; found \"" + per + '"');
        }
        double times = per.equals("w") ? WEEKS : 1;
        String name = row.required("item");
        return new Item(
                name,
                row.country(),
                new SourcedValue(
                        UncertainValue.amount(
                                "cost: " + name,
                                times * row.number("mean", true),
                                times * row.number("standard error", false)),
                        (int) row.number("year", true),
                        row.grounds(),
                        row.required("source"),
                        row.text("note")));
    }

    /// The cost of something in a country.
    public Optional<SourcedValue> of(String name, Country country) {
        return items.stream()
                .filter(item -> item.country() == country && item.name().equals(name))
                .map(Item::cost)
                .findFirst();
    }
}
