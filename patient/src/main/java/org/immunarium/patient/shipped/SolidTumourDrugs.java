package org.immunarium.patient.shipped;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.modules.AntibodyBinding;
import org.immunarium.patient.modules.AntibodyDependentKilling;
import org.immunarium.patient.modules.Chemotherapy;
import org.immunarium.patient.modules.CytokineExpansion;
import org.immunarium.patient.modules.DrugInTissue;
import org.immunarium.patient.modules.DrugKinetics;
import org.immunarium.patient.modules.Lesion;
import org.immunarium.patient.modules.Lymphotoxicity;
import org.immunarium.patient.modules.Macrophages;
import org.immunarium.patient.modules.Opsonisation;
import org.immunarium.patient.modules.Radiotherapy;
import org.immunarium.patient.modules.RegulatoryCellDepletion;
import org.immunarium.patient.modules.Resection;
import org.immunarium.patient.modules.Synapse;
import org.immunarium.patient.modules.TCellTransfer;
import org.immunarium.patient.modules.Vaccine;
import org.immunarium.patient.shipped.TumourPlan.Clone;
import org.immunarium.patient.shipped.TumourPlan.Loss;
import org.immunarium.therapy.Target;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.therapy.drug.DrugParameter;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.units.Quantity;

/// What treatments do in a patient with a solid tumour: where each binds, kills or helps.
final class SolidTumourDrugs {

    static final String RADIOTHERAPY = "radiotherapy";
    static final String T_CELLS = "TIL";
    static final String SURGERY = "resection";

    /// What is in a tumour besides cancer cells, in every patient.
    private static final List<String> IN_A_TUMOUR = List.of("T1", "T0", "NK", "C_x", "T_exh", "MDSC", "APC", "mAPC");

    private static final Map<String, Action> BY_TARGET = Map.ofEntries(
            Map.entry("PD-1", Action.BLOCKS_PD1),
            Map.entry("PD-L1", Action.BLOCKS_PDL1),
            Map.entry("CTLA-4", Action.BLOCKS_CTLA4),
            Map.entry("HER2", Action.MARKS_CELLS),
            Map.entry("interleukin-2 receptor", Action.FEEDS_T_CELLS),
            Map.entry("gp100", Action.VACCINATES),
            Map.entry("MAGE-A3", Action.VACCINATES),
            Map.entry("neoantigens", Action.VACCINATES),
            Map.entry("microtubules", Action.KILLS_DIVIDING_CELLS),
            Map.entry("DNA", Action.KILLS_DIVIDING_CELLS),
            Map.entry("DNA and topoisomerase II", Action.KILLS_DIVIDING_CELLS),
            Map.entry("thymidylate synthase and other folate enzymes", Action.KILLS_DIVIDING_CELLS));

    /// What a vaccine without a molar mass of its own counts as: peptides of ten amino acids. Assumed.
    private static final Optional<Quantity> VACCINE = Optional.of(Quantity.parse("1000 g/mol"));

    private static final List<String> LYMPHOCYTES = List.of("T1", "T0", "Th", "NK");

    private final Assembly patient;
    private final List<Lesion> lesions;
    private final TumourPlan plan;

    SolidTumourDrugs(Assembly patient, List<Lesion> lesions, TumourPlan plan) {
        this.patient = patient;
        this.lesions = lesions;
        this.plan = plan;
    }

    /// What a treatment does, by what it binds.
    enum Action {
        BLOCKS_PD1,
        BLOCKS_PDL1,
        BLOCKS_CTLA4,
        MARKS_CELLS,
        KILLS_DIVIDING_CELLS,
        FEEDS_T_CELLS,
        VACCINATES,
        IRRADIATES,
        TAKES_OUT,
        GIVES_T_CELLS
    }

    /// What a treatment is called here, whatever a study calls it; empty for one that has no equations here.
    static Optional<String> called(String written) {
        if (written.toLowerCase(Locale.ROOT).startsWith(RADIOTHERAPY)) {
            return Optional.of(RADIOTHERAPY);
        }
        if (written.toLowerCase(Locale.ROOT).startsWith(SURGERY)) {
            return Optional.of(SURGERY);
        }
        if (written.equalsIgnoreCase(T_CELLS)) {
            return Optional.of(T_CELLS);
        }
        return Drugs.find(written).filter(drug -> actionOf(drug).isPresent()).map(Drug::name);
    }

