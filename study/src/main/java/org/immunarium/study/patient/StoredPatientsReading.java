package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.patient.population.PatientPopulation.Stored;
import org.immunarium.patient.population.StoredPatients;
import org.immunarium.results.Parquet;
import org.immunarium.results.Table;
import org.immunarium.study.InputFiles;
import org.immunarium.study.file.Placed;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.UnitException;

/// Looks up patients that were made before in the model, and turns their values into the model's units.
final class StoredPatientsReading {

    /// Bytes of a file.
    private static final int LARGEST = 1 << 28;

    /// Patients of a file of few bytes, which may say a row many times in few.
    private static final int MOST = 1_000_000;

    private static final String PARQUET = ".parquet";

    private final NamedQuantities names;
    private final PatientModel model;
    private final Remarks remarks;
    private final Map<String, Double> set;
    private final InputFiles files;

    /// @param set   what the study sets, by id
    /// @param files finds populations
    StoredPatientsReading(NamedQuantities names, Map<String, Double> set, InputFiles files) {
        this.names = names;
        model = names.model();
        remarks = names.remarks();
        this.set = set;
        this.files = files;
    }

    /// Patients that were made before: values that this patient has. Those of drugs that are not given have no
    /// place.
    Optional<Stored> of(PatientStudy.Stored asked) {
        Placed<String> from = asked.from();
        Optional<StoredPatients> read = read(from);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        StoredPatients patients = read.get();
        Optional<String> refusal = patients.refusal(asked.groups());
        if (refusal.isPresent()) {
            remarks.problem(from.problem("population." + refusal.get()));
            return Optional.empty();
        }
        List<Integer> known = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<Double> factors = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < patients.names().size(); i++) {
            String header = patients.headers().get(i);
            Optional<ModelQuantity> quantity = model.find(patients.names().get(i));
            if (quantity.isEmpty() || !model.canBeSet(quantity.get().id())) {
                if (!isOfADrug(patients.names().get(i))) {
                    others.add(patients.names().get(i));
                }
                continue;
            }
            try {
                factors.add(model.value(quantity.get().id(), Quantity.of(1, unit(header))));
                ids.add(quantity.get().id());
                known.add(i);
            } catch (UnitException e) {
                remarks.problem(from.problem("population.from: column \"" + header + "\": " + e.reason()));
            }
        }
        if (known.isEmpty()) {
            remarks.problem(
                    from.problem("population.from: the model has none of " + String.join(", ", patients.names())));
            return Optional.empty();
        }
        if (!others.isEmpty()) {
            remarks.notice(from, "population.from: not in this patient: " + String.join(", ", others));
        }
        for (int i = 0; i < ids.size(); i++) {
            if (set.containsKey(ids.get(i))) {
                remarks.problem(from.problem("population.from and set both have "
                        + patients.names().get(known.get(i)) + "; one of the two was expected"));
            }
            checkRows(from, patients, known.get(i), ids.get(i), factors.get(i));
        }
        double[][] rows = Arrays.stream(patients.rows())
                .map(row -> IntStream.range(0, known.size())
                        .mapToDouble(i -> row[known.get(i)] * factors.get(i))
                        .toArray())
                .toArray(double[][]::new);
        List<String> headers = ids.stream()
                .map(id -> PatientTables.header(model.label(id), model.units().text(id)))
                .toList();
        return Optional.of(new Stored(ids, headers, rows, patients.cumulative(asked.groups())));
    }

    /// Notes the first patient of a column who has a value that none can have.
    private void checkRows(Placed<String> from, StoredPatients patients, int column, String id, double factor) {
        ModelQuantity quantity = model.find(id).orElseThrow();
        for (int row = 0; row < patients.rows().length; row++) {
            double value = patients.rows()[row][column] * factor;
            Optional<String> expected = names.limits().expected(quantity, value);
            if (expected.isPresent()) {
                remarks.problem(Problem.at(
                        from.value(),
                        row + 2,
                        patients.names().get(column) + ": " + expected.get() + "; found "
                                + Quantity.number(patients.rows()[row][column])));
                return;
            }
        }
    }

    /// Whether it is a value of a drug, which a patient has who is given that drug.
    private static boolean isOfADrug(String name) {
        return Drugs.names().stream().anyMatch(drug -> name.endsWith("_" + drug.replaceAll("\\W+", "_")));
    }

    private static String unit(String header) {
        int begins = header.indexOf('[');
        return begins < 0 || !header.endsWith("]") ? "1" : header.substring(begins + 1, header.length() - 1);
    }

    private Optional<StoredPatients> read(Placed<String> from) {
        String name = from.value();
        try {
            Optional<StoredPatients> patients = name.endsWith(PARQUET)
                    ? files.bytes(name, LARGEST).map(bytes -> parquet(bytes, name))
                    : StoredPatients.shipped(name)
                            .or(() -> files.text(name, LARGEST))
                            .map(text -> StoredPatients.parse(text, name));
            if (patients.isEmpty()) {
                remarks.problem(from.problem("population.from: there is no file \"" + name
                        + "\" beside the study, and no population of that name comes along"));
            }
            return patients;
        } catch (InvalidInputException e) {
            e.problems().forEach(remarks::problem);
            return Optional.empty();
        }
    }

    private static StoredPatients parquet(byte[] bytes, String name) {
        Table table = Parquet.read(bytes, name, MOST);
        return StoredPatients.of(table.header(), table.rows(), name);
    }
}
