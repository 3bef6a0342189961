package org.immunarium.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.immunarium.results.RunFolder;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.export.Format;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An export makes its file whole, or leaves all files as they are.
final class RunExportTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aLongTableTakesThePlaceOfAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("out.csv"), "old");
        assertThat(export(run(""), Format.CSV, file)).containsExactly(file);
        assertThat(Files.readAllLines(file))
                .hasSize(1 + 2 * 11)
                .startsWith("variant,time,column,unit,value", ",0,E,cells,320000");
        assertThat(files(folder).keySet()).noneMatch(name -> name.endsWith(".part"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tables/timecourse.csv",
                "tables/new.csv",
                "tables/../tables/timecourse.csv",
                "study.yaml",
                "manifest.json",
                "ro-crate-metadata.json",
                "log.txt",
                "report.html",
                "link.csv"
            })
    void nothingOfTheRunItselfIsReplaced(String name) throws IOException {
        RunFolder run = run("");
        Files.writeString(run.file("report.html"), "a report");
        Files.createSymbolicLink(run.file("link.csv"), Path.of("tables/timecourse.csv"));
        Map<String, String> before = files(run.path());
        for (Format format : List.of(Format.CSV, Format.SBML)) {
            assertThatThrownBy(() -> export(run, format, run.file(name)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("belongs to the run itself");
        }
        assertThat(files(run.path())).isEqualTo(before);
    }

    @Test
    void whatARunCannotBeWrittenAsIsToldWithWhatItCan() throws IOException {
        RunFolder run = run("");
        assertThatThrownBy(() -> export(run, Format.VTK, folder.resolve("vtk")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a run of a patient cannot be written as vtk; it can be as csv, sbml");
        assertThat(folder.resolve("vtk")).doesNotExist();
    }

    @Test
    void aRunWithoutTimeCoursesLeavesTheFileThatIsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("out.csv"), "old");
        RunFolder run = run("population: {patients: 3, vary: {p: {log-normal: 0.3}}}\n");
        assertThatThrownBy(() -> export(run, Format.CSV, file)).hasMessageContaining("has no time courses to export");
        assertThat(file).hasContent("old");
    }

    @Test
    void ofAPopulationTheReferencePatientIsWrittenAndThatIsSaid() throws IOException {
        RunFolder run = run("population: {patients: 3, vary: {p: {log-normal: 0.3}}}\n", "population");
        Path file = folder.resolve("model.xml");
        List<String> notices = new ArrayList<>();
        RunExport.write(run, Format.SBML, Optional.empty(), Optional.empty(), Optional.of(file), notices::add);
        String said = "The reference patient of this study's 3 patients, with nothing drawn: what differs between"
                + " patients (p) has the value that the study sets, or else the model's own";
        assertThat(notices).containsExactly(said);
        assertThat(Files.readString(file)).contains("<notes>", said);
        notices.clear();
        RunExport.write(
                run(""),
                Format.SBML,
                Optional.empty(),
                Optional.empty(),
                Optional.of(folder.resolve("one.xml")),
                notices::add);
        assertThat(notices).isEmpty();
    }

    @Test
    void aDamagedRunLeavesTheFileThatIsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("out.csv"), "old");
        RunFolder run = run("");
        Path columns = run.table("columns.csv");
        Files.writeString(columns, Files.readString(columns).replaceFirst("unit", "init"));
        assertThatThrownBy(() -> export(run, Format.CSV, file))
                .hasMessageContaining("columns.csv:1: is damaged: the column \"unit\" was expected");
        assertThat(file).hasContent("old");
        assertThat(files(folder).keySet()).noneMatch(name -> name.endsWith(".part"));
    }

    private static List<Path> export(RunFolder run, Format format, Path to) {
        return RunExport.write(run, format, Optional.empty(), Optional.of(to));
    }

    private RunFolder run(String rest) throws IOException {
        return run(rest, "run");
    }

    private RunFolder run(String rest, String name) throws IOException {
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                "format: 1\nstudy: patient\nmodel: kuznetsov1994\nduration: 10 d\noutput: {every: 1 d}\n" + rest);
        StudyRun.prepare(study.toString(), Overrides.NONE)
                .run(Optional.of(folder.resolve(name)), List.of("run"), 1, new StopSignal(), RunContext.Screen.NONE);
        return new RunFolder(folder.resolve(name));
    }

    /// All files below a folder with what is in them.
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
