package org.immunarium.patient.published;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.Model;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.assembly.Vocabulary;
import org.immunarium.patient.modules.AdhesionSites;
import org.immunarium.patient.modules.Affinity;
import org.immunarium.patient.modules.AntibodyBinding;
import org.immunarium.patient.modules.AntibodyPermeation;
import org.immunarium.patient.modules.AntigenDrainage;
import org.immunarium.patient.modules.AntigenPresentingCells;
import org.immunarium.patient.modules.AntigenRelease;
import org.immunarium.patient.modules.BackgroundTherapy;
import org.immunarium.patient.modules.Body;
import org.immunarium.patient.modules.CancerClone;
import org.immunarium.patient.modules.ClonalExpansion;
import org.immunarium.patient.modules.CytotoxicKilling;
import org.immunarium.patient.modules.DangerSignal;
import org.immunarium.patient.modules.Exhaustion;
import org.immunarium.patient.modules.InterstitialInterleukin2;
import org.immunarium.patient.modules.Lesion;
import org.immunarium.patient.modules.LoadedMhcSignal;
import org.immunarium.patient.modules.MhcTurnover;
import org.immunarium.patient.modules.NaturalRegulatoryTCells;
import org.immunarium.patient.modules.PeptideLoading;
import org.immunarium.patient.modules.PresenterContact;
import org.immunarium.patient.modules.PresentingCell;
import org.immunarium.patient.modules.PrimingFromPool;
import org.immunarium.patient.modules.ReceptorBinding;
import org.immunarium.patient.modules.ReceptorOccupancy;
import org.immunarium.patient.modules.ReceptorSignal;
import org.immunarium.patient.modules.RegulatoryTCells;
import org.immunarium.patient.modules.SteadyNaiveTCells;
import org.immunarium.patient.modules.SurfaceMolecule;
import org.immunarium.patient.modules.Synapse;
import org.immunarium.patient.modules.TransmigratingTCells;
import org.immunarium.patient.modules.TumourBed;
import org.immunarium.patient.modules.TumourPresenters;
import org.immunarium.therapy.Target;
import org.immunarium.units.Quantity;

/// A patient with non-small-cell lung cancer under nivolumab before surgery.
///
/// Without the surgery, and without the model's own doses: therapy is given as any other. The published
/// equations hold the number of cancer cells for a steady state; here they are those of time courses, without that.
///
/// *Source*: Jafarnejad et al. 2019, AAPS Journal 21:79, doi 10.1208/s12248-019-0350-x, supplement.
public final class Jafarnejad2019 {

    private static final Body BODY = new Body("Cent", "Peri", "LN");
    private static final Lesion TUMOUR = Lesion.inBed("Tum", "C_all_Tum", "T_all_Tum");
    private static final Synapse SYNAPSE = Synapse.counted(TUMOUR, "C1", "A_syn");
    private static final PresentingCell PRESENTING_CELL = new PresentingCell("mAPC_Endo", "mAPC_Surf");

    private static final String EFFECTOR = "Teff_1_0";
    private static final String REGULATORY = "Treg";
    private static final String PD1 = "H_PD1_C1";

    private static final String CITATION = "Jafarnejad M, Gong C, Gabrielson E, Bartelink IH, Vicini P, Wang B,"
            + " Narwal R, Roskos L, Popel AS. A computational model of neoadjuvant PD-1 inhibition in non-small cell"
            + " lung cancer. AAPS J 2019;21:79. doi:10.1208/s12248-019-0350-x";

