package org.immunarium.study.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.Table;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.ShippedStudy;
import org.immunarium.study.run.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Trials that come along, with few patients: that they run, and what is so plain that few patients show it.
class ShippedTrialsTest {

    @TempDir
    private Path folder;

    /// The tables of a trial with so many patients.
    private Path tables(String name, int patients) throws IOException {
        String text = ShippedStudy.find("trial/" + name)
                .orElseThrow()
                .text()
                .replaceFirst("patients: [0-9]+", "patients: " + patients);
        Path run = folder.resolve(name);
        StudyRun.prepare(Files.writeString(folder.resolve(name + ".yaml"), text).toString(), Overrides.NONE)
                .run(Optional.of(run), List.of(), 2, new StopSignal(), RunContext.Screen.NONE);
        return run.resolve("tables");
    }

    private static double cell(Table table, String column, String... start) {
        return table.rows().stream()
                .filter(row -> row.subList(0, start.length).equals(List.of(start)))
                .mapToDouble(row -> Double.parseDouble(row.get(table.column(column))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void carTCellsMakeALymphomaGoAwayAndReleaseCytokines() throws IOException {
        Path tables = tables("car-t-lymphoma", 24);
        Table response = Table.read(tables.resolve("response.csv"));
        assertThat(cell(response, "ORR [%]", "Axicabtagene ciloleucel")).isGreaterThan(60);
        assertThat(cell(response, "CR", "Axicabtagene ciloleucel")).isPositive();
        assertThat(cell(response, "ORR [%]", "Untreated")).isZero();
        Table toxicity = Table.read(tables.resolve("toxicity.csv"));
        assertThat(cell(toxicity, "share [%]", "Axicabtagene ciloleucel", "CRS", "whole body", "any"))
                .isGreaterThan(50);
        assertThat(cell(toxicity, "patients", "Untreated", "CRS", "whole body", "any"))
                .isZero();
        Table endpoints = Table.read(tables.resolve("endpoints.csv"));
        assertThat(cell(endpoints, "hazard ratio", "PFS", "Axicabtagene ciloleucel"))
                .isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keynote-942", "magrit"})
    void afterSurgeryPatientsAreFollowedForRecurrence(String name) throws IOException {
        Table endpoints = Table.read(tables(name, 12).resolve("endpoints.csv"));
        assertThat(endpoints.rows()).extracting(List::getFirst).containsExactly("OS", "OS", "DFS", "DFS");
        assertThat(endpoints.numbers(endpoints.column("patients"))).containsExactly(8, 4, 8, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trastuzumab-pembrolizumab", "treatment-by-pd-l1"})
    void othersAreFollowedForProgression(String name) throws IOException {
        Path tables = tables(name, 8);
        assertThat(Table.read(tables.resolve("endpoints.csv")).rows())
                .extracting(List::getFirst)
                .contains("OS", "PFS");
        assertThat(Table.read(tables.resolve("patients.csv")).rows()).hasSize(8);
    }
}
