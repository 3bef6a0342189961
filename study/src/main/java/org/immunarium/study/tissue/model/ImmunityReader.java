package org.immunarium.study.tissue.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Domain;
import org.immunarium.tissue.model.Drug;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Priming;
import org.immunarium.tissue.model.Recruitment;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.Supply;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vessel;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// Reads `immunity`: antigens, drugs and what they do, and what comes in from the rest of the body.
final class ImmunityReader {

    /// What it may have.
    static final List<String> KEYS = List.of(
            "antigens", "drugs", "actions", "vessels", "supplies", "recruitment", "priming", "vaccines", "infusions");

    static final List<String> DRUG_KEYS = List.of("unit", "in blood", "in tissue", "molar mass", "potency");
    static final List<String> VESSEL_KEYS = List.of("at", "radius");
    static final List<String> SUPPLY_KEYS = List.of("of", "into", "rate");
    static final List<String> RECRUITMENT_KEYS = List.of("cells", "rate", "along", "half", "power");
    static final List<String> PRIMING_KEYS =
            List.of("cells", "antigen", "primes", "half cargo", "brake", "delay", "spread");

    private final Values values;
    private final Notes notes;
    private final Optional<Section> section;
    private final Map<String, Section> drugs;

    ImmunityReader(Section file, Values values, Notes notes) {
        this.values = values;
        this.notes = notes;
        section = file.section("immunity", KEYS);
        drugs = section.map(in -> in.sections("drugs", DRUG_KEYS)).orElse(Map.of());
    }

