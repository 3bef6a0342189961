package org.immunarium.study.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.Simulation;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.units.InvalidInputException;

/// Runs the time-course cases of the SBML Test Suite and judges them by the suite's own criterion:
/// a value passes if it differs from the expected one by no more than `absolute + relative *
/// |expected|`.
public final class SemanticConformance {

    /// Tighter than any case asks for, so that a failure is one of meaning and not of accuracy.
    private static final double RELATIVE_TOLERANCE = 1e-8;

    private static final double ABSOLUTE_TOLERANCE = 1e-12;

    /// Runs cases on some threads; the report does not depend on how many.
    public ConformanceReport run(List<SuiteCase> cases, int threads) {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Callable<CaseResult>> tasks = new ArrayList<>();
            cases.forEach(c -> tasks.add(() -> run(c)));
            List<CaseResult> results = new ArrayList<>();
            for (Future<CaseResult> result : workers.invokeAll(tasks)) {
                results.add(result.get());
            }
            return ConformanceReport.of(results);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Runs one case.
    public CaseResult run(SuiteCase suiteCase) {
        long began = System.nanoTime();
        String level = suiteCase.sbml().map(f -> f.substring(5, f.length() - 4)).orElse("");
        Judgement judgement = judge(suiteCase);
        return new CaseResult(
                suiteCase.id(),
                level,
                judgement.outcome,
                judgement.reason,
                judgement.distance,
                (System.nanoTime() - began) * 1e-9);
    }

    private record Judgement(CaseResult.Outcome outcome, String reason, double distance) {}

    private static Judgement failed(String reason) {
        return new Judgement(CaseResult.Outcome.FAILED, reason, Double.POSITIVE_INFINITY);
    }

    private static Judgement refused(String reason) {
        return new Judgement(CaseResult.Outcome.REFUSED, reason, Double.NaN);
    }

    private Judgement judge(SuiteCase c) {
        if (c.type().equals("FluxBalanceSteadyState")) {
            return refused("flux balance (fbc) is not simulated");
        }
        if (!c.type().equals("TimeCourse")) {
            return refused("a test of chance (" + c.type() + "): it belongs to the stochastic suite");
        }
        Optional<String> file = c.sbml();
        if (file.isEmpty()) {
            return failed("no SBML file");
        }
        try {
            CaseSettings settings = CaseSettings.parse(c.files().getOrDefault("settings.txt", ""));
            ExpectedResults expected = ExpectedResults.parse(c.files().getOrDefault("results.csv", ""));
            Model model = CaseModel.read(c, file.get());
            return compare(simulate(model, settings), settings, expected);
        } catch (InvalidInputException e) {
            return e.isUnsupported() ? refused(firstLine(e)) : failed(firstLine(e));
        } catch (NumericalFailure e) {
            return failed(firstLine(e));
        } catch (RuntimeException e) {
            return failed(e.getClass().getSimpleName() + ": " + firstLine(e));
        }
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static Timecourse simulate(Model model, CaseSettings settings) {
        CompiledModel compiled = CompiledModel.compile(model);
        List<Column.Request> columns =
                settings.variables().stream().map(settings::column).toList();
        Simulation simulation = compiled.simulation()
                .relativeTolerance(RELATIVE_TOLERANCE)
                .absoluteTolerance(ABSOLUTE_TOLERANCE)
                .from(0)
                .times(settings.times())
                .columns(columns);
        return simulation.run();
    }

    private static Judgement compare(Timecourse course, CaseSettings settings, ExpectedResults expected) {
        int rows = course.times().length;
        if (rows != expected.rows().length) {
            return failed(rows + " rows; " + expected.rows().length + " were expected");
        }
        double worst = 0;
        String where = "";
        for (int v = 0; v < settings.variables().size(); v++) {
            String variable = settings.variables().get(v);
            // The first column is time, whatever its name.
            int column =
                    1 + expected.names().subList(1, expected.names().size()).indexOf(variable);
            if (column == 0) {
                return failed("the expected results have no column \"" + variable + "\"");
            }
            for (int r = 0; r < rows; r++) {
                double wanted = expected.rows()[r][column];
                double found = course.values()[v][r];
                double distance = distance(found, wanted, settings);
                if (distance > worst) {
                    worst = distance;
                    where = String.format(
                            Locale.ROOT,
                            "%s at %s is %s; %s was expected (%.2g times what is allowed)",
                            variable,
                            course.times()[r],
                            found,
                            wanted,
                            distance);
                }
            }
        }
        return worst <= 1
                ? new Judgement(CaseResult.Outcome.PASSED, "", worst)
                : new Judgement(CaseResult.Outcome.FAILED, where, worst);
    }

    /// The difference as a share of what is allowed.
    private static double distance(double found, double wanted, CaseSettings settings) {
        if (found == wanted || (Double.isNaN(found) && Double.isNaN(wanted))) {
            return 0;
        }
        double allowed = settings.absolute() + settings.relative() * Math.abs(wanted);
        double share = Math.abs(found - wanted) / allowed;
        return Double.isNaN(share) ? Double.POSITIVE_INFINITY : share;
    }
}
