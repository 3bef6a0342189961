package org.immunarium.trial.economics.evidence;

import java.util.List;
import org.immunarium.trial.economics.Vial;

/// What drugs cost in the sizes in which they are sold.
public record PriceList(List<Pack> packs) {

    /// The unit of what has one price, however large a dose is: a patient's own cells.
    public static final String DOSE = "dose";

    /// The unit of all other contents.
    public static final String MILLIGRAM = "mg";

    static final String HEADER = "drug,country,year,content,unit,price,currency,certainty,source,note";

    private static final String TABLE = "/evidence/economics/prices.csv";
    private static final PriceList SHIPPED = parse(EvidenceRows.shipped(TABLE), TABLE);

    public PriceList {
        packs = List.copyOf(packs);
    }

    /// A size.
    ///
    /// @param drug    by the name that the table of drugs has
    /// @param country where it is sold
    /// @param year    of the price
    /// @param vial    its content, in mg or doses, and its price, in the country's currency
    /// @param isDose  whether it is a dose, however large
    /// @param grounds how far the price can be relied on
    /// @param source  a citation
    /// @param note    may be empty
    public record Pack(
            String drug,
            Country country,
            int year,
            Vial vial,
            boolean isDose,
            Grounds grounds,
            String source,
            String note) {}

    /// The list that comes along.
    public static PriceList shipped() {
        return SHIPPED;
    }

    /// Reads one.
    ///
    /// @param source the file, for problems
    /// @throws org.immunarium.units.InvalidInputException with all that is wrong in it
    public static PriceList parse(String csv, String source) {
        return new PriceList(EvidenceRows.read(csv, source, HEADER, PriceList::pack));
    }

    private static Pack pack(EvidenceRows.Row row) {
        String unit = row.text("unit");
        if (!unit.equals(MILLIGRAM) && !unit.equals(DOSE)) {
            row.problem("unit: mg or dose was expected; found \"" + unit + '"');
        }
        return new Pack(
                row.required("drug"),
                row.country(),
                (int) row.number("year", true),
                new Vial(row.number("content", true), row.number("price", true)),
                unit.equals(DOSE),
                row.grounds(),
                row.required("source"),
                row.text("note"));
    }

    /// The sizes of a drug in a country; none where nothing is known.
    public List<Pack> of(String drug, Country country) {
        return packs.stream()
                .filter(pack -> pack.country() == country && pack.drug().equals(drug))
                .toList();
    }
}
