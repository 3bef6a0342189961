package org.immunarium.patient.shipped;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.modules.Diagnosis;
import org.immunarium.patient.modules.LesionDiameter;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.therapy.Route;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.units.Quantity;

/// A kind of solid tumour, of which a study may plan tumours, clones and drugs.
///
/// @param name        by which a study asks for it, and that of its table of values: `melanoma`
/// @param title       in one line
/// @param description what it is about, in a few sentences
/// @param regimen     a usual treatment, as text
/// @param drugs       that a patient may be given where a study names none
/// @param antigens    of which there are vaccines, besides neoantigens
public record SolidCancer(
        String name, String title, String description, String regimen, List<String> drugs, List<String> antigens) {

    private static final String STORY =
            " T cells are primed in the lymph node, enter the tumour and kill; PD-L1, regulatory"
                    + " T cells, suppressor cells and TGF-beta hold them back. It grows from a million cells to its size at diagnosis.";

    private static final Set<Route> VACCINE_ROUTES =
            Set.of(Route.INTRAMUSCULAR, Route.SUBCUTANEOUS, Route.INTRADERMAL, Route.INTRANODAL);

    private static final List<SolidCancer> ALL = List.of(
            new SolidCancer(
                    "non-small-cell-lung-cancer",
                    "Non-small-cell lung cancer",
                    "A lung tumour with many mutations and some PD-L1." + STORY,
                    "pembrolizumab 200 mg IV q3w",
                    List.of("pembrolizumab", "docetaxel"),
                    List.of("MAGE-A3")),
            new SolidCancer(
                    "melanoma",
                    "Melanoma",
                    "A fast tumour with very many mutations, which T cells see well." + STORY,
                    "nivolumab 3 mg/kg IV q2w",
                    List.of("nivolumab", "ipilimumab"),
                    List.of("gp100")),
            new SolidCancer(
                    "triple-negative-breast-cancer",
                    "Triple-negative breast cancer",
                    "A fast breast tumour with few mutations and many suppressor cells." + STORY,
                    "atezolizumab 1200 mg IV q3w",
                    List.of("atezolizumab", "docetaxel"),
                    List.of()),
            new SolidCancer(
                    "her2-positive-breast-cancer",
                    "HER2-positive breast cancer",
                    "A breast tumour whose cells carry much HER2: trastuzumab marks them for NK cells and macrophages."
                            + STORY,
                    "trastuzumab 8 mg/kg IV once then 6 mg/kg q3w",
                    List.of("trastuzumab", "docetaxel"),
                    List.of()));

    public SolidCancer {
        drugs = List.copyOf(drugs);
        antigens = List.copyOf(antigens);
    }

    /// All kinds.
    public static List<SolidCancer> all() {
        return ALL;
    }

    /// The kind of this name, whatever its capitals.
    public static Optional<SolidCancer> find(String name) {
        return ALL.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
    }

    /// All treatments that a study may give to such a patient: drugs of the catalogue, and what is no drug.
    public Set<String> treatments() {
        Set<String> all = known(Drugs.names());
        all.addAll(known(List.of(SolidTumourDrugs.RADIOTHERAPY, SolidTumourDrugs.SURGERY, SolidTumourDrugs.T_CELLS)));
        return all;
    }

    /// Of some treatments those that have equations in such a patient, each once, by the names of the catalogue.
    public Set<String> known(Collection<String> treatments) {
        Set<String> known = new LinkedHashSet<>();
        for (String each : treatments) {
            SolidTumourDrugs.called(each)
                    .filter(name -> SolidTumourDrugs.isFor(name, antigens))
                    .ifPresent(known::add);
        }
        return known;
    }

    /// Whether its equations have a treatment by this way: drugs go into blood, vaccines where vaccines go.
    ///
    /// @param treatment one that [#known] has
    public boolean takes(String treatment, Route route) {
        boolean vaccine = SolidTumourDrugs.action(treatment) == SolidTumourDrugs.Action.VACCINATES;
        return route == Route.UNSPECIFIED
                || vaccine == VACCINE_ROUTES.contains(route) && (vaccine || route == Route.INTRAVENOUS);
    }

    /// Whether a treatment marks cells by a target on them, which cells may lack.
    ///
    /// @param treatment one that [#known] has
    public static boolean marksCells(String treatment) {
        return SolidTumourDrugs.action(treatment) == SolidTumourDrugs.Action.MARKS_CELLS;
    }

    /// Whether a treatment is chemotherapy.
    ///
    /// @param treatment one that [#known] has
    public static boolean isChemotherapy(String treatment) {
        return SolidTumourDrugs.action(treatment) == SolidTumourDrugs.Action.KILLS_DIVIDING_CELLS;
    }

    /// In what a treatment of a place is given: radiation in Gy, an operation as one.
    ///
    /// @param treatment one that [#known] has
    /// @return empty for what goes into the body
    public static Optional<Quantity> most(String treatment) {
        return switch (SolidTumourDrugs.action(treatment)) {
            case IRRADIATES -> Optional.of(Quantity.parse("100 Gy"));
            case TAKES_OUT -> Optional.of(Quantity.parse("1 operation"));
            default -> Optional.empty();
        };
    }

    /// Whether a treatment's side effects have equations.
    public static boolean hasSideEffects(String treatment) {
        return SolidTumourSideEffects.areOf(treatment);
    }

    /// One tumour of one clone, with the usual drugs.
    public PublishedModel patient() {
        return patient(TumourPlan.of(drugs.toArray(String[]::new)));
    }

    /// What its patients have values of besides, for what a study may plan: those of further clones, tumours and
    /// treatments, which are in its tables and not in the patient of [#patient()].
    public ParameterTable furtherValues() {
        ParameterTable cancer = ParameterTable.shipped(name);
        Set<String> usual = new LinkedHashSet<>();
        patient().evidence().orElseThrow().values().forEach(row -> usual.add(row.name()));
        return ParameterTable.of(cancer.offering(ParameterTable.shipped("solid-tumour")).values().stream()
                .filter(row -> !usual.contains(row.name()))
                .toList());
    }

    /// A patient whose tumours a study plans.
    public PublishedModel patient(TumourPlan plan) {
        ParameterTable values = ParameterTable.shipped(name);
        return new PublishedModel(
                name,
                title,
                description,
                "Put together for Immunarium on the values of Wang 2020, doi:10.3389/fbioe.2020.00141; its table says what"
                        + " each value is from and what is assumed",
                () -> SolidTumour.model(name, title, values, plan),
                SolidTumourDrugs.targets(plan),
                Quantity.parse("730 d"),
                regimen,
                LesionDiameter.SUM,
                () -> Optional.of(SolidTumour.used(name, title, values, plan)),
                Optional.of(new PublishedModel.Growth(Diagnosis.MOMENT, Quantity.parse("8000 d"))),
                new PublishedModel.Seen(SolidTumour.diameters(plan), SolidTumourSideEffects.given(plan)));
    }
}