    /// Antigens and drugs, and nothing of the rest yet; empty where a file has no immunity.
    Optional<Immunity> names() {
        return section.map(
                in -> new Immunity(antigens(in), drugs(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    /// All of it.
    ///
    /// @param model has all names
    TissueModel whole(TissueModel model) {
        if (section.isEmpty() || model.immunity().isEmpty()) {
            return model;
        }
        Immunity names = model.immunity().get();
        Section in = section.get();
        List<Vessel> vessels = vessels(in, model.domain());
        List<Recruitment> recruitment = recruitment(in, model);
        if (vessels.isEmpty() && !recruitment.isEmpty()) {
            notes.notice(
                    in.placed("recruitment", ""),
                    "immunity.recruitment: has no effect: there are no vessels that cells could come out of");
        }
        List<Supply> supplies = supplies(in, model);
        if (vessels.isEmpty() && !supplies.isEmpty()) {
            notes.notice(
                    in.placed("supplies", ""),
                    "immunity.supplies: has no effect: there are no vessels that drugs could seep out of");
        }
        return model.withImmunity(new Immunity(
                names.antigens(),
                names.drugs(),
                new ActionsReader(model, values).read(in),
                vessels,
                supplies,
                recruitment,
                priming(in, model)));
    }

    private static List<String> antigens(Section in) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Placed<String> name : in.lines("antigens")) {
            if (seen.add(name.value())) {
                names.add(name.value());
            } else {
                in.problem(name, "immunity.antigens: \"" + name.value() + "\" is given twice");
            }
        }
        return names;
    }

    private List<Drug> drugs() {
        List<Drug> named = new ArrayList<>();
        drugs.forEach(
                (name, drug) -> named.add(new Drug(name, SubstancesReader.label(drug, SubstancesReader.unit(drug)))));
        return named;
    }

    /// How what is given to a patient comes into the tissue.
    ///
    /// @param model has all names
    Giving giving(TissueModel model) {
        return section.map(in -> new GivingReader(in, values, model, notes).read(drugs))
                .orElse(Giving.NONE);
    }

    /// What a list holds; text in it is a problem.
    static List<Section> parts(Section in, String key, List<String> keys) {
        List<Section> parts = new ArrayList<>();
        for (Section.Item item : in.items(key, keys)) {
            switch (item) {
                case Section.Item.Part(Section part) -> parts.add(part);
                case Section.Item.Line(Placed<String> line) ->
                    in.problem(
                            line,
                            in.name(key) + ": keys and values were expected, of " + String.join(", ", keys)
                                    + "; found \"" + line.value() + '"');
            }
        }
        return parts;
    }

    /// The number of what a key names; -1 where that is wrong or missing, which is told.
    static int named(Section in, String key, String what, List<String> names) {
        Optional<Placed<String>> text = in.requiredText(key, names.isEmpty() ? "its name" : names.getFirst());
        int number = text.map(each -> names.indexOf(each.value())).orElse(-1);
        if (text.isPresent() && number < 0) {
            in.problem(
                    text.get(),
                    in.name(key) + ": \"" + text.get().value() + "\" is no " + what + " of the model"
                            + NearMiss.hint(text.get().value(), names));
        }
        return number;
    }

    /// A number that must be there; NaN where it is wrong or missing, which is told.
    double number(Section in, String key, Unit unit, Bounds bounds, String name) {
        if (!in.has(key)) {
            in.missing(key, bounds == Bounds.FRACTION ? "0.5" : ("1 " + unit).replaceFirst(" 1$", ""));
        }
        return values.read(in, key, unit, bounds, name).orElse(Double.NaN);
    }

    private List<Vessel> vessels(Section in, Domain domain) {
        List<Vessel> vessels = new ArrayList<>();
        for (Section part : parts(in, "vessels", VESSEL_KEYS)) {
            if (!part.has("at")) {
                part.missing("at", "[0 µm, 0 µm]");
            }
            Optional<Placed<double[]>> at = Lengths.place(part, "at");
            double radius = number(
                    part,
                    "radius",
                    Values.MICROMETRES,
                    Bounds.POSITIVE,
                    "vessels[" + (vessels.size() + 1) + "].radius");
            if (at.isEmpty() || Double.isNaN(radius)) {
                continue;
            }
            double[] place = at.get().value();
            for (int axis = 0; axis < 2; axis++) {
                if (place[axis] - radius < domain.lower()[axis] || place[axis] + radius > domain.upper()[axis]) {
                    part.problem(
                            at.get(),
                            part.words() + ": reaches outside of the domain, which is from "
                                    + Quantity.number(domain.lower()[axis]) + " to "
                                    + Quantity.number(domain.upper()[axis]) + " µm along " + "xyz".charAt(axis));
                }
            }
            vessels.add(new Vessel(place[0], place[1], radius));
        }
        return vessels;
    }

    private List<Supply> supplies(Section in, TissueModel model) {
        List<Drug> drugs = model.immunity().orElseThrow().drugs();
        List<Supply> supplies = new ArrayList<>();
        for (Section part : parts(in, "supplies", SUPPLY_KEYS)) {
            int drug = named(part, "of", "drug", drugs.stream().map(Drug::name).toList());
            int substance = named(part, "into", "substance", substances(model));
            String name = drug < 0 || substance < 0
                    ? "supply"
                    : drugs.get(drug).name() + ".supply." + substances(model).get(substance);
            double rate = number(part, "rate", Values.PER_MINUTE, Bounds.POSITIVE, name + ".rate");
            if (drug < 0 || substance < 0 || Double.isNaN(rate)) {
                continue;
            }
            String own = drugs.get(drug).unit();
            String other = model.substances().get(substance).unit();
            if (!Unit.parse(own).equals(Unit.parse(other))) {
                part.problem(
                        "into",
                        part.name("into") + ": the unit of the drug, " + own
                                + ", was expected; that of the substance is " + other);
            }
            supplies.add(new Supply(drug, substance, rate));
        }
        return supplies;
    }

    private List<Recruitment> recruitment(Section in, TissueModel model) {
        List<Recruitment> all = new ArrayList<>();
        for (Section part : parts(in, "recruitment", RECRUITMENT_KEYS)) {
            int type = named(part, "cells", "cell type", types(model));
            String name = type < 0 ? "" : types(model).get(type) + ".recruitment";
            double rate = number(
                    part, "rate", Values.PER_MINUTE, new Bounds(0, Recruitment.MOST, false, false), name + ".rate");
            OptionalInt along = OptionalInt.empty();
            double half = 1;
            double power = 1;
            if (part.has("along")) {
                int substance = named(part, "along", "substance", substances(model));
                if (substance < 0) {
                    continue;
                }
                along = OptionalInt.of(substance);
                Unit unit = Unit.parse(model.substances().get(substance).unit());
                half = number(part, "half", unit, Bounds.POSITIVE, name + ".half");
                power = values.read(part, "power", Unit.ONE, Bounds.POSITIVE, name + ".power")
                        .orElse(1);
            } else if (part.has("half") || part.has("power")) {
                part.problem(part.words() + ": half and power have no meaning without along");
            }
            if (type >= 0 && !Double.isNaN(rate) && !Double.isNaN(half)) {
                all.add(new Recruitment(type, rate, along, half, power));
            }
        }
        return all;
    }

    private List<Priming> priming(Section in, TissueModel model) {
        List<Priming> all = new ArrayList<>();
        List<String> antigens = model.immunity().orElseThrow().antigens();
        for (Section part : parts(in, "priming", PRIMING_KEYS)) {
            int type = named(part, "cells", "cell type", types(model));
            int antigen = named(part, "antigen", "antigen", antigens);
            String name = type < 0
                    ? ""
                    : types(model).get(type) + ".priming" + (antigen < 0 ? "" : "." + antigens.get(antigen));
            double cells = number(part, "primes", Unit.ONE, Bounds.NOT_NEGATIVE, name + ".primes");
            double half = number(part, "half cargo", Unit.ONE, Bounds.POSITIVE, name + ".half cargo");
            double delay = number(part, "delay", Values.MINUTES, Bounds.NOT_NEGATIVE, name + ".delay");
            double brake = values.read(part, "brake", Unit.ONE, Bounds.FRACTION, name + ".brake")
                    .orElse(0);
            double spread = values.read(part, "spread", Values.MINUTES, Bounds.NOT_NEGATIVE, name + ".spread")
                    .orElse(0);
            if (type >= 0 && antigen >= 0 && !Double.isNaN(cells + half + delay)) {
                all.add(new Priming(type, antigen, cells, half, brake, delay, spread));
            }
        }
        return all;
    }

    private static List<String> substances(TissueModel model) {
        return model.substances().stream().map(Substance::name).toList();
    }

    private static List<String> types(TissueModel model) {
        return model.types().stream().map(CellType::name).toList();
    }
}
