package org.immunarium.equations.sbml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.model.Model.Event;
import org.immunarium.equations.model.Model.EventAssignment;

/// Reads events.
final class EventReader {

    private final SbmlLevel level;
    private final String core;
    private final Diagnostics diagnostics;
    private final Mathematics mathematics;

    EventReader(SbmlLevel level, Diagnostics diagnostics, Mathematics mathematics) {
        this.level = level;
        this.core = level.namespace();
        this.diagnostics = diagnostics;
        this.mathematics = mathematics;
    }

    /// All events that can happen: without a trigger, one never does.
    List<Event> read(List<XmlElement> elements) {
        List<Event> events = new ArrayList<>();
        for (XmlElement element : elements) {
            if (element.is(core, "event")) {
                event(element).ifPresent(event -> events.add(diagnostics.placed(event, element)));
            } else if (element.namespace.equals(core)) {
                diagnostics.problem(element, "<" + element.name + "> in listOfEvents: <event> is expected");
            }
        }
        return List.copyOf(events);
    }

    private Optional<Event> event(XmlElement element) {
        Fields fields =
                new Fields(element, diagnostics).only(List.of("id", "name", "useValuesFromTriggerTime", "timeUnits"));
        fields.require(level.isThree(), "useValuesFromTriggerTime");
        if (fields.has("timeUnits")) {
            diagnostics.passOver(element, "timeUnits of an event: ignored, the model's units count");
        }
        Optional<XmlElement> trigger = element.child(core, "trigger");
        Optional<Expression> condition = trigger.flatMap(mathematics::read);
        List<EventAssignment> assignments = assignments(element);
        Optional<Expression> delay = part(element, "delay");
        Optional<Expression> priority = part(element, "priority");
        if (condition.isEmpty()) {
            mathematics.missing(trigger.orElse(element), "an event without a trigger never happens: left out");
            return Optional.empty();
        }
        Fields of = new Fields(trigger.orElse(element), diagnostics);
        of.require(level.isThree(), "initialValue", "persistent");
        return Optional.of(new Event(
                fields.optionalId("id").orElse(""),
                fields.text("name"),
                condition.get(),
                delay,
                priority,
                fields.flag("useValuesFromTriggerTime", true),
                of.flag("initialValue", true),
                of.flag("persistent", true),
                assignments));
    }

    private Optional<Expression> part(XmlElement event, String name) {
        Optional<XmlElement> element = event.child(core, name);
        Optional<Expression> value = element.flatMap(mathematics::read);
        if (element.isPresent() && value.isEmpty()) {
            mathematics.missing(element.get(), "a " + name + " without mathematics: as if it were not there");
        }
        return value;
    }

    private List<EventAssignment> assignments(XmlElement event) {
        List<EventAssignment> assignments = new ArrayList<>();
        for (XmlElement element : event.list(core, "listOfEventAssignments")) {
            String variable = new Fields(element, diagnostics)
                    .only(List.of("variable", "id", "name"))
                    .id("variable");
            Optional<Expression> value = mathematics.read(element);
            if (value.isPresent()) {
                assignments.add(diagnostics.placed(new EventAssignment(variable, value.get()), element));
            } else {
                mathematics.missing(element, "an event assignment without mathematics: left out");
            }
        }
        return List.copyOf(assignments);
    }
}
