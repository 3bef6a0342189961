package org.immunarium.equations.expression;

import java.util.List;
import java.util.Optional;

/// A mathematical expression: what a formula or a MathML element says, as a tree of values.
///
/// Truth values are numbers: 0 is false, anything else true, and an operator that answers a question
/// gives 0 or 1 (SBML L3V2 allows them to be mixed). Trees are immutable and compare by content.
public sealed interface Expression {

    /// A number, with the unit it was written with (`sbml:units`, or as in `3 mg`), if any.
    record Constant(double value, Optional<String> unit) implements Expression {
        public Constant(double value) {
            this(value, Optional.empty());
        }
    }

    /// A quantity of the model by its id, or a function's argument.
    record Symbol(String name) implements Expression {}

    /// The time of the simulation, in the model's unit of time.
    record Time() implements Expression {}

    /// An operator or elementary function applied to its arguments; their number fits [Operator#arity].
    record Apply(Operator operator, List<Expression> arguments) implements Expression {
        public Apply {
            arguments = List.copyOf(arguments);
        }

        public Apply(Operator operator, Expression... arguments) {
            this(operator, List.of(arguments));
        }
    }

    /// A function that the model defines, applied to its arguments.
    record Call(String function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// The value of the first piece whose condition holds, else `otherwise` (not a number where none
    /// was written).
    record Piecewise(List<Piece> pieces, Expression otherwise) implements Expression {
        public Piecewise {
            pieces = List.copyOf(pieces);
        }
    }

    /// One case of a [Piecewise].
    record Piece(Expression value, Expression condition) {}

    /// The value that `value` had `lag` before now (lag in the model's unit of time, not negative).
    record Delay(Expression value, Expression lag) implements Expression {}

    /// The rate at which a quantity changes (SBML `rateOf`), per unit of the model's time.
    record RateOf(String symbol) implements Expression {}

    /// A random draw (SBML distrib): a new value each time that an assignment of it is evaluated.
    record Draw(DistributionFamily distribution, List<Expression> arguments) implements Expression {
        public Draw {
            arguments = List.copyOf(arguments);
        }
    }
}
