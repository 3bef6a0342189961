package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.immunarium.numerics.statistics.ProportionInterval;
import org.immunarium.patient.toxicity.AdverseEvent;
import org.immunarium.patient.toxicity.AdverseEvent.Grade;
import org.immunarium.results.TableWriter;
import org.immunarium.trial.endpoint.Harm;
import org.immunarium.trial.endpoint.TimeToHarm;
import org.immunarium.trial.endpoint.TimeToHarm.Cause;
import org.immunarium.trial.statistics.CumulativeIncidence;
import org.immunarium.trial.statistics.Estimate;
import org.immunarium.trial.statistics.GrayTest;
import org.immunarium.units.Quantity;

/// Tables of side effects: whose, how many had them, and how many had had them by when.
final class SideEffectTables {

    private static final List<Grade> LEAST = List.of(Grade.MILD, Grade.SEVERE);

    private final TrialResults results;
    private final List<AdverseEvent> events;

    SideEffectTables(TrialResults results) {
        this.results = results;
        events = TreatmentPhase.events(results.trial().patients());
    }

    /// A side effect, or any of them.
    ///
    /// @param of those of a patient that count as it
    private record Counted(String name, String organ, Function<TrialPatient, Collection<Harm>> of) {

        TimeToHarm first(TrialPatient patient, Grade least) {
            return TimeToHarm.until(of.apply(patient), least, patient.countedUntil(), patient.outcome());
        }
    }

    private List<Counted> counted() {
        List<Counted> counted = new ArrayList<>();
        if (!events.isEmpty()) {
            counted.add(new Counted("any", "whole body", TrialPatient::harms));
        }
        for (int i = 0; i < events.size(); i++) {
            int place = i;
            counted.add(new Counted(
                    events.get(i).name(),
                    events.get(i).organ(),
                    patient -> List.of(patient.harms().get(place))));
        }
        return counted;
    }

    void write() {
        writePatients();
        writeShares();
        writeIncidence();
    }

    private void writePatients() {
        List<String> header = List.of("patient", "arm", "event", "organ", "worst grade", "first [d]", "first 3+ [d]");
        try (TableWriter table = TableWriter.create(results.folder().table(TrialTables.ADVERSE_EVENTS), header)) {
            for (TrialPatient patient : results.patients()) {
                for (int i = 0; i < events.size(); i++) {
                    Harm harm = patient.harms().get(i);
                    if (harm.worst() != Grade.NONE) {
                        table.cell(patient.number()).cell(results.title(patient.arm()));
                        table.cell(events.get(i).name()).cell(events.get(i).organ());
                        table.cell(harm.worst().words()).cell(harm.first());
                        table.cell(Double.isFinite(harm.severe()) ? Quantity.number(harm.severe()) : "")
                                .endRow();
                    }
                }
            }
        }
    }

    private static String words(Grade least) {
        return least == Grade.MILD ? "any" : least.words();
    }

    private void writeShares() {
        List<String> header = List.of(
                "arm", "event", "organ", "grade", "patients", "of", "share [%]", "lower [%]", "upper [%]", "Gray p");
        try (TableWriter table = TableWriter.create(results.folder().table(TrialTables.TOXICITY), header)) {
            for (int arm : results.arms()) {
                for (Counted event : counted()) {
                    for (Grade least : LEAST) {
                        writeShare(table, arm, event, least);
                    }
                }
            }
        }
    }

    private void writeShare(TableWriter table, int arm, Counted event, Grade least) {
        List<TrialPatient> some = results.of(arm);
        int count = (int) some.stream()
                .filter(patient -> event.first(patient, least).cause() == Cause.HARM)
                .count();
        ProportionInterval interval = ResponseTable.interval(count, some.size());
        table.cell(results.title(arm)).cell(event.name()).cell(event.organ()).cell(words(least));
        table.cell(count).cell(some.size()).cell(TrialResults.PERCENT * count / some.size());
        table.cell(TrialResults.PERCENT * interval.lower()).cell(TrialResults.PERCENT * interval.upper());
        if (arm == results.control()) {
            table.cell("").endRow();
        } else {
            table.cell(compared(arm, event, least)).endRow();
        }
    }

    /// Within strata, as arms were allocated; NaN where nothing tells the arms apart.
    private double compared(int arm, Counted event, Grade least) {
        List<TrialPatient> treated = results.of(arm);
        List<TrialPatient> control = results.of(results.control());
        if (treated.isEmpty() || control.isEmpty()) {
            return Double.NaN;
        }
        List<TrialPatient> both =
                Stream.concat(control.stream(), treated.stream()).toList();
        Followed followed = Followed.of(both, event, least);
        return GrayTest.of(
                        followed.times(),
                        followed.causes(),
                        Cause.HARM.code(),
                        both.stream()
                                .mapToInt(patient -> patient.arm() == arm ? 1 : 0)
                                .toArray(),
                        both.stream().mapToInt(TrialPatient::stratum).toArray())
                .result()
                .p();
    }

    private record Followed(double[] times, int[] causes) {

        static Followed of(List<TrialPatient> patients, Counted event, Grade least) {
            List<TimeToHarm> first = patients.stream()
                    .map(patient -> event.first(patient, least))
                    .toList();
            return new Followed(
                    first.stream().mapToDouble(TimeToHarm::time).toArray(),
                    first.stream().mapToInt(each -> each.cause().code()).toArray());
        }

        int atRisk(double time) {
            int count = 0;
            for (double each : times) {
                count += each >= time ? 1 : 0;
            }
            return count;
        }
    }

    private void writeIncidence() {
        List<String> header =
                List.of("arm", "event", "grade", "time [d]", "at risk", "incidence", "lower", "upper", "until [d]");
        try (TableWriter table = TableWriter.create(results.folder().table(TrialTables.SIDE_EFFECTS), header)) {
            for (int arm : results.arms()) {
                List<TrialPatient> some = results.of(arm);
                for (Counted event : some.isEmpty() ? List.<Counted>of() : counted()) {
                    for (Grade least : LEAST) {
                        writeIncidence(table, arm, event, least, Followed.of(some, event, least));
                    }
                }
            }
        }
    }

    private void writeIncidence(TableWriter table, int arm, Counted event, Grade least, Followed followed) {
        CumulativeIncidence incidence = CumulativeIncidence.of(followed.times(), followed.causes(), Cause.HARM.code());
        double until = 0;
        for (double time : followed.times()) {
            until = Math.max(until, time);
        }
        table.cell(results.title(arm)).cell(event.name()).cell(words(least));
        table.cell(0.0)
                .cell(followed.times().length)
                .cell(0.0)
                .cell(0.0)
                .cell(0.0)
                .cell(until)
                .endRow();
        for (double time : incidence.times()) {
            Estimate share = incidence.at(time, TrialResults.CONFIDENCE);
            table.cell(results.title(arm)).cell(event.name()).cell(words(least));
            table.cell(time).cell(followed.atRisk(time));
            table.cell(share.value())
                    .cell(share.lower())
                    .cell(share.upper())
                    .cell(until)
                    .endRow();
        }
    }
}
