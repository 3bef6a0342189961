package org.immunarium.study;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.immunarium.study.file.Placed;
import org.immunarium.units.Problem;

/// What a study sets in one place. A value may have several names, and is set by one of them.
///
/// @param <V> what a name means
public final class SetOnce<V> {

    private final Map<V, Placed<String>> names = new LinkedHashMap<>();
    private final Consumer<Problem> problems;

    /// @param problems receives what is wrong
    public SetOnce(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /// Takes note of what is set. A value that another name has set is a problem at both names, but for that the
    /// command line goes before a file.
    ///
    /// @param name as written
    public void set(V value, Placed<String> name) {
        Placed<String> before = names.put(value, name);
        if (before != null && !(name.line() == 0 && before.line() > 0)) {
            problems.accept(same(before, name));
            problems.accept(same(name, before));
        }
    }

    private static Problem same(Placed<String> one, Placed<String> other) {
        return one.problem("set." + one.value() + ": is the same value as \"" + other.value() + "\"");
    }

    /// By what it means, each name that sets something.
    public Map<V, Placed<String>> names() {
        return names;
    }
}
