package org.immunarium.patient.published;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.immunarium.equations.model.Model;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.modules.AntibodyBinding;
import org.immunarium.patient.modules.Antigen;
import org.immunarium.patient.modules.AntigenPresentingCells;
import org.immunarium.patient.modules.AntigenProcessing;
import org.immunarium.patient.modules.AntigenRelease;
import org.immunarium.patient.modules.Body;
import org.immunarium.patient.modules.CancerClone;
import org.immunarium.patient.modules.ClonalExpansion;
import org.immunarium.patient.modules.CytotoxicKilling;
import org.immunarium.patient.modules.DangerSignal;
import org.immunarium.patient.modules.DrugDistribution;
import org.immunarium.patient.modules.DrugInTumour;
import org.immunarium.patient.modules.EffectorTCells;
import org.immunarium.patient.modules.Exhaustion;
import org.immunarium.patient.modules.Interleukin2;
import org.immunarium.patient.modules.Lesion;
import org.immunarium.patient.modules.LinearClearance;
import org.immunarium.patient.modules.MhcMolecules;
import org.immunarium.patient.modules.NaiveTCells;
import org.immunarium.patient.modules.PresenterContact;
import org.immunarium.patient.modules.Priming;
import org.immunarium.patient.modules.ReceptorBinding;
import org.immunarium.patient.modules.ReceptorSignal;
import org.immunarium.patient.modules.RegulatoryTCells;
import org.immunarium.patient.modules.SurfaceMolecule;
import org.immunarium.patient.modules.Synapse;
import org.immunarium.patient.modules.TcrRecognition;
import org.immunarium.patient.modules.TumourInfiltration;
import org.immunarium.patient.modules.TumourPresenters;
import org.immunarium.patient.modules.TumourVolume;
import org.immunarium.therapy.Target;
import org.immunarium.units.Quantity;

/// The two patients with non-small-cell lung cancer under nivolumab that come with the QSP-IO toolbox.
///
/// *Source*: Sové et al. 2020, CPT Pharmacometrics Syst Pharmacol 9:484-497, doi 10.1002/psp4.12546.
public final class QspIo {

    private static final Body BODY = Body.usual();
    private static final Lesion TUMOUR = Lesion.only();
    private static final Synapse SYNAPSE = new Synapse("syn_T1_C1", "C1");
    private static final String PD1 = "H_PD1_C1";

    private static final String CITATION =
            "Sové RJ, Jafarnejad M, Zhao C, Wang H, Ma H, Popel AS. QSP-IO: a quantitative"
                    + " systems pharmacology toolbox for mechanistic multiscale modeling for immuno-oncology applications."
                    + " CPT Pharmacometrics Syst Pharmacol 2020;9:484-497. doi:10.1002/psp4.12546";

    private QspIo() {}

    /// One clone, effector and regulatory T cells, antigens and their presentation.
    public static PublishedModel firstExample() {
        return published(
                "qspio-example1",
                "QSP-IO example 1: a lung tumour, T cells, antigens and nivolumab",
                "A tumour of 3 cm in non-small-cell lung cancer: cancer cells release antigens, presenting cells mature and"
                        + " prime T cells in lymph nodes, these enter the tumour and kill, held back by PD-1 and"
                        + " regulatory T cells. Nivolumab blocks PD-1.",
                QspIo::example1);
    }

    /// Two clones and two T cell clones, of which one kills only the first.
    public static PublishedModel secondExample() {
        return published(
                "qspio-example2",
                "QSP-IO example 2: two clones of cancer cells, of which one hides from most T cells, and nivolumab",
                "A tumour of two clones: T cells of one specificity kill only the first, those of the other both, but"
                        + " weakly. Under nivolumab the clone that is seen least takes over.",
                QspIo::example2);
    }

    private static PublishedModel published(String name, String title, String description, Supplier<Model> source) {
        return new PublishedModel(
                name,
                title,
                description,
                CITATION,
                source,
                Map.of("nivolumab", Target.amount("V_C_nivolumab").withMolarMass(Quantity.parse("143600 g/mol"))),
                Quantity.parse("400 d"),
                "nivolumab 3 mg/kg IV q2w",
                "C_total",
                () -> Optional.of(ParameterTable.shipped(name)));
    }

