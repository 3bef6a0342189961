package org.immunarium.patient.assembly;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the placeholders in a mechanism's formulas stand for: `{C}` for the clone `C1`, `{V}` for the tumour `V_T`.
///
/// A formula names what is in a compartment with a dot, `{V}.{C}`; the id of that is `V_T_C1`.
final class Notation {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern DOTTED = Pattern.compile("([A-Za-z_]\\w*)\\.([A-Za-z_]\\w*)");

    private final Map<String, String> names;

    private Notation(Map<String, String> names) {
        this.names = names;
    }

    /// @param pairs a placeholder, what it stands for, the next placeholder, and so on
    static Notation of(String... pairs) {
        if (pairs.length % 2 != 0) {
            throw new IllegalArgumentException("a placeholder without what it stands for: " + String.join(", ", pairs));
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return new Notation(names);
    }

    /// The text with all placeholders filled in.
    ///
    /// @throws IllegalArgumentException if one stands for nothing
    String fill(String template) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(name(found.group(1), template)));
    }

    private String name(String placeholder, String template) {
        String name = names.get(placeholder);
        if (name == null) {
            throw new IllegalArgumentException("{" + placeholder + "} in \"" + template + "\" stands for nothing");
        }
        return name;
    }

    /// Names with a dot as ids: `V_T.C1` as `V_T_C1`.
    static String ids(String formula) {
        return DOTTED.matcher(formula).replaceAll("$1_$2");
    }
}
