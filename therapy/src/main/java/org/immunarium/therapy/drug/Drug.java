package org.immunarium.therapy.drug;

import static org.immunarium.numerics.functions.ElementaryFunctions.pow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immunarium.numerics.ode.OdeException;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.BodyLimits;
import org.immunarium.therapy.Route;
import org.immunarium.therapy.Target;
import org.immunarium.therapy.pharmacokinetics.Absorption;
import org.immunarium.therapy.pharmacokinetics.Concentration;
import org.immunarium.therapy.pharmacokinetics.Elimination;
import org.immunarium.therapy.pharmacokinetics.Elimination.Sigmoid.Form;
import org.immunarium.therapy.pharmacokinetics.Input;
import org.immunarium.therapy.pharmacokinetics.Peripheral;
import org.immunarium.therapy.pharmacokinetics.Pharmacokinetics;
import org.immunarium.units.Dimension;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// A drug and what is known of it.
///
/// @param name  as in a regimen
/// @param facts in the order of the table
public record Drug(String name, List<Fact> facts) {

    private static final Unit MILLIGRAM = Unit.parse("mg");
    private static final Unit KILOGRAM = Unit.parse("kg");
    private static final Unit CELLS = Unit.parse("cells");
    private static final Unit DAY = Unit.parse("d");
    private static final Quantity MILLIGRAM_A_LITRE = Quantity.of(1, "mg/L");

    public Drug {
        facts = List.copyOf(facts);
    }

    /// What is known of one thing, if anything.
    public Optional<Fact> fact(DrugParameter parameter) {
        return facts.stream().filter(fact -> fact.parameter() == parameter).findFirst();
    }

    /// A number that is known of it, if it is.
    public Optional<Quantity> quantity(DrugParameter parameter) {
        return fact(parameter).flatMap(Fact::quantity);
    }

    /// What it is: `human IgG4 antibody`.
    public String kind() {
        return text(DrugParameter.KIND);
    }

    /// What it acts on: `PD-1`.
    public String target() {
        return text(DrugParameter.TARGET);
    }

    private String text(DrugParameter parameter) {
        return fact(parameter).map(Fact::text).orElse("");
    }

    /// What it is in a body; a substance where nothing is known.
    public Modality modality() {
        return Modality.of(text(DrugParameter.MODALITY)).orElse(Modality.SUBSTANCE);
    }

    /// Its other names: `Opdivo`.
    public List<String> otherNames() {
        return texts(DrugParameter.ALSO_CALLED);
    }

    /// How labels have it given, as text of regimens: `nivolumab 240 mg IV over 30 min q2w`.
    public List<String> approvedRegimens() {
        return texts(DrugParameter.APPROVED_REGIMEN);
    }

    private List<String> texts(DrugParameter parameter) {
        return facts.stream()
                .filter(fact -> fact.parameter() == parameter)
                .map(Fact::text)
                .toList();
    }

    /// Whether this is one of its names, whatever its capitals.
    public boolean isCalled(String written) {
        return Stream.concat(Stream.of(name), otherNames().stream()).anyMatch(written::equalsIgnoreCase);
    }

    /// What of it in plasma is not bound there and can act, over all of it; 1 where nothing is known.
    public double unboundShare() {
        return number(DrugParameter.UNBOUND_SHARE);
    }

    /// The concentration in a tumour, once it has settled, over that in plasma, of what is unbound in both; 1 where
    /// nothing is known.
    public double tumourToPlasma() {
        return number(DrugParameter.TUMOUR_TO_PLASMA);
    }

    private double number(DrugParameter parameter) {
        return quantity(parameter).map(Quantity::value).orElse(1.0);
    }

    /// The same with other numbers, as a model has them: assumptions of which this says no
    /// source. Where some are of its pharmacokinetics, they are all that is known of these.
    public Drug with(Map<DrugParameter, Quantity> others) {
        boolean kinetics = others.keySet().stream().anyMatch(DrugParameter::isPharmacokinetic);
        List<Fact> all = new ArrayList<>();
        for (Fact fact : facts) {
            boolean replaced = others.containsKey(fact.parameter())
                    || kinetics
                            && (fact.parameter().isPharmacokinetic()
                                    || fact.parameter().isOfPatients());
            if (!replaced) {
                all.add(fact);
            }
        }
        others.forEach((parameter, value) ->
                all.add(new Fact(parameter, value.toString(), Optional.of(value), Certainty.ASSUMPTION, "-", "")));
        return new Drug(name, all);
    }

