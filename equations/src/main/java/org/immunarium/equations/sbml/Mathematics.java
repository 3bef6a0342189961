package org.immunarium.equations.sbml;

import java.util.Optional;
import org.immunarium.equations.expression.Expression;

/// The mathematics of an element: MathML, or a formula as text in level 1.
final class Mathematics {

    private final SbmlLevel level;
    private final Diagnostics diagnostics;
    private final MathReader mathml;

    Mathematics(SbmlLevel level, Diagnostics diagnostics) {
        this.level = level;
        this.diagnostics = diagnostics;
        this.mathml = new MathReader(diagnostics, level.namespace());
    }

    void define(String function) {
        mathml.define(function);
    }

    /// Says that a function means the rate of change of its argument.
    void defineRate(String function) {
        mathml.defineRate(function);
    }

    MathReader.Lambda function(XmlElement element) {
        return mathml.readLambda(element);
    }

    /// What an element says; empty where it says nothing.
    Optional<Expression> read(XmlElement element) {
        if (level.level() > 1) {
            return mathml.read(element);
        }
        return element.attribute("formula").map(formula -> LevelOneFormula.read(formula, element, diagnostics));
    }

    /// Says that mathematics is missing: a problem up to level 3 version 1, from then on only worth a notice.
    void missing(XmlElement element, String notice) {
        if (level.mathMayBeMissing()) {
            diagnostics.passOver(element, notice);
        } else {
            String what = level.level() == 1 ? "the attribute formula" : "<math>";
            diagnostics.problem(element, what + " is missing or empty, which " + level + " does not allow");
        }
    }
}
