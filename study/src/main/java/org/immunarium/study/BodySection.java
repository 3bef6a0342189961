package org.immunarium.study;

import java.util.List;
import java.util.Optional;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.therapy.Body;
import org.immunarium.units.Dimension;
import org.immunarium.units.Quantity;

/// Reads the key `patient` of a study: what of a patient doses go by.
public final class BodySection {

    /// From a mouse to more than any patient had.
    private static final Range WEIGHT = new Range(Dimension.MASS, "80 kg", "1 g", "1000 kg");

    private static final Range HEIGHT = new Range(Dimension.LENGTH, "175 cm", "1 cm", "3 m");

    private BodySection() {}

    /// The patient's body; of what is missing or wrong nothing is known.
    public static Body read(Section file) {
        return file.section("patient", List.of("weight", "height"))
                .map(patient -> new Body(read(patient, "weight", WEIGHT), read(patient, "height", HEIGHT)))
                .orElse(Body.UNKNOWN);
    }

    private static Optional<Quantity> read(Section patient, String key, Range range) {
        Optional<Placed<Quantity>> written = patient.quantity(key);
        Optional<String> wrong = written.flatMap(each -> range.wrong(each.value()));
        wrong.ifPresent(message -> patient.problem(written.orElseThrow(), patient.name(key) + ": " + message));
        return wrong.isPresent() ? Optional.empty() : written.map(Placed::value);
    }

    /// What a number of a body can be.
    private record Range(Dimension dimension, String example, Quantity least, Quantity most) {

        Range(Dimension dimension, String example, String least, String most) {
            this(dimension, example, Quantity.parse(least), Quantity.parse(most));
        }

        Optional<String> wrong(Quantity found) {
            boolean positive = found.value() > 0 && found.unit().dimension().equals(dimension);
            if (positive && found.compareTo(least) >= 0 && found.compareTo(most) <= 0) {
                return Optional.empty();
            }
            return Optional.of((positive ? "from " + least + " to " + most : "a positive " + dimension)
                    + " was expected, as in " + example + "; found " + found);
        }
    }
}
