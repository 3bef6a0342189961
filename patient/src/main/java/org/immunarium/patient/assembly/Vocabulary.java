package org.immunarium.patient.assembly;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a paper calls the things that mechanisms call otherwise: `K_C_max` what they call `C_max`.
///
/// So a published model keeps its own names, and the mechanisms keep theirs. What is in a compartment is named whole,
/// `Tum.PD1` as `Tum.Teff_PD1_syn`.
public final class Vocabulary {

    /// Of a patient whose names are those of the mechanisms.
    public static final Vocabulary OWN = new Vocabulary(Map.of());

    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)?");

    private final Map<String, String> words;

    private Vocabulary(Map<String, String> words) {
        this.words = Collections.unmodifiableMap(words);
    }

    /// @param pairs a mechanism's name, the paper's, the next mechanism's name, and so on
    /// @throws IllegalArgumentException if a name is there twice, or has no other
    public static Vocabulary of(String... pairs) {
        if (pairs.length % 2 != 0) {
            throw new IllegalArgumentException("a name without another: " + String.join(", ", pairs));
        }
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (words.put(pairs[i], pairs[i + 1]) != null) {
                throw new IllegalArgumentException(pairs[i] + " is there twice");
            }
        }
        return new Vocabulary(words);
    }

    /// The names that mechanisms have.
    Set<String> names() {
        return words.keySet();
    }

    /// A formula in the paper's words.
    ///
    /// @param met is told each name that is translated
    String translate(String formula, Consumer<String> met) {
        return NAME.matcher(formula).replaceAll(found -> {
            String word = words.get(found.group());
            if (word == null) {
                return Matcher.quoteReplacement(found.group());
            }
            met.accept(found.group());
            return Matcher.quoteReplacement(word);
        });
    }
}
