package org.immunarium.study.tissue;

import java.util.List;
import java.util.stream.Collectors;
import org.immunarium.tissue.model.DefaultBehaviours;
import org.immunarium.units.Quantity;

/// Numbers of a model in words, each with where it is from.
record SourcedWords(Provenance provenance) {

    /// A number with its unit.
    static String amount(double value, String unit) {
        return Quantity.number(value) + (unit.equals("1") ? "" : " " + unit);
    }

    /// Several in a line: `primes 10 [assumption], delay 1440 min`.
    String line(List<ModelNumber> numbers) {
        return numbers.stream()
                .map(each -> each.what() + " " + amount(each.value(), each.unit()) + from(each.name()))
                .collect(Collectors.joining(", "));
    }

    /// Where what has exactly this name is from, where that is said.
    String from(String name) {
        String source = provenance.values().get(name);
        if (source == null) {
            return "";
        }
        return source.equals(DefaultBehaviours.PHYSICELL) ? " [as in PhysiCell]" : " [" + source + "]";
    }
}
