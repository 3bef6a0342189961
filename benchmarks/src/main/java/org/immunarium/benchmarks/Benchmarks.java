package org.immunarium.benchmarks;

import java.io.FileNotFoundException;
import java.util.Arrays;
import java.util.LinkedHashMap;
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

    /// A benchmark: prints its figures as `name value unit` lines and writes them as JSON.
    @FunctionalInterface
    public interface Benchmark {
        /// @param options what followed the name on the command line
        void run(String... options) throws Exception;
    }

    /// An option that makes no sense.
    private static final class UsageException extends RuntimeException {

        private static final long serialVersionUID = 1;

        UsageException(String message) {
            super(message);
        }
    }

    private Benchmarks() {}

    /// All benchmarks by name; a new one is one line here.
    private static Map<String, Benchmark> all() {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("agreement", AgreementBenchmark::run);
        all.put("field-accuracy", FieldAccuracyBenchmark::run);
        all.put("fields", FieldsBenchmark::run);
        all.put("kernels", KernelBenchmark::run);
        all.put("linear", LinearSolveBenchmark::run);
        all.put("models", ModelsBenchmark::run);
        all.put("organoid", OrganoidBenchmark::run);
        all.put("patients", PatientsBenchmark::run);
        all.put("population", PopulationBenchmark::run);
        all.put("soak", SoakBenchmark::run);
        all.put("tissue", TissueBenchmark::run);
        return all;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Benchmark> all = all();
        Benchmark benchmark = arguments.length == 0 ? null : all.get(arguments[0]);
        if (benchmark == null) {
            System.err.println("usage: ./bench NAME [OPTIONS], where NAME is one of " + all.keySet());
            System.exit(2);
        } else {
            try {
                benchmark.run(Arrays.copyOfRange(arguments, 1, arguments.length));
            } catch (UsageException | FileNotFoundException e) {
                System.err.println("bench " + arguments[0] + ": " + e.getMessage());
                System.exit(2);
            }
        }
    }

    /// What a benchmark throws where an option makes no sense.
    public static RuntimeException usage(String message) {
        return new UsageException(message);
    }

    /// The number of patients that the only option of a benchmark names.
    ///
    /// @throws UsageException if it is no whole number above zero
    public static int patients(String[] options, int otherwise) {
        if (options.length == 0) {
            return otherwise;
        }
        if (options.length > 1 || !options[0].matches("[1-9]\\d{0,8}")) {
            throw new UsageException("a number of patients was expected (" + otherwise + " unless given), found \""
                    + String.join(" ", options) + "\"");
        }
        return Integer.parseInt(options[0]);
    }

    /// The whole number that an option is followed by, which is the only one that a benchmark has.
    ///
    /// @param name  such as `--seeds`
    /// @param least that it may be
    /// @throws UsageException if anything else is there
    public static int option(String[] options, String name, int least, int otherwise) {
        if (options.length == 0) {
            return otherwise;
        }
        if (options.length == 2 && options[0].equals(name) && options[1].matches("\\d{1,9}")) {
            int value = Integer.parseInt(options[1]);
            if (value >= least) {
                return value;
            }
        }
        throw new UsageException(name + " and a whole number from " + least + " were expected (" + otherwise
                + " unless given), found \"" + String.join(" ", options) + "\"");
    }
}
