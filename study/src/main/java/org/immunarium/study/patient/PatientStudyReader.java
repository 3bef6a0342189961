package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.immunarium.numerics.ode.OdeSettings;
import org.immunarium.study.BodySection;
import org.immunarium.study.VariantsSection;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.study.patient.PatientStudy.Endpoint;
import org.immunarium.study.patient.PatientStudy.Given;
import org.immunarium.study.patient.PatientStudy.Output;
import org.immunarium.study.patient.PatientStudy.Population;
import org.immunarium.study.patient.PatientStudy.SolverChoice;
import org.immunarium.study.patient.PatientStudy.Tolerances;
import org.immunarium.study.patient.PatientStudy.UnitPolicy;
import org.immunarium.study.patient.PatientStudy.Variant;
import org.immunarium.study.variation.Variation;
import org.immunarium.study.variation.VariationReader;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.Target;
import org.immunarium.therapy.Target.Measure;
import org.immunarium.units.Dimension;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// Reads a study file of kind `patient`; `docs/study-files.md` describes its keys in the order of
/// [#read].
public final class PatientStudyReader {

    /// What such a file may have at its top level, besides what every study has.
    public static final List<String> KEYS = List.of(
            "title",
            "model",
            "units",
            "time unit",
            "duration",
            "output",
            "set",
            "patient",
            "tumour",
            "side effects",
            "therapy",
            "targets",
            "tolerances",
            "method",
            "non-negative",
            "replicates",
            "seed",
            "population",
            "compare");

    private static final List<String> TARGET_KEYS =
            List.of("into", "as", "molar mass", "potency", "volume", "bioavailability", "unit");

    private static final int MOST_REPLICATES = 1_000_000_000;

    private static final String COMPARE = "compare";

    private static final String CORRELATED =
            ": values that go together were expected, as in {k_growth: {k_death: 0.5}}; leave it out for none";

    private final Section file;
    private final String variants;
    private final Arms arms;

    private PatientStudyReader(Section file, String variants, Arms arms) {
        this.file = file;
        this.variants = variants;
        this.arms = arms;
    }

    /// Reads what a trial's arms have besides what variants have.
    public interface Arms {

        /// Their keys.
        List<String> keys();

        /// One arm, in the order in which they stand.
        ///
        /// @param therapy reads what stands under that key of a part of the arm
        void arm(Section section, Variant variant, Function<Section, List<Given>> therapy);

        /// Variants besides the arms themselves.
        List<Variant> more();
    }

    /// Variants of a study that is no trial have nothing besides.
    private static final Arms NO_ARMS = new Arms() {
        @Override
        public List<String> keys() {
            return List.of();
        }

        @Override
        public void arm(Section section, Variant variant, Function<Section, List<Given>> therapy) {
            // Nothing to read.
        }

        @Override
        public List<Variant> more() {
            return List.of();
        }
    };

    /// Reads a study.
    ///
    /// @param file its top level, which expects [#KEYS]
    /// @return empty only where problems were noted in `file`
    public static Optional<PatientStudy> read(Section file) {
        return new PatientStudyReader(file, COMPARE, NO_ARMS).study();
    }

    /// Reads what a trial says of its patients: many, in arms that stand under a key of their own.
    ///
    /// @param key  of the arms
    /// @param arms reads what is theirs
    public static Optional<PatientStudy> readArms(Section file, String key, Arms arms) {
        return new PatientStudyReader(file, key, arms).study();
    }

