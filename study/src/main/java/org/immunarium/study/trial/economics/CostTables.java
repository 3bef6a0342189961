package org.immunarium.study.trial.economics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.immunarium.numerics.statistics.SampleSummary;
import org.immunarium.results.RunFolder;
import org.immunarium.results.TableWriter;
import org.immunarium.trial.economics.Frontier;
import org.immunarium.trial.economics.Increment;
import org.immunarium.trial.economics.Tornado;
import org.immunarium.trial.economics.TrialEvaluation;
import org.immunarium.units.Days;

/// Tables of what a trial's arms cost and give.
final class CostTables {

    static final String COST = "cost.csv";
    static final String PLANE = "cost_plane.csv";
    static final String ACCEPTABILITY = "cost_acceptability.csv";
    static final String TORNADO = "cost_tornado.csv";
    static final String INPUTS = "cost_inputs.csv";

    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;
    private static final double PERCENT = 100;

    private final TrialCosts costs;
    private final RunFolder folder;
    private final String currency;

    CostTables(TrialCosts costs, RunFolder folder) {
        this.costs = costs;
        this.folder = folder;
        currency = costs.plan().country().currency();
    }

    /// Writes all; returns what was found.
    List<String> write() {
        writePlane();
        writeAcceptability();
        writeTornado();
        writeInputs();
        return writeCosts();
    }

    private String money(String what) {
        return what + " [" + currency + "]";
    }

    /// @param low  of the interval of 95 %
    /// @param high likewise
    private record Interval(double low, double high) {}

    private Interval interval(IntToDoubleFunction ofDraw) {
        double[] all = new double[costs.samples().draws()];
        for (int draw = 0; draw < all.length; draw++) {
            all[draw] = ofDraw.applyAsDouble(draw);
        }
        SampleSummary summary = SampleSummary.taking(all);
        return new Interval(summary.quantile(LOW), summary.quantile(HIGH));
    }

    private Increment increment(int arm) {
        TrialEvaluation.Value one = costs.values().get(arm);
        TrialEvaluation.Value other = costs.values().get(costs.control());
        return new Increment(one.cost() - other.cost(), one.qalys() - other.qalys());
    }

    private List<String> writeCosts() {
        List<String> found = new ArrayList<>();
        try (TableWriter table = TableWriter.create(
                folder.table(COST),
                List.of(
                        "arm",
                        "patients",
                        "until [d]",
                        money("drugs"),
                        money("administration"),
                        money("care"),
                        money("side effects"),
                        money("end of life"),
                        money("cost"),
                        money("cost lower"),
                        money("cost upper"),
                        "life years",
                        "QALYs",
                        "QALYs lower",
                        "QALYs upper",
                        money("more cost"),
                        money("more cost lower"),
                        money("more cost upper"),
                        "more QALYs",
                        "more QALYs lower",
                        "more QALYs upper",
                        "ICER [" + currency + "/QALY]",
                        "verdict",
                        money("net benefit"),
                        money("net benefit lower"),
                        money("net benefit upper"),
                        "probability best",
                        "frontier"))) {
            for (int arm = 0; arm < costs.names().size(); arm++) {
                writeArm(table, arm);
                found.addAll(said(arm));
            }
        }
        return found;
    }

    private void writeArm(TableWriter table, int arm) {
        TrialEvaluation.Value value = costs.values().get(arm);
        double[] sampledCosts = costs.samples().costs()[arm];
        double[] sampledQalys = costs.samples().effects()[arm];
        table.cell(costs.names().get(arm)).cell(costs.counts().get(arm)).cell(costs.until());
        table.cell(value.acquisition()).cell(value.administration()).cell(value.care());
        table.cell(value.events()).cell(value.endOfLife());
        cells(table, value.cost(), interval(draw -> sampledCosts[draw]));
        table.cell(value.lifeYears());
        cells(table, value.qalys(), interval(draw -> sampledQalys[draw]));
        if (arm == costs.control()) {
            for (int i = 0; i < 11; i++) {
                table.cell("");
            }
        } else {
            Increment increment = increment(arm);
            double pay = costs.plan().willingness();
            cells(table, increment.cost(), interval(draw -> sampled(arm, draw).cost()));
            cells(table, increment.effect(), interval(draw -> sampled(arm, draw).effect()));
            table.cell(increment.ratio()).cell(increment.verdict().words());
            cells(
                    table,
                    increment.netMonetaryBenefit(pay),
                    interval(draw -> sampled(arm, draw).netMonetaryBenefit(pay)));
        }
        table.cell(costs.acceptability().probability()[arm][costs.asked()]);
        table.cell(status(arm)).endRow();
    }

    private static void cells(TableWriter table, double value, Interval interval) {
        table.cell(value).cell(interval.low()).cell(interval.high());
    }

    private Increment sampled(int arm, int draw) {
        return costs.samples().increment(arm, costs.control(), draw);
    }

