package org.immunarium.equations.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.RandomExpressions;

/// The interpreter, scalar code, vector code and the evaluator give the same bits for any expressions.
class KernelProperties {

    private static final int LANES = 16;
    private static final Scope SCOPE = Scope.builder()
            .state("x", 0)
            .state("y", 1)
            .parameter("k", 0)
            .parameter("n", 1)
            .varying("v", 2)
            .build();

    @Property(tries = 400)
    void everyFormOfExecutionGivesTheSameBits(
            @ForAll("expressions") List<Expression> expressions, @ForAll("numbers") double[] numbers) {
        Equations equations = new Equations(SCOPE, expressions);
        EvaluationSchedule schedule = equations.schedule();
        double[] expected = run(new Interpreter(schedule, LANES), numbers);
        assertThat(bits(run(kernel(schedule, LANES, 1, 400), numbers)))
                .as("scalar code")
                .isEqualTo(bits(expected));
        for (int block : new int[] {2, 4, 8}) {
            assertThat(bits(run(kernel(schedule, LANES, block, 100), numbers)))
                    .as("%d lanes at once", block)
                    .isEqualTo(bits(expected));
        }
        assertThat(bits(run(kernel(schedule, LANES, 8, 3), numbers)))
                .as("many methods")
                .isEqualTo(bits(expected));
        assertThat(bits(run(kernel(schedule, LANES, 1, 3), numbers)))
                .as("many methods")
                .isEqualTo(bits(expected));
        assertThat(bits(evaluated(expressions, numbers))).as("evaluator").isEqualTo(bits(expected));
    }

    @Property(tries = 100)
    void derivativesGiveTheSameBitsToo(
            @ForAll("expressions") List<Expression> expressions, @ForAll("numbers") double[] numbers) {
        Equations entries =
                new Equations(SCOPE, expressions.subList(0, 2)).jacobian(2).entries();
        double[] expected = run(new Interpreter(entries.schedule(), LANES), numbers);
        assertThat(bits(run(kernel(entries.schedule(), LANES, 8, 20), numbers))).isEqualTo(bits(expected));
        assertThat(bits(run(kernel(entries.schedule(), LANES, 1, 20), numbers))).isEqualTo(bits(expected));
    }

    private static Kernel kernel(EvaluationSchedule schedule, int lanes, int block, int capacity) {
        return new KernelClass(schedule, new KernelClass.Tuning(lanes, block, capacity)).instance();
    }

    private static double[] run(Kernel kernel, double[] numbers) {
        double[] out = new double[kernel.outputs() * LANES];
        double[] parameter = columns(numbers, 3, 3);
        kernel.prepare(columns(numbers, 3, 3));
        kernel.evaluate(columns(numbers, 0, 1), columns(numbers, 1, 2), parameter, out);
        return out;
    }

    private static double[] evaluated(List<Expression> expressions, double[] numbers) {
        Evaluator evaluator = new Evaluator(SCOPE);
        double[] out = new double[expressions.size() * LANES];
        for (int i = 0; i < expressions.size(); i++) {
            for (int l = 0; l < LANES; l++) {
                double[] time = columns(numbers, 0, 1);
                double[] state = columns(numbers, 1, 2);
                double[] parameter = columns(numbers, 3, 3);
                out[i * LANES + l] = evaluator.evaluate(
                        expressions.get(i), time[l], new double[] {state[l], state[LANES + l]}, new double[] {
                            parameter[l], parameter[LANES + l], parameter[2 * LANES + l]
                        });
            }
        }
        return out;
    }

    /// Columns `first` to `first + count - 1` of 6 columns drawn from the numbers, different in each
    /// lane.
    private static double[] columns(double[] numbers, int first, int count) {
        double[] columns = new double[count * LANES];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = numbers[(first * LANES + i) % numbers.length];
        }
        return columns;
    }

    private static long[] bits(double[] values) {
        long[] bits = new long[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToLongBits(values[i]);
        }
        return bits;
    }

    @Provide
    Arbitrary<List<Expression>> expressions() {
        return RandomExpressions.computable(List.of("x", "y", "k", "n", "v"))
                .list()
                .ofMinSize(2)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<double[]> numbers() {
        return Arbitraries.oneOf(
                        Arbitraries.doubles().between(-5, 5),
                        Arbitraries.doubles().between(0, 1e6),
                        Arbitraries.of(0.0, -0.0, 1.0, 2.0, 0.5, -1.0, Double.NaN, Double.POSITIVE_INFINITY, 1e-310),
                        Arbitraries.integers().between(-3, 9).map(Integer::doubleValue))
                .array(double[].class)
                .ofMinSize(17)
                .ofMaxSize(96);
    }
}
