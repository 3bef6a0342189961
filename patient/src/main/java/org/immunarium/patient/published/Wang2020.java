package org.immunarium.patient.published;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.immunarium.patient.modules.Costimulation;
import org.immunarium.patient.modules.CytotoxicKilling;
import org.immunarium.patient.modules.DangerSignal;
import org.immunarium.patient.modules.DrugDistribution;
import org.immunarium.patient.modules.DrugInTumour;
import org.immunarium.patient.modules.EffectorTCells;
import org.immunarium.patient.modules.Exhaustion;
import org.immunarium.patient.modules.GrowthInhibition;
import org.immunarium.patient.modules.Interleukin2;
import org.immunarium.patient.modules.Lesion;
import org.immunarium.patient.modules.LinearClearance;
import org.immunarium.patient.modules.MhcMolecules;
import org.immunarium.patient.modules.MyeloidSuppressorCells;
import org.immunarium.patient.modules.NaiveTCellTransit;
import org.immunarium.patient.modules.OralAbsorption;
import org.immunarium.patient.modules.PresenterContact;
import org.immunarium.patient.modules.Priming;
import org.immunarium.patient.modules.ReceptorBinding;
import org.immunarium.patient.modules.ReceptorSignal;
import org.immunarium.patient.modules.RegulatoryCellDepletion;
import org.immunarium.patient.modules.RegulatoryTCells;
import org.immunarium.patient.modules.SaturableClearance;
import org.immunarium.patient.modules.SurfaceMolecule;
import org.immunarium.patient.modules.Synapse;
import org.immunarium.patient.modules.TcrRecognition;
import org.immunarium.patient.modules.TumourInfiltration;
import org.immunarium.patient.modules.TumourPresenters;
import org.immunarium.patient.modules.TumourVolume;
import org.immunarium.therapy.Target;
import org.immunarium.units.Quantity;

/// A patient with breast cancer under nivolumab, durvalumab, ipilimumab and entinostat, from the first cancer
/// cell on.
///
/// *Source*: Wang et al. 2020, Front Bioeng Biotechnol 8:141, doi 10.3389/fbioe.2020.00141.
public final class Wang2020 {

    private static final Body BODY = Body.usual();
    private static final Lesion TUMOUR = Lesion.only();
    private static final Synapse WITH_CANCER = new Synapse("syn_T_C1", "C1");
    private static final Synapse WITH_PRESENTER = new Synapse("syn_T_APC", "APC");
    private static final String PD1 = "H_PD1_C1";
    private static final String SUPPRESSORS = "H_MDSC_C1";

    private Wang2020() {}

    /// The patient of the published file.
    public static PublishedModel patient() {
        Map<String, Target> targets = new LinkedHashMap<>();
        targets.put("nivolumab", antibody("nivo", "143600 g/mol"));
        targets.put("durvalumab", antibody("durv", "149000 g/mol"));
        targets.put("ipilimumab", antibody("ipi", "148000 g/mol"));
        return new PublishedModel(
                "wang2020",
                "Wang 2020: a breast tumour from its first cell, checkpoints, suppressor cells and four drugs",
                "One cancer cell grows to a tumour in eight years. T cells are primed through PD-1, CD28 and CTLA-4, and held"
                        + " back in the tumour by PD-L1, regulatory T cells and myeloid-derived suppressor cells."
                        + " Nivolumab, durvalumab, ipilimumab and entinostat.",
                "Wang H, Sové RJ, Jafarnejad M, Rahmeh S, Jaffee EM, Stearns V, Torres ETR, Connolly RM, Popel AS. Conducting a"
                        + " virtual clinical trial in HER2-negative breast cancer using a quantitative systems pharmacology"
                        + " model with an epigenetic modulator and immune checkpoint inhibitors. Front Bioeng Biotechnol"
                        + " 2020;8:141. doi:10.3389/fbioe.2020.00141",
                Wang2020::model,
                targets,
                Quantity.parse("3600 d"),
                "nivolumab 3 mg/kg IV q2w from 3000 d",
                "V_T_C1",
                () -> Optional.of(ParameterTable.shipped("wang2020")));
    }

    private static Target antibody(String name, String molarMass) {
        return Target.amount("V_C_" + name).withMolarMass(Quantity.parse(molarMass));
    }

    private static Model model() {
        Assembly patient = Assembly.of("wang2020", "Wang 2020", ParameterTable.shipped("wang2020"));
        tumour(patient);
        tCells(patient);
        presentation(patient);
        drugs(patient);
        synapse(patient, WITH_CANCER, "C1", "A_cell", TUMOUR.volume(), "gamma_T_");
        synapse(patient, WITH_PRESENTER, "APC", "A_APC", BODY.node(), "gamma_LN_");
        return patient.build();
    }

    private static void tumour(Assembly patient) {
        patient.add(
                BODY,
                new TumourVolume(TUMOUR),
                new CancerClone(TUMOUR, "C1", List.of("H_ENT_C1")),
                new GrowthInhibition(TUMOUR, "ENT", "C1"),
                new CytotoxicKilling(TUMOUR, "T1", "C1", List.of(PD1, SUPPRESSORS)),
                MyeloidSuppressorCells.inhibited(TUMOUR, "C1", "T0", "ENT"));
    }

