package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.immunarium.results.TableWriter;
import org.immunarium.study.EventsTable;
import org.immunarium.tissue.Arrived;
import org.immunarium.tissue.Tissue;

/// Writes down what happens to a tissue from outside: doses when they are given, cells when they come in.
final class TissueEvents {

    static final List<String> COLUMNS = EventsTable.columns("time [min]");

    private final List<EventsTable.Row> doses;
    private final TableWriter table;
    private int next;

    /// @param doses by time
    /// @param after the time up to which they are written, min; below 0 for none
    TissueEvents(List<EventsTable.Row> doses, double after, TableWriter table) {
        this.doses = doses;
        this.table = table;
        while (next < doses.size() && doses.get(next).time() <= after) {
            next++;
        }
    }

    /// Adds what has happened with the tissue's last step.
    void write(Tissue tissue) {
        List<EventsTable.Row> events = new ArrayList<>();
        while (next < doses.size() && doses.get(next).time() <= tissue.time()) {
            events.add(doses.get(next++));
        }
        for (Arrived each : tissue.arrived()) {
            String type = tissue.model().types().get(each.type()).name();
            events.add(new EventsTable.Row(each.time(), each.way().written(), type + ": " + each.count()));
        }
        events.sort(Comparator.comparingDouble(EventsTable.Row::time));
        for (EventsTable.Row each : events) {
            each.write(table);
        }
    }
}
