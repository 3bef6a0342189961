package org.immunarium.study.tissue.treatment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.immunarium.study.file.Placed;
import org.immunarium.study.tissue.model.Giving;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.drug.DrugParameter;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.therapy.pharmacokinetics.Concentration;
import org.immunarium.therapy.pharmacokinetics.Input;
import org.immunarium.therapy.pharmacokinetics.Pharmacokinetics;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Drug;
import org.immunarium.tissue.model.Placement;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.units.Dimension;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// Turns what a study says is given into what a tissue is given: concentrations of drugs, cells, vaccines.
///
/// A drug's concentration in the tissue is that in plasma times a share, which is the model's, or what is known of the
/// drug.
public final class TreatmentPreparation {

    private static final double MINUTES_A_DAY = 1440;
    private static final Unit MILLIGRAM = Unit.parse("mg");
    private static final Unit MILLIGRAM_A_LITRE = Unit.parse("mg/L");
    private static final Unit MOLE_A_LITRE = Unit.parse("mol/L");
    private static final Unit CELLS = Unit.parse("cells");
    private static final double MOST_CELLS = 1e8;

    private final TissueModel model;
    private final Giving giving;
    private final Body body;
    private final double days;
    private final Consumer<Problem> problems;

    /// @param giving   how what is given comes into the tissue
    /// @param duration of the study, min
    public TreatmentPreparation(
            TissueModel model, Giving giving, Body body, double duration, Consumer<Problem> problems) {
        this.model = model;
        this.giving = giving;
        this.body = body;
        days = duration / MINUTES_A_DAY;
        this.problems = problems;
    }

    /// A dose, with the line that says it.
    private record Given(Placed<String> line, Administration dose) {}

    /// What the tissue is given; what is wrong is told.
    public Treatment of(StatedTreatment stated) {
        Map<String, List<Given>> byDrug = new LinkedHashMap<>();
        stated.therapy()
                .forEach(words -> doses(words)
                        .forEach(given -> byDrug.computeIfAbsent(given.dose().drug(), _ -> new ArrayList<>())
                                .add(given)));
        List<Drug> drugs = model.immunity().map(its -> its.drugs()).orElse(List.of());
        DoubleUnaryOperator[] courses = new DoubleUnaryOperator[drugs.size()];
        for (int d = 0; d < courses.length; d++) {
            courses[d] = time -> 0;
        }
        List<Treatment.Infusion> infusions = new ArrayList<>();
        List<Treatment.Vaccination> vaccinations = new ArrayList<>();
        byDrug.forEach((name, given) -> {
            Optional<Integer> drug = number(drugs.stream().map(Drug::name).toList(), name);
            Optional<Integer> type =
                    number(model.types().stream().map(CellType::name).toList(), name);
            if (drug.isPresent()) {
                courses[drug.get()] = course(drugs.get(drug.get()), given);
            } else if (giving.vaccines().containsKey(name)) {
                given.forEach(
                        each -> vaccinations.add(vaccination(giving.vaccines().get(name), each)));
            } else if (type.isPresent()) {
                given.forEach(each -> infusion(type.get(), name, each).ifPresent(infusions::add));
            } else {
                unknown(given.getFirst(), name);
            }
        });
        stated.medium().forEach((name, value) -> {
            Optional<Integer> drug = number(drugs.stream().map(Drug::name).toList(), name);
            if (drug.isEmpty()) {
                problems.accept(value.problem("medium: \"" + name + "\" is no drug of the model"
                        + NearMiss.hint(name, drugs.stream().map(Drug::name).toList())));
                return;
            }
            if (byDrug.containsKey(name)) {
                problems.accept(value.problem("medium: \"" + name + "\" is also given by therapy; one was expected"));
            }
            double held = held(drugs.get(drug.get()), value);
            courses[drug.get()] = time -> held;
        });
        infusions.sort(Comparator.comparingDouble(Treatment.Infusion::time));
        vaccinations.sort(Comparator.comparingDouble(Treatment.Vaccination::time));
        return new Treatment(List.of(courses), infusions, vaccinations);
    }

    private List<Given> doses(StatedTreatment.Words words) {
        try {
            return words.therapy().administrations(Ratio.ofDecimal(days)).stream()
                    .map(dose -> new Given(words.text(), dose))
                    .toList();
        } catch (InvalidInputException tooMany) {
            tooMany.problems().forEach(each -> problems.accept(words.text().problem(each.message())));
            return List.of();
        }
    }