    private static void tCells(Assembly patient) {
        for (String tCell : List.of("T0", "T1")) {
            boolean regulates = tCell.equals("T0");
            patient.add(
                    new NaiveTCellTransit(BODY, tCell),
                    new Priming(
                            BODY,
                            tCell,
                            regulates ? "H_APC" : "H_mAPC",
                            regulates ? "H_P0" : "H_P1",
                            Priming.Counted.ALL_THAT_ANSWER),
                    new ClonalExpansion(BODY, tCell, "N_aT", true, true),
                    new EffectorTCells(BODY, tCell),
                    new TumourInfiltration(
                            BODY, TUMOUR, tCell, regulates ? Optional.of("Treg_max") : Optional.empty()));
        }
        patient.add(
                new Exhaustion(TUMOUR, "T1", PD1),
                new RegulatoryTCells(TUMOUR, "T0"),
                new Interleukin2(BODY, List.of("T1"), List.of("T0"), List.of("N_costim * H_CD28_APC")));
    }

    private static void presentation(Assembly patient) {
        patient.add(
                new AntigenPresentingCells(BODY),
                new TumourPresenters(BODY, TUMOUR, true),
                PresenterContact.amongEffectors(BODY, "APC"),
                PresenterContact.amongEffectors(BODY, "mAPC"),
                new DangerSignal(TUMOUR, DangerSignal.Killed.BY_T_CELLS),
                new MhcMolecules());
        List<AntigenRelease.Deaths> deaths = List.of(new AntigenRelease.Deaths("C1", List.of("T1"), List.of(PD1)));
        for (String index : List.of("0", "1")) {
            String antigen = "P" + index;
            String peptide = "p" + index;
            patient.add(
                    new Antigen(BODY.node(), BODY, antigen),
                    new AntigenRelease(BODY.node(), TUMOUR, antigen, "T" + index, deaths),
                    new AntigenProcessing(BODY.node(), antigen, peptide),
                    new TcrRecognition(antigen, peptide, "T" + index, index.equals("1")));
        }
    }

    private static void drugs(Assembly patient) {
        for (String antibody : List.of("nivo", "durv", "ipi")) {
            patient.add(
                    new DrugDistribution(BODY, antibody, false),
                    new DrugInTumour(BODY, TUMOUR, antibody, false),
                    new LinearClearance(BODY, antibody, false));
        }
        patient.add(
                new DrugDistribution(BODY, "ENT", false),
                new DrugInTumour(BODY, TUMOUR, "ENT", false),
                new LinearClearance(BODY, "ENT", true),
                new SaturableClearance(BODY, "ENT"),
                new OralAbsorption(BODY, "ENT"),
                // The published equations divide by the blood's fraction in the tumour.
                new RegulatoryCellDepletion(TUMOUR.volume(), "T", "T0", "ipi", "gamma_C_ipi"),
                new RegulatoryCellDepletion(BODY.periphery(), "P", "T0", "ipi", "gamma_P_ipi"));
    }

    /// The contact with a cell, in a compartment that drugs come to.
    private static void synapse(
            Assembly patient, Synapse synapse, String partner, String area, String place, String entry) {
        patient.add(
                synapse,
                new SurfaceMolecule(synapse, "PD1", "T_PD1_total", "A_Tcell"),
                new SurfaceMolecule(synapse, "CD28", "T_CD28_total", "A_Tcell"),
                new SurfaceMolecule(synapse, "CTLA4", "T_CTLA4_syn", "A_syn"),
                new SurfaceMolecule(synapse, "TPDL1", "T_PDL1_total", "A_Tcell"));
        for (String ligand : List.of("PDL1", "PDL2", "CD80", "CD86")) {
            patient.add(new SurfaceMolecule(synapse, ligand, partner + "_" + ligand + "_total", area));
        }
        patient.add(
                ReceptorBinding.simple(synapse, "PD1", "PDL1"),
                ReceptorBinding.simple(synapse, "PD1", "PDL2"),
                new Costimulation(synapse),
                ReceptorSignal.pd1(synapse),
                ReceptorSignal.cd28(synapse),
                antibody(synapse, "PD1", "nivo", "PD1_nivo", place, entry, 2),
                antibody(synapse, "PDL1", "durv", "PDL1_durv", place, entry, 2),
                antibody(synapse, "TPDL1", "durv", "PDL1_durv", place, entry, 2),
                antibody(synapse, "CTLA4", "ipi", "CTLA4_ipi", place, entry, 4));
    }

    private static AntibodyBinding antibody(
            Synapse synapse, String target, String antibody, String rates, String place, String entry, int ways) {
        String free = place + "." + antibody + " / " + entry + antibody;
        return new AntibodyBinding(synapse, target, antibody, rates, "Chi_" + rates, free, ways);
    }
}
