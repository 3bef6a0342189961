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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The methods of a class that JMH is to measure.
public final class MeasuredParts {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PART",
            arity = "0..*",
            description = "which are measured, by a part of their names, else all")
    private List<String> parts = List.of();

    /// Measures those that are asked for.
    ///
    /// @param type whose methods JMH is to measure
    /// @throws ParameterException if a part is in no name
    public Collection<RunResult> of(Class<?> type) throws RunnerException {
        List<String> names = Arrays.stream(type.getDeclaredMethods())
                .filter(each -> each.isAnnotationPresent(org.openjdk.jmh.annotations.Benchmark.class))
                .map(Method::getName)
                .sorted()
                .toList();
        for (String part : parts) {
            if (names.stream().noneMatch(name -> name.contains(part))) {
                throw new ParameterException(
                        spec.commandLine(), "\"" + part + "\" is in no name; there are " + String.join(", ", names));
            }
        }
        OptionsBuilder chosen = new OptionsBuilder();
        names.stream()
                .filter(name -> parts.isEmpty() || parts.stream().anyMatch(name::contains))
                .forEach(name -> chosen.include(Pattern.quote(type.getName() + "." + name) + "$"));
        return new Runner(chosen.build()).run();
    }
}