    /// What the paper calls things.
    private static final Vocabulary NAMES = Vocabulary.of(
            // the tumour
            "C_max", "K_C_max",
            "k_C1_growth", "k_C_growth",
            "k_C1_death", "k_C_death",
            "k_C1_death_by_Therapy", "k_C_death_by_Therapy",
            "vol_cell", "vol_C",
            "vol_Tcell", "vol_T",
            "k_cell_clear", "k_Teff_death",
            // T cells
            "Tum.T_exh", "Tum.Teff_exhausted",
            "LN.aTeff_1_0", "LN.aT_1_0",
            "LN.aTreg", "LN.aTreg_CD4",
            "k_C_Teff_1_0", "k_C_death_by_T",
            "k_Teff_1_0", "k_Teff_death_by_C",
            "k_Treg", "k_Teff_inhibBy_Treg",
            "k_Treg_death_peri", "k_Treg_death",
            "k_Teff_1_0_act", "k_nTCD8_mAPC",
            "k_Treg_act", "k_nTCD4_APC",
            "k_Teff_1_0_pro", "k_aT_prolif",
            "k_Treg_pro", "k_aTreg_prolif",
            "N_aT", "n_aT_prolif",
            "N_aTreg", "n_Treg_prolif_IL2",
            "N_TCR", "n_aT_prolif_TCR0",
            "N_IL2", "n_aT_prolif_IL20",
            "N_costim", "n_aT_prolif_Coestim0",
            "k_IL2_sec", "k_IL2_rel",
            "k_IL2_cons", "k_IL2_consump",
            "IL2_50", "K_IL2_Teff",
            "IL2_50_Treg", "K_IL2_Treg",
            // antigens and the cells that present them
            "D1_0_per_C", "D_per_C",
            "k_int_D1_0", "k_int_Dend",
            "k_deg_D1_0", "k_deg_Dend",
            "k_deg_p1_0", "k_deg_p",
            "k_deg_p1_0_M", "k_deg_p_M",
            "k_ext_p1_0_M", "k_ext_p_M",
            "APC0_T", "APC0_Tum",
            "k_APC_mig", "k_mAPC_mig",
            "Tum.c", "Tum.Ckine_Mat",
            "c0", "Ckine_Mat0",
            "c50", "K_APC_mat",
            "k_c", "k_Ckine_Mat_deg",
            "DAMPs", "DAMP_per_C",
            // the synapse
            "Tum.PD1", "Tum.Teff_PD1_syn",
            "Tum.PDL1", "Tum.C1_PDL1_syn",
            "Tum.PDL2", "Tum.C1_PDL2_syn",
            "Tum.PD1_PDL1", "Tum.C1_PDL1_Teff_PD1",
            "Tum.PD1_PDL2", "Tum.C1_PDL2_Teff_PD1",
            "Tum.PD1_Nivo", "Tum.Teff_PD1_Nivo_syn",
            "Tum.PD1_Nivo_PD1", "Tum.Teff_PD1_Nivo_PD1_syn",
            "PD1_50", "K_C1_PDLX_Teff_PD1",
            "n_PD1", "n_PD1_PDLX",
            "kon_PD1_PDL1", "k_on_PD1_PDL1",
            "koff_PD1_PDL1", "k_off_PD1_PDL1",
            "kon_PD1_PDL2", "k_on_PD1_PDL2",
            "koff_PD1_PDL2", "k_off_PD1_PDL2",
            "kon_Nivo", "k_on_Nivo",
            "koff_Nivo", "k_off_Nivo");

    private Jafarnejad2019() {}

    /// The patient of the paper.
    public static PublishedModel patient() {
        return new PublishedModel(
                "jafarnejad2019",
                "Jafarnejad 2019: a lung tumour before surgery, T cells, antigens, PD-1 and nivolumab",
                "Non-small-cell lung cancer in one patient: cancer cells release antigens, presenting cells mature and"
                        + " prime T cells in lymph nodes, these enter the tumour through vessels' walls and kill, held"
                        + " back by PD-1 and regulatory T cells. Nivolumab blocks PD-1.",
                CITATION,
                Jafarnejad2019::model,
                // The dose is for the part of the blood that the antibody can enter: 1 / f_vol_cent_Nivo of it.
                Map.of(
                        "nivolumab",
                        Target.amount("Cent_Nivo")
                                .withMolarMass(Quantity.parse("143600 g/mol"))
                                .withBioavailability(1 / 0.77378)),
                Quantity.parse("360 d"),
                "nivolumab 3 mg/kg IV over 1 h q2w",
                "Tum_C1",
                () -> Optional.of(ParameterTable.shipped("jafarnejad2019")));
    }

    private static Model model() {
        return mechanisms().build();
    }

    static Assembly mechanisms() {
        Assembly patient =
                Assembly.of("jafarnejad2019", "Jafarnejad 2019", ParameterTable.shipped("jafarnejad2019"), NAMES);
        cancer(patient);
        effectorTCells(patient);
        regulatoryTCells(patient);
        antigens(patient);
        nivolumab(patient);
        untouched(patient);
        return patient;
    }

    private static void cancer(Assembly patient) {
        patient.add(
                BODY,
                new TumourBed(TUMOUR),
                new CancerClone(TUMOUR, "C1", List.of(), CancerClone.Law.LOGISTIC, "C1_min"),
                new BackgroundTherapy(TUMOUR, "C1"),
                new CytotoxicKilling(TUMOUR, EFFECTOR, "C1", List.of(PD1)));
    }

    private static void effectorTCells(Assembly patient) {
        patient.add(
                new SteadyNaiveTCells(BODY, "nT_CD8"),
                new PresenterContact(BODY, "mAPC", "LN.nT_CD8 / nT_CD8_diver", "n_sites_mAPC"),
                new PrimingFromPool(BODY, "nT_CD8", EFFECTOR, "n_clone_p1_0", "H_mAPC", "H_D1_0"),
                new ClonalExpansion(BODY, EFFECTOR, "N_aT", true, false),
                new AdhesionSites(BODY, TUMOUR),
                new TransmigratingTCells(BODY, TUMOUR, EFFECTOR, "Teff"),
                new Exhaustion(TUMOUR, EFFECTOR, "H_exhaustion", List.of(PD1)),
                new InterstitialInterleukin2(BODY, EFFECTOR, REGULATORY));
    }

