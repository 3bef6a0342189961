package org.immunarium.study.patient;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.patient.population.Statistic;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.ReadStudy;
import org.immunarium.study.Study;
import org.immunarium.study.file.Placed;
import org.immunarium.study.variation.Variation;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.Target;
import org.immunarium.therapy.Therapy;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// A study of one model of a patient, as read: names are not yet compared with the model's.
///
/// @param ownTitle   what the study is about, where it says so
/// @param model      an SBML file, resolved, or the name of a shipped model
/// @param units      what is done about mixed units; empty for the model's own habit
/// @param timeUnit   the model's unit of time, for a model that does not say or says it wrong
/// @param duration   how long; empty for the model's usual time. A plain number is in the model's unit
///                   of time
/// @param output     what is written down, and when
/// @param set        values in place of the model's, by name. A plain number is in the model's unit
/// @param body       the patient's body
/// @param tumour     which tumours and clones there are; empty for the model's own
/// @param therapy    what is given
/// @param targets    where each drug enters, by drug, in place of the model's own
/// @param tolerances of the solver
/// @param method     the solver
/// @param nonNegative what must not become negative, by name; [#ALL_STATES] alone for every state
/// @param replicates runs of each variant, where reactions happen by chance
/// @param seed       of all random numbers
/// @param population many patients in place of one; empty for one
/// @param givenToOthers of a variant by itself: what the others are given, which its equations have room for
/// @param compare    variants that are run beside each other in place of one; empty for one
public record PatientStudy(
        Optional<String> ownTitle,
        Placed<String> model,
        Optional<UnitPolicy> units,
        Optional<Placed<Unit>> timeUnit,
        Optional<Placed<Quantity>> duration,
        Output output,
        Map<String, Placed<Quantity>> set,
        Body body,
        Optional<PlannedTumour> tumour,
        List<Given> therapy,
        Map<String, Placed<Target>> targets,
        Tolerances tolerances,
        Placed<SolverChoice> method,
        List<Placed<String>> nonNegative,
        int replicates,
        long seed,
        Optional<Population> population,
        List<Variant> compare,
        List<Given> givenToOthers)
        implements Study {

    public static final double DEFAULT_RELATIVE_TOLERANCE = 1e-6;

    /// What sets how many patients a population has, where it is not its study.
    static final String PATIENTS = "population.patients";

    static final int MOST_PATIENTS = 100_000_000;

    /// The word that stands for every state of the model.
    public static final String ALL_STATES = "all";

    @Override
    public String title() {
        return ownTitle.orElse(model.value());
    }

    @Override
    public String kind() {
        return "patient";
    }

    @Override
    public PatientStudy with(Overrides overrides) {
        Map<String, Placed<Quantity>> all = new LinkedHashMap<>(set);
        all.putAll(overrides.set());
        Optional<Population> people = population;
        Placed<Quantity> patients = all.get(PATIENTS);
        if (people.isPresent() && patients != null && isNumberOfPatients(patients.value())) {
            all.remove(PATIENTS);
            people = people.map(each -> each.of(patients.map(value -> (int) value.value())));
        }
        List<Variant> variants =
                compare.stream().map(each -> each.with(overrides.given())).toList();
        return new PatientStudy(
                ownTitle,
                model,
                units,
                timeUnit,
                overrides.duration().isPresent() ? overrides.duration() : duration,
                output,
                all,
                body,
                tumour,
                compare.isEmpty() ? with(therapy, overrides.given()) : therapy,
                targets,
                tolerances,
                method,
                nonNegative,
                replicates,
                overrides.seed().orElse(seed),
                people,
                variants,
                givenToOthers);
    }

    private static boolean isNumberOfPatients(Quantity value) {
        double number = value.value();
        return value.unit().equals(Unit.ONE) && number == Math.rint(number) && number >= 1 && number <= MOST_PATIENTS;
    }

    private static List<Given> with(List<Given> own, List<Overrides.Given> more) {
        return Stream.concat(own.stream(), more.stream().map(each -> new Given.Words(each.text(), each.therapy())))
                .toList();
    }

    /// The same with many patients in place of one.
    public PatientStudy withPopulation(Population many) {
        return new PatientStudy(
                ownTitle,
                model,
                units,
                timeUnit,
                duration,
                output,
                set,
                body,
                tumour,
                therapy,
                targets,
                tolerances,
                method,
                nonNegative,
                replicates,
                seed,
                Optional.of(many),
                compare,
                givenToOthers);
    }

    /// One of its variants, by itself.
    public PatientStudy withVariant(Variant variant) {
        Map<String, Placed<Quantity>> all = new LinkedHashMap<>(set);
        all.putAll(variant.set());
        return new PatientStudy(
                Optional.of(title() + ": " + variant.title()),
                model,
                units,
                timeUnit,
                duration,
                output,
                all,
                body,
                tumour,
                variant.therapy(),
                targets,
                tolerances,
                method,
                nonNegative,
                replicates,
                seed,
                population,
                List.of(),
                allGiven());
    }

    /// Its only course, or the variant that was asked for.
    ///
    /// @param option   that names the variant
    /// @param problems receives what is wrong
    public PatientStudy course(Optional<Placed<String>> variantAsked, String option, List<Problem> problems) {
        List<String> ids = compare.stream().map(Variant::id).toList();
        if (compare.isEmpty()) {
            variantAsked.ifPresent(asked -> problems.add(
                    asked.problem("\"" + asked.value() + "\": the study has no variants; none was expected")));
            return this;
        }
        Optional<Variant> variant = variantAsked.flatMap(asked -> compare.stream()
                .filter(each -> each.id().equals(asked.value()) || each.title().equals(asked.value()))
                .findFirst());
        if (variant.isEmpty()) {
            problems.add(variantAsked
                    .map(asked -> asked.problem("\"" + asked.value() + "\": one of " + String.join(", ", ids)
                            + " was expected" + NearMiss.hint(asked.value(), ids)))
                    .orElseGet(() -> Problem.of(
                            option,
                            "the study compares variants; one of " + String.join(", ", ids)
                                    + " was expected, as in " + option + " "
                                    + ids.getFirst())));
        }
        return withVariant(variant.orElse(compare.getFirst()));
    }

    /// All that anyone is given.
    List<Given> allGiven() {
        return Stream.of(
                        therapy.stream(),
                        compare.stream().flatMap(variant -> variant.therapy().stream()),
                        givenToOthers.stream())
                .flatMap(each -> each)
                .toList();
    }

    @Override
    public Set<String> setByVariants() {
        return compare.stream()
                .flatMap(variant -> variant.set().keySet().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public ReadStudy read(InputFiles files) {
        ReadModel read = ReadModel.read(this, files);
        return new ReadStudy() {

            @Override
            public PreparedStudy with(Overrides overrides) {
                return PatientPreparation.prepare(PatientStudy.this.with(overrides), files, read);
            }

            @Override
            public String nameOf(String written) {
                PatientModel model = read.model();
                return model.find(written)
                        .map(quantity -> model.label(quantity.id()))
                        .orElse(written);
            }
        };
    }

    /// What is done about units.
    public enum UnitPolicy {
        /// Values are taken as they stand.
        AS_DECLARED,
        /// Every quantity is brought to one coherent system by its declared unit, as SimBiology does.
        CONVERT
    }

    /// How the equations are solved, or that reactions happen one by one instead.
    public enum SolverChoice {
        AUTOMATIC("automatic"),
        STIFF("stiff"),
        NONSTIFF("nonstiff"),
        STOCHASTIC("stochastic");

        private final String word;

        SolverChoice(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// What is written down.
    ///
    /// @param every   time between rows; a plain number is in the model's unit; empty for a
    ///                hundredth of the duration
    /// @param columns names, as in the model or as in the table; empty for all
    public record Output(Optional<Placed<Quantity>> every, List<Placed<String>> columns) {

        public static final Output DEFAULT = new Output(Optional.empty(), List.of());
    }

    /// Something given.
    public sealed interface Given {

        /// As a report says it.
        default String inWords() {
            return switch (this) {
                case Words(Placed<String> text, var _) -> text.value();
                case Events(Placed<String> file, var id) ->
                    "events of " + file.value()
                            + id.map(each -> ", ID " + each.value()).orElse("");
            };
        }

        /// Where the study says so.
        Placed<String> place();

        /// A regimen in words, `nivolumab 3 mg/kg IV over 60 min q2w x 26`, and what they mean.
        record Words(Placed<String> text, Therapy therapy) implements Given {
            @Override
            public Placed<String> place() {
                return text;
            }
        }

        /// A NONMEM-style table of events, a CSV file.
        ///
        /// @param id whose events of the table; empty where it has those of one subject only
        record Events(Placed<String> file, Optional<Placed<String>> id) implements Given {
            @Override
            public Placed<String> place() {
                return file;
            }
        }
    }

    /// @param relative from 1e-14 to below 1
    /// @param absolute in the model's units, above 0; empty for each state's own scale
    public record Tolerances(double relative, OptionalDouble absolute) {

        public static final Tolerances DEFAULT = new Tolerances(DEFAULT_RELATIVE_TOLERANCE, OptionalDouble.empty());
    }

    /// Many patients.
    ///
    /// @param patients  how many
    /// @param stored    patients that were made before; empty for none
    /// @param vary      how they differ besides, by the name of a parameter or of a species' initial value
    /// @param drawn     how they are spread over it; empty where the study does not say
    /// @param correlations of what differs
    /// @param endpoints what is written down of each
    /// @param prone     whether they also differ in how prone they are to side effects, as is known of patients
    public record Population(
            Placed<Integer> patients,
            Optional<Stored> stored,
            Map<String, Placed<Variation>> vary,
            Optional<Placed<Drawn>> drawn,
            List<Placed<Correlation>> correlations,
            List<Placed<Endpoint>> endpoints,
            boolean prone) {

        /// The same of another number of patients.
        Population of(Placed<Integer> number) {
            return new Population(number, stored, vary, drawn, correlations, endpoints, prone);
        }

        /// Patients of whom each is drawn by itself, from values that do not depend on each other.
        public Population(
                Placed<Integer> patients, Map<String, Placed<Variation>> vary, List<Placed<Endpoint>> endpoints) {
            this(patients, Optional.empty(), vary, Optional.empty(), List.of(), endpoints, false);
        }
    }

    /// How patients are spread over what differs.
    public enum Drawn {
        /// Each by itself.
        RANDOM("random"),
        /// One in each of as many equal parts as there are patients.
        LATIN_HYPERCUBE("latin hypercube"),
        /// By a scrambled Sobol sequence.
        SOBOL("sobol");

        private final String word;

        Drawn(String word) {
            this.word = word;
        }

        /// As studies have it.
        public String word() {
            return word;
        }
    }

    /// That two values go together.
    ///
    /// @param one    name of a value that differs
    /// @param other  name of another
    /// @param normal the correlation of their normal scores
    public record Correlation(String one, String other, double normal) {}

    /// Patients that were made before.
    ///
    /// @param from   a file, or the name of one that comes along
    /// @param groups the share of each group among those who are drawn, whoever of them is taken; empty where there
    ///               is one
    public record Stored(Placed<String> from, Map<String, Double> groups) {}

    /// What is written down of a patient: one number.
    ///
    /// @param column the name of a column of the time course
    /// @param until  the time at which the course ends for it; empty for that of the study
    public record Endpoint(Statistic statistic, String column, Optional<Quantity> until) {

        /// As it is written: `max T`, `T at 180 d`.
        public String inWords() {
            return until.map(time -> column + " at " + time).orElse(statistic.word() + " " + column);
        }
    }

    /// One of several runs that stand beside each other.
    ///
    /// @param id      a short name for folders and legends
    /// @param therapy in place of the study's
    /// @param set     on top of the study's
    public record Variant(String id, String title, List<Given> therapy, Map<String, Placed<Quantity>> set) {

        private Variant with(List<Overrides.Given> more) {
            return new Variant(id, title, PatientStudy.with(therapy, more), set);
        }
    }
}
