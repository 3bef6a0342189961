package org.immunarium.patient.published;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.immunarium.equations.model.Model;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.therapy.Target;
import org.immunarium.units.Quantity;

/// A model that can be run by its name, for one patient (or set of values) of its paper.
///
/// @param name        by which a study asks for it: `depillis2006-patient9`
/// @param title       who, when and what, in one line
/// @param description what it is about and what it shows, in a few sentences
/// @param citation    the paper, with its DOI
/// @param source      makes the model
/// @param targets     where each drug enters, by the drug's name, in the order of the paper
/// @param duration    the time that the paper looks at
/// @param therapy     a regimen of the paper, as text that can be read; empty where it has none
/// @param tumour      the id of the tumour's size, the first thing to look at
/// @param values      makes the table of its values with where each is from; empty where that is in the code that
///     makes it
/// @param growth      what is before the start, for a patient whose tumour grows until it is found
/// @param seen        what a clinic sees of a patient
public record PublishedModel(
        String name,
        String title,
        String description,
        String citation,
        Supplier<Model> source,
        Map<String, Target> targets,
        Quantity duration,
        String therapy,
        String tumour,
        Supplier<Optional<ParameterTable>> values,
        Optional<Growth> growth,
        Seen seen) {

    /// A tumour that grows until it is found: days are counted from then on.
    ///
    /// @param moment  the id of the event
    /// @param longest within which it must happen
    public record Growth(String moment, Quantity longest) {}

    /// What a clinic sees.
    ///
    /// @param lesions ids of the diameters of all lesions, as scans show them, in cm
    /// @param given   by where doses go, the id of the share of a dose that care lets pass; none for drugs that are
    ///     never withheld
    public record Seen(List<String> lesions, Map<String, String> given) {

        /// Nothing.
        public static final Seen NOTHING = new Seen(List.of(), Map.of());

        public Seen {
            lesions = List.copyOf(lesions);
            given = Map.copyOf(given);
        }
    }

    /// A model that begins at its start.
    public PublishedModel(
            String name,
            String title,
            String description,
            String citation,
            Supplier<Model> source,
            Map<String, Target> targets,
            Quantity duration,
            String therapy,
            String tumour,
            Supplier<Optional<ParameterTable>> values) {
        this(
                name,
                title,
                description,
                citation,
                source,
                targets,
                duration,
                therapy,
                tumour,
                values,
                Optional.empty(),
                Seen.NOTHING);
    }

    public PublishedModel {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }

    /// The same with what a clinic sees.
    public PublishedModel withSeen(Seen seen) {
        return new PublishedModel(
                name, title, description, citation, source, targets, duration, therapy, tumour, values, growth, seen);
    }

    /// Its values with where each is from; empty where that is in the code that makes it.
    public Optional<ParameterTable> evidence() {
        return values.get();
    }

    /// The model itself.
    public Model model() {
        return source.get();
    }
}
