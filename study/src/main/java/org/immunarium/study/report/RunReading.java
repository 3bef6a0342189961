package org.immunarium.study.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.results.Table;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// All of a run that a report shows.
///
/// @param courses    time courses, one a variant; empty for a population
/// @param unrun      titles of variants that a run which ended early did not come to
/// @param population per-patient endpoints and their summary, where the run is of a population
record RunReading(Manifest manifest, List<Course> courses, List<String> unrun, Optional<PopulationTables> population) {

    private static final String TIME_COURSE = "timecourse.csv";

    /// @param endpoints their values in all patients, by name: as many as are shown
    /// @param omitted   names of those that are not
    record PopulationTables(Map<String, double[]> endpoints, List<String> omitted, Table summary) {}

    /// Reads the tables of a run.
    ///
    /// @throws org.immunarium.units.InvalidInputException if they are missing or damaged
    static RunReading read(RunFolder run, Manifest manifest) {
        if (Files.exists(run.table("patients.csv"))) {
            requireEnded(run, manifest, run.table("summary.csv"));
            return new RunReading(manifest, List.of(), List.of(), Optional.of(population(run)));
        }
        List<Course> courses = new ArrayList<>();
        List<String> unrun = new ArrayList<>();
        if (Files.exists(run.table("variants.csv"))) {
            Table variants = Table.read(run.table("variants.csv"));
            for (List<String> row : variants.rows()) {
                Path folder = run.tables().resolve(row.get(0));
                if (manifest.status() == Manifest.Status.DONE || Files.exists(folder.resolve(TIME_COURSE))) {
                    courses.add(course(folder, row.get(1)));
                } else {
                    unrun.add(row.get(1));
                }
            }
        }
        if (courses.isEmpty()) {
            requireEnded(run, manifest, run.table(TIME_COURSE));
            courses.add(course(run.tables(), ""));
        }
        return new RunReading(manifest, courses, unrun, Optional.empty());
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

    /// Of the patients, of whom there may be millions, only the columns that are shown.
    private static PopulationTables population(RunFolder run) {
        Table summary = Table.read(run.table("summary.csv"));
        List<String> names = summary.rows().stream().map(List::getFirst).toList();
        int shown = Math.min(names.size(), PopulationFigures.MOST);
        Map<String, double[]> endpoints = Table.numbers(run.table("patients.csv"), names.subList(0, shown));
        return new PopulationTables(endpoints, names.subList(shown, names.size()), summary);
    }

    private static Course course(Path folder, String title) {
        Table table = Table.read(folder.resolve(TIME_COURSE));
        Path spread = folder.resolve("deviations.csv");
        Optional<Table> deviations = Files.exists(spread) ? Optional.of(Table.read(spread)) : Optional.empty();
        Table descriptions = Table.read(folder.resolve("columns.csv"));
        List<Course.Column> columns = new ArrayList<>();
        for (int i = 0; i < descriptions.rows().size(); i++) {
            int place = i + 1;
            List<String> row = descriptions.rows().get(i);
            columns.add(new Course.Column(
                    row.get(0),
                    row.get(descriptions.column("name")),
                    row.get(descriptions.column("compartment")),
                    row.get(descriptions.column("unit")),
                    row.get(descriptions.column("kind")),
                    table.numbers(place),
                    deviations.map(d -> d.numbers(place)).orElseGet(() -> new double[0])));
        }
        List<Course.Event> events = new ArrayList<>();
        Path eventFile = folder.resolve("events.csv");
        if (Files.exists(eventFile)) {
            Table happened = Table.read(eventFile);
            double[] times = happened.numbers(0);
            for (int i = 0; i < times.length; i++) {
                List<String> row = happened.rows().get(i);
                events.add(new Course.Event(times[i], row.get(1), row.get(2)));
            }
        }
        String header = table.header().getFirst();
        int bracket = header.indexOf('[');
        String timeUnit = bracket < 0 ? "" : header.substring(bracket + 1, header.length() - 1);
        return new Course(title, timeUnit, table.numbers(0), columns, events);
    }
}
