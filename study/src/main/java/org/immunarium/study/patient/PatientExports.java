package org.immunarium.study.patient;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.immunarium.results.TableWriter;
import org.immunarium.study.VariantsTable;
import org.immunarium.study.export.Exporter;
import org.immunarium.study.export.Exporter.Exported;
import org.immunarium.study.export.Format;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// What a run of a patient can be written as.
public final class PatientExports {

    private PatientExports() {}

    /// All formats, each with who writes it.
    public static Map<Format, Exporter> all() {
        Map<Format, Exporter> all = new EnumMap<>(Format.class);
        all.put(Format.CSV, PatientExports::longTable);
        all.put(Format.SBML, PatientExports::models);
        return all;
    }

    private static List<Exported> models(Exporter.Request request) {
        Optional<PreparedPatient> prepared = Optional.of(request.study().get())
                .filter(PreparedPatient.class::isInstance)
                .map(PreparedPatient.class::cast);
        Map<String, String> models = prepared.map(PreparedPatient::sbml).orElse(Map.of());
        prepared.flatMap(PreparedPatient::reference).ifPresent(request.notices());
        return request.parts("model.xml").stream()
                .map(part -> {
                    String text =
                            models.get(part.variant().map(VariantsTable.Row::id).orElse(""));
                    Objects.requireNonNull(text, part::words);
                    return Exported.file(part.place(), partial -> Files.writeString(partial, text));
                })
                .toList();
    }

    private static List<Exported> longTable(Exporter.Request request) {
        Path tables = request.run().tables();
        if (request.variants().isEmpty() && !CourseTables.areIn(tables)) {
            throw new InvalidInputException(Problem.of(
                    request.run().path().toString(), "has no time courses to export; its tables are CSV already"));
        }
        return List.of(Exported.file(request.place("timecourse-long.csv"), partial -> {
            try (TableWriter table =
                    TableWriter.create(partial, List.of("variant", "time", "column", "unit", "value"))) {
                if (request.variants().isEmpty()) {
                    addCourse(table, "", tables);
                }
                request.variants().forEach(each -> addCourse(table, each.id(), tables.resolve(each.id())));
            }
        }));
    }

    private static void addCourse(TableWriter table, String variant, Path folder) {
        CourseTables course = CourseTables.read(folder);
        List<String> labels = course.descriptions("column");
        List<String> units = course.descriptions("unit");
        course.forEach((column, values, _) -> {
            for (int i = 0; i < values.length; i++) {
                table.cell(variant).cell(course.times()[i]).cell(labels.get(column));
                table.cell(units.get(column)).cell(values[i]).endRow();
            }
        });
    }
}
