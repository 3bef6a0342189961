package org.immunarium.patient.shipped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immunarium.equations.model.Model;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.modules.Antigen;
import org.immunarium.patient.modules.AntigenPresentingCells;
import org.immunarium.patient.modules.AntigenProcessing;
import org.immunarium.patient.modules.AntigenShedding;
import org.immunarium.patient.modules.Body;
import org.immunarium.patient.modules.CancerClone;
import org.immunarium.patient.modules.ClonalExpansion;
import org.immunarium.patient.modules.Costimulation;
import org.immunarium.patient.modules.CytotoxicKilling;
import org.immunarium.patient.modules.DangerSignal;
import org.immunarium.patient.modules.Diagnosis;
import org.immunarium.patient.modules.EffectorTCells;
import org.immunarium.patient.modules.Exhaustion;
import org.immunarium.patient.modules.Help;
import org.immunarium.patient.modules.ImmuneEvasion;
import org.immunarium.patient.modules.InterferonGamma;
import org.immunarium.patient.modules.Interleukin2;
import org.immunarium.patient.modules.Lesion;
import org.immunarium.patient.modules.LesionDiameter;
import org.immunarium.patient.modules.LigandInduction;
import org.immunarium.patient.modules.MemoryTCells;
import org.immunarium.patient.modules.MetastaticSpread;
import org.immunarium.patient.modules.MhcMolecules;
import org.immunarium.patient.modules.MissingSelfKilling;
import org.immunarium.patient.modules.MyeloidSuppressorCells;
import org.immunarium.patient.modules.NaiveTCellTransit;
import org.immunarium.patient.modules.NaturalKillerCells;
import org.immunarium.patient.modules.PdL1Score;
import org.immunarium.patient.modules.PresenterContact;
import org.immunarium.patient.modules.Priming;
import org.immunarium.patient.modules.ReceptorBinding;
import org.immunarium.patient.modules.ReceptorSignal;
import org.immunarium.patient.modules.RegulatoryTCells;
import org.immunarium.patient.modules.SurfaceMolecule;
import org.immunarium.patient.modules.Synapse;
import org.immunarium.patient.modules.TcrRecognition;
import org.immunarium.patient.modules.TransformingGrowthFactor;
import org.immunarium.patient.modules.TumourInfiltration;
import org.immunarium.patient.modules.TumourPresenters;
import org.immunarium.patient.modules.TumourVolume;
import org.immunarium.patient.shipped.TumourPlan.Clone;
import org.immunarium.patient.shipped.TumourPlan.Loss;

/// A patient with a solid tumour, put together for what a study says of it: which tumours there are, which
/// clones they have, which drugs may be given.
///
/// It reads as a table of contents: the lymph node, where T cells are primed; then each tumour, where they kill.
/// [SolidTumourDrugs] has what drugs do there,
/// [SolidTumourSideEffects] what they do to the rest of the body.
final class SolidTumour {

    static final Body BODY = Body.usual();
    static final String ANTIGEN = "P1";
    static final String KILLERS = "T1";
    static final String REGULATORY = "T0";
    static final Synapse WITH_PRESENTER = new Synapse("syn_T_APC", "APC");

    private static final String SELF = "P0";
    private static final String HELPERS = "Th";

    private final TumourPlan plan;
    private final Assembly patient;
    private final List<Lesion> lesions;
    private final SolidTumourSideEffects sideEffects;

    private SolidTumour(String name, String title, ParameterTable values, TumourPlan plan) {
        this.plan = plan;
        lesions = lesions(plan);
        patient = Assembly.of(name.replace('-', '_'), title, SolidTumourValues.of(values, plan));
        sideEffects = new SolidTumourSideEffects(patient, plan);
    }

    private static List<Lesion> lesions(TumourPlan plan) {
        return plan.sites().stream()
                .map(site -> site.name().isEmpty() ? Lesion.only() : Lesion.at(site.name()))
                .toList();
    }

