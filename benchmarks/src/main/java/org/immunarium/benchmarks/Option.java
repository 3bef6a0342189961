package org.immunarium.benchmarks;

/// What may follow a benchmark's name on the command line.
///
/// @param name  such as `--seeds`; in capitals what stands by itself, such as `PATIENTS`, with `...` behind it where
///     there may be several
/// @param value what follows the name, such as `N`; empty where it stands by itself
/// @param about what it is, in a few words
/// @param usual its value unless it is given, as one would type it; empty for none
public record Option(String name, String value, String about, String usual) {

    /// One that stands by itself.
    static Option alone(String name, String about, String usual) {
        return new Option(name, "", about, usual);
    }

    boolean isAlone() {
        return value.isEmpty();
    }

    boolean isRepeated() {
        return name.endsWith("...");
    }

    /// As usage shows it.
    String shown() {
        return isAlone() ? name : name + " " + value;
    }
}
