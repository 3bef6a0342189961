package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.immunarium.numerics.statistics.ProportionInterval;
import org.immunarium.patient.response.Assessment;
import org.immunarium.patient.response.Response;
import org.immunarium.patient.toxicity.AdverseEvent;
import org.immunarium.patient.toxicity.AdverseEvent.Grade;
import org.immunarium.results.RunFolder;
import org.immunarium.results.TableWriter;
import org.immunarium.study.trial.Ran.Failed;
import org.immunarium.trial.endpoint.Harm;
import org.immunarium.trial.endpoint.Outcome;
import org.immunarium.trial.endpoint.Outcome.TimeTo;
import org.immunarium.trial.statistics.CoxRegression;
import org.immunarium.trial.statistics.Estimate;
import org.immunarium.trial.statistics.KaplanMeier;
import org.immunarium.trial.statistics.LogRank;
import org.immunarium.trial.statistics.RestrictedMean;
import org.immunarium.trial.statistics.Survival;
import org.immunarium.units.Quantity;

/// The tables of a trial.
public final class TrialTables {

    /// One row a patient.
    public static final String PATIENTS = "patients.csv";

    /// One row a patient and visit.
    public static final String SIZES = "tumour_size.csv";

    /// Curves of times to events.
    public static final String SURVIVAL = "survival.csv";

    /// Medians, and arms beside the control.
    public static final String ENDPOINTS = "endpoints.csv";

    /// Best responses, by arm.
    public static final String RESPONSE = "response.csv";

    /// Side effects, by arm.
    public static final String TOXICITY = "toxicity.csv";

    private static final List<String> OUTCOME = List.of(
            "baseline [mm]",
            "best response",
            "best change [%]",
            "response [d]",
            "progression [d]",
            "PFS [d]",
            "PFS event",
            "OS [d]",
            "death",
            "worst toxicity");

    /// What the column `failed` holds of a patient whose numbers did not fail.
    public static final String DID_NOT_FAIL = "no";

    /// Of all intervals.
    static final double CONFIDENCE = 0.95;

    private static final double PERCENT = 100;
    private static final double MONTH = 30.4375;

    private final PreparedTrial trial;
    private final RunFolder folder;
    private final List<Ran> all;
    private final List<TrialPatient> patients;
    private final Screening screening;

    TrialTables(PreparedTrial trial, RunFolder folder, List<Ran> all, Screening screening) {
        this.trial = trial;
        this.folder = folder;
        this.all = List.copyOf(all);
        patients = all.stream()
                .filter(TrialPatient.class::isInstance)
                .map(TrialPatient.class::cast)
                .toList();
        this.screening = screening;
    }

    /// A time to an event.
    ///
    /// @param name  in tables: `OS`
    /// @param ofAll whether every patient has one
    private record Endpoint(String name, boolean ofAll, Function<Outcome, Optional<TimeTo>> of) {}

    private static final List<Endpoint> TIMES = List.of(
            new Endpoint("OS", true, outcome -> Optional.of(outcome.overallSurvival())),
            new Endpoint("PFS", true, outcome -> Optional.of(outcome.progressionFree())),
            new Endpoint("DoR", false, Outcome::durationOfResponse));

    /// Writes all; returns what was found, in lines.
    List<String> write() {
        writePatients();
        writeSizes();
        writeSurvival();
        writeToxicity();
        List<String> found = new ArrayList<>();
        if (screening.failed() > 0) {
            found.add(screening.failed() + " were drawn and not taken: "
                    + String.join("; ", screening.reasons().keySet()));
        }
        if (all.size() > patients.size()) {
            found.add((all.size() - patients.size()) + " of " + all.size()
                    + " patients failed and count for nothing; why," + " tables/" + PATIENTS + " tells");
        }
        found.addAll(writeResponse());
        found.addAll(writeEndpoints());
        return found;
    }

    private String title(int arm) {
        return trial.arms().get(arm).title();
    }