    /// Ids of the diameters of all lesions.
    static List<String> diameters(TumourPlan plan) {
        return lesions(plan).stream().map(LesionDiameter::id).toList();
    }

    /// The equations.
    ///
    /// @param values of this kind of cancer
    static Model model(String name, String title, ParameterTable values, TumourPlan plan) {
        return new SolidTumour(name, title, values, plan).build();
    }

    /// Those values that the equations use.
    static ParameterTable used(String name, String title, ParameterTable values, TumourPlan plan) {
        SolidTumour tumour = new SolidTumour(name, title, values, plan);
        tumour.build();
        return tumour.patient.used();
    }

    private Model build() {
        patient.add(BODY, NaturalKillerCells.inBlood(BODY));
        presentation();
        priming();
        IntStream.range(0, lesions.size()).forEach(this::tumour);
        patient.add(new Diagnosis(lesions.getFirst()));
        new SolidTumourDrugs(patient, lesions, plan).add();
        sideEffects.add();
        return patient.build();
    }

    /// Antigens of dying cells come to the lymph node, and are shown there.
    private void presentation() {
        patient.add(
                new AntigenPresentingCells(BODY),
                PresenterContact.amongEffectors(BODY, "APC"),
                PresenterContact.amongEffectors(BODY, "mAPC"),
                new MhcMolecules());
        for (String index : List.of("0", "1")) {
            String antigen = "P" + index;
            String peptide = "p" + index;
            patient.add(
                    new Antigen(BODY.node(), BODY, antigen),
                    new AntigenProcessing(BODY.node(), antigen, peptide),
                    new TcrRecognition(antigen, peptide, "T" + index, index.equals("1")));
        }
    }

    /// T cells that see them are primed, multiply and go.
    private void priming() {
        for (String tCell : List.of(REGULATORY, KILLERS, HELPERS)) {
            boolean regulates = tCell.equals(REGULATORY);
            patient.add(
                    new NaiveTCellTransit(BODY, tCell),
                    new Priming(
                            BODY,
                            tCell,
                            regulates ? "H_APC" : "H_mAPC",
                            regulates ? "H_P0" : "H_P1",
                            Priming.Counted.ALL_THAT_ANSWER),
                    new ClonalExpansion(BODY, tCell, "N_aT", true, true),
                    new EffectorTCells(BODY, tCell));
        }
        patient.add(
                new Help(BODY, HELPERS),
                new MemoryTCells(BODY, KILLERS, "H_mAPC", "H_P1"),
                new Interleukin2(
                        BODY,
                        List.of(KILLERS, HELPERS),
                        List.of(REGULATORY),
                        List.of("N_costim * H_CD28_APC", "N_help * H_help")),
                WITH_PRESENTER,
                new SurfaceMolecule(WITH_PRESENTER, "CD28", "T_CD28_total", "A_Tcell"),
                new SurfaceMolecule(WITH_PRESENTER, "CTLA4", "T_CTLA4_syn", "A_syn"),
                new SurfaceMolecule(WITH_PRESENTER, "TPDL1", "T_PDL1_total", "A_Tcell"),
                new SurfaceMolecule(WITH_PRESENTER, "CD80", "APC_CD80_total", "A_APC"),
                new SurfaceMolecule(WITH_PRESENTER, "CD86", "APC_CD86_total", "A_APC"),
                new Costimulation(WITH_PRESENTER),
                ReceptorSignal.cd28(WITH_PRESENTER));
    }

    private void tumour(int index) {
        Lesion lesion = lesions.get(index);
        patient.add(new TumourVolume(lesion), new LesionDiameter(lesion));
        clones(lesion);
        if (plan.sites().get(index).seeded()) {
            plan.clones().forEach(clone -> patient.add(new MetastaticSpread(lesions.getFirst(), lesion, clone.name())));
        }
        lymphocytes(lesion);
        killing(lesion);
        synapse(lesion);
        soluble(lesion);
        alarm(lesion);
    }

