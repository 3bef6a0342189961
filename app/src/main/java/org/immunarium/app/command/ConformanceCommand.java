package org.immunarium.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.immunarium.app.ExitCode;
import org.immunarium.results.Json;
import org.immunarium.study.conformance.CaseResult;
import org.immunarium.study.conformance.ConformanceReport;
import org.immunarium.study.conformance.SemanticConformance;
import org.immunarium.study.conformance.StochasticConformance;
import org.immunarium.study.conformance.SuiteCase;
import org.immunarium.study.conformance.TestSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `immunarium conformance sbml SUITE`.
@Command(name = "conformance", description = "Runs a public test suite and says what passed, failed or was refused.")
public final class ConformanceCommand implements Callable<Integer> {

    /// The suites that are known.
    enum Suite {
        SBML
    }

    @Parameters(index = "0", paramLabel = "KIND", description = "sbml")
    private Suite kind = Suite.SBML;

    @Parameters(
            index = "1",
            paramLabel = "SUITE",
            description = "a folder or zip with NNNNN/NNNNN-model.m and its files, from the SBML Test Suite")
    private Path suite = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--seed", paramLabel = "N", description = "seed of tests of chance; 1 unless given")
    private long seed = 1;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description = "runs of each test of chance; 10000 unless given, as the suite recommends")
    private int replicates = StochasticConformance.REPLICATES;

    @Option(names = "--json", description = "print one JSON object on standard output")
    private boolean json;

    @Override
    public Integer call() {
        ConformanceReport report = switch (kind) {
            case SBML -> run(TestSuite.read(suite));
        };
        ExitCode code = report.passed() ? ExitCode.DONE : ExitCode.VERIFICATION_FAILED;
        if (json) {
            System.out.print(Json.text(json(report, code)));
        } else {
            System.out.println(report.text());
        }
        return code.code();
    }

    private ConformanceReport run(List<SuiteCase> cases) {
        if (replicates < 2) {
            throw new ParameterException(
                    spec.commandLine(), "--replicates " + replicates + ": a number of 2 or more was expected");
        }
        Map<Boolean, List<SuiteCase>> byChance =
                cases.stream().collect(Collectors.partitioningBy(StochasticConformance::handles));
        ConformanceReport certain =
                new SemanticConformance().run(byChance.getOrDefault(false, List.of()), threads.threads());
        return certain.and(new StochasticConformance(seed, replicates, System.err::println)
                .run(byChance.getOrDefault(true, List.of()), threads.threads()));
    }

    private static ObjectNode json(ConformanceReport report, ExitCode code) {
        ObjectNode root = Json.object();
        root.put("status", code.status());
        root.put("exit code", code.code());
        for (CaseResult.Outcome outcome : CaseResult.Outcome.values()) {
            root.put(outcome.name().toLowerCase(Locale.ROOT), report.count(outcome));
        }
        root.put("cases", report.cases().size());
        if (report.points().judged() > 0) {
            ObjectNode chance = root.putObject("points");
            chance.put("judged", report.points().judged());
            chance.put("outside", report.points().outside().size());
            chance.put("allowed", report.points().allowed());
            chance.put("probability", report.points().probability());
            ArrayNode array = chance.putArray("outside points");
            report.points()
                    .outside()
                    .forEach(p -> array.addObject()
                            .put("case", p.id())
                            .put("output", p.output())
                            .put("time", p.time())
                            .put("found", p.found())
                            .put("expected", p.expected())
                            .put("score", p.score()));
        }
        for (CaseResult.Outcome outcome : List.of(CaseResult.Outcome.FAILED, CaseResult.Outcome.REFUSED)) {
            ArrayNode array = root.putArray(outcome.name().toLowerCase(Locale.ROOT) + " cases");
            for (CaseResult each : report.with(outcome)) {
                array.addObject()
                        .put("case", each.id())
                        .put("level", each.level())
                        .put("reason", each.reason());
            }
        }
        return root;
    }
}
