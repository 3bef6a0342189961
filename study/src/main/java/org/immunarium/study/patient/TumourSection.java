package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immunarium.patient.shipped.TumourPlan.Clone;
import org.immunarium.patient.shipped.TumourPlan.Loss;
import org.immunarium.patient.shipped.TumourPlan.Site;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;

/// Reads `tumour:`, which tumours and clones a patient has:
///
/// ```yaml
/// tumour:
///   diameter: 3 cm
///   lesions: [lung, liver]
///   seeded: [brain]
///   clones:
///     C2: {lost: [MHC-I]}
/// ```
final class TumourSection {

    private static final List<String> KEYS = List.of("diameter", "lesions", "seeded", "clones");
    private static final String FIRST = "C1";
    private static final String NAME = "[A-Za-z][A-Za-z0-9]*";

    /// Compartments that a patient has besides tumours.
    private static final Set<String> TAKEN = Set.of("C", "P", "LN", "e", "T");

    private static final int MOST = 20;

    private final Section section;

    private TumourSection(Section section) {
        this.section = section;
    }

    /// What a study says of tumours.
    ///
    /// @param place    where it says so
    /// @param diameter of the primary tumour at diagnosis; empty for the model's own
    record Planned(Placed<String> place, Optional<Placed<Quantity>> diameter, List<Site> sites, List<Clone> clones) {}

    /// @param file the top level of a study
    static Optional<Planned> read(Section file) {
        return file.section("tumour", KEYS)
                .map(section -> new TumourSection(section).planned(file.placed("tumour", "tumour")));
    }

    private Planned planned(Placed<String> place) {
        List<Site> sites = new ArrayList<>();
        section.lines("lesions").forEach(name -> site(name, false, sites));
        if (sites.isEmpty()) {
            sites.add(new Site("", false));
        }
        section.lines("seeded").forEach(name -> site(name, true, sites));
        List<Clone> clones = new ArrayList<>(List.of(new Clone(FIRST, Set.of())));
        section.sections("clones", List.of("lost")).forEach((name, each) -> clone(name, each, clones));
        return new Planned(place, section.quantity("diameter"), sites, clones);
    }

    private void site(Placed<String> name, boolean seeded, List<Site> sites) {
        if (!name.value().matches(NAME) || TAKEN.contains(name.value())) {
            section.problem(name, "\"" + name.value() + "\": a name of letters and digits was expected, such as liver");
        } else if (sites.stream().anyMatch(each -> each.name().equals(name.value()))) {
            section.problem(name, "\"" + name.value() + "\" is named twice");
        } else if (sites.size() == MOST) {
            section.problem(name, "more than " + MOST + " lesions");
        } else {
            sites.add(new Site(name.value(), seeded));
        }
    }

    private void clone(String name, Section each, List<Clone> clones) {
        if (!name.matches(NAME) || name.equals(FIRST)) {
            each.problem("\"" + name + "\": a name of letters and digits other than " + FIRST
                    + ", from which clones come, was expected, such as C2");
            return;
        }
        Set<Loss> lost = EnumSet.noneOf(Loss.class);
        for (Placed<String> word : each.lines("lost")) {
            Loss.of(word.value())
                    .ifPresentOrElse(
                            lost::add,
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
    static Map<String, Placed<Quantity>> with(Map<String, Placed<Quantity>> set, Optional<Planned> planned) {
        Map<String, Placed<Quantity>> all = new java.util.LinkedHashMap<>(set);
        planned.flatMap(Planned::diameter).ifPresent(diameter -> all.putIfAbsent("D_diagnosis", diameter));
        return all;
    }
}
