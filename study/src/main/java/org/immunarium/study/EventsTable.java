package org.immunarium.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.immunarium.results.Table;
import org.immunarium.results.TableWriter;

/// The table of what happened in a run when: doses above all.
public final class EventsTable {

    /// Its name in a folder of tables.
    public static final String FILE = "events.csv";

    /// What is given all at once.
    public static final String DOSE = "dose";

    /// A dose that was due and was not given.
    public static final String WITHHELD = "dose withheld";

    /// The beginning of what runs in.
    public static final String START = "infusion start";

    /// The end of what runs in.
    public static final String END = "infusion end";

    /// A concentration that does not change.
    public static final String HELD = "held";

    private EventsTable() {}

    /// Something that happens.
    ///
    /// @param time  in the unit of the table's first column
    /// @param event [#DOSE], [#START], [#END], [#HELD], [#WITHHELD] or another word
    /// @param what  of doses, for example `nivolumab: 240 mg IV`
    public record Row(double time, String event, String what) {

        /// Writes it down.
        public void write(TableWriter table) {
            table.cell(time).cell(event).cell(what).endRow();
        }
    }

    /// Its header.
    ///
    /// @param time the first column, with its unit, as `time [min]`
    public static List<String> columns(String time) {
        return List.of(time, "event", "what");
    }

    /// Reads one; nothing where there is none.
    ///
    /// @throws org.immunarium.units.InvalidInputException if it is damaged
    public static List<Row> read(Path file) {
        List<Row> rows = new ArrayList<>();
        if (Files.exists(file)) {
            Table happened = Table.read(file);
            double[] times = happened.numbers(0);
            int event = happened.column("event");
            int what = happened.column("what");
            for (int i = 0; i < times.length; i++) {
                List<String> row = happened.rows().get(i);
                rows.add(new Row(times[i], row.get(event), row.get(what)));
            }
        }
        return rows;
    }
}
