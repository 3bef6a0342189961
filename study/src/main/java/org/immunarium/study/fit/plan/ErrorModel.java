package org.immunarium.study.fit.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How measurements y scatter around what is predicted, f; z is standard normal, and each quantity has sizes of its
/// own.
public enum ErrorModel {
    /// y = f + a z.
    ADDITIVE("additive", "y = f + a z"),
    /// ln y = ln f + b z: in proportion to f, and never below 0.
    PROPORTIONAL("proportional", "ln y = ln f + b z"),
    /// y = f + sqrt(a² + b² f²) z.
    COMBINED("combined", "y = f + sqrt(a² + b² f²) z");

    private final String word;
    private final String formula;

    ErrorModel(String word, String formula) {
        this.word = word;
        this.formula = formula;
    }

    /// As the command line has it.
    public String word() {
        return word;
    }

    /// For people.
    public String inWords() {
        return word + ", " + formula;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ErrorModel::word).toList();
    }

    static Optional<ErrorModel> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
