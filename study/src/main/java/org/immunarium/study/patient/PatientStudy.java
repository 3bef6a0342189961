package org.immunarium.study.patient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunarium.study.Study;
import org.immunarium.study.file.Placed;
import org.immunarium.units.Quantity;

/// A study of one model of a patient, as read: names are not yet compared with the model's.
///
/// @param title      what the study is about
/// @param model      an SBML file, resolved, or the name of a shipped model
/// @param units      what is done about mixed units; empty for the model's own habit
/// @param duration   how long; empty for the model's usual time. A plain number is in the model's unit
///                   of time
/// @param output     what is written down, and when
/// @param set        values in place of the model's, by name. A plain number is in the model's unit
/// @param body       the patient's body
/// @param therapy    what is given
/// @param targets    where each drug enters, by drug, in place of the model's own
/// @param tolerances of the solver
/// @param method     the solver
/// @param seed       of all random numbers
/// @param population many patients in place of one; empty for one
/// @param compare    variants that are run beside each other in place of one; empty for one
public record PatientStudy(
        String title,
        Placed<String> model,
        Optional<UnitPolicy> units,
        Optional<Placed<Quantity>> duration,
        Output output,
        Map<String, Placed<Quantity>> set,
        Body body,
        List<Given> therapy,
        Map<String, Target> targets,
        Tolerances tolerances,
        Method method,
        long seed,
        Optional<Population> population,
        List<Variant> compare)
        implements Study {

    public static final double DEFAULT_RELATIVE_TOLERANCE = 1e-6;

    @Override
    public String kind() {
        return "patient";
    }

    /// What is done about units.
    public enum UnitPolicy {
        /// Values are taken as they stand.
        AS_DECLARED,
        /// Every quantity is brought to one coherent system by its declared unit, as SimBiology does.
        CONVERT
    }

    /// How the equations are solved.
    public enum Method {
        AUTOMATIC("automatic"),
        STIFF("stiff"),
        NONSTIFF("nonstiff");

        private final String word;

        Method(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// What is written down.
    ///
    /// @param every   time between rows; a plain number is in the model's unit; empty for a hundredth
    ///                of the
    ///                duration
    /// @param columns names, as in the model or as in the table; empty for all
    public record Output(Optional<Placed<Quantity>> every, List<Placed<String>> columns) {

        public static final Output DEFAULT = new Output(Optional.empty(), List.of());
    }

    /// The patient's body, for doses by weight or surface: a mass and a length, where they are known.
    public record Body(Optional<Placed<Quantity>> weight, Optional<Placed<Quantity>> height) {

        public static final Body UNKNOWN = new Body(Optional.empty(), Optional.empty());
    }

    /// Something given.
    public sealed interface Given {

        /// A regimen in words: `nivolumab 3 mg/kg IV over 60 min q2w x 26`.
        record Words(Placed<String> text) implements Given {}

        /// A NONMEM-style table of events, a CSV file.
        record Events(Placed<String> file) implements Given {}
    }

    /// Where a drug enters the model.
    ///
    /// @param into      a species, by id or as `Compartment.Name`
    /// @param as        whether the species counts an amount or a concentration; empty for what the
    ///                  model says of it
    /// @param molarMass to turn a mass into an amount of substance
    /// @param fraction  how much of a dose arrives, from 0 to 1
    public record Target(
            Placed<String> into, Optional<Measure> as, Optional<Placed<Quantity>> molarMass, OptionalDouble fraction) {}

    /// What a target counts.
    public enum Measure {
        AMOUNT,
        CONCENTRATION
    }

    /// @param relative between 0 and 1
    /// @param absolute in the model's units, above 0; empty for each state's own scale
    public record Tolerances(double relative, OptionalDouble absolute) {

        public static final Tolerances DEFAULT = new Tolerances(DEFAULT_RELATIVE_TOLERANCE, OptionalDouble.empty());
    }

    /// Many patients.
    ///
    /// @param patients  how many
    /// @param vary      how they differ, by the name of a parameter or of a species' initial value
    /// @param endpoints what is written down of each
    public record Population(int patients, Map<String, Placed<Spread>> vary, List<Placed<Endpoint>> endpoints) {}

    /// A distribution of a parameter.
    public sealed interface Spread {
        /// exp(ln(the model's value) + sd x normal).
        record LogNormal(double sd) implements Spread {}

        /// The model's value + sd x normal, in the model's unit.
        record Normal(double sd) implements Spread {}

        /// Anything between two values, in the model's unit.
        record Uniform(double low, double high) implements Spread {}
    }

    /// What is written down of a patient: one number.
    ///
    /// @param column the name of a column of the time course
    public record Endpoint(Statistic statistic, String column) {}

    /// How one number is made of a time course.
    public enum Statistic {
        INITIAL("initial"),
        FINAL("final"),
        MINIMUM("min"),
        MAXIMUM("max"),
        CHANGE("change");

        private final String word;

        Statistic(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// One of several runs that stand beside each other.
    ///
    /// @param id      a short name for folders and legends
    /// @param therapy in place of the study's
    /// @param set     on top of the study's
    public record Variant(String id, String title, List<Given> therapy, Map<String, Placed<Quantity>> set) {}
}
