package org.immunarium.benchmarks.cvode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A C program that solves one model with CVODE: our driver and the model's equations, compiled by gcc.
///
/// It needs gcc and SUNDIALS with KLU (Debian: `gcc libsundials-dev`); [#missing] says what is not there.
public final class CvodeProgram {

    /// How CVODE solves its linear systems.
    public enum LinearSolver {
        /// Dense, the Jacobian by finite differences.
        DENSE,
        /// Sparse (KLU), the Jacobian analytic.
        KLU
    }

    /// The flags that the C side is compiled with, as the benchmark prints them.
    public static final List<String> FLAGS = List.of("-std=c11", "-O3", "-march=native", "-D_POSIX_C_SOURCE=200809L");

    private static final List<String> LIBRARIES = List.of(
            "-lsundials_cvode",
            "-lsundials_nvecserial",
            "-lsundials_sunmatrixdense",
            "-lsundials_sunmatrixsparse",
            "-lsundials_sunlinsoldense",
            "-lsundials_sunlinsolklu",
            "-lklu",
            "-lamd",
            "-lcolamd",
            "-lbtf",
            "-lsuitesparseconfig",
            "-lpthread",
            "-lm");

    private static final Path HEADERS = Path.of("/usr/include");

    private final Path folder;

    private CvodeProgram(Path folder) {
        this.folder = folder;
    }

    /// What this machine lacks to build the program, in words; empty when nothing is missing.
    public static Optional<String> missing() {
        boolean gcc = Stream.of("/usr/bin/gcc", "/usr/local/bin/gcc").anyMatch(p -> Files.isExecutable(Path.of(p)));
        if (!gcc) {
            return Optional.of("gcc is not installed");
        }
        if (!Files.exists(HEADERS.resolve("cvode/cvode.h"))) {
            return Optional.of("the headers of SUNDIALS are not installed (Debian: libsundials-dev)");
        }
        return Optional.empty();
    }

    /// The version of SUNDIALS, as its headers say it.
    public static String version() throws IOException {
        return Files.readAllLines(HEADERS.resolve("sundials/sundials_config.h")).stream()
                .filter(line -> line.startsWith("#define SUNDIALS_VERSION "))
                .map(line -> "SUNDIALS " + line.replaceAll(".*\"(.*)\".*", "$1"))
                .findFirst()
                .orElse("SUNDIALS of unknown version");
    }

    /// Compiles the driver and a model.
    ///
    /// @param model  C source that implements `model.h`
    /// @param folder where the program and its files go
    /// @throws IOException when gcc fails; the message holds what it printed
    public static CvodeProgram build(String model, Path folder) throws IOException, InterruptedException {
        copy("model.h", folder);
        copy("cvode_patients.c", folder);
        Files.writeString(folder.resolve("model.c"), model);
        List<String> command = Stream.of(
                        List.of("gcc"),
                        FLAGS,
                        List.of("-I" + folder, "-I" + HEADERS.resolve("suitesparse")),
                        List.of("cvode_patients.c", "model.c", "-o", "cvode_patients"),
                        LIBRARIES)
                .flatMap(List::stream)
                .toList();
        execute(command, folder);
        return new CvodeProgram(folder);
    }

    /// Solves a problem.
    ///
    /// @param threads the number of patients solved at once
    public CvodeSolution solve(CvodeProblem problem, LinearSolver solver, int threads)
            throws IOException, InterruptedException {
        Path input = folder.resolve("input.bin");
        Path output = folder.resolve("output.bin");
        problem.write(input);
        String kind = solver.name().toLowerCase(Locale.ROOT);
        String program = folder.resolve("cvode_patients").toString();
        execute(List.of(program, input.toString(), output.toString(), kind, Integer.toString(threads)), folder);
        int valuesEach = problem.times().length * problem.absolute().length;
        return CvodeSolution.read(output, problem.initial().length, valuesEach);
    }

    private static void copy(String name, Path folder) throws IOException {
        try (InputStream source = CvodeProgram.class.getResourceAsStream("/org/immunarium/benchmarks/cvode/" + name)) {
            if (source == null) {
                throw new IOException(name + " is not on the class path");
            }
            Files.write(folder.resolve(name), source.readAllBytes());
        }
    }

    private static void execute(List<String> command, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException(command.getFirst() + " ended with " + exit + ": " + printed);
        }
    }
}
