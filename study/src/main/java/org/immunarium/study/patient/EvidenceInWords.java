package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.patient.assembly.KnownValue;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.study.Words;
import org.immunarium.units.Unit;

/// Tells the values of a patient, what each means and where it is from.
public final class EvidenceInWords {

    private EvidenceInWords() {}

    /// A line a value.
    public static String of(ParameterTable table) {
        return of("Values, and where they are from:", table);
    }

    /// A line a value, under a line of its own.
    public static String of(String heading, ParameterTable table) {
        Words words = new Words();
        words.line(heading);
        table.values().forEach(value -> words.line("  " + line(value)));
        return words.toString();
    }

    /// A value, what it means and where it is from.
    static String line(KnownValue value) {
        String unit = value.share()
                ? " (a plain number from 0 to 1)"
                : value.unit().equals(Unit.ONE) ? " (a plain number)" : " " + value.unit();
        List<String> from = new ArrayList<>();
        from.add(value.certainty().words());
        if (!value.source().isEmpty()) {
            from.add(value.source());
        }
        if (!value.note().isEmpty()) {
            from.add(value.note());
        }
        return value.name() + " = " + value.value() + unit + ": " + value.meaning() + " (" + String.join("; ", from)
                + ")";
    }
}
