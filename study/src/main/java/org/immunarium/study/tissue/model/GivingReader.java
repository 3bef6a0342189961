package org.immunarium.study.tissue.model;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.therapy.Route;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.therapy.drug.DrugParameter;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Region;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// Reads how what is given comes into the tissue: `in blood` and `in tissue` of a drug, `vaccines`, `infusions`.
final class GivingReader {

    static final List<String> BLOOD_KEYS = List.of("clearance", "volume", "exchange", "second volume", "source");
    static final List<String> VACCINE_KEYS = List.of("antigen", "dendritic cells", "for", "cargo", "route", "source");
    static final List<String> INFUSION_KEYS = List.of("in", "around", "around cells", "share", "route", "source");
    static final List<String> AROUND_KEYS = List.of("type", "from", "to");

    private static final Unit CLEARANCE = Unit.parse("L/d");
    private static final Unit LITRE = Unit.parse("L");
    private static final Unit MOLAR_MASS = Unit.parse("g/mol");
    private static final Unit POTENCY = Unit.parse("IU/mg");

    private final Section file;
    private final Values values;
    private final TissueModel model;
    private final Notes notes;

    /// @param model has all names
    GivingReader(Section file, Values values, TissueModel model, Notes notes) {
        this.file = file;
        this.values = values;
        this.model = model;
        this.notes = notes;
    }

    /// All of it.
    ///
    /// @param drugs the sections of drugs, by name
    Giving read(Map<String, Section> drugs) {
        Map<String, Drug> known = new LinkedHashMap<>();
        drugs.forEach((name, section) -> known.put(name, drug(section, name)));
        return new Giving(known, vaccines(), cells());
    }

    private Drug drug(Section section, String name) {
        Map<DrugParameter, Quantity> own = new LinkedHashMap<>();
        section.section("in blood", BLOOD_KEYS).ifPresent(blood -> blood(blood, name, own));
        put(own, DrugParameter.MOLAR_MASS, section, "molar mass", MOLAR_MASS, Bounds.POSITIVE, name);
        put(own, DrugParameter.POTENCY, section, "potency", POTENCY, Bounds.POSITIVE, name);
        put(own, DrugParameter.TUMOUR_TO_PLASMA, section, "in tissue", Unit.ONE, Bounds.NOT_NEGATIVE, name);
        return Drugs.find(name).orElse(new Drug(name, List.of())).with(own);
    }

    private void blood(Section blood, String name, Map<DrugParameter, Quantity> own) {
        values.source(blood, name + ".in blood");
        for (String key : List.of("clearance", "volume")) {
            if (!blood.has(key)) {
                blood.missing(key, key.equals("volume") ? "3.6 L" : "0.2 L/d");
            }
        }
        if (blood.has("exchange") != blood.has("second volume")) {
            blood.problem(blood.words() + ": exchange and second volume belong together; one is missing");
        }
        String of = name + ".in blood";
        put(own, DrugParameter.CLEARANCE, blood, "clearance", CLEARANCE, Bounds.NOT_NEGATIVE, of);
        put(own, DrugParameter.CENTRAL_VOLUME, blood, "volume", LITRE, Bounds.POSITIVE, of);
        put(own, DrugParameter.EXCHANGE, blood, "exchange", CLEARANCE, Bounds.NOT_NEGATIVE, of);
        put(own, DrugParameter.PERIPHERAL_VOLUME, blood, "second volume", LITRE, Bounds.POSITIVE, of);
    }

    private void put(
            Map<DrugParameter, Quantity> own,
            DrugParameter parameter,
            Section in,
            String key,
            Unit unit,
            Bounds bounds,
            String name) {
        values.read(in, key, unit, bounds, name + "." + key)
                .ifPresent(value -> own.put(parameter, new Quantity(value, unit)));
    }

    private Map<String, Giving.Vaccine> vaccines() {
        Map<String, Giving.Vaccine> vaccines = new LinkedHashMap<>();
        List<String> antigens = model.immunity().orElseThrow().antigens();
        file.sections("vaccines", VACCINE_KEYS).forEach((name, section) -> {
            values.source(section, name);
            isShadowed(name).ifPresent(what -> section.problem(section.words() + ": " + what));
            Optional<Placed<String>> antigen = section.requiredText("antigen", "neoantigen");
            int number = antigen.map(each -> antigens.indexOf(each.value())).orElse(-1);
            if (antigen.isPresent() && number < 0) {
                String found = antigen.get().value();
                section.problem(
                        antigen.get(),
                        section.words() + ": \"" + found + "\" is no antigen of the model"
                                + NearMiss.hint(found, antigens));
            }
            OptionalDouble dendritic = required(section, "dendritic cells", Unit.ONE, Bounds.NOT_NEGATIVE, "20", name);
            if (!section.has("for")) {
                section.missing("for", "1 mg");
            }
            Optional<Placed<Quantity>> dose = section.quantity("for");
            dose.filter(each -> !(each.value().value() > 0))
                    .ifPresent(each -> section.problem(
                            each, section.name("for") + ": a dose above 0 was expected; found " + each.value()));
            double cargo = values.read(section, "cargo", Unit.ONE, Bounds.POSITIVE, name + ".cargo")
                    .orElse(1.0);
            Set<Route> routes = routes(section, Giving.Vaccine.USUAL);
            noticeIdle(section, number);
            if (number >= 0 && dendritic.isPresent() && dose.isPresent()) {
                vaccines.put(
                        name,
                        new Giving.Vaccine(
                                number, dendritic.getAsDouble(), dose.get().value(), cargo, routes));
            }
        });
        return vaccines;
    }

