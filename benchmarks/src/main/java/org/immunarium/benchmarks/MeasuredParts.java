package org.immunarium.benchmarks;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Measures methods of a class by JMH.
public final class MeasuredParts {

    private MeasuredParts() {}

    /// Measures those that are asked for.
    ///
    /// @param type  whose methods JMH is to measure
    /// @param parts parts of their names; empty for all
    /// @throws UsageException if a part is in no name
    public static Collection<RunResult> of(Class<?> type, List<String> parts) throws RunnerException {
        List<String> names = Arrays.stream(type.getDeclaredMethods())
                .filter(each -> each.isAnnotationPresent(org.openjdk.jmh.annotations.Benchmark.class))
                .map(Method::getName)
                .sorted()
                .toList();
        for (String part : parts) {
            if (names.stream().noneMatch(name -> name.contains(part))) {
                throw new UsageException("\"" + part + "\" is in no name; there are " + String.join(", ", names));
            }
        }
        OptionsBuilder chosen = new OptionsBuilder();
        names.stream()
                .filter(name -> parts.isEmpty() || parts.stream().anyMatch(name::contains))
                .forEach(name -> chosen.include(Pattern.quote(type.getName() + "." + name) + "$"));
        return new Runner(chosen.build()).run();
    }
}