    /// How a patient takes it up, spreads and clears it, in mg, L and days.
    ///
    /// @param body its weight counts where it is known and the source has an effect of it; else the patient is the
    ///     source's typical one
    /// @throws InvalidInputException if it is no substance, or too little is known of it
    public Pharmacokinetics pharmacokinetics(Body body) {
        if (modality() != Modality.SUBSTANCE) {
            throw problem("it has no concentration in blood: its modality is "
                    + modality().keyword());
        }
        List<Peripheral> peripherals = new ArrayList<>();
        if (fact(DrugParameter.EXCHANGE).isPresent()) {
            peripherals.add(new Peripheral(
                    number(DrugParameter.EXCHANGE, "L/d") * scale(DrugParameter.WEIGHT_ON_EXCHANGE, body),
                    number(DrugParameter.PERIPHERAL_VOLUME, "L")
                            * scale(DrugParameter.WEIGHT_ON_PERIPHERAL_VOLUME, body)));
        }
        if (fact(DrugParameter.SECOND_EXCHANGE).isPresent()) {
            peripherals.add(new Peripheral(
                    number(DrugParameter.SECOND_EXCHANGE, "L/d"), number(DrugParameter.SECOND_PERIPHERAL_VOLUME, "L")));
        }
        Optional<Absorption> absorption = fact(DrugParameter.ABSORPTION_RATE)
                .map(rate -> new Absorption(
                        number(DrugParameter.ABSORPTION_RATE, "1/d"), number(DrugParameter.BIOAVAILABILITY, "1")));
        return new Pharmacokinetics(
                elimination().scaled(scale(DrugParameter.WEIGHT_ON_CLEARANCE, body)),
                number(DrugParameter.CENTRAL_VOLUME, "L") * scale(DrugParameter.WEIGHT_ON_CENTRAL_VOLUME, body),
                peripherals,
                absorption);
    }

    private Elimination elimination() {
        double clearance = fact(DrugParameter.CLEARANCE).isPresent() ? number(DrugParameter.CLEARANCE, "L/d") : 0;
        if (fact(DrugParameter.MAXIMUM_RATE).isPresent()) {
            return new Elimination.Saturable(
                    clearance,
                    number(DrugParameter.MAXIMUM_RATE, "mg/d"),
                    number(DrugParameter.MICHAELIS_CONSTANT, "mg/L"));
        }
        if (fact(DrugParameter.WANING_CLEARANCE).isPresent()) {
            return new Elimination.Waning(
                    clearance,
                    number(DrugParameter.WANING_CLEARANCE, "L/d"),
                    number(DrugParameter.RATE_OF_WANING, "1/d"));
        }
        boolean logarithmic = fact(DrugParameter.LOGARITHMIC_CHANGE).isPresent();
        if (logarithmic || fact(DrugParameter.RELATIVE_CHANGE).isPresent()) {
            return new Elimination.Sigmoid(
                    clearance,
                    number(logarithmic ? DrugParameter.LOGARITHMIC_CHANGE : DrugParameter.RELATIVE_CHANGE, "1"),
                    logarithmic ? Form.EXPONENTIAL : Form.PROPORTIONAL,
                    number(DrugParameter.HALF_TIME, "d"),
                    number(DrugParameter.HILL, "1"));
        }
        return new Elimination.Linear(clearance);
    }

    private double number(DrugParameter parameter, String unit) {
        return quantity(parameter)
                .orElseThrow(() -> problem("nothing is known of its " + parameter.keyword()))
                .in(Unit.parse(unit));
    }

    private double scale(DrugParameter exponent, Body body) {
        Optional<Quantity> reference = quantity(DrugParameter.REFERENCE_WEIGHT);
        return reference.isPresent()
                        && body.weight().isPresent()
                        && fact(exponent).isPresent()
                ? pow(body.weight().get().in(KILOGRAM) / reference.get().in(KILOGRAM), number(exponent, "1"))
                : 1;
    }

