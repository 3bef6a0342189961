package org.immunarium.equations.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.immunarium.equations.expression.Formula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CSourceTest {

    private static final String HEADER = """
            extern const int model_states, model_parameters, model_entries, model_roots;
            extern const int model_row_start[], model_column[];
            void model_derivatives(double t, const double *y, const double *p, double *f);
            void model_jacobian(double t, const double *y, const double *p, double *entries);
            void model_root_values(double t, const double *y, const double *p, double *g);
            void model_fire(int event, double t, double *y, double *p);
            """;

    private static final String MAIN = """
            #include <stdio.h>
            #include "model.h"
            int main(void) {
              double y[] = {1.6, 2.3}, p[] = {1.3, 2.2}, f[2], e[4], g[1];
              model_derivatives(0.7, y, p, f);
              model_jacobian(0.7, y, p, e);
              model_root_values(0.7, y, p, g);
              for (int i = 0; i < 2; i++) printf("%.17g\\n", f[i]);
              for (int i = 0; i < model_entries; i++) printf("%.17g\\n", e[i]);
              printf("%.17g\\n", g[0]);
              model_fire(0, 0.7, y, p);
              printf("%.17g\\n%.17g\\n", y[0], p[1]);
              return 0;
            }
            """;

    private static final Scope SCOPE = Scope.builder()
            .state("x", 0)
            .state("y", 1)
            .parameter("k", 0)
            .parameter("n", 1)
            .build();

    @TempDir
    private Path folder;

    @Test
    void theCompiledSourceAgreesWithTheKernel() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc is not installed");
        Equations derivatives = equations(
                "k * x^n / (y^n + x^n) + time + csc(x) - min(x, y) + piecewise(3, x < y && !(x == 2), 4)",
                "exp(-x) * log10(y) + root(3, y) - arccoth(2 + x) + x^1.5 + factorial(3) + log(3, x) + rem(y, x)");
        Equations roots = equations("time - k");
        CSource.Event event = new CSource.Event(
                List.of(new CSource.Target(true, 0), new CSource.Target(false, 1)), equations("x + y", "x"));
        Jacobian jacobian = derivatives.jacobian(2);

        double[] printed = compileAndRun(CSource.model(derivatives, jacobian, 2, roots, List.of(event)));

        double[] expected = Stream.of(derivatives, jacobian.entries(), roots)
                .flatMapToDouble(e -> java.util.Arrays.stream(evaluate(e)))
                .toArray();
        assertThat(printed).hasSize(expected.length + 2);
        for (int i = 0; i < expected.length; i++) {
            assertThat(printed[i])
                    .as("number %d", i)
                    .isCloseTo(expected[i], within(1e-14 * (1 + Math.abs(expected[i]))));
        }
        assertThat(printed[expected.length]).isEqualTo(1.6 + 2.3);
        assertThat(printed[expected.length + 1]).isEqualTo(1.6);
    }

    private static Equations equations(String... formulas) {
        return new Equations(SCOPE, Stream.of(formulas).map(Formula::parse).toList());
    }

    private static double[] evaluate(Equations equations) {
        double[] out = new double[equations.size()];
        equations.kernel(1).evaluate(new double[] {0.7}, new double[] {1.6, 2.3}, new double[] {1.3, 2.2}, out);
        return out;
    }

    private double[] compileAndRun(String source) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("model.h"), HEADER);
        Files.writeString(folder.resolve("model.c"), source);
        Files.writeString(folder.resolve("main.c"), MAIN);
        run("gcc", "-std=c11", "-O1", "-Wall", "-Werror", "main.c", "model.c", "-lm", "-o", "model");
        return run(folder.resolve("model").toString())
                .lines()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