    private static void regulatoryTCells(Assembly patient) {
        patient.add(
                new SteadyNaiveTCells(BODY, "nT_CD4"),
                new PresenterContact(BODY, "APC", "LN.nT_CD4 / nT_CD4_diver", "n_sites_APC"),
                new PrimingFromPool(BODY, "nT_CD4", REGULATORY, "n_clone_Treg", "H_APC", "H_Cp"),
                new ClonalExpansion(BODY, REGULATORY, "N_aTreg", true, false),
                new TransmigratingTCells(BODY, TUMOUR, REGULATORY, REGULATORY),
                new NaturalRegulatoryTCells(BODY, REGULATORY),
                new RegulatoryTCells(TUMOUR, REGULATORY));
    }

    private static void antigens(Assembly patient) {
        List<AntigenRelease.Deaths> deaths = List.of(new AntigenRelease.Deaths("C1", List.of(EFFECTOR), List.of(PD1)));
        patient.add(
                new AntigenPresentingCells(BODY),
                new TumourPresenters(BODY, TUMOUR, false),
                new DangerSignal(TUMOUR, DangerSignal.Killed.BY_T_CELLS),
                PRESENTING_CELL,
                new MhcTurnover(PRESENTING_CELL),
                new AntigenDrainage(BODY, TUMOUR, "Cp", "n_clone_Treg", deaths),
                new PeptideLoading(PRESENTING_CELL, TUMOUR, "Cp", "cpt"),
                new Affinity("k_off_cpt_M1", "Kd_cpt_M1", "k_on_cpt_M1", "1/d"),
                new LoadedMhcSignal(PRESENTING_CELL, "Cp", "cpt", "n_clone_Treg"),
                new AntigenDrainage(BODY, TUMOUR, "D1_0", "n_clone_p1_0", deaths),
                new PeptideLoading(PRESENTING_CELL, TUMOUR, "D1_0", "p1_0"),
                new Affinity("k_off_p1_0_M1", "Kd_p1_0_M1", "k_on_p1_0_M1", "1/d"),
                new LoadedMhcSignal(PRESENTING_CELL, "D1_0", "p1_0", "n_clone_p1_0"));
    }

    private static void nivolumab(Assembly patient) {
        String between = "Tum.Nivo / f_vol_tum";
        String complexes = "Tum.PD1_PDL1 + Tum.PD1_PDL2";
        patient.add(
                new AntibodyPermeation(BODY, TUMOUR, "Nivo"),
                SYNAPSE,
                new SurfaceMolecule(SYNAPSE, "PD1", "Teff_PD1_tot", "A_T"),
                new SurfaceMolecule(SYNAPSE, "PDL1", "C1_PDL1_tot", "A_C"),
                new SurfaceMolecule(SYNAPSE, "PDL2", "C1_PDL2_tot", "A_C"),
                ReceptorBinding.simple(SYNAPSE, "PD1", "PDL1"),
                ReceptorBinding.simple(SYNAPSE, "PD1", "PDL2"),
                new AntibodyBinding(SYNAPSE, "PD1", "Nivo", "Nivo", "Ki / (d_syn * AvogadroN)", between, 2),
                new ReceptorOccupancy(TUMOUR, "Teff_PD1", "Teff_PD1_tot", "Nivo", "Nivo", between),
                new Affinity("koff_PD1_PDL1", "Kd_PD1_PDL1", "kon_PD1_PDL1", "1/s"),
                new Affinity("koff_PD1_PDL2", "Kd_PD1_PDL2", "kon_PD1_PDL2", "1/s"),
                new Affinity("koff_Nivo", "Kd_Nivo", "kon_Nivo", "1/s"),
                ReceptorSignal.pd1(SYNAPSE),
                new ReceptorSignal(SYNAPSE, "H_exhaustion", complexes, "PD1_50", "1"));
    }

    /// What the paper declares and nothing changes.
    private static void untouched(Assembly patient) {
        patient.part()
                .amount("Tum.C1_PDL1", "PD-L1 of a cancer cell", "molecules")
                .initially("Tum.C1_PDL1", "C1_PDL1_tot")
                .amount("Tum.C1_PDL2", "PD-L2 of a cancer cell", "molecules")
                .initially("Tum.C1_PDL2", "C1_PDL2_tot")
                .concentration("Tum.DAMP", "Danger signals, of which the equations have Ckine_Mat", "mol")
                .amount("LN.TCR_p1_0_M", "T cell receptors on loaded MHC molecules", "molecules");
    }
}