    private Optional<PatientStudy> study() {
        Optional<Placed<String>> title = file.text("title");
        Optional<Placed<String>> model = file.requiredText("model", "models/de-pillis-2006.xml");
        Optional<UnitPolicy> units = file.choice("units", List.of("as declared", "convert"))
                .map(word -> word.equals("convert") ? UnitPolicy.CONVERT : UnitPolicy.AS_DECLARED);
        Optional<Placed<Unit>> timeUnit = timeUnit(file);
        Optional<Placed<Quantity>> duration = span(file, "duration");
        Output output = output();
        Optional<PlannedTumour> tumour = TumourSection.read(file);
        if (tumour.flatMap(PlannedTumour::diameter).isPresent()
                && VariantsSection.set(file).containsKey("D_diagnosis")) {
            file.problem("set", "set.D_diagnosis and tumour.diameter say the same thing twice; one was expected");
        }
        Map<String, Placed<Quantity>> set = TumourSection.with(VariantsSection.set(file), tumour);
        Body body = BodySection.read(file);
        List<Given> therapy = therapy(file);
        Map<String, Placed<Target>> targets = targets();
        Tolerances tolerances = tolerances();
        Placed<SolverChoice> method = file.placed("method", method());
        List<Placed<String>> nonNegative = file.lines("non-negative");
        int replicates =
                (int) file.wholeNumber("replicates", 1, MOST_REPLICATES).orElse(1);
        long seed = file.wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(1);
        Optional<Population> population = population(
                arms != NO_ARMS && tumour.filter(PlannedTumour::sideEffects).isPresent());
        List<Variant> compare = new ArrayList<>(VariantsSection.read(
                file,
                variants,
                Stream.concat(Stream.of("therapy"), arms.keys().stream()).toList(),
                (section, id, words, values) -> {
                    Variant variant = new Variant(id, words, therapy(section), values);
                    arms.arm(section, variant, PatientStudyReader::therapy);
                    return variant;
                }));
        compare.addAll(arms.more());
        if (population.isPresent() && !compare.isEmpty() && variants.equals(COMPARE)) {
            file.problem("compare", "population and compare cannot stand in one study yet; make one study a variant");
        }
        if (method.value() == SolverChoice.STOCHASTIC && population.isPresent()) {
            file.problem("method", "population and method: stochastic cannot stand in one study yet; use replicates");
        }
        if (method.value() != SolverChoice.STOCHASTIC && file.has("replicates")) {
            file.problem("replicates", "replicates: needs method: stochastic; without chance all runs are the same");
        }
        if (method.value() == SolverChoice.STOCHASTIC && !nonNegative.isEmpty()) {
            file.problem(
                    nonNegative.getFirst(),
                    "non-negative: has no meaning with method: stochastic, in which amounts are whole numbers of"
                            + " cells or molecules");
        }
        return model.map(name -> new PatientStudy(
                title.map(Placed::value),
                name,
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
                population,
                compare,
                List.of()));
    }

    private Output output() {
        Optional<Section> section = file.section("output", List.of("every", "columns"));
        if (section.isEmpty()) {
            return Output.DEFAULT;
        }
        return new Output(span(section.get(), "every"), section.get().lines("columns"));
    }

    private static List<Given> therapy(Section section) {
        List<Given> given = new ArrayList<>();
        for (Section.Item item : section.items("therapy", List.of("events", "id"))) {
            switch (item) {
                case Section.Item.Line line -> given.add(words(section, line.text()));
                case Section.Item.Part part -> {
                    Optional<Placed<String>> table = part.section().requiredText("events", "doses.csv");
                    Optional<Placed<String>> id = part.section().text("id");
                    table.ifPresent(file -> given.add(new Given.Events(file, id)));
                }
            }
        }
        return given;
    }

    /// What could be read of a regimen in words; what could not is noted.
    private static Given words(Section section, Placed<String> text) {
        return new Given.Words(text, RegimenText.parse(text.value(), text.source(), text.line(), section::problem));
    }

    private Map<String, Placed<Target>> targets() {
        Map<String, Placed<Target>> targets = new LinkedHashMap<>();
        file.sections("targets", TARGET_KEYS)
                .forEach((drug, section) -> target(section).ifPresent(t -> targets.put(drug, t)));
        return targets;
    }

