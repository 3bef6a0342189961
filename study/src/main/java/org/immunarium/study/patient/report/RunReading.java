package org.immunarium.study.patient.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.Damage;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.study.EventsTable;
import org.immunarium.study.VariantsTable;
import org.immunarium.study.patient.CourseTables;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// All of a run that a report shows.
///
/// @param courses    time courses, one a variant; empty for a population
/// @param folders    of the tables of each
/// @param unrun      titles of variants that a run which ended early did not come to
/// @param population per-patient endpoints and their summary, where the run is of a population
record RunReading(
        Manifest manifest,
        List<Course> courses,
        List<Path> folders,
        List<String> unrun,
        Optional<PopulationTables> population) {

    /// @param patients the table with a row for each
    /// @param count    how many there are, about: to make room for
    record PopulationTables(Path patients, int count, Table summary) {

        /// The names of the endpoints, which head their columns.
        List<String> endpoints() {
            int endpoint = summary.column("endpoint");
            return summary.rows().stream().map(row -> row.get(endpoint)).toList();
        }
    }

    /// Reads the tables of a run.
    ///
    /// @throws org.immunarium.units.InvalidInputException if they are missing or damaged
    static RunReading read(RunFolder run, Manifest manifest) {
        if (Files.exists(run.table("patients.csv"))) {
            requireEnded(run, manifest, run.table("summary.csv"));
            return new RunReading(manifest, List.of(), List.of(), List.of(), Optional.of(population(run)));
        }
        List<Course> courses = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        List<String> unrun = new ArrayList<>();
        for (VariantsTable.Row variant : VariantsTable.read(run)) {
            Path folder = run.variant(variant.id()).tables();
            if (manifest.status() == Manifest.Status.DONE || CourseTables.areIn(folder)) {
                courses.add(course(folder, variant.title(), manifest));
                folders.add(folder);
            } else {
                unrun.add(variant.title());
            }
        }
        if (courses.isEmpty()) {
            requireEnded(run, manifest, run.table("timecourse.csv"));
            courses.add(course(run.tables(), "", manifest));
            folders.add(run.tables());
        }
        return new RunReading(manifest, courses, folders, unrun, Optional.empty());
    }

    /// A run that has not come to the table that a report is about.
    private static void requireEnded(RunFolder run, Manifest manifest, Path table) {
        if (manifest.status() != Manifest.Status.DONE && !Files.exists(table)) {
            throw new InvalidInputException(Problem.of(
                    run.path().toString(),
                    "this run is not complete (" + manifest.status().text() + "), so there is nothing to report yet;"
                            + " immunarium resume " + run.path() + " goes on with it"));
        }
    }

    private static PopulationTables population(RunFolder run) {
        Table summary = Table.read(run.table("summary.csv"));
        int count = 0;
        double[] defined = summary.numbers(summary.column("patients"));
        double[] failed = summary.numbers(summary.column("failed"));
        for (int i = 0; i < defined.length; i++) {
            count = Math.max(count, (int) (defined[i] + failed[i]));
        }
        return new PopulationTables(run.table("patients.csv"), count, summary);
    }

    private static Course course(Path folder, String title, Manifest manifest) {
        CourseTables tables = CourseTables.read(folder);
        // A run whose numbers failed at its very start has no row either.
        if (tables.times().length == 0 && manifest.status() == Manifest.Status.DONE) {
            throw Damage.of(
                    folder.resolve(CourseTables.VALUES), "a row for each time was expected; it has only its header");
        }
        List<String> labels = tables.descriptions("column");
        List<String> names = tables.descriptions("name");
        List<String> compartments = tables.descriptions("compartment");
        List<String> units = tables.descriptions("unit");
        List<String> kinds = tables.descriptions("kind");
        List<Course.Column> columns = new ArrayList<>();
        tables.forEach((i, values, deviations) -> columns.add(new Course.Column(
                labels.get(i),
                names.get(i),
                compartments.get(i),
                units.get(i),
                kinds.get(i),
                Course.Points.thinned(tables.times(), values, deviations))));
        String header = tables.header().getFirst();
        int bracket = header.indexOf('[');
        String timeUnit = bracket < 0 ? "" : header.substring(bracket + 1).replaceAll("]$", "");
        return new Course(title, timeUnit, columns, EventsTable.read(folder.resolve(EventsTable.FILE)));
    }
}