    private List<TrialPatient> of(int arm) {
        return patients.stream().filter(patient -> patient.arm() == arm).toList();
    }

    private void writePatients() {
        List<String> header = new ArrayList<>(List.of("id", "arm", "entry [d]"));
        header.addAll(trial.patients().varied());
        header.addAll(OUTCOME);
        header.add("failed");
        try (TableWriter table = TableWriter.create(folder.table(PATIENTS), header)) {
            for (Ran ran : all) {
                table.cell(ran.number())
                        .cell(title(ran.arm()))
                        .cell(trial.followUp().entry(trial.seed(), ran.number()));
                for (double value : trial.patients().values(ran.number())) {
                    table.cell(value);
                }
                switch (ran) {
                    case TrialPatient patient -> cells(table, patient);
                    case Failed failed -> {
                        OUTCOME.forEach(_ -> table.cell(""));
                        table.cell(failed.why());
                    }
                }
                table.endRow();
            }
        }
    }

    private static void cells(TableWriter table, TrialPatient patient) {
        Outcome outcome = patient.outcome();
        table.cell(patient.visits().getFirst().sum())
                .cell(outcome.best().code())
                .cell(PERCENT * outcome.change())
                .cell(text(outcome.responded()))
                .cell(text(outcome.progressed()));
        cells(table, outcome.progressionFree());
        cells(table, outcome.overallSurvival());
        table.cell(patient.harms().stream()
                        .map(Harm::worst)
                        .max(Grade::compareTo)
                        .orElse(Grade.NONE)
                        .words())
                .cell(DID_NOT_FAIL);
    }

    private static void cells(TableWriter table, TimeTo time) {
        table.cell(time.time()).cell(time.event() ? "yes" : "no");
    }

    private static String text(Optional<Double> time) {
        return time.map(Quantity::number).orElse("");
    }

    private void writeSizes() {
        List<String> header = List.of("patient", "arm", "time [d]", "sum of diameters [mm]", "response");
        try (TableWriter table = TableWriter.create(folder.table(SIZES), header)) {
            for (TrialPatient patient : patients) {
                table.cell(patient.number()).cell(title(patient.arm())).cell(0.0);
                table.cell(patient.visits().getFirst().sum()).cell("").endRow();
                for (Assessment each : patient.outcome().assessments()) {
                    table.cell(patient.number()).cell(title(patient.arm()));
                    table.cell(each.visit().time()).cell(each.visit().sum());
                    table.cell(each.overall().code()).endRow();
                }
            }
        }
    }

    /// Empty where nobody is at risk, as for the duration of responses that nobody had.
    private static Optional<Survival> survival(List<TrialPatient> some, Endpoint endpoint) {
        List<TimeTo> times = some.stream()
                .map(patient -> endpoint.of().apply(patient.outcome()))
                .flatMap(Optional::stream)
                .toList();
        if (times.isEmpty()) {
            return Optional.empty();
        }
        boolean[] events = new boolean[times.size()];
        for (int i = 0; i < events.length; i++) {
            events[i] = times.get(i).event();
        }
        return Optional.of(new Survival(times.stream().mapToDouble(TimeTo::time).toArray(), events));
    }

    private void writeSurvival() {
        List<String> header =
                List.of("endpoint", "arm", "time [d]", "at risk", "events", "censored", "survival", "lower", "upper");
        try (TableWriter table = TableWriter.create(folder.table(SURVIVAL), header)) {
            for (Endpoint endpoint : TIMES) {
                for (int arm = 0; arm < trial.arms().size(); arm++) {
                    Optional<Survival> data = survival(of(arm), endpoint);
                    if (data.isEmpty()) {
                        continue;
                    }
                    KaplanMeier curve = KaplanMeier.of(data.get());
                    for (int i = 0; i < curve.times().length; i++) {
                        Estimate share = curve.at(curve.times()[i], CONFIDENCE);
                        table.cell(endpoint.name()).cell(title(arm)).cell(curve.times()[i]);
                        table.cell(curve.atRisk()[i]).cell(curve.events()[i]).cell(curve.censored()[i]);
                        table.cell(share.value())
                                .cell(share.lower())
                                .cell(share.upper())
                                .endRow();
                    }
                }
            }
        }
    }

