package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.immunarium.results.TableWriter;
import org.immunarium.study.tissue.treatment.DoseEvent;
import org.immunarium.tissue.Arrived;
import org.immunarium.tissue.Tissue;

/// Writes down what happens to a tissue from outside: doses when they are given, cells when they come in.
final class TissueEvents {

    /// Its table's name in the folder of tables.
    static final String FILE = "events.csv";

    static final List<String> COLUMNS = List.of("time [min]", "event", "what");

    private final List<DoseEvent> doses;
    private final TableWriter table;
    private int next;

    /// @param doses by time
    /// @param after the time up to which they are written, min; below 0 for none
    TissueEvents(List<DoseEvent> doses, double after, TableWriter table) {
        this.doses = doses;
        this.table = table;
        while (next < doses.size() && doses.get(next).time() <= after) {
            next++;
        }
    }

    /// Adds what has happened with the tissue's last step.
    void write(Tissue tissue) {
        List<DoseEvent> events = new ArrayList<>();
        while (next < doses.size() && doses.get(next).time() <= tissue.time()) {
            events.add(doses.get(next++));
        }
        for (Arrived each : tissue.arrived()) {
            String type = tissue.model().types().get(each.type()).name();
            events.add(new DoseEvent(each.time(), each.way().written(), type + ": " + each.count()));
        }
        events.sort(Comparator.comparingDouble(DoseEvent::time));
        for (DoseEvent each : events) {
            table.cell(each.time()).cell(each.event()).cell(each.what()).endRow();
        }
    }
}