    private static Optional<Placed<Target>> target(Section section) {
        Optional<Placed<String>> into = section.requiredText("into", "Plasma.Nivolumab");
        Measure as = section.choice("as", List.of("amount", "concentration"))
                .map(word -> Measure.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Measure.AMOUNT);
        Optional<Placed<Quantity>> molarMass =
                positive(section, "molar mass", Dimension.MASS.over(Dimension.AMOUNT), "143600 g/mol");
        Optional<Placed<Quantity>> potency =
                positive(section, "potency", Dimension.ACTIVITY.over(Dimension.MASS), "1.8e7 IU/mg");
        Optional<Placed<Quantity>> volume = positive(section, "volume", Dimension.VOLUME, "3.6 L");
        double bioavailability = section.number("bioavailability").orElse(1);
        Optional<Placed<Unit>> unit = unit(section, "unit");
        if (!(bioavailability > 0 && bioavailability <= Double.MAX_VALUE)) {
            section.problem(
                    "bioavailability",
                    section.name("bioavailability") + ": a number above 0 was expected; found "
                            + Quantity.number(bioavailability));
            return Optional.empty();
        }
        return into.map(name -> name.map(species -> new Target(
                species,
                as,
                molarMass.map(Placed::value),
                potency.map(Placed::value),
                volume.map(Placed::value),
                bioavailability,
                unit.map(Placed::value))));
    }