    private List<String> writeResponse() {
        List<String> found = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("arm", "patients"));
        Arrays.stream(Response.values()).map(Response::code).forEach(header::add);
        header.addAll(List.of("ORR [%]", "lower [%]", "upper [%]", "DCR [%]"));
        try (TableWriter table = TableWriter.create(folder.table(RESPONSE), header)) {
            for (int arm = 0; arm < trial.arms().size(); arm++) {
                List<TrialPatient> some = of(arm);
                Map<Response, Long> counts = new LinkedHashMap<>();
                for (Response response : Response.values()) {
                    counts.put(
                            response,
                            some.stream()
                                    .filter(patient -> patient.outcome().best() == response)
                                    .count());
                }
                int responses = (int) some.stream()
                        .filter(patient -> patient.outcome().best().isResponse())
                        .count();
                long controlled = some.stream()
                        .filter(patient -> patient.outcome().isControlled())
                        .count();
                table.cell(title(arm)).cell(some.size());
                counts.values().forEach(table::cell);
                double share = PERCENT * responses / some.size();
                ProportionInterval interval = some.isEmpty()
                        ? new ProportionInterval(Double.NaN, Double.NaN)
                        : ProportionInterval.exact(responses, some.size(), CONFIDENCE);
                table.cell(share)
                        .cell(PERCENT * interval.lower())
                        .cell(PERCENT * interval.upper())
                        .cell(PERCENT * controlled / some.size())
                        .endRow();
                found.add(String.format(
                        Locale.ROOT,
                        "%s: response in %.1f %% (%.1f to %.1f), %d of %d",
                        title(arm),
                        share,
                        PERCENT * interval.lower(),
                        PERCENT * interval.upper(),
                        responses,
                        some.size()));
            }
        }
        return found;
    }

    private List<String> writeEndpoints() {
        List<String> found = new ArrayList<>();
        List<String> header = List.of(
                "endpoint",
                "arm",
                "patients",
                "events",
                "median [d]",
                "lower [d]",
                "upper [d]",
                "restricted mean [d]",
                "until [d]",
                "hazard ratio",
                "lower",
                "upper",
                "log-rank p");
        try (TableWriter table = TableWriter.create(folder.table(ENDPOINTS), header)) {
            for (Endpoint endpoint : TIMES) {
                for (int arm = 0; arm < trial.arms().size(); arm++) {
                    Optional<Survival> data = survival(of(arm), endpoint);
                    if (data.isPresent()) {
                        found.addAll(writeEndpoint(table, endpoint, arm, data.get()));
                    }
                }
            }
        }
        return found;
    }

    private List<String> writeEndpoint(TableWriter table, Endpoint endpoint, int arm, Survival data) {
        KaplanMeier curve = KaplanMeier.of(data);
        Estimate median = curve.median(CONFIDENCE);
        double horizon = horizon(endpoint);
        RestrictedMean mean = curve.restrictedMean(horizon);
        table.cell(endpoint.name()).cell(title(arm)).cell(data.size()).cell(data.eventCount());
        table.cell(median.value()).cell(median.lower()).cell(median.upper());
        table.cell(mean.mean()).cell(horizon);
        String words =
                String.format(Locale.ROOT, "%s, %s: median %s", endpoint.name(), title(arm), months(median.value()));
        int control = trial.study().control();
        // Those who responded are no groups that were drawn: they are not compared.
        Optional<Survival> other =
                arm == control || !endpoint.ofAll() ? Optional.empty() : survival(of(control), endpoint);
        if (other.isEmpty()) {
            table.cell("").cell("").cell("").cell("").endRow();
            return List.of(words);
        }
        Compared compared = Compared.of(data, other.get());
        table.cell(compared.ratio().value())
                .cell(compared.ratio().lower())
                .cell(compared.ratio().upper())
                .cell(compared.p())
                .endRow();
        return List.of(words
                + (Double.isNaN(compared.ratio().value())
                        ? ", hazard ratio not determined: too few events to tell the arms apart"
                        : String.format(
                                Locale.ROOT,
                                ", hazard ratio %.2f (%.2f to %.2f)",
                                compared.ratio().value(),
                                compared.ratio().lower(),
                                compared.ratio().upper())));
    }

    /// The longest time until which each arm has someone at risk.
    private double horizon(Endpoint endpoint) {
        double horizon = Double.POSITIVE_INFINITY;
        for (int arm = 0; arm < trial.arms().size(); arm++) {
            Optional<Survival> data = survival(of(arm), endpoint);
            if (data.isPresent()) {
                horizon = Math.min(
                        horizon, Arrays.stream(data.get().times()).max().orElseThrow());
            }
        }
        return horizon;
    }

    private static String months(double days) {
        return Double.isNaN(days) ? "not reached" : String.format(Locale.ROOT, "%.1f months", days / MONTH);
    }

    /// An arm beside the control.
    private record Compared(Estimate ratio, double p) {

        static Compared of(Survival arm, Survival control) {
            int n = arm.size();
            int all = n + control.size();
            double[] times = Arrays.copyOf(arm.times(), all);
            boolean[] events = Arrays.copyOf(arm.events(), all);
            boolean[] treated = new boolean[all];
            int[] groups = new int[all];
            System.arraycopy(control.times(), 0, times, n, control.size());
            System.arraycopy(control.events(), 0, events, n, control.size());
            Arrays.fill(treated, 0, n, true);
            Arrays.fill(groups, 0, n, 1);
            Survival both = new Survival(times, events);
            return new Compared(
                    CoxRegression.ofArms(both, treated, new int[all]).hazardRatio(0, CONFIDENCE),
                    LogRank.of(both, groups).result().p());
        }
    }

    private void writeToxicity() {
        List<String> header =
                List.of("arm", "event", "organ", "grade", "patients", "of", "share [%]", "lower [%]", "upper [%]");
        try (TableWriter table = TableWriter.create(folder.table(TOXICITY), header)) {
            for (int arm = 0; arm < trial.arms().size(); arm++) {
                List<TrialPatient> some = of(arm);
                PlannedArm asked = trial.arms().get(arm);
                List<AdverseEvent> events = TreatmentPhase.events(trial.patients());
                if (events.isEmpty()) {
                    continue;
                }
                for (Grade least : new Grade[] {Grade.MILD, Grade.SEVERE}) {
                    row(
                            table,
                            asked,
                            "any",
                            "whole body",
                            least,
                            some,
                            patient -> patient.harms().stream()
                                    .anyMatch(harm -> harm.worst().compareTo(least) >= 0));
                }
                for (int i = 0; i < events.size(); i++) {
                    int place = i;
                    for (Grade least : new Grade[] {Grade.MILD, Grade.SEVERE}) {
                        row(
                                table,
                                asked,
                                events.get(i).name(),
                                events.get(i).organ(),
                                least,
                                some,
                                patient -> patient.harms().get(place).worst().compareTo(least) >= 0);
                    }
                }
            }
        }
    }

    private static void row(
            TableWriter table,
            PlannedArm arm,
            String event,
            String organ,
            Grade least,
            List<TrialPatient> some,
            Predicate<TrialPatient> had) {
        int count = (int) some.stream().filter(had).count();
        ProportionInterval interval = some.isEmpty()
                ? new ProportionInterval(Double.NaN, Double.NaN)
                : ProportionInterval.exact(count, some.size(), CONFIDENCE);
        table.cell(arm.title()).cell(event).cell(organ).cell(least == Grade.MILD ? "any" : least.words());
        table.cell(count).cell(some.size()).cell(PERCENT * count / some.size());
        table.cell(PERCENT * interval.lower()).cell(PERCENT * interval.upper()).endRow();
    }
}