    /// Whether a vaccine is called as something else that can be given: what a dose of it would be, nobody knows.
    private Optional<String> isShadowed(String vaccine) {
        if (model.types().stream().anyMatch(type -> type.name().equalsIgnoreCase(vaccine))) {
            return Optional.of("a cell type of the model is called so, too; another name was expected");
        }
        boolean isDrug = model.immunity().orElseThrow().drugs().stream()
                .anyMatch(drug -> drug.name().equalsIgnoreCase(vaccine)
                        || Drugs.find(drug.name())
                                .filter(each -> each.isCalled(vaccine))
                                .isPresent());
        return isDrug
                ? Optional.of("a drug of the model is called so, too; another name was expected")
                : Optional.empty();
    }

    private void noticeIdle(Section vaccine, int antigen) {
        boolean primes = model.immunity().orElseThrow().priming().stream().anyMatch(each -> each.antigen() == antigen);
        if (antigen >= 0 && !primes) {
            notes.notice(
                    vaccine.placed("antigen", ""),
                    vaccine.words() + ": has no effect: nothing under immunity.priming is for its antigen, \""
                            + model.immunity().orElseThrow().antigens().get(antigen) + '"');
        }
    }

    private Map<String, Giving.Entry> cells() {
        Map<String, Giving.Entry> cells = new LinkedHashMap<>();
        List<String> types = model.types().stream().map(CellType::name).toList();
        file.sections("infusions", INFUSION_KEYS).forEach((name, section) -> {
            values.source(section, "infusions." + name);
            if (!types.contains(name)) {
                section.problem(section.words() + ": \"" + name + "\" is no cell type of the model"
                        + NearMiss.hint(name, types));
            }
            Optional<Region> region = Optional.empty();
            if (section.has("around cells") && section.count(List.of("in", "around")) > 0) {
                section.problem("around cells", section.name("around cells") + ": has no meaning with in or around");
            } else {
                Room room = new Room(model.domain(), section.name("in"), notes);
                region = RegionText.within(section).filter(room::fits).map(StatedPlacement.Where::region);
            }
            double share = values.read(section, "share", Unit.ONE, Bounds.FRACTION, "infusions." + name + ".share")
                    .orElse(1.0);
            Optional<Giving.Around> around = section.section("around cells", AROUND_KEYS)
                    .flatMap(each -> around(each, types, "infusions." + name));
            cells.put(name, new Giving.Entry(share, region, around, routes(section, Giving.Entry.USUAL)));
        });
        return cells;
    }

    /// One way or several; what is wrong is told.
    private static Set<Route> routes(Section section, Set<Route> usual) {
        Set<Route> routes = EnumSet.noneOf(Route.class);
        for (Placed<String> written : section.lines("route")) {
            Route.of(written.value())
                    .ifPresentOrElse(
                            routes::add,
                            () -> section.problem(
                                    written,
                                    section.name("route") + ": \"" + written.value() + "\" is no route; expected "
                                            + String.join(", ", Route.abbreviations())
                                            + NearMiss.hint(written.value(), Route.abbreviations())));
        }
        return routes.isEmpty() ? usual : routes;
    }

    private Optional<Giving.Around> around(Section section, List<String> types, String name) {
        Required around = new Required(section, values, name);
        int type = around.requiredName("type", types, "cell type", "tumor");
        double from = around.number("from", Values.MICROMETRES, Bounds.NOT_NEGATIVE, 0);
        double to = around.number("to", Values.MICROMETRES, Bounds.POSITIVE, Double.POSITIVE_INFINITY);
        around.above("to", to, "from", from);
        return around.isWhole() ? Optional.of(new Giving.Around(type, from, to)) : Optional.empty();
    }

    private OptionalDouble required(
            Section section, String key, Unit unit, Bounds bounds, String example, String name) {
        if (!section.has(key)) {
            section.missing(key, example);
            return OptionalDouble.empty();
        }
        return values.read(section, key, unit, bounds, name + "." + key);
    }
}