    /// Its concentration in blood plasma after doses.
    ///
    /// @param doses         those of other drugs are passed over
    /// @param body          whom they are given to
    /// @param until         up to when the concentration will be asked for, in units of `time`
    /// @param concentration what it comes in: a mass, an amount or an activity in a volume, such as `mg/L` or `nM`
    /// @param time          what its times are in, such as `min`; 0 is the therapy's time zero
    /// @throws InvalidInputException with all doses that cannot be given, see [#input], or if
    ///     nothing leads to the unit of concentration, or the numbers give no concentration
    public Concentration concentration(
            List<Administration> doses, Body body, double until, Unit concentration, Unit time) {
        List<Input> inputs = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Administration dose : doses) {
            if (isCalled(dose.drug())) {
                try {
                    inputs.add(input(dose, body));
                } catch (InvalidInputException e) {
                    e.problems().stream()
                            .filter(each -> !problems.contains(each))
                            .forEach(problems::add);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        double factor = factor(concentration);
        double days = DAY.factorTo(time);
        try {
            return pharmacokinetics(body).after(inputs, until / days).scaled(factor, days);
        } catch (OdeException | IllegalArgumentException e) {
            throw problem("its concentration cannot be computed: " + e.getMessage());
        }
    }

    /// How many of a unit of concentration are in 1 mg/L.
    private double factor(Unit concentration) {
        try {
            return masses().valueOf(MILLIGRAM_A_LITRE, concentration);
        } catch (UnitException e) {
            Dimension amount = concentration.dimension().times(Dimension.VOLUME);
            throw problem("its concentration is asked for in " + concentration + ", which "
                    + (amount.equals(Dimension.AMOUNT)
                            ? "needs its molar mass, as in molar mass: 143600 g/mol"
                            : amount.equals(Dimension.ACTIVITY)
                                    ? "needs its potency, as in potency: 1.8e7 IU/mg"
                                    : "is no unit of concentration, such as nM or mg/L"));
        }
    }

    /// A dose as pharmacokinetics sees it.
    ///
    /// @param body whom it is given to
    /// @throws InvalidInputException if it is given by a way of which nothing is known, or in a
    ///     unit from which nothing leads to mg, or if it is larger than any dose is
    public Input input(Administration dose, Body body) {
        Input.Site site = switch (dose.route()) {
            case INTRAVENOUS, UNSPECIFIED -> Input.Site.BLOOD;
            case SUBCUTANEOUS -> {
                if (fact(DrugParameter.ABSORPTION_RATE).isEmpty()) {
                    throw unknownRoute(dose.route());
                }
                yield Input.Site.DEPOT;
            }
            default -> throw unknownRoute(dose.route());
        };
        try {
            Quantity given = dose.dose().amountFor(body);
            if (given.unit().convertsTo(CELLS)) {
                throw problem("a dose of " + given + ": cells have no concentration in mg/L");
            }
            double amount = masses().valueOf(given, MILLIGRAM);
            Optional<Quantity> most = amount < Double.POSITIVE_INFINITY
                    ? BodyLimits.exceeded(new Quantity(amount, MILLIGRAM))
                    : BodyLimits.exceeded(given);
            if (most.isPresent()) {
                throw problem("a dose of " + given + ": at most " + most.get() + " was expected");
            }
            return new Input(dose.days(), amount, dose.durationInDays(), site);
        } catch (UnitException e) {
            throw problem(e.reason());
        }
    }

    /// What leads from masses to amounts and activities, and back.
    private Target masses() {
        return new Target(
                "blood",
                Target.Measure.AMOUNT,
                quantity(DrugParameter.MOLAR_MASS),
                quantity(DrugParameter.POTENCY),
                Optional.empty(),
                1,
                Optional.empty());
    }

    private InvalidInputException unknownRoute(Route route) {
        return problem("a dose " + route.words() + " (" + route.abbreviation()
                + "), but nothing is known of how it gets into blood from there; expected IV");
    }

    private InvalidInputException problem(String message) {
        return new InvalidInputException(Problem.of("drug " + name, message));
    }
}
