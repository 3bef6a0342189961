package org.immunarium.patient.assembly;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the placeholders in a mechanism's formulas stand for: `{C}` for the clone `C1`, `{tumour}` for `V_T`.
///
/// A formula names what is in a compartment with a dot, `{tumour}.{C}`; the id of that is `V_T_C1`.
public final class Names {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([\\w\\[\\]]+)}");
    private static final Pattern DOTTED = Pattern.compile("([A-Za-z_]\\w*)\\.([A-Za-z_]\\w*)");
    private static final Names NONE = new Names(Map.of());

    private final Map<String, String> names;

    private Names(Map<String, String> names) {
        this.names = Collections.unmodifiableMap(names);
    }

    /// No placeholder.
    public static Names none() {
        return NONE;
    }

    /// One placeholder.
    ///
    /// @param placeholder as it stands in braces
    /// @param name        what it stands for: a name, or a piece of a formula; may be empty
    public static Names of(String placeholder, String name) {
        return NONE.and(placeholder, name);
    }

    /// These, and one more.
    public Names and(String placeholder, String name) {
        return and(new Names(Map.of(placeholder, name)));
    }

    /// These, and others.
    ///
    /// @throws IllegalArgumentException if a placeholder stands for something already
    public Names and(Names others) {
        Map<String, String> all = new LinkedHashMap<>(names);
        others.names.forEach((placeholder, name) -> {
            if (all.put(placeholder, name) != null) {
                throw new IllegalArgumentException("{" + placeholder + "} stands for something already");
            }
        });
        return new Names(all);
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
