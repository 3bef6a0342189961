package org.immunarium.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.ShippedModels;
import org.immunarium.patient.shipped.SolidCancer;
import org.immunarium.study.patient.PatientStudy;
import org.immunarium.study.patient.PatientStudy.Given;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.Therapy;
import org.immunarium.units.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ShippedPatientStudiesTest {

    static Stream<Path> files() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ShippedPatientStudiesTest.class.getResource("/studies/patient"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadAndGivesOnlyDrugsThatItsModelKnows(Path file) throws IOException {
        PatientStudy study =
                (PatientStudy) StudyReader.parse(String.valueOf(file.getFileName()), Files.readString(file));
        PublishedModel model = ShippedModels.find(study.model().value()).orElseThrow();
        List<Given> given = new ArrayList<>(study.therapy());
        study.compare().forEach(variant -> given.addAll(variant.therapy()));
        List<Problem> problems = new ArrayList<>();
        for (Given each : given) {
            String text = ((Given.Words) each).text().value();
            Therapy therapy = RegimenText.parse(text, "study", 1, problems::add);
            assertThat(SolidCancer.find(model.name())
                            .map(cancer -> cancer.known(therapy.drugs()))
                            .orElseGet(() -> model.targets().keySet()))
                    .containsAll(therapy.drugs().stream()
                            .map(drug -> drug.replaceFirst(" of .*", ""))
                            .toList());
        }
        assertThat(problems).isEmpty();
    }
}
