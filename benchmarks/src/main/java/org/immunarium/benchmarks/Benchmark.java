package org.immunarium.benchmarks;

import java.util.List;

/// What `./bench NAME` runs: it prints its figures as `name value unit` lines and writes them as JSON.
///
/// @param about   what it measures, in a sentence's part
/// @param options that it has; all others are refused before it runs
record Benchmark(String about, Body body, List<Option> options) {

    Benchmark(String about, Body body, Option... options) {
        this(about, body, List.of(options));
    }

    /// What runs.
    @FunctionalInterface
    interface Body {
        /// @throws UsageException if the value of an option makes no sense; nothing has been measured then
        void run(Arguments arguments) throws Exception;
    }

    /// How it is called and what it does.
    String help(String name) {
        StringBuilder help = new StringBuilder("./bench ").append(name);
        options.forEach(each -> help.append(" [").append(each.shown()).append(']'));
        help.append("\n").append(about).append('\n');
        options.forEach(each -> help.append(String.format("  %-14s %s", each.shown(), each.about()))
                .append(each.usual().isEmpty() ? "" : "; " + each.usual() + " unless given")
                .append('\n'));
        return help.toString();
    }
}
