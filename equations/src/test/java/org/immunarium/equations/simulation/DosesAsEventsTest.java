package org.immunarium.equations.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immunarium.equations.expression.Formula;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.Model.Event;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.equations.sbml.SbmlDocument;
import org.immunarium.equations.sbml.SbmlReader;
import org.immunarium.equations.sbml.SbmlWriter;
import org.immunarium.equations.simulation.Intervention.Bolus;
import org.immunarium.equations.simulation.Intervention.Infusion;
import org.immunarium.equations.system.Measure;
import org.immunarium.equations.unit.UnitCheck;
import org.junit.jupiter.api.Test;

/// A model with its doses as events, written and read again, runs as the model does when it is dosed.
final class DosesAsEventsTest {

    private static final double[] TIMES = {0, 0.5, 1, 1.5, 2, 3, 4, 5};

    private static ModelBuilder elimination() {
        return ModelBuilder.of("elimination", "")
                .units("day", "mole", "litre")
                .compartment("V", 2)
                .concentration("D", "drug", "V", 1, "mole")
                .parameter("m", "", 1, "mole/litre")
                .parameter("k", "", 0.3, "1/day")
                .reaction("out", "", Map.of("D", 1.0), Map.of(), "k * D * V");
    }

    /// The model with these priorities of its events.
    private static Model prioritized(Model model, String... formulas) {
        List<Event> events = new ArrayList<>();
        for (int e = 0; e < formulas.length; e++) {
            Event of = model.events().get(e);
            events.add(new Event(
                    of.id(),
                    of.name(),
                    of.trigger(),
                    of.delay(),
                    Optional.of(Formula.parse(formulas[e])),
                    of.useValuesFromTriggerTime(),
                    of.initialTrigger(),
                    of.persistent(),
                    of.assignments()));
        }
        return model.withEvents(events);
    }

    private static Timecourse run(Simulation simulation) {
        return simulation.relativeTolerance(1e-9).times(TIMES).run();
    }

    private static void assertRepeats(Model model, Intervention... doses) {
        Simulation dosed = CompiledModel.compile(model).simulation();
        List.of(doses).forEach(dosed::intervention);
        Timecourse expected = run(dosed);
        Model written = DosesAsEvents.in(
                model,
                Stream.of(doses)
                        .map(each -> new DosesAsEvents.Given(each, "a dose"))
                        .toList());
        SbmlDocument read = SbmlReader.read("written.xml", SbmlWriter.write(written));
        assertThat(UnitCheck.notices(read.model(), read.origin())).isEmpty();
        Timecourse found = run(CompiledModel.compile(read.model()).simulation());
        for (String id : List.of("D", "m")) {
            assertThat(found.column(id)).as(id).containsExactly(expected.column(id), within(1e-6));
        }
        assertThat(expected.column("m")[TIMES.length - 1]).isNotEqualTo(1);
    }

    @Test
    void eventsOfTheModelComeAfterDosesAtTheirTime() {
        Model model = elimination()
                .event("seen", "", "time >= 2", "m", "D")
                .event("doubled", "", "time >= 3", "D", "2 * D")
                .build();
        Intervention[] doses = {
            new Bolus(2, "D", 3),
            new Bolus(2, "D", Measure.CONCENTRATION, 1),
            new Bolus(3, "D", 5),
            new Infusion(3, 1, "D", 2)
        };
        assertRepeats(model, doses);
        assertRepeats(prioritized(model, "5", "1e300"), doses);
        assertRepeats(prioritized(model, "-3", "k * 100"), doses);
    }

    @Test
    void aDoseAtTheStartSetsOffAnEventOfTheModel() {
        assertRepeats(elimination().event("high", "", "D > 2", "m", "7").build(), new Bolus(0, "D", 8));
    }

    @Test
    void aModelWithoutDosesIsLeftAlone() {
        Model model = elimination().build();
        assertThat(DosesAsEvents.in(model, List.of())).isSameAs(model);
    }
}
