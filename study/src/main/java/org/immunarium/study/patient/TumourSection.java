package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immunarium.patient.shipped.TumourPlan;
import org.immunarium.patient.shipped.TumourPlan.Clone;
import org.immunarium.patient.shipped.TumourPlan.Loss;
import org.immunarium.patient.shipped.TumourPlan.Site;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;

/// Reads what a patient with a solid tumour is made of: `tumour:`, which tumours and clones there are, and
/// `side effects:`, whether treatment also harms the rest of the body.
///
/// ```yaml
/// tumour:
///   diameter: 3 cm
///   lesions: [lung, liver]
///   seeded: [brain]
///   clones:
///     C2: {lost: [MHC-I]}
/// side effects: yes
/// ```
final class TumourSection {

    private static final String TUMOUR = "tumour";
    private static final String SIDE_EFFECTS = "side effects";

    private static final List<String> KEYS = List.of("diameter", "lesions", "seeded", "clones");
    private static final String FIRST = "C1";
    private static final String NAME = "[A-Za-z][A-Za-z0-9]*";

    /// Names whose compartment, diameter or share a patient has already.
    private static final Set<String> NO_SITE = Set.of("C", "P", "LN", "e", "T", "cell", "Tcell", "diagnosis", "max");

    /// What a tumour has besides clones.
    private static final Set<String> NO_CLONE = Set.of(
            "T0", "T1", "Th", "NK", "M1", "M2", "APC", "mAPC", "MDSC", "c", "IFN", "TGF", "CCL2", "NO", "ArgI", "Gy",
            "surgery", "C");

    /// A tumour begins as a ball of two millimetres, and has room for one of sixteen centimetres.
    private static final Quantity SMALLEST = Quantity.parse("0.2 cm");

    private static final Quantity LARGEST = Quantity.parse("15 cm");

    private static final int MOST = 20;

    private final Section section;

    private TumourSection(Section section) {
        this.section = section;
    }

    /// @param file the top level of a study
    static Optional<PlannedTumour> read(Section file) {
        boolean sideEffects = file.flag(SIDE_EFFECTS).orElse(false);
        return file.section(TUMOUR, KEYS)
                .map(section -> new TumourSection(section).planned(file.placed(TUMOUR, TUMOUR), sideEffects))
                .or(() -> file.has(SIDE_EFFECTS)
                        ? Optional.of(new PlannedTumour(
                                file.placed(SIDE_EFFECTS, SIDE_EFFECTS),
                                Optional.empty(),
                                TumourPlan.of().sites(),
                                TumourPlan.of().clones(),
                                sideEffects))
                        : Optional.empty());
    }

    private PlannedTumour planned(Placed<String> place, boolean sideEffects) {
        List<Site> sites = new ArrayList<>();
        List<Placed<String>> lesions = section.lines("lesions");
        if (section.has("lesions") && lesions.isEmpty()) {
            section.problem(
                    "lesions",
                    "tumour.lesions: names of lesions were expected, the primary one first; leave it out for one"
                            + " tumour");
        }
        lesions.forEach(name -> site(name, false, sites));
        if (sites.isEmpty()) {
            sites.add(new Site("", false));
        }
        List<Placed<String>> seeded = section.lines("seeded");
        if (section.has("seeded") && seeded.isEmpty()) {
            section.problem(
                    "seeded",
                    "tumour.seeded: names of metastases that the first tumour seeds were expected; leave it out for none");
        }
        seeded.forEach(name -> site(name, true, sites));
        List<Clone> clones = new ArrayList<>(List.of(new Clone(FIRST, Set.of())));
        Map<String, Section> written = section.sections("clones", List.of("lost"));
        if (section.has("clones")
                && section.section("clones").filter(each -> each.size() == 0).isPresent()) {
            section.problem(
                    "clones",
                    "tumour.clones: names of clones besides C1, and what each has lost, were expected; leave it out for"
                            + " none");
        }
        written.forEach((name, each) -> clone(name, each, sites, clones));
        return new PlannedTumour(place, diameter(), sites, clones, sideEffects);
    }

    /// Empty where it is none that a tumour can have, which is told.
    private Optional<Placed<Quantity>> diameter() {
        return section.quantity("diameter").filter(asked -> {
            Quantity given = asked.value();
            if (!given.unit().convertsTo(SMALLEST.unit())
                    || !(given.in(SMALLEST.unit()) >= SMALLEST.value()
                            && given.in(SMALLEST.unit()) <= LARGEST.value())) {
                section.problem(
                        asked,
                        "tumour.diameter: between " + SMALLEST + " and " + LARGEST + " was expected; found " + given);
                return false;
            }
            return true;
        });
    }

    private void site(Placed<String> name, boolean seeded, List<Site> sites) {
        if (!name.value().matches(NAME)) {
            section.problem(name, "\"" + name.value() + "\": a name of letters and digits was expected, such as liver");
        } else if (NO_SITE.contains(name.value())) {
            section.problem(
                    name,
                    "\"" + name.value() + "\" is taken by something else of the patient; another name was expected");
        } else if (sites.stream().anyMatch(each -> each.name().equals(name.value()))) {
            section.problem(name, "\"" + name.value() + "\" is named twice");
        } else if (sites.size() == MOST) {
            section.problem(name, "more than " + MOST + " lesions");
        } else {
            sites.add(new Site(name.value(), seeded));
        }
    }

    private void clone(String name, Section each, List<Site> sites, List<Clone> clones) {
        if (!name.matches(NAME) || name.equals(FIRST)) {
            each.problem("\"" + name + "\": a name of letters and digits other than " + FIRST
                    + ", from which clones come, was expected, such as C2");
            return;
        }
        if (NO_CLONE.contains(name)
                || sites.stream().anyMatch(site -> site.name().equals(name))) {
            each.problem("\"" + name
                    + "\" is taken by something else of the patient; another name was expected, such as C2");
            return;
        }
        Set<Loss> lost = EnumSet.noneOf(Loss.class);
        List<Placed<String>> written = each.lines("lost");
        if (each.has("lost") && written.isEmpty()) {
            each.problem(
                    "lost", each.name("lost") + ": one or more of " + String.join(", ", words()) + " were expected");
        }
        for (Placed<String> word : written) {
            Loss.of(word.value())
                    .ifPresentOrElse(
                            loss -> {
                                if (!lost.add(loss)) {
                                    each.problem(word, "\"" + word.value() + "\" is named twice");
                                }
                            },
                            () -> each.problem(
                                    word,
                                    "\"" + word.value() + "\": one of " + String.join(", ", words()) + " was expected"
                                            + NearMiss.hint(word.value(), words())));
        }
        clones.add(new Clone(name, lost));
    }

    private static List<String> words() {
        return Stream.of(Loss.values()).map(Loss::words).toList();
    }

    /// A study's values with those that follow from this.
    static Map<String, Placed<Quantity>> with(Map<String, Placed<Quantity>> set, Optional<PlannedTumour> planned) {
        Map<String, Placed<Quantity>> all = new LinkedHashMap<>(set);
        planned.flatMap(PlannedTumour::diameter).ifPresent(diameter -> all.put("D_diagnosis", diameter));
        return all;
    }
}
