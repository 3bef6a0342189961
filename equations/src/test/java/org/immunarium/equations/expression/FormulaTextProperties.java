package org.immunarium.equations.expression;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormulaTextProperties {

    @Property(tries = 2000)
    void whatIsPrintedReadsBackAsAnEqualExpression(@ForAll("anything") Expression expression) {
        assertThat(Formula.parse(FormulaText.print(expression))).isEqualTo(expression);
    }

    @Provide
    Arbitrary<Expression> anything() {
        return RandomExpressions.anything();
    }

    @Example
    void formulasArePrintedAsAPersonWouldWriteThem() {
        for (String formula : new String[] {
            "k1 * S / (Km + S) - k2 * P",
            "-(a^2) + b^-2",
            "Tumour.C1 * log10(x) / 3 mg",
            "piecewise(1, a < b && b <= c, 2.5E-7)",
            "a - (b - c)",
        }) {
            assertThat(FormulaText.print(Formula.parse(formula))).isEqualTo(formula);
        }
    }
}
