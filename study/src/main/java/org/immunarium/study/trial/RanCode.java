package org.immunarium.study.trial;

import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.patient.response.Assessment;
import org.immunarium.patient.response.Recist;
import org.immunarium.patient.response.Response;
import org.immunarium.patient.response.Visit;
import org.immunarium.patient.toxicity.AdverseEvent.Grade;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.study.trial.TrialPatient.Dose;
import org.immunarium.trial.endpoint.Harm;
import org.immunarium.trial.endpoint.Outcome;

/// What became of a patient, in bytes of a safe point.
final class RanCode {

    private RanCode() {}

    static void put(Ran ran, BlockOutput out) throws IOException {
        out.put(ran.number());
        out.put(ran.arm());
        switch (ran) {
            case Ran.Failed failed -> {
                out.put(false);
                out.put(failed.why());
            }
            case TrialPatient patient -> {
                out.put(true);
                out.put(patient.treatment());
                out.put(patient.stratum());
                out.put(patient.visits().size());
                for (Visit visit : patient.visits()) {
                    put(visit, out);
                }
                out.put(patient.harms().size());
                for (Harm harm : patient.harms()) {
                    out.put(harm.worst().ordinal());
                    out.put(harm.first());
                    out.put(harm.severe());
                }
                out.put(patient.doses().size());
                for (Dose dose : patient.doses()) {
                    out.put(dose.variant());
                    out.put(dose.place());
                    out.put(dose.time());
                    out.put(dose.share());
                }
                put(patient.outcome(), out);
            }
        }
    }

    static Ran take(BlockInput in) throws IOException {
        long number = in.takeLong();
        int arm = in.takeInt();
        if (!in.takeBoolean()) {
            return new Ran.Failed(number, arm, in.takeText());
        }
        int treatment = in.takeInt();
        int stratum = in.takeInt();
        List<Visit> visits = new ArrayList<>();
        for (int left = in.takeInt(); left > 0; left--) {
            visits.add(visit(in));
        }
        List<Harm> harms = new ArrayList<>();
        for (int left = in.takeInt(); left > 0; left--) {
            harms.add(new Harm(one(in, Grade.values()), in.takeDouble(), in.takeDouble()));
        }
        List<Dose> doses = new ArrayList<>();
        for (int left = in.takeInt(); left > 0; left--) {
            doses.add(new Dose(in.takeInt(), in.takeInt(), in.takeDouble(), in.takeDouble()));
        }
        return new TrialPatient(number, arm, treatment, stratum, visits, harms, doses, outcome(in, visits));
    }

    private static void put(Visit visit, BlockOutput out) throws IOException {
        out.put(visit.time());
        out.put(visit.sum());
        out.put(visit.others().ordinal());
        out.put(visit.news());
    }

    private static Visit visit(BlockInput in) throws IOException {
        return new Visit(in.takeDouble(), in.takeDouble(), one(in, Visit.Others.values()), in.takeDouble());
    }

    /// Assessments follow from visits.
    private static void put(Outcome outcome, BlockOutput out) throws IOException {
        out.put(outcome.best().ordinal());
        put(outcome.responded(), out);
        put(outcome.progressed(), out);
        put(outcome.died(), out);
        out.put(outcome.followed());
        out.put(outcome.lastSeen());
        out.put(outcome.change());
    }

    private static Outcome outcome(BlockInput in, List<Visit> visits) throws IOException {
        Response best = one(in, Response.values());
        Optional<Double> responded = time(in);
        Optional<Double> progressed = time(in);
        Optional<Double> died = time(in);
        List<Assessment> assessments = Recist.assess(visits);
        return new Outcome(
                best, responded, progressed, died, in.takeDouble(), in.takeDouble(), in.takeDouble(), assessments);
    }

    private static void put(Optional<Double> time, BlockOutput out) throws IOException {
        out.put(time.orElse(Double.NaN));
    }

    private static Optional<Double> time(BlockInput in) throws IOException {
        double time = in.takeDouble();
        return Double.isNaN(time) ? Optional.empty() : Optional.of(time);
    }

    private static <T> T one(BlockInput in, T[] all) throws IOException {
        int place = in.takeInt();
        if (place < 0 || place >= all.length) {
            throw new StreamCorruptedException("one of " + all.length + " words was expected; found number " + place);
        }
        return all[place];
    }
}