    /// Whether a treatment is for a cancer with these antigens: a vaccine of one antigen is for cells that have it.
    static boolean isFor(String name, List<String> antigens) {
        return action(name) != Action.VACCINATES
                || drug(name).target().equals("neoantigens")
                || antigens.contains(drug(name).target());
    }

    /// What a treatment does.
    ///
    /// @throws IllegalArgumentException for one that has no equations here
    static Action action(String name) {
        if (name.equals(RADIOTHERAPY)) {
            return Action.IRRADIATES;
        }
        if (name.equals(SURGERY)) {
            return Action.TAKES_OUT;
        }
        if (name.equals(T_CELLS)) {
            return Action.GIVES_T_CELLS;
        }
        return actionOf(drug(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " has no equations in a solid tumour"));
    }

    private static Optional<Action> actionOf(Drug drug) {
        return Optional.ofNullable(BY_TARGET.get(drug.target()));
    }

    private static Drug drug(String name) {
        return Drugs.find(name)
                .orElseThrow(() -> new IllegalArgumentException(name + ": the catalogue has no such drug"));
    }

    /// Where doses of each treatment go.
    static Map<String, Target> targets(TumourPlan plan) {
        Map<String, Target> targets = new LinkedHashMap<>();
        for (String name : plan.drugs()) {
            String id = DrugValues.idOf(name);
            switch (action(name)) {
                case IRRADIATES -> atEachSite(name, "Gy", plan, targets);
                case TAKES_OUT -> atEachSite(name, "surgery", plan, targets);
                case GIVES_T_CELLS -> targets.put(name, Target.amount("V_C_iT1"));
                case VACCINATES -> targets.put(name, molar(name, Target.amount("V_P_vaccine_" + SolidTumour.ANTIGEN)));
                default -> targets.put(name, intoBlood(name, id, plan.sideEffects()));
            }
        }
        return targets;
    }

    /// At once, or where care may withhold it.
    private static Target intoBlood(String name, String id, boolean sideEffects) {
        return sideEffects && SolidTumourSideEffects.areOf(name)
                ? Target.amount(SolidTumourSideEffects.into(name))
                : molar(name, Target.amount("V_C_" + id));
    }

    private static void atEachSite(String name, String species, TumourPlan plan, Map<String, Target> targets) {
        plan.sites().forEach(site -> {
            boolean only = site.name().isEmpty();
            targets.put(
                    only ? name : name + " of " + site.name(),
                    Target.amount("V_" + (only ? "T" : site.name()) + "_" + species));
        });
    }

    static Target molar(String name, Target target) {
        Drug drug = drug(name);
        return new Target(
                target.into(),
                target.as(),
                drug.quantity(DrugParameter.MOLAR_MASS).or(() -> VACCINE),
                drug.quantity(DrugParameter.POTENCY),
                target.volume(),
                target.bioavailability(),
                target.unit());
    }

    /// Molecules of PD-L1 in a synapse that something holds, as a formula.
    static String boundPdl1(Synapse synapse, Set<String> drugs) {
        StringBuilder bound = new StringBuilder(synapse.id() + ".PD1_PDL1");
        drugs.stream()
                .filter(name -> action(name) == Action.BLOCKS_PDL1)
                .map(DrugValues::idOf)
                .forEach(id -> bound.append(" + {S}.PDL1_{A} + 2 * {S}.PDL1_{A}_PDL1"
                        .replace("{S}", synapse.id())
                        .replace("{A}", id)));
        return bound.toString();
    }

