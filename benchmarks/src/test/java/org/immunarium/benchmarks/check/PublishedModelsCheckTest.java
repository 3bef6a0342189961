package org.immunarium.benchmarks.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.immunarium.benchmarks.check.PublishedModelsCheck.Outcome;
import org.immunarium.benchmarks.check.PublishedModelsCheck.Span;
import org.immunarium.benchmarks.cvode.CvodeProgram;
import org.junit.jupiter.api.Test;

/// All published models against independent integrators, where the models are at hand. Without gcc and SUNDIALS the
/// stiff ones have nothing to be compared with.
final class PublishedModelsCheckTest {

    @Test
    void everyPublishedModelAgreesWithAnIndependentIntegrator() throws IOException {
        Path folder = OutsideModels.folder();
        List<Outcome> differing = new ArrayList<>();
        List<Outcome> unchecked = new ArrayList<>();
        for (Span span : PublishedModelsCheck.spans()) {
            Outcome outcome = PublishedModelsCheck.check(folder, span);
            if (outcome.isUnchecked()) {
                unchecked.add(outcome);
            } else if (!outcome.agrees()) {
                differing.add(outcome);
            }
        }
        assertThat(PublishedModelsCheck.spans()).hasSize(70);
        assertThat(differing).isEmpty();
        if (CvodeProgram.missing().isEmpty()) {
            assertThat(unchecked).isEmpty();
        } else {
            assertThat(unchecked)
                    .allSatisfy(outcome -> assertThat(outcome.note())
                            .contains(CvodeProgram.missing().orElseThrow()));
        }
    }
}
