package org.immunarium.equations.sbml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.immunarium.equations.OutsideData;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Models that other people wrote.
class OutsideModelsTest {

    @Test
    void allModelsOfTumoursAndImmunityAreRead() throws IOException {
        try (Stream<Path> files = Files.list(OutsideData.path("sbml-models"))) {
            List<Path> models =
                    files.filter(f -> f.toString().endsWith(".xml")).sorted().toList();
            assertThat(models).hasSize(70);
            assertThat(models)
                    .allSatisfy(file -> assertThat(SbmlReader.read(file).model().compartments())
                            .isNotEmpty());
        }
    }

    @Test
    void exportsOfSimBiologyAreReadAndRecognised() {
        for (String file :
                List.of("jafarnejad2019/jafarnejad2019_dynamic_sbml_l2v4.xml", "wang2020/wang2020_sbml_l2v4.xml")) {
            SbmlDocument document = SbmlReader.read(OutsideData.path("reference/" + file));
            assertThat(document.simBiology()).isTrue();
            assertThat(document.model().species()).hasSizeGreaterThan(50);
        }
    }

    /// Every case at every level is read, or refused because it is about flux balance.
    @ParameterizedTest
    @ValueSource(strings = {"semantic.zip", "stochastic.zip"})
    void allCasesOfTheSbmlTestSuiteAreReadOrRefusedByName(String suite) throws IOException {
        List<Problem> unexpected = new ArrayList<>();
        int read = 0;
        try (ZipFile zip =
                new ZipFile(OutsideData.path("sbml-test-suite/" + suite).toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().matches(".*-sbml-l\\dv\\d\\.xml")) {
                    try (InputStream input = zip.getInputStream(entry)) {
                        SbmlReader.read(entry.getName(), input);
                        read++;
                    } catch (InvalidInputException e) {
                        e.problems().stream()
                                .filter(p -> !p.message().equals("fbc: flux balance is not simulated"))
                                .filter(p -> !p.message().startsWith("the model is composed of other files"))
                                .forEach(unexpected::add);
                    }
                }
            }
        }
        assertThat(unexpected).isEmpty();
        assertThat(read).isGreaterThan(suite.startsWith("semantic") ? 3_000 : 100);
    }
}
