package org.immunarium.study.sensitivity.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How parameters are judged.
public enum SensitivityMethod {
    /// Partial rank correlation over a Latin hypercube.
    PRCC("prcc", 500, "samples", "partial rank correlation over a Latin hypercube"),
    /// Elementary effects along trajectories.
    MORRIS("morris", 20, "trajectories", "Morris's elementary effects"),
    /// Shares of the variance.
    SOBOL("sobol", 512, "rows", "Sobol's shares of the variance");

    private final String word;
    private final int usual;
    private final String unit;
    private final String inWords;

    SensitivityMethod(String word, int usual, String unit, String inWords) {
        this.word = word;
        this.usual = usual;
        this.unit = unit;
        this.inWords = inWords;
    }

    /// As the command line has it.
    public String word() {
        return word;
    }

    /// How many samples there are unless the user says otherwise.
    public int usual() {
        return usual;
    }

    /// What its samples are: `trajectories`.
    public String unit() {
        return unit;
    }

    /// For people.
    public String inWords() {
        return inWords;
    }

    /// How many runs so many samples are.
    ///
    /// @param parameters how many differ
    public long runs(int samples, int parameters) {
        return switch (this) {
            case PRCC -> samples;
            case MORRIS -> samples * (parameters + 1L);
            case SOBOL -> samples * (parameters + 2L);
        };
    }

    /// The fewest samples that tell something.
    ///
    /// @param parameters how many differ
    public int fewest(int parameters) {
        return this == PRCC ? parameters + 3 : 2;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(SensitivityMethod::word).toList();
    }

    static Optional<SensitivityMethod> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
