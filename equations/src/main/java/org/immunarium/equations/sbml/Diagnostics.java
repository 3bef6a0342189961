package org.immunarium.equations.sbml;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immunarium.equations.model.ModelCheck;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// What is found while a file is read: what is wrong with it, what is passed over, and where everything is.
final class Diagnostics {

    private record Place(String source, int line) {}

    private record Passed(Problem first, int count) {}

    private final String source;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Passed> passedOver = new LinkedHashMap<>();
    private final Map<Object, Place> places = new IdentityHashMap<>();

    Diagnostics(String source) {
        this.source = source;
    }

    /// Something wrong at an element.
    void problem(XmlElement at, String message) {
        problems.add(problemAt(at, message));
    }

    /// Something at an element that may be right, but is not supported.
    void unsupported(XmlElement at, String message) {
        problems.add(problemAt(at, message).unsupported());
    }

    void problems(List<Problem> more) {
        problems.addAll(more);
    }

    /// Something that is left aside; said once, with how often.
    void passOver(XmlElement at, String message) {
        passOver(at, message, 1);
    }

    void passOver(XmlElement at, String message, int times) {
        if (times > 0) {
            passedOver.merge(
                    message,
                    new Passed(Problem.at(at.source, at.line, message), times),
                    (old, more) -> new Passed(old.first, old.count + more.count));
        }
    }

    /// Remembers where a part of the model stands.
    <T> T placed(T part, XmlElement at) {
        places.put(part, new Place(at.source, at.line));
        return part;
    }

    /// How the check of the whole model finds the places of its parts.
    ModelCheck.Origin origin() {
        return (part, element, message) -> {
            Place place = places.get(part);
            return place == null
                    ? Problem.in(source, element, message)
                    : new Problem(place.source, OptionalInt.of(place.line), Optional.of(element), message);
        };
    }

    /// The notices, in the order first found, each with its count where it is more than one.
    List<Problem> notices() {
        return passedOver.values().stream()
                .map(p -> p.count == 1
                        ? p.first
                        : new Problem(
                                p.first.source(),
                                p.first.line(),
                                p.first.element(),
                                p.first.message() + " (" + p.count + " times, first here)"))
                .toList();
    }

    /// @throws InvalidInputException with all problems, in the order of the file, if there are any
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems.stream()
                    .sorted((a, b) ->
                            Integer.compare(a.line().orElse(0), b.line().orElse(0)))
                    .distinct()
                    .toList());
        }
    }

    /// `species "T"`, or `species` alone where it has no id.
    static String describe(XmlElement element) {
        String what = element.name;
        for (String key : List.of("id", "variable", "symbol", "species", "name")) {
            Optional<String> value = element.attribute(key);
            if (value.isPresent()) {
                return what + " \"" + value.get() + "\"";
            }
        }
        return what;
    }

    static Problem problemAt(XmlElement at, String message) {
        return new Problem(at.source, OptionalInt.of(Math.max(1, at.line)), Optional.of(describe(at)), message);
    }
}
