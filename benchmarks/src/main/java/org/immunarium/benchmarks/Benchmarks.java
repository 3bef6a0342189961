package org.immunarium.benchmarks;

import java.io.FileNotFoundException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.benchmarks.check.ModelsBenchmark;
import org.immunarium.benchmarks.fields.FieldAccuracyBenchmark;
import org.immunarium.benchmarks.fields.FieldsBenchmark;
import org.immunarium.benchmarks.kernels.KernelBenchmark;
import org.immunarium.benchmarks.linear.LinearSolveBenchmark;
import org.immunarium.benchmarks.patients.PatientsBenchmark;
import org.immunarium.benchmarks.patients.PopulationBenchmark;
import org.immunarium.benchmarks.tissue.AgreementBenchmark;
import org.immunarium.benchmarks.tissue.OrganoidBenchmark;
import org.immunarium.benchmarks.tissue.SoakBenchmark;
import org.immunarium.benchmarks.tissue.TissueBenchmark;

/// What `./bench NAME` starts.
public final class Benchmarks {

    private static final int SENSELESS = 2;
    private static final List<String> HELP = List.of("--help", "-h");

    private Benchmarks() {}

    /// All benchmarks by name; a new one is one entry here.
    static Map<String, Benchmark> all() {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put(
                "agreement",
                new Benchmark(
                        "projects of PhysiCell, run here, beside what PhysiCell made of them",
                        AgreementBenchmark::run,
                        new Option("--seeds", "N", "with how many seeds each is run", "20")));
        all.put(
                "field-accuracy",
                new Benchmark(
                        "errors of split and of coupled steps of a field, for sources that move and divide",
                        FieldAccuracyBenchmark::run));
        all.put(
                "fields",
                new Benchmark(
                        "voxels that take a step of diffusion a second, beside the memory's bandwidth",
                        FieldsBenchmark::run));
        all.put(
                "kernels",
                new Benchmark(
                        "time of a compiled right-hand side and Jacobian, however they are executed",
                        KernelBenchmark::run,
                        Option.alone("PART...", "which are measured, by a part of their names; all unless given", "")));
        all.put(
                "linear",
                new Benchmark(
                        "time of factoring and solving sparse systems, one and several side by side",
                        LinearSolveBenchmark::run,
                        Option.alone("PART...", "which are measured, by a part of their names; all unless given", "")));
        all.put(
                "models",
                new Benchmark(
                        "published models, each compared with an independent integrator",
                        ModelsBenchmark::run,
                        Option.alone("FOLDER", "where they are; among the outside data unless given", "")));
        all.put(
                "organoid",
                new Benchmark(
                        "the shipped CAR-T organoid, run as a study, beside the published counts",
                        OrganoidBenchmark::run,
                        new Option("--days", "DAYS", "how long it runs", "5"),
                        new Option("--doses", "DAYS", "when CAR-T cells are given, as in 0,8; never unless given", ""),
                        new Option("--seeds", "N", "with how many seeds it is run", "1"),
                        new Option("--threads", "N", "on how many threads", "2")));
        all.put(
                "patients",
                new Benchmark(
                        "virtual patients a second, ours and those of C + CVODE, and the errors of both",
                        PatientsBenchmark::run,
                        Option.alone("PATIENTS", "how many", "1000")));
        all.put(
                "population",
                new Benchmark(
                        "virtual patients a second in one stream, beside the rate with 1,000, and the live heap",
                        PopulationBenchmark::run,
                        Option.alone("PATIENTS", "how many", "100000")));
        all.put(
                "soak",
                new Benchmark(
                        "many runs of a small tissue in one process: whether memory and threads stay what they were",
                        SoakBenchmark::run,
                        new Option("--runs", "N", "how many, 20 at least", "200")));
        all.put(
                "tissue",
                new Benchmark(
                        "cells that advance a mechanics step a second, memory a cell, an hour of a tumour",
                        TissueBenchmark::run));
        return all;
    }

    public static void main(String[] arguments) throws Exception {
        int code = start(System.out, System.err, arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /// Starts what a command line asks for.
    ///
    /// @return the exit code: 2 where it makes no sense, or what it needs is not there, which `err` says
    static int start(PrintStream out, PrintStream err, String... words) throws Exception {
        Map<String, Benchmark> all = all();
        Benchmark benchmark = words.length == 0 ? null : all.get(words[0]);
        if (benchmark == null) {
            boolean asked = words.length > 0 && HELP.contains(words[0]);
            PrintStream to = asked ? out : err;
            if (words.length > 0 && !asked) {
                to.println("bench: no benchmark is called \"" + words[0] + "\"");
            }
            to.println("usage: ./bench NAME [OPTIONS]; ./bench NAME --help says which it has. There are");
            all.forEach((name, each) -> to.println(String.format("  %-14s %s", name, each.about())));
            return asked ? 0 : SENSELESS;
        }
        String[] rest = Arrays.copyOfRange(words, 1, words.length);
        if (Arrays.stream(rest).anyMatch(HELP::contains)) {
            out.print(benchmark.help(words[0]));
            return 0;
        }
        try {
            benchmark.body().run(Arguments.read(benchmark.options(), rest));
            return 0;
        } catch (UsageException | FileNotFoundException e) {
            err.println("bench " + words[0] + ": " + e.getMessage());
            return SENSELESS;
        }
    }
}
