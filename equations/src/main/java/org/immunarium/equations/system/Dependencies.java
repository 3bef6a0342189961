package org.immunarium.equations.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.expression.Expression.Symbol;

/// Puts definitions in an order in which each uses only earlier ones, or finds the circle that
/// forbids it.
final class Dependencies {

    private enum Mark {
        OPEN,
        DONE
    }

    private final Map<String, Expression> definitions;
    private final Map<String, Mark> marks = new HashMap<>();
    private final List<String> path = new ArrayList<>();
    private final LinkedHashMap<String, Expression> ordered = new LinkedHashMap<>();
    private final List<List<String>> circles = new ArrayList<>();

    private Dependencies(Map<String, Expression> definitions) {
        this.definitions = definitions;
    }

    /// The definitions in order, and every circle found among them.
    record Order(LinkedHashMap<String, Expression> definitions, List<List<String>> circles) {}

    static Order order(Map<String, Expression> definitions) {
        Dependencies d = new Dependencies(definitions);
        definitions.keySet().forEach(d::visit);
        return new Order(d.ordered, d.circles);
    }

    private void visit(String name) {
        Expression value = definitions.get(name);
        if (value == null || marks.get(name) == Mark.DONE) {
            return;
        }
        if (marks.get(name) == Mark.OPEN) {
            circles.add(List.copyOf(path.subList(path.indexOf(name), path.size())));
            return;
        }
        marks.put(name, Mark.OPEN);
        path.add(name);
        for (String used : symbols(value)) {
            visit(used);
        }
        path.removeLast();
        marks.put(name, Mark.DONE);
        ordered.put(name, value);
    }

    /// The symbols that an expression names, in the order found.
    static Set<String> symbols(Expression expression) {
        Set<String> result = new LinkedHashSet<>();
        Rewriting.visit(expression, e -> {
            if (e instanceof Symbol(String name)) {
                result.add(name);
            }
        });
        return result;
    }

    /// The symbols that an expression depends on once definitions are followed, those definitions
    /// included.
    static Set<String> closure(Expression expression, Map<String, Expression> definitions) {
        Set<String> reached = new TreeSet<>();
        List<String> open = new ArrayList<>(symbols(expression));
        while (!open.isEmpty()) {
            String name = open.removeLast();
            Expression value = reached.add(name) ? definitions.get(name) : null;
            if (value != null) {
                open.addAll(symbols(value));
            }
        }
        return reached;
    }
}