    private static Optional<Placed<Unit>> unit(Section section, String key) {
        Optional<Placed<String>> text = section.text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(text.get().map(Unit::parse));
        } catch (UnitException e) {
            section.problem(text.get(), section.name(key) + ": " + e.reason());
            return Optional.empty();
        }
    }

    /// The unit of time that the model means.
    private static Optional<Placed<Unit>> timeUnit(Section section) {
        Optional<Placed<Unit>> unit = unit(section, "time unit");
        if (unit.isPresent() && !unit.get().value().dimension().equals(Dimension.TIME)) {
            section.problem(
                    unit.get(),
                    "time unit: a unit of time was expected, as in d; found "
                            + unit.get().value());
            return Optional.empty();
        }
        return unit;
    }

    private Tolerances tolerances() {
        Optional<Section> section = file.section("tolerances", List.of("relative", "absolute"));
        if (section.isEmpty()) {
            return Tolerances.DEFAULT;
        }
        OptionalDouble relative = section.get().number("relative");
        OptionalDouble absolute = section.get().number("absolute");
        if (relative.isPresent()
                && !(relative.getAsDouble() >= OdeSettings.LEAST_RELATIVE_TOLERANCE && relative.getAsDouble() < 1)) {
            section.get()
                    .problem(
                            "relative",
                            "tolerances.relative: a number from "
                                    + Quantity.number(OdeSettings.LEAST_RELATIVE_TOLERANCE)
                                    + " to below 1 was expected; found "
                                    + Quantity.number(relative.getAsDouble()));
        }
        if (absolute.isPresent() && !(absolute.getAsDouble() > 0)) {
            section.get()
                    .problem(
                            "absolute",
                            "tolerances.absolute: a number above 0 was expected; found "
                                    + Quantity.number(absolute.getAsDouble()));
        }
        return new Tolerances(relative.orElse(PatientStudy.DEFAULT_RELATIVE_TOLERANCE), absolute);
    }

    private SolverChoice method() {
        List<String> words =
                Arrays.stream(SolverChoice.values()).map(SolverChoice::word).toList();
        return file.choice("method", words)
                .map(word -> SolverChoice.values()[words.indexOf(word)])
                .orElse(SolverChoice.AUTOMATIC);
    }

    /// @param prone whether patients differ in how prone they are to side effects
    private Optional<Population> population(boolean prone) {
        Optional<Section> section = file.section(
                "population", List.of("patients", "from", "groups", "vary", "sampling", "correlations", "endpoints"));
        if (section.isEmpty()) {
            return Optional.empty();
        }
        if (!section.get().has("patients")) {
            section.get().missing("patients", "1000");
        }
        long patients = section.get()
                .wholeNumber("patients", 1, PatientStudy.MOST_PATIENTS)
                .orElse(1);
        Map<String, Placed<Variation>> vary = new LinkedHashMap<>();
        section.get()
                .sections("vary", VariationReader.KEYS)
                .forEach((name, each) -> VariationReader.read(each).ifPresent(v -> vary.put(name, v)));
        List<Placed<Endpoint>> endpoints = new ArrayList<>();
        for (Placed<String> line : section.get().lines("endpoints")) {
            endpoint(section.get(), line).ifPresent(endpoints::add);
        }
        Optional<PatientStudy.Stored> stored =
                section.get().text("from").map(from -> new PatientStudy.Stored(from, groups(section.get())));
        if (stored.isEmpty() && section.get().has("groups")) {
            section.get()
                    .problem("groups", "population.groups: are of patients that were made before; from is missing");
        }
        return Optional.of(new Population(
                section.get().placed("patients", (int) patients),
                stored,
                vary,
                drawn(section.get()),
                correlations(section.get()),
                endpoints,
                prone));
    }

    private static Optional<Placed<PatientStudy.Drawn>> drawn(Section section) {
        List<PatientStudy.Drawn> known = List.of(PatientStudy.Drawn.values());
        List<String> words = known.stream().map(PatientStudy.Drawn::word).toList();
        return section.choice("sampling", words)
                .map(word -> section.placed("sampling", known.get(words.indexOf(word))));
    }

    private static List<Placed<PatientStudy.Correlation>> correlations(Section section) {
        List<Placed<PatientStudy.Correlation>> correlations = new ArrayList<>();
        Section all = section.section("correlations").orElse(null);
        if (all == null) {
            return correlations;
        }
        if (all.size() == 0) {
            section.problem("correlations", all.words() + CORRELATED);
        }
        for (String one : all.keys()) {
            Section others = all.section(one).orElse(null);
            if (others == null) {
                continue;
            }
            if (others.size() == 0) {
                all.problem(one, all.name(one) + CORRELATED);
            }
            for (String other : others.keys()) {
                OptionalDouble normal = others.number(other);
                if (normal.isPresent() && !(Math.abs(normal.getAsDouble()) < 1)) {
                    others.problem(
                            other,
                            others.name(other) + ": a correlation between -1 and 1 was expected; found "
                                    + Quantity.number(normal.getAsDouble()));
                } else if (normal.isPresent()) {
                    correlations.add(
                            others.placed(other, new PatientStudy.Correlation(one, other, normal.getAsDouble())));
                }
            }
        }
        return correlations;
    }

    private static Map<String, Double> groups(Section section) {
        Map<String, Double> groups = new LinkedHashMap<>();
        section.section("groups")
                .ifPresent(shares -> shares.keys()
                        .forEach(group -> shares.number(group).ifPresent(share -> groups.put(group, share))));
        return groups;
    }

    private static Optional<Placed<Endpoint>> endpoint(Section section, Placed<String> line) {
        Optional<Endpoint> endpoint = EndpointText.parse(line.value());
        if (endpoint.isEmpty()) {
            section.problem(line, EndpointText.problem("endpoint", line.value()));
        }
        return endpoint.map(found -> line.map(_ -> found));
    }

    /// A time above 0: with a unit of time, or a plain number for the model's own.
    private static Optional<Placed<Quantity>> span(Section section, String key) {
        Optional<Placed<Quantity>> span = section.quantity(key);
        if (span.isPresent()) {
            Quantity value = span.get().value();
            Dimension dimension = value.unit().dimension();
            if (!(value.value() > 0) || !(dimension.equals(Dimension.TIME) || dimension.equals(Dimension.NONE))) {
                section.problem(
                        span.get(), section.name(key) + ": a time above 0 was expected, as in 360 d; found " + value);
                return Optional.empty();
            }
        }
        return span;
    }

    private static Optional<Placed<Quantity>> positive(
            Section section, String key, Dimension expected, String example) {
        Optional<Placed<Quantity>> quantity = section.quantity(key);
        if (quantity.isPresent()) {
            Quantity value = quantity.get().value();
            if (!(value.value() > 0) || !value.unit().dimension().equals(expected)) {
                section.problem(
                        quantity.get(),
                        section.name(key) + ": a positive " + expected + " was expected, as in " + example + "; found "
                                + value);
                return Optional.empty();
            }
        }
        return quantity;
    }
}