    private void clones(Lesion lesion) {
        String first = plan.clones().getFirst().name();
        for (Clone clone : plan.clones()) {
            patient.add(CancerClone.of(lesion, clone.name()));
            if (!clone.name().equals(first)) {
                patient.add(new ImmuneEvasion(lesion, first, clone.name()));
            }
        }
    }

    private void lymphocytes(Lesion lesion) {
        patient.add(
                TumourInfiltration.of(BODY, lesion, KILLERS),
                new TumourInfiltration(BODY, lesion, REGULATORY, Optional.of("Treg_max")),
                new NaturalKillerCells(BODY, lesion),
                new RegulatoryTCells(lesion, REGULATORY),
                new Exhaustion(lesion, KILLERS, checkpoint(lesion)));
    }

    /// T cells kill what they see, NK cells what hides from them.
    private void killing(Lesion lesion) {
        for (Clone clone : plan.clones()) {
            if (!clone.has(Loss.ANTIGEN)) {
                List<String> brakes = new ArrayList<>(List.of(
                        checkpoint(lesion),
                        MyeloidSuppressorCells.brake(lesion),
                        TransformingGrowthFactor.brake(lesion)));
                if (clone.has(Loss.MHC_I)) {
                    brakes.add(ImmuneEvasion.brake(clone.name()));
                }
                sideEffects.brake().ifPresent(brakes::add);
                patient.add(new CytotoxicKilling(lesion, KILLERS, clone.name(), brakes));
            }
            if (clone.has(Loss.MHC_I)) {
                patient.add(new MissingSelfKilling(lesion, clone.name()));
            }
        }
    }

    /// PD-1 of T cells and its ligands on cancer cells.
    private void synapse(Lesion lesion) {
        Synapse synapse = withCancer(lesion);
        patient.add(
                synapse,
                new SurfaceMolecule(synapse, "PD1", "T_PD1_total", "A_Tcell"),
                new SurfaceMolecule(synapse, "PDL1", "C_PDL1_total", "A_cell"),
                new SurfaceMolecule(synapse, "PDL2", "C_PDL2_total", "A_cell"),
                ReceptorBinding.simple(synapse, "PD1", "PDL1"),
                ReceptorBinding.simple(synapse, "PD1", "PDL2"),
                ReceptorSignal.pd1(synapse));
    }

    /// What cells of the tumour secrete, and what that does.
    private void soluble(Lesion lesion) {
        Synapse synapse = withCancer(lesion);
        patient.add(
                new InterferonGamma(lesion),
                new LigandInduction(
                        lesion,
                        synapse,
                        "PDL1",
                        "C_PDL1_total / A_cell",
                        SolidTumourDrugs.boundPdl1(synapse, plan.drugs())),
                new PdL1Score(lesion, synapse, SolidTumourDrugs.boundPdl1(synapse, plan.drugs())),
                new TransformingGrowthFactor(lesion),
                MyeloidSuppressorCells.of(lesion, REGULATORY));
    }

    /// Cells that die are noticed.
    private void alarm(Lesion lesion) {
        List<String> shed = plan.clones().stream()
                .filter(clone -> !clone.has(Loss.ANTIGEN))
                .map(Clone::name)
                .toList();
        List<String> all = plan.clones().stream().map(Clone::name).toList();
        patient.add(
                new TumourPresenters(BODY, lesion, true),
                new DangerSignal(lesion, DangerSignal.Killed.BY_ANYTHING),
                new AntigenShedding(BODY.node(), lesion, SELF, REGULATORY, all),
                new AntigenShedding(BODY.node(), lesion, ANTIGEN, KILLERS, shed));
    }

    /// The contact of T cells with cancer cells of a tumour.
    static Synapse withCancer(Lesion lesion) {
        return new Synapse("syn_T_C" + lesion.suffix(), "C" + lesion.suffix());
    }

    private static String checkpoint(Lesion lesion) {
        return "H_PD1_" + withCancer(lesion).partner();
    }
}
