package org.immunarium.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What followed a benchmark's name on the command line: nothing but what that benchmark has.
public final class Arguments {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Arguments() {}

    /// Reads a command line.
    ///
    /// @param known the options that there are
    /// @param words what followed the benchmark's name
    /// @throws UsageException if anything else is there, an option twice, or one without its value
    static Arguments read(List<Option> known, String... words) {
        Arguments read = new Arguments();
        for (int k = 0; k < words.length; k++) {
            String word = words[k];
            boolean named = word.startsWith("-");
            Option option = known.stream()
                    .filter(each -> named ? each.name().equals(word) : each.isAlone())
                    .findFirst()
                    .orElseThrow(() -> new UsageException("\"" + word + "\" is no option; " + has(known)));
            if (named && ++k == words.length) {
                throw new UsageException(word + ": " + option.value() + " was expected after it");
            }
            List<String> its = read.values.computeIfAbsent(option.name(), _ -> new ArrayList<>());
            its.add(words[k]);
            if (its.size() > 1 && !option.isRepeated()) {
                throw new UsageException(
                        option.name() + " is there twice: \"" + its.getFirst() + "\" and \"" + words[k] + "\"");
            }
        }
        for (Option option : known) {
            read.values.computeIfAbsent(
                    option.name(), _ -> option.usual().isEmpty() ? List.of() : List.of(option.usual()));
        }
        return read;
    }

    private static String has(List<Option> known) {
        return known.isEmpty()
                ? "there are none"
                : "there are " + known.stream().map(Option::shown).collect(Collectors.joining(", "));
    }

    /// A whole number.
    ///
    /// @param option that is given, or has a usual value
    /// @param least  that it may be
    /// @throws UsageException if it is anything else
    public int count(String option, int least) {
        String text = all(option).getFirst();
        int count = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (count < least) {
            throw new UsageException(
                    option + ": a whole number from " + least + " was expected; found \"" + text + "\"");
        }
        return count;
    }

    /// How long something is to last.
    ///
    /// @param option that is given, or has a usual value
    /// @throws UsageException if it is no finite number above 0
    public double duration(String option) {
        String text = all(option).getFirst();
        return number(text)
                .filter(value -> value > 0)
                .orElseThrow(
                        () -> new UsageException(option + ": a number above 0 was expected; found \"" + text + "\""));
    }

    /// Times with commas between them; none where the option is not given and has no usual value.
    ///
    /// @throws UsageException if one is no finite number from 0
    public List<Double> times(String option) {
        return text(option).stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(each -> number(each)
                        .filter(value -> value >= 0)
                        .orElseThrow(() ->
                                new UsageException(option + ": numbers from 0 were expected; found \"" + each + "\"")))
                .toList();
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// What is given, or usual.
    public Optional<String> text(String option) {
        return all(option).stream().findFirst();
    }

    /// All that is given where there may be several, or what is usual.
    ///
    /// @throws IllegalArgumentException if the benchmark has no such option
    public List<String> all(String option) {
        List<String> its = values.get(option);
        if (its == null) {
            throw new IllegalArgumentException(option);
        }
        return its;
    }
}
