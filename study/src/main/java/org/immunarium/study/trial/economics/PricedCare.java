package org.immunarium.study.trial.economics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.study.file.Placed;
import org.immunarium.study.trial.economics.EconomicsPlan.Prices;
import org.immunarium.therapy.Administration;
import org.immunarium.trial.economics.Acquisition;
import org.immunarium.trial.economics.Tariff;
import org.immunarium.trial.economics.Tariff.EventValue;
import org.immunarium.trial.economics.UncertainValue;
import org.immunarium.trial.economics.Vial;
import org.immunarium.trial.economics.evidence.CareCosts;
import org.immunarium.trial.economics.evidence.PriceList;
import org.immunarium.trial.economics.evidence.SourcedValue;
import org.immunarium.trial.economics.evidence.Utilities;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;

/// The prices a trial is evaluated with: what its study says, else what comes along, each with its source.
///
/// @param tariff of all drugs and side effects of the trial
/// @param inputs every number in it, for a table
public record PricedCare(Tariff tariff, List<Input> inputs) {

    private static final String ADMINISTRATION = "administration";
    private static final String FURTHER = "further administration";
    private static final String VISIT = "visit";
    private static final String PROGRESSION_FREE = "progression-free";
    private static final String PROGRESSED = "progressed";
    private static final String END_OF_LIFE = "end of life";
    private static final List<String> CARE =
            List.of(ADMINISTRATION, FURTHER, VISIT, PROGRESSION_FREE, PROGRESSED, END_OF_LIFE);

    /// How long a side effect of the study's own takes quality of life, in days, where no table says it.
    private static final double USUAL_DAYS = 30;

    public PricedCare {
        inputs = List.copyOf(inputs);
    }

    /// A number that is used.
    ///
    /// @param name    of it
    /// @param unit    `USD`, or empty
    /// @param value   with its distribution
    /// @param year    of the prices; 0 for none
    /// @param grounds in words
    /// @param source  a citation
    /// @param note    may be empty
    public record Input(
            String name, String unit, UncertainValue value, int year, String grounds, String source, String note) {}

    /// Chooses.
    ///
    /// @param cancer by the name that studies give it
    /// @param doses  that are due to patients of any arm
    /// @param events severe side effects that patients may have
    /// @throws InvalidInputException with all prices that are missing, and with names that mean nothing here
    public static PricedCare of(
            EconomicsPlan plan, String cancer, Collection<Administration> doses, Collection<String> events) {
        Map<String, Boolean> drugs = new LinkedHashMap<>();
        doses.forEach(dose -> drugs.merge(CostedDoses.drug(dose), CostedDoses.isMass(dose), Boolean::logicalAnd));
        return of(plan, cancer, drugs, events);
    }

    /// @param drugs by the names of the table of drugs, with whether all their doses are masses
    static PricedCare of(EconomicsPlan plan, String cancer, Map<String, Boolean> drugs, Collection<String> events) {
        return new Choosing(plan, cancer).of(drugs, new LinkedHashSet<>(events));
    }

    private static final class Choosing {

        private final EconomicsPlan plan;
        private final String cancer;
        private final List<Input> inputs = new ArrayList<>();
        private final Set<Problem> problems = new LinkedHashSet<>();

        Choosing(EconomicsPlan plan, String cancer) {
            this.plan = plan;
            this.cancer = cancer;
        }

        PricedCare of(Map<String, Boolean> drugs, Set<String> events) {
            Map<String, Acquisition> prices = new LinkedHashMap<>();
            drugs.forEach((drug, masses) -> price(drug).ifPresent(price -> {
                prices.put(drug, price);
                if (!masses && !(price instanceof Acquisition.PerDose)) {
                    problems.add(plan.place()
                            .problem("economics: "
                                    + drug
                                    + " is not given by its mass, so that the price of a dose is needed; expected, for"
                                    + " example, prices: {" + drug + ": {dose: 1000}}"));
                }
            }));
            Map<String, EventValue> effects = new LinkedHashMap<>();
            List<String> care = new ArrayList<>(CARE);
            care.addAll(events);
            care.add(CareCosts.OTHER);
            List<String> states = new ArrayList<>(List.of(PROGRESSION_FREE, PROGRESSED));
            states.addAll(events);
            states.add(CareCosts.OTHER);
            known("costs", plan.given(), care);
            known("utilities", plan.utilities(), states);
            List<UncertainValue> costs = new ArrayList<>();
            CARE.forEach(item -> costs.add(cost(item)));
            UncertainValue free = utility(PROGRESSION_FREE);
            UncertainValue progressed = utility(PROGRESSED);
            events.forEach(event -> effects.put(event, event(event)));
            if (!problems.isEmpty()) {
                throw new InvalidInputException(List.copyOf(problems));
            }
            return new PricedCare(
                    new Tariff(
                            prices,
                            costs.get(0),
                            costs.get(1),
                            costs.get(2),
                            costs.get(3),
                            costs.get(4),
                            costs.get(5),
                            free,
                            progressed,
                            effects),
                    inputs);
        }

