package org.immunarium.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.immunarium.app.ExitCode;
import org.immunarium.results.Json;
import org.immunarium.study.conformance.CaseResult;
import org.immunarium.study.conformance.ConformanceReport;
import org.immunarium.study.conformance.SemanticConformance;
import org.immunarium.study.conformance.TestSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--json", description = "print one JSON object on standard output")
    private boolean json;

    @Override
    public Integer call() {
        ConformanceReport report = switch (kind) {
            case SBML -> new SemanticConformance().run(TestSuite.read(suite), threads.threads());
        };
        if (json) {
            System.out.print(Json.text(json(report)));
        } else {
            System.out.println(report.text());
        }
        return report.count(CaseResult.Outcome.FAILED) == 0
                ? ExitCode.DONE.code()
                : ExitCode.VERIFICATION_FAILED.code();
    }

    private static ObjectNode json(ConformanceReport report) {
        ObjectNode root = Json.object();
        for (CaseResult.Outcome outcome : CaseResult.Outcome.values()) {
            root.put(outcome.name().toLowerCase(java.util.Locale.ROOT), report.count(outcome));
        }
        root.put("cases", report.cases().size());
        for (CaseResult.Outcome outcome : List.of(CaseResult.Outcome.FAILED, CaseResult.Outcome.REFUSED)) {
            ArrayNode array = root.putArray(outcome.name().toLowerCase(java.util.Locale.ROOT) + " cases");
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