    /// Adds all of a plan.
    void add() {
        if (any(Action.VACCINATES)) {
            patient.add(new Vaccine(SolidTumour.BODY, SolidTumour.ANTIGEN));
        }
        if (any(Action.MARKS_CELLS)) {
            lesions.forEach(lesion -> patient.add(new Macrophages(lesion)));
        }
        for (String name : plan.drugs()) {
            String id = DrugValues.idOf(name);
            switch (action(name)) {
                case BLOCKS_PD1 ->
                    inTumours(
                            name, id, lesion -> binding(SolidTumour.withCancer(lesion), lesion.volume(), "PD1", id, 2));
                case BLOCKS_PDL1 -> {
                    inTumours(
                            name,
                            id,
                            lesion -> binding(SolidTumour.withCancer(lesion), lesion.volume(), "PDL1", id, 2));
                    inNode(id);
                    patient.add(binding(SolidTumour.WITH_PRESENTER, SolidTumour.BODY.node(), "TPDL1", id, 2));
                }
                case BLOCKS_CTLA4 -> {
                    inTumours(
                            name,
                            id,
                            lesion -> new RegulatoryCellDepletion(
                                    lesion.volume(),
                                    "T" + lesion.suffix() + "_" + id,
                                    SolidTumour.REGULATORY,
                                    id,
                                    "1"));
                    inNode(id);
                    patient.add(binding(SolidTumour.WITH_PRESENTER, SolidTumour.BODY.node(), "CTLA4", id, 4));
                }
                case MARKS_CELLS -> marks(name, id);
                case KILLS_DIVIDING_CELLS -> kills(name, id);
                case FEEDS_T_CELLS -> {
                    kinetics(name, id);
                    patient.add(new CytokineExpansion(SolidTumour.BODY, id, SolidTumour.KILLERS));
                }
                case VACCINATES -> {
                    // All vaccines have one depot, which is there already.
                }
                case IRRADIATES -> lesions.forEach(lesion -> patient.add(new Radiotherapy(lesion, names())));
                case TAKES_OUT -> lesions.forEach(lesion -> patient.add(new Resection(lesion, inATumour())));
                case GIVES_T_CELLS -> patient.add(new TCellTransfer(SolidTumour.BODY, SolidTumour.KILLERS));
            }
        }
    }

    private void inTumours(String name, String id, Function<Lesion, Mechanism> what) {
        kinetics(name, id);
        for (Lesion lesion : lesions) {
            patient.add(new DrugInTissue(lesion.volume(), id), what.apply(lesion));
        }
    }

    private void inNode(String id) {
        patient.add(new DrugInTissue(SolidTumour.BODY.node(), id));
    }

    private void kinetics(String name, String id) {
        patient.add(DrugKinetics.of(SolidTumour.BODY, drug(name), id));
    }

    private static AntibodyBinding binding(Synapse synapse, String place, String target, String id, int ways) {
        String pair = target.replace("TPDL1", "PDL1") + "_" + id;
        return new AntibodyBinding(synapse, target, id, pair, "Chi_" + pair, place + "." + id, ways);
    }

    private boolean any(Action action) {
        return plan.drugs().stream().anyMatch(each -> action(each) == action);
    }

    private void marks(String name, String id) {
        kinetics(name, id);
        for (Lesion lesion : lesions) {
            patient.add(new DrugInTissue(lesion.volume(), id));
            for (Clone clone : plan.clones()) {
                if (!clone.has(Loss.TARGET)) {
                    patient.add(
                            new Opsonisation(lesion, id, clone.name()),
                            new AntibodyDependentKilling(lesion, "NK", "k_ADCC", id, clone.name(), List.of()),
                            new AntibodyDependentKilling(lesion, "M1", "k_ADCP", id, clone.name(), List.of("H_CD47")));
                }
            }
        }
    }

    private void kills(String name, String id) {
        kinetics(name, id);
        for (Lesion lesion : lesions) {
            patient.add(new DrugInTissue(lesion.volume(), id));
            names().forEach(clone -> patient.add(new Chemotherapy(lesion, id, clone)));
        }
        LYMPHOCYTES.forEach(cells -> patient.add(new Lymphotoxicity(SolidTumour.BODY, id, cells)));
    }

    /// All kinds of cells of a tumour.
    private List<String> inATumour() {
        List<String> cells = names();
        cells.addAll(IN_A_TUMOUR);
        if (any(Action.MARKS_CELLS)) {
            cells.addAll(List.of("M1", "M2"));
        }
        return cells;
    }

    private List<String> names() {
        return new ArrayList<>(plan.clones().stream().map(Clone::name).toList());
    }
}