    private String status(int arm) {
        TrialEvaluation.Value value = costs.values().get(arm);
        return costs.frontier().strategies().stream()
                .filter(each -> each.strategy().name().equals(costs.names().get(arm))
                        && each.strategy().cost() == value.cost()
                        && each.strategy().effect() == value.qalys())
                .map(Frontier.Ranked::status)
                .map(Frontier.Status::words)
                .findFirst()
                .orElse("");
    }

    private List<String> said(int arm) {
        TrialEvaluation.Value value = costs.values().get(arm);
        List<String> said = new ArrayList<>();
        said.add(String.format(
                Locale.ROOT,
                "%s: %,.0f %s and %.3f QALYs a patient within %.1f months",
                costs.names().get(arm),
                value.cost(),
                currency,
                value.qalys(),
                costs.until() / Days.MONTH));
        if (arm == costs.control()) {
            return said;
        }
        Increment increment = increment(arm);
        Increment.Verdict verdict = increment.verdict();
        boolean hasRatio = verdict == Increment.Verdict.MORE_FOR_MORE || verdict == Increment.Verdict.LESS_FOR_LESS;
        said.add(String.format(
                Locale.ROOT,
                "%s against %s: %,.0f %s and %.3f QALYs more, %s; the best at %,.0f %s a QALY with a probability of"
                        + " %.0f %%",
                costs.names().get(arm),
                costs.names().get(costs.control()),
                increment.cost(),
                currency,
                increment.effect(),
                hasRatio
                        ? String.format(
                                Locale.ROOT, "%,.0f %s a QALY (%s)", increment.ratio(), currency, verdict.words())
                        : verdict.words(),
                costs.plan().willingness(),
                currency,
                PERCENT * costs.acceptability().probability()[arm][costs.asked()]));
        return said;
    }

    private void writePlane() {
        try (TableWriter table =
                TableWriter.create(folder.table(PLANE), List.of("arm", "draw", money("more cost"), "more QALYs"))) {
            for (int arm = 0; arm < costs.names().size(); arm++) {
                for (int draw = 0;
                        arm != costs.control() && draw < costs.samples().draws();
                        draw++) {
                    Increment increment = sampled(arm, draw);
                    table.cell(costs.names().get(arm)).cell(draw + 1L);
                    table.cell(increment.cost()).cell(increment.effect()).endRow();
                }
            }
        }
    }

    private void writeAcceptability() {
        double[] willingness = costs.acceptability().willingness();
        try (TableWriter table = TableWriter.create(
                folder.table(ACCEPTABILITY),
                List.of(
                        "willingness to pay [" + currency + "/QALY]",
                        "arm",
                        "probability best",
                        "best on average",
                        money("value of perfect information")))) {
            for (int w = 0; w < willingness.length; w++) {
                for (int arm = 0; arm < costs.names().size(); arm++) {
                    table.cell(willingness[w]).cell(costs.names().get(arm));
                    table.cell(costs.acceptability().probability()[arm][w])
                            .cell(costs.acceptability().best()[w] == arm ? "yes" : "no")
                            .cell(costs.acceptability().information()[w])
                            .endRow();
                }
            }
        }
    }

    private void writeTornado() {
        try (TableWriter table = TableWriter.create(
                folder.table(TORNADO),
                List.of(
                        "arm",
                        "input",
                        "low",
                        "high",
                        money("net benefit"),
                        money("net benefit at low"),
                        money("net benefit at high")))) {
            for (int arm = 0; arm < costs.names().size(); arm++) {
                Optional<Tornado> tornado = costs.tornados().get(arm);
                if (tornado.isPresent()) {
                    for (Tornado.Bar bar : moving(tornado.get())) {
                        table.cell(costs.names().get(arm)).cell(bar.name());
                        table.cell(bar.low()).cell(bar.high());
                        table.cell(tornado.get().base())
                                .cell(bar.atLow())
                                .cell(bar.atHigh())
                                .endRow();
                    }
                }
            }
        }
    }

    /// What does nothing, such as the cost of a side effect that nobody had, has no bar.
    private static List<Tornado.Bar> moving(Tornado tornado) {
        return tornado.bars().stream().filter(bar -> bar.width() > 0).toList();
    }

    private void writeInputs() {
        try (TableWriter table = TableWriter.create(
                folder.table(INPUTS),
                List.of("input", "unit", "mean", "low", "high", "year", "grounds", "source", "note"))) {
            for (PricedCare.Input input : costs.care().inputs()) {
                table.cell(input.name()).cell(input.unit());
                table.cell(input.value().mean())
                        .cell(input.value().low())
                        .cell(input.value().high());
                table.cell(input.year() == 0 ? "" : Integer.toString(input.year()));
                table.cell(input.grounds())
                        .cell(input.source())
                        .cell(input.note())
                        .endRow();
            }
        }
    }
}
