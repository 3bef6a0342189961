package org.immunarium.benchmarks.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunarium.benchmarks.check.PublishedModelsCheck.Span;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelCheck;
import org.immunarium.equations.sbml.SbmlDocument;
import org.immunarium.equations.sbml.SbmlReader;
import org.immunarium.equations.sbml.SbmlWriter;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.equations.unit.UnitCheck;
import org.immunarium.patient.shipped.ShippedModels;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;

/// A model that is written as SBML and read again says the same and runs the same.
final class RoundTripTest {

    /// The largest relative difference allowed, of a value or of [#FLOOR] of the quantity's largest.
    private static final double LARGEST = 1e-9;

    private static final double FLOOR = 1e-6;

    @Test
    void publishedSbmlModelsRunTheSameAfterBeingWritten() throws IOException {
        Path folder = OutsideModels.folder();
        List<Span> spans = PublishedModelsCheck.spans();
        assertThat(spans).hasSize(70);
        assertThat(spans).allSatisfy(span -> {
            SbmlDocument document = SbmlReader.read(folder.resolve(span.model() + ".xml"));
            Set<String> notices = messages(document.notices());
            notices.addAll(messages(UnitCheck.notices(document.model(), document.origin())));
            staysTheSame(span.model(), document.model(), span.length(), notices);
        });
    }

    @Test
    void modelsThatComeAlongRunTheSameAfterBeingWritten() {
        assertThat(ShippedModels.all()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(published -> {
            Model model = published.model();
            Set<String> notices = messages(UnitCheck.notices(model, ModelCheck.Origin.of(published.name())));
            staysTheSame(published.name(), model, 100, notices);
        });
    }

    private static void staysTheSame(String name, Model model, double length, Set<String> notices) {
        SbmlDocument again = SbmlReader.read(name + "-written.xml", SbmlWriter.write(model));
        Set<String> added = messages(again.notices());
        added.addAll(messages(UnitCheck.notices(again.model(), again.origin())));
        added.removeAll(notices);
        assertThat(added)
                .as("notices of %s that the original does not have", name)
                .isEmpty();
        Timecourse before = run(model, length);
        Timecourse after = run(again.model(), length);
        assertThat(after.columns()).isEqualTo(before.columns());
        for (int c = 0; c < before.values().length; c++) {
            double[] expected = before.values()[c];
            double floor = FLOOR
                    * Arrays.stream(expected)
                            .filter(Double::isFinite)
                            .map(Math::abs)
                            .max()
                            .orElse(0);
            for (int t = 0; t < expected.length; t++) {
                double found = after.values()[c][t];
                boolean same = Double.compare(found, expected[t]) == 0
                        || Math.abs(found - expected[t]) <= LARGEST * Math.max(Math.abs(expected[t]), floor);
                assertThat(same)
                        .as(
                                "%s, %s at %s: %s, %s was expected",
                                name, before.columns().get(c), before.times()[t], found, expected[t])
                        .isTrue();
            }
        }
    }

    private static Timecourse run(Model model, double length) {
        return CompiledModel.compile(model)
                .simulation()
                .relativeTolerance(PublishedModelsCheck.TOLERANCE)
                .until(length)
                .every(length / PublishedModelsCheck.POINTS)
                .run();
    }

    private static Set<String> messages(List<Problem> problems) {
        return problems.stream().map(Problem::message).collect(Collectors.toSet());
    }
}