    static Model example1() {
        Assembly patient = Assembly.of("qspio_example1", "QSP-IO, example 1", ParameterTable.shipped("qspio-example1"))
                .add(BODY, new TumourVolume(TUMOUR), CancerClone.of(TUMOUR, "C1"));
        for (String tCell : List.of("T1", "T0")) {
            patient.add(
                    new NaiveTCells(BODY, tCell),
                    tCell.equals("T1")
                            ? new Priming(BODY, tCell, "H_mAPC", "H_P1", Priming.Counted.ONE_SPECIFICITY)
                            : new Priming(BODY, tCell, "H_APC", "H_P0", Priming.Counted.ONE_SPECIFICITY),
                    new ClonalExpansion(BODY, tCell),
                    new EffectorTCells(BODY, tCell),
                    TumourInfiltration.of(BODY, TUMOUR, tCell));
        }
        patient.add(
                new CytotoxicKilling(TUMOUR, "T1", "C1", List.of(PD1)),
                new Exhaustion(TUMOUR, "T1", PD1),
                new RegulatoryTCells(TUMOUR, "T0"),
                new Interleukin2(BODY, List.of("T1"), List.of("T0"), List.of()),
                new AntigenPresentingCells(BODY),
                new TumourPresenters(BODY, TUMOUR, true),
                PresenterContact.amongEffectors(BODY, "APC"),
                PresenterContact.amongEffectors(BODY, "mAPC"),
                new DangerSignal(TUMOUR, DangerSignal.Killed.BY_T_CELLS),
                new MhcMolecules());
        List<AntigenRelease.Deaths> deaths = List.of(new AntigenRelease.Deaths("C1", List.of("T1"), List.of(PD1)));
        for (String index : List.of("0", "1")) {
            String antigen = "P" + index;
            String tCell = "T" + index;
            patient.add(
                    new Antigen(TUMOUR.volume(), BODY, antigen),
                    new AntigenRelease(TUMOUR.volume(), TUMOUR, antigen, tCell, deaths),
                    new AntigenProcessing(TUMOUR.volume(), antigen, "p" + index),
                    new TcrRecognition(antigen, "p" + index, tCell, index.equals("1")));
        }
        nivolumab(patient);
        return patient.build();
    }

    static Model example2() {
        Assembly patient = Assembly.of("qspio_example2", "QSP-IO, example 2", ParameterTable.shipped("qspio-example2"))
                .add(BODY, new TumourVolume(TUMOUR))
                .add(CancerClone.of(TUMOUR, "C1"), CancerClone.of(TUMOUR, "C2"));
        for (String tCell : List.of("T1", "T2")) {
            patient.add(
                    new NaiveTCells(BODY, tCell),
                    new Priming(BODY, tCell, "H_mAPC", "H_P" + tCell.substring(1), Priming.Counted.ONE_SPECIFICITY),
                    new ClonalExpansion(BODY, tCell),
                    new EffectorTCells(BODY, tCell),
                    TumourInfiltration.of(BODY, TUMOUR, tCell),
                    new Exhaustion(TUMOUR, tCell, PD1));
        }
        patient.add(
                new CytotoxicKilling(TUMOUR, "T1", "C1", List.of(PD1)),
                new CytotoxicKilling(TUMOUR, "T2", "C1", List.of(PD1)),
                new CytotoxicKilling(TUMOUR, "T2", "C2", List.of(PD1)),
                new Interleukin2(BODY, List.of("T1", "T2"), List.of(), List.of()));
        nivolumab(patient);
        return patient.build();
    }

    private static void nivolumab(Assembly patient) {
        patient.add(
                new DrugDistribution(BODY, "nivolumab", true),
                new DrugInTumour(BODY, TUMOUR, "nivolumab", true),
                new LinearClearance(BODY, "nivolumab", true),
                SYNAPSE,
                new SurfaceMolecule(SYNAPSE, "PD1", "T_PD1_total", "A_Tcell"),
                new SurfaceMolecule(SYNAPSE, "PDL1", "C_PDL1_total", "A_cell"),
                new SurfaceMolecule(SYNAPSE, "PDL2", "C_PDL2_total", "A_cell"),
                ReceptorBinding.simple(SYNAPSE, "PD1", "PDL1"),
                ReceptorBinding.simple(SYNAPSE, "PD1", "PDL2"),
                // The published equations divide by the blood's fraction here, not by the tumour's.
                new AntibodyBinding(
                        SYNAPSE, "PD1", "aPD1", "PD1_aPD1", "Chi_PD1", "V_T.nivolumab / gamma_C_nivolumab", 2),
                new AntibodyBinding(SYNAPSE, "PDL1", "aPDL1", "PDL1_aPDL1", "Chi_PDL1", "aPDL1", 2),
                ReceptorSignal.pd1(SYNAPSE));
    }
}