        private void known(String section, Map<String, ? extends Placed<?>> given, List<String> names) {
            given.forEach((name, value) -> {
                if (!names.contains(name)) {
                    problems.add(value.problem("economics." + section + "." + name
                            + ": nothing of this name is counted here; known: " + String.join(", ", names)
                            + NearMiss.hint(name, names)));
                }
            });
        }

        private Optional<Acquisition> price(String drug) {
            Prices given = plan.prices().get(drug);
            if (given != null) {
                given.perDose().ifPresent(price -> note(drug + ", a dose", price));
                given.vials()
                        .forEach(vial -> note(drug + ", " + Quantity.number(vial.content()) + " mg", vial.price()));
                return Optional.of(
                        given.perDose().isPresent()
                                ? new Acquisition.PerDose(given.perDose().getAsDouble())
                                : vials(given.vials()));
            }
            List<PriceList.Pack> packs = PriceList.shipped().of(drug, plan.country());
            if (packs.isEmpty()) {
                problems.add(plan.place()
                        .problem("economics: no price of " + drug + " in "
                                + plan.country().keyword() + " comes along; expected, for example, prices: {" + drug
                                + ": {100 mg: 1000}}"));
                return Optional.empty();
            }
            for (PriceList.Pack pack : packs) {
                inputs.add(new Input(
                        "price: " + drug + ", "
                                + (pack.isDose()
                                        ? "a dose"
                                        : Quantity.number(pack.vial().content()) + " mg"),
                        plan.country().currency(),
                        UncertainValue.fixed(drug, pack.vial().price()),
                        pack.year(),
                        pack.grounds().words(),
                        pack.source(),
                        pack.note()));
            }
            return Optional.of(
                    packs.getFirst().isDose()
                            ? new Acquisition.PerDose(packs.getFirst().vial().price())
                            : vials(packs.stream().map(PriceList.Pack::vial).toList()));
        }

        private void note(String what, double price) {
            add(
                    SourcedValue.ofStudy(UncertainValue.fixed("price: " + what, price)),
                    plan.country().currency());
        }

        private Acquisition vials(List<Vial> vials) {
            return plan.sharing()
                    ? new Acquisition.SharedVials(vials)
                    : new Acquisition.WholeVials(vials, plan.rounding());
        }

        private UncertainValue cost(String item) {
            Optional<SourcedValue> value = Optional.ofNullable(plan.given().get(item))
                    .map(Placed::value)
                    .or(() -> CareCosts.shipped().of(item, plan.country()));
            return take(value, "costs", item, plan.country().currency(), "1000");
        }

        private UncertainValue utility(String state) {
            Optional<SourcedValue> value = Optional.ofNullable(plan.utilities().get(state))
                    .map(Placed::value)
                    .or(() -> Utilities.shipped().of(cancer, state).map(Utilities.Item::utility));
            return take(value, "utilities", state, "", "0.7");
        }

        private UncertainValue take(
                Optional<SourcedValue> value, String section, String name, String unit, String example) {
            if (value.isEmpty()) {
                problems.add(plan.place()
                        .problem("economics: " + section + "." + name + ": no value for "
                                + (unit.isEmpty() ? cancer : plan.country().keyword())
                                + " comes along; expected, for example, " + section + ": {" + name + ": " + example
                                + "}"));
                return UncertainValue.fixed(name, 0);
            }
            add(value.get(), unit);
            return value.get().value();
        }

        private void add(SourcedValue value, String unit) {
            inputs.add(new Input(
                    value.value().name(),
                    unit,
                    value.value(),
                    value.year(),
                    value.grounds().words(),
                    value.source(),
                    value.note()));
        }

        /// What no row and no study names counts as any other side effect.
        private EventValue event(String event) {
            boolean priced = plan.given().containsKey(event)
                    || CareCosts.shipped().of(event, plan.country()).isPresent();
            boolean felt = plan.utilities().containsKey(event)
                    || Utilities.shipped().of(Utilities.ANY, event).isPresent();
            UncertainValue cost = renamed(cost(priced ? event : CareCosts.OTHER), "cost: " + event);
            String state = felt ? event : CareCosts.OTHER;
            Optional<Utilities.Item> item = Utilities.shipped().of(Utilities.ANY, state);
            Optional<SourcedValue> lost = Optional.ofNullable(plan.utilities().get(state))
                    .map(Placed::value)
                    .or(() -> item.map(Utilities.Item::utility));
            UncertainValue disutility = renamed(take(lost, "utilities", state, "", "0.15"), "disutility: " + event);
            return new EventValue(
                    cost, disutility, item.map(Utilities.Item::days).orElse(USUAL_DAYS));
        }

        /// Under the name of the event, also where it is that of all others.
        private UncertainValue renamed(UncertainValue value, String name) {
            UncertainValue renamed = new UncertainValue(name, value.mean(), value.distribution());
            Input last = inputs.isEmpty() ? null : inputs.getLast();
            if (last != null && last.value().equals(value)) {
                inputs.set(
                        inputs.size() - 1,
                        new Input(name, last.unit(), renamed, last.year(), last.grounds(), last.source(), last.note()));
            }
            return renamed;
        }
    }
}