    private static Optional<Integer> number(List<String> names, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void unknown(Given given, String name) {
        List<String> names = new ArrayList<>(giving.names());
        model.types().forEach(type -> names.add(type.name()));
        problems.accept(given.line()
                .problem("therapy: \"" + name + "\" is no drug, vaccine or cell type of the model"
                        + NearMiss.hint(name, names)));
    }

    private double held(Drug drug, Placed<Quantity> value) {
        try {
            double held = value.value().in(Unit.parse(drug.unit()));
            if (held >= 0) {
                return held;
            }
            problems.accept(
                    value.problem("medium." + drug.name() + ": 0 or more was expected; found " + value.value()));
        } catch (UnitException e) {
            problems.accept(value.problem("medium." + drug.name() + ": " + e.reason()));
        }
        return 0;
    }

    private DoubleUnaryOperator course(Drug drug, List<Given> given) {
        Placed<String> line = given.getFirst().line();
        Giving.Kinetics own = giving.kinetics().getOrDefault(drug.name(), Giving.Kinetics.KNOWN);
        Optional<org.immunarium.therapy.drug.Drug> known = Drugs.find(drug.name());
        Optional<Pharmacokinetics> blood = own.blood().or(() -> known.map(each -> each.pharmacokinetics(body)));
        if (blood.isEmpty()) {
            problems.accept(
                    line.problem("therapy: nothing says how \"" + drug.name() + "\" is spread and cleared; expected"
                            + " in the model, for example, drugs: {" + drug.name()
                            + ": {in blood: {clearance: 0.2 L/d, volume: 3.6 L}}}, or a drug that is known"
                            + NearMiss.hint(drug.name(), Drugs.names())));
            return time -> 0;
        }
        List<Input> inputs = new ArrayList<>();
        for (Given each : given) {
            input(each).ifPresent(inputs::add);
        }
        double share = own.share()
                .orElseGet(() -> known.flatMap(each -> each.quantity(DrugParameter.TUMOUR_TO_PLASMA))
                        .map(Quantity::value)
                        .orElse(1.0));
        double factor = share * unitFactor(drug, own, known, line);
        try {
            Concentration plasma = blood.get().after(inputs, days);
            return time -> factor * plasma.at(time / MINUTES_A_DAY);
        } catch (IllegalArgumentException e) {
            problems.accept(line.problem("therapy: \"" + drug.name() + "\": " + e.getMessage()));
            return time -> 0;
        }
    }

    private Optional<Input> input(Given given) {
        try {
            double amount = given.dose().dose().amountFor(body).in(MILLIGRAM);
            double time = given.dose().days();
            boolean depot = switch (given.dose().route()) {
                case SUBCUTANEOUS, INTRAMUSCULAR, ORAL, INTRADERMAL -> true;
                default -> false;
            };
            return Optional.of(
                    depot
                            ? Input.depot(time, amount)
                            : Input.infusion(time, amount, given.dose().durationInDays()));
        } catch (UnitException e) {
            problems.accept(given.line().problem("therapy: " + e.reason()));
            return Optional.empty();
        }
    }

    /// How many of the drug's unit are in 1 mg/L.
    private double unitFactor(
            Drug drug, Giving.Kinetics own, Optional<org.immunarium.therapy.drug.Drug> known, Placed<String> line) {
        Unit unit = Unit.parse(drug.unit());
        if (unit.dimension().equals(MILLIGRAM_A_LITRE.dimension())) {
            return new Quantity(1, MILLIGRAM_A_LITRE).in(unit);
        }
        if (!unit.dimension().equals(Dimension.AMOUNT.over(Dimension.VOLUME))) {
            problems.accept(line.problem("therapy: the model has \"" + drug.name() + "\" in " + drug.unit()
                    + "; a unit of concentration, such as nM or mg/L, was expected"));
            return 0;
        }
        double molarMass = own.molarMass()
                .orElseGet(() -> known.flatMap(each -> each.quantity(DrugParameter.MOLAR_MASS))
                        .map(each -> each.in(Unit.parse("g/mol")))
                        .orElse(0.0));
        if (molarMass <= 0) {
            problems.accept(line.problem("therapy: nothing says the molar mass of \"" + drug.name()
                    + "\"; expected in the model, for example, drugs: {" + drug.name()
                    + ": {molar mass: 143600 g/mol}}"));
            return 0;
        }
        return new Quantity(1e-3 / molarMass, MOLE_A_LITRE).in(unit);
    }

    private Treatment.Vaccination vaccination(Giving.Vaccine vaccine, Given given) {
        double doses = 0;
        try {
            doses = given.dose().dose().amountFor(body).in(vaccine.dose().unit())
                    / vaccine.dose().value();
        } catch (UnitException e) {
            problems.accept(given.line().problem("therapy: " + e.reason()));
        }
        return new Treatment.Vaccination(
                given.dose().days() * MINUTES_A_DAY, vaccine.antigen(), doses * vaccine.dendritic(), vaccine.cargo());
    }

    private Optional<Treatment.Infusion> infusion(int type, String name, Given given) {
        try {
            Giving.Entry entry = giving.cells().getOrDefault(name, Giving.Entry.ANYWHERE);
            double cells = given.dose().dose().amountFor(body).in(CELLS) * entry.share();
            if (cells > MOST_CELLS) {
                problems.accept(given.line()
                        .problem("therapy: " + Quantity.number(cells) + " cells of \"" + name
                                + "\" would come into the tissue; at most " + Quantity.number(MOST_CELLS)
                                + " were expected, or a share: infusions: {" + name + ": {share: 1e-6}}"));
                return Optional.empty();
            }
            int count = (int) Math.round(cells);
            Placement placement = entry.around()
                    .<Placement>map(
                            each -> new Placement.Around(type, count, each.type(), each.nearest(), each.farthest()))
                    .or(() -> entry.region().map(region -> new Placement.Within(type, count, region)))
                    .orElseGet(() -> new Placement.Scattered(type, count));
            return Optional.of(new Treatment.Infusion(given.dose().days() * MINUTES_A_DAY, placement));
        } catch (UnitException e) {
            problems.accept(given.line().problem("therapy: " + e.reason()));
            return Optional.empty();
        }
    }
}
