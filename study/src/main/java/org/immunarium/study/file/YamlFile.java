package org.immunarium.study.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunarium.study.file.YamlNode.Entry;
import org.immunarium.study.file.YamlNode.Items;
import org.immunarium.study.file.YamlNode.Mapping;
import org.immunarium.study.file.YamlNode.Scalar;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/// Reads YAML into a tree that knows its lines.
///
/// A study file is small and plain: what makes YAML dangerous or surprising (aliases, several
/// documents, deep nesting, a key given twice, sizes beyond reason) is refused by name.
final class YamlFile {

    static final int LARGEST_BYTES = 1 << 20;
    private static final int DEEPEST = 20;

    private final String source;
    private final Iterator<Event> events;
    private final List<Problem> problems;
    private final Set<String> aliases = new HashSet<>();

    private YamlFile(String source, Iterator<Event> events, List<Problem> problems) {
        this.source = source;
        this.events = events;
        this.problems = problems;
    }

    /// Reads text whose top level is keys and values.
    ///
    /// @param problems receives what is wrong with single keys, of which the first of a name counts
    /// @throws InvalidInputException if it is too long, or not such text
    static Mapping parse(String source, String text, List<Problem> problems) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source)
                .setCodePointLimit(LARGEST_BYTES)
                .build();
        try {
            return new YamlFile(source, new Parse(settings).parseString(text).iterator(), problems).document();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            int begun = e.getContextMark().map(Mark::getLine).orElse(line - 1) + 1;
            String within = begun == line ? "" : ", in what begins on line " + begun;
            throw new InvalidInputException(Problem.at(source, line, "is not YAML: " + e.getProblem() + within));
        } catch (YamlVersionException e) {
            throw new InvalidInputException(Problem.of(
                    source, "is YAML of version " + e.getSpecVersion().getRepresentation() + "; 1.2 was expected"));
        } catch (YamlEngineException e) {
            throw new InvalidInputException(Problem.of(source, "is not YAML: " + e.getMessage()));
        }
    }

    private Mapping document() {
        YamlNode root = new Mapping(1, Map.of());
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                throw new InvalidInputException(
                        Problem.at(source, line(event), "a second document begins; one study a file was expected"));
            }
            if (event instanceof ScalarEvent
                    || event instanceof SequenceStartEvent
                    || event instanceof MappingStartEvent
                    || event instanceof AliasEvent) {
                root = node(event, 1);
            }
        }
        if (documents == 0) {
            problems.add(Problem.of(source, "is empty; a study was expected, see docs/study-files.md"));
        } else if (!(root instanceof Mapping)) {
            problems.add(Problem.at(
                    source,
                    root.line(),
                    "keys and values were expected, as in \"study: patient\"; found " + root.kind()));
        }
        if (!aliases.isEmpty() || !(root instanceof Mapping mapping) || documents == 0) {
            throw new InvalidInputException(problems);
        }
        return mapping;
    }

    private YamlNode node(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new InvalidInputException(
                    Problem.at(source, line(event), "is nested deeper than " + DEEPEST + " levels"));
        }
        return switch (event) {
            case ScalarEvent scalar ->
                new Scalar(firstLine(scalar), scalar.getValue().strip(), isLiteral(scalar));
            case SequenceStartEvent _ -> items(line(event), depth);
            case MappingStartEvent _ -> mapping(line(event), depth);
            case AliasEvent alias -> {
                String name = alias.getAlias().getValue();
                if (aliases.add(name)) {
                    problems.add(Problem.at(
                            source, line(event), "the alias *" + name + " is not allowed here: repeat the text"));
                }
                yield new Scalar(line(event), "", false);
            }
            default -> throw new IllegalStateException("unexpected " + event);
        };
    }

    private Items items(int line, int depth) {
        List<YamlNode> values = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            values.add(node(event, depth + 1));
        }
        return new Items(line, values);
    }

    private Mapping mapping(int line, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            YamlNode key = node(event, depth + 1);
            YamlNode value = node(events.next(), depth + 1);
            if (!(key instanceof Scalar name)) {
                problems.add(Problem.at(source, key.line(), "a key must be text; found " + key.kind()));
                continue;
            }
            Entry former = entries.putIfAbsent(name.text(), new Entry(name.line(), value));
            if (former != null) {
                problems.add(Problem.at(
                        source, name.line(), "the key " + name.text() + " was given before, on line " + former.line()));
            }
        }
        return new Mapping(line, entries);
    }

    /// Whether its lines are lines of the file: `|`.
    private static boolean isLiteral(ScalarEvent scalar) {
        return scalar.getScalarStyle() == ScalarStyle.LITERAL;
    }

    /// Where the text itself begins: after a `|` or `>`, below it.
    private static int firstLine(ScalarEvent scalar) {
        if (!isLiteral(scalar) && scalar.getScalarStyle() != ScalarStyle.FOLDED) {
            return line(scalar);
        }
        String text = scalar.getValue();
        long blank =
                text.isBlank() ? 0 : text.lines().takeWhile(String::isBlank).count();
        return line(scalar) + 1 + (int) blank;
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
