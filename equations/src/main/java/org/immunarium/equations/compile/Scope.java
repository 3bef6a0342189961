package org.immunarium.equations.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.expression.Expression;

/// What the names in a set of equations mean: places in the arrays that a [Kernel] reads, or further
/// expressions.
///
/// A scope may hold definitions that nothing uses; they cost nothing. Definitions may use one another
/// in any order, but not in a circle.
public final class Scope {

    /// What a name stands for.
    public sealed interface Binding {}

    /// Element `index` of the states.
    public record State(int index) implements Binding {}

    /// Element `index` of the parameters. What depends on such parameters alone is computed once, by
    /// [Kernel#prepare].
    public record Parameter(int index) implements Binding {}

    /// Element `index` of the parameters, which may change from one evaluation to the next without
    /// preparation: a delayed value, a random draw.
    public record Varying(int index) implements Binding {}

    /// The value of an expression in the same scope; a [Expression.Constant] makes a constant that is
    /// worked into the code.
    public record Definition(Expression value) implements Binding {}

    /// A function that formulas call: `body` over `arguments`.
    public record Function(List<String> arguments, Expression body) {
        public Function {
            arguments = List.copyOf(arguments);
        }
    }

    private final Map<String, Binding> bindings;
    private final Map<String, Function> functions;

    private Scope(Builder builder) {
        this.bindings = new LinkedHashMap<>(builder.bindings);
        this.functions = new LinkedHashMap<>(builder.functions);
    }

    /// What a name stands for.
    public Optional<Binding> find(String name) {
        return Optional.ofNullable(bindings.get(name));
    }

    /// The function of that name.
    public Optional<Function> function(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    /// Starts an empty scope.
    public static Builder builder() {
        return new Builder();
    }

    /// Starts from all that this scope holds; a name bound again replaces what it meant.
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.bindings.putAll(bindings);
        builder.functions.putAll(functions);
        return builder;
    }

    /// Collects names; a name given twice means the last.
    public static final class Builder {

        private final Map<String, Binding> bindings = new LinkedHashMap<>();
        private final Map<String, Function> functions = new LinkedHashMap<>();

        private Builder() {}

        public Builder state(String name, int index) {
            return bind(name, new State(index));
        }

        public Builder parameter(String name, int index) {
            return bind(name, new Parameter(index));
        }

        public Builder varying(String name, int index) {
            return bind(name, new Varying(index));
        }

        public Builder definition(String name, Expression value) {
            return bind(name, new Definition(value));
        }

        public Builder constant(String name, double value) {
            return bind(name, new Definition(new Expression.Constant(value)));
        }

        public Builder function(String name, List<String> arguments, Expression body) {
            functions.put(name, new Function(arguments, body));
            return this;
        }

        private Builder bind(String name, Binding binding) {
            bindings.put(name, binding);
            return this;
        }

        public Scope build() {
            return new Scope(this);
        }
    }
}
