package org.immunarium.study.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.study.EventsTable;
import org.immunarium.study.report.figure.DoseMark;

/// What is given, as marks, from a run's table of events.
public final class DoseMarks {

    private DoseMarks() {}

    /// Doses as marks: infusions from their start to their end.
    ///
    /// @param events by time
    public static List<DoseMark> of(List<EventsTable.Row> events) {
        List<DoseMark> marks = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            EventsTable.Row event = events.get(i);
            int colon = event.what().indexOf(": ");
            String drug = colon < 0 ? "dose" : event.what().substring(0, colon);
            switch (event.event()) {
                case EventsTable.DOSE -> marks.add(new DoseMark(event.time(), 0, drug));
                case EventsTable.START -> marks.add(new DoseMark(event.time(), end(events, i) - event.time(), drug));
                default -> {}
            }
        }
        return marks;
    }

    /// When an infusion ends; infinite where the run ends before.
    private static double end(List<EventsTable.Row> events, int start) {
        for (EventsTable.Row later : events.subList(start + 1, events.size())) {
            if (later.event().equals(EventsTable.END)
                    && later.what().equals(events.get(start).what())) {
                return later.time();
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /// What is given in several variants, as marks of one figure: what some of them share is marked once, with their
    /// titles.
    ///
    /// @param variants marks by title
    public static List<DoseMark> ofVariants(Map<String, List<DoseMark>> variants) {
        Map<List<DoseMark>, List<String>> titles = new LinkedHashMap<>();
        variants.forEach((title, marks) -> {
            Map<String, List<DoseMark>> drugs = new LinkedHashMap<>();
            marks.forEach(dose ->
                    drugs.computeIfAbsent(dose.drug(), _ -> new ArrayList<>()).add(dose));
            drugs.values()
                    .forEach(doses -> titles.computeIfAbsent(doses, _ -> new ArrayList<>())
                            .add(title));
        });
        List<DoseMark> marks = new ArrayList<>();
        titles.forEach((doses, of) -> doses.forEach(dose -> marks.add(
                new DoseMark(dose.time(), dose.duration(), dose.drug() + " (" + String.join(", ", of) + ")"))));
        return marks;
    }
}
