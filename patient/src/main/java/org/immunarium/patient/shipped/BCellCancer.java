package org.immunarium.patient.shipped;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunarium.equations.model.Model;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.modules.AntigenCarriers;
import org.immunarium.patient.modules.AntigenLoss;
import org.immunarium.patient.modules.AntigenSignal;
import org.immunarium.patient.modules.BCells;
import org.immunarium.patient.modules.BloodAndTissue;
import org.immunarium.patient.modules.CancerBurden;
import org.immunarium.patient.modules.CarTCirculation;
import org.immunarium.patient.modules.CarTDeath;
import org.immunarium.patient.modules.CarTEngraftment;
import org.immunarium.patient.modules.CarTExpansion;
import org.immunarium.patient.modules.CarTKilling;
import org.immunarium.patient.modules.CarTMemory;
import org.immunarium.patient.modules.CytokineInhibition;
import org.immunarium.patient.modules.CytokineRelease;
import org.immunarium.patient.modules.EngagedTCells;
import org.immunarium.patient.modules.GeneCopies;
import org.immunarium.patient.modules.LastCell;
import org.immunarium.patient.modules.Lymphodepletion;
import org.immunarium.patient.modules.MalignantBCells;
import org.immunarium.patient.modules.PeripheralExchange;
import org.immunarium.patient.modules.TCellEngager;
import org.immunarium.patient.modules.TLymphocytes;
import org.immunarium.patient.modules.WaningClearance;
import org.immunarium.patient.toxicity.CytokineSyndrome;
import org.immunarium.therapy.Target;

/// What patients with a cancer of B cells have in common: where CAR-T cells go, what they see, kill and release.
///
/// Cells divide, kill and die in tissue; blood is what is counted.
final class BCellCancer {

    static final String BURDEN = "C_total";

    static final String CITATION =
            "Put together for Immunarium. CAR-T kinetics held against Stein 2019, doi:10.1002/psp4.12388; forms and"
                    + " values of Hardiansyah 2019, doi:10.1111/cts.12636, Kimmel 2021, doi:10.1098/rspb.2021.0229, and Hosseini 2020,"
                    + " doi:10.1038/s41540-020-00145-7";

    private static final BloodAndTissue BODY = BloodAndTissue.usual();
    private static final String BLOOD = BODY.blood();
    private static final String TISSUE = BODY.tissue();
    private static final String ANTIGEN = "CD19";
    private static final String POSITIVE = "CD19pos";
    private static final String NEGATIVE = "CD19neg";
    private static final String INFUSED = "CARTI";
    private static final String EFFECTORS = "CARTE";
    private static final String MEMORY = "CARTM";
    private static final List<String> PRODUCTS =
            List.of("CAR-T", "tisagenlecleucel", "axicabtagene ciloleucel", "lisocabtagene maraleucel");
    private static final List<String> WITH_CD20 = List.of(POSITIVE, NEGATIVE, "B");
    private static final List<String> CAR_T = List.of(INFUSED, EFFECTORS, MEMORY);
    private static final List<String> KILLERS = List.of(EFFECTORS, MEMORY);

    private BCellCancer() {}

    /// Where doses go.
    ///
    /// @param engagers bispecific antibodies that can be given
    static Map<String, Target> targets(List<Engager> engagers) {
        Map<String, Target> targets = new LinkedHashMap<>();
        targets.put("fludarabine", Target.amount(BLOOD + "_fludarabine"));
        PRODUCTS.forEach(product -> targets.put(product, Target.amount(BLOOD + "_" + INFUSED)));
        engagers.forEach(each -> targets.put(each.drug(), Target.amount(BLOOD + "_" + each.drug())));
        return targets;
    }

    /// The patient.
    ///
    /// @param engagers bispecific antibodies that can be given
    /// @param more     mechanisms besides those that all have
    static Model model(String id, String title, ParameterTable values, List<Engager> engagers, Mechanism... more) {
        Assembly patient = Assembly.of(id, title, values).add(BODY);
        lymphocytes(patient);
        cancer(patient);
        killers(patient);
        patient.add(new EngagedTCells(BLOOD, TISSUE));
        engagers.forEach(each -> engager(patient, each));
        cytokines(patient, engagers);
        patient.add(more);
        return patient.build();
    }

    private static void lymphocytes(Assembly patient) {
        patient.add(
                new TLymphocytes(BLOOD),
                new BCells(BLOOD, TISSUE, ANTIGEN),
                new Lymphodepletion(BLOOD, TISSUE, "fludarabine"));
    }

    private static void cancer(Assembly patient) {
        patient.add(
                new CancerBurden(),
                new MalignantBCells(TISSUE, POSITIVE, Optional.of(ANTIGEN), true),
                new MalignantBCells(TISSUE, NEGATIVE, Optional.empty(), true),
                new AntigenLoss(TISSUE, POSITIVE, NEGATIVE),
                new LastCell(TISSUE, POSITIVE));
    }

    private static void killers(Assembly patient) {
        CAR_T.forEach(cells -> patient.add(new CarTCirculation(BLOOD, TISSUE, cells)));
        patient.add(
                new AntigenSignal(ANTIGEN),
                new CarTEngraftment(TISSUE, INFUSED, EFFECTORS),
                new CarTExpansion(TISSUE, EFFECTORS, "H_CD19 * H_room"),
                new CarTMemory(TISSUE, EFFECTORS, MEMORY, "H_CD19"),
                new CarTDeath(TISSUE, EFFECTORS),
                new CarTDeath(TISSUE, MEMORY),
                new CarTKilling(TISSUE, KILLERS, POSITIVE, CarTKilling.Law.SATURABLE),
                new CarTKilling(TISSUE, KILLERS, "B", CarTKilling.Law.SATURABLE),
                new GeneCopies(BLOOD, CAR_T));
    }

    private static void engager(Assembly patient, Engager engager) {
        String drug = engager.drug();
        String antigen = engager.antigen();
        switch (engager) {
            case BLINATUMOMAB -> patient.add(new TCellEngager(BLOOD, TISSUE, drug, antigen, List.of(POSITIVE, "B")));
            case MOSUNETUZUMAB ->
                patient.add(
                        new AntigenSignal(antigen),
                        new AntigenCarriers(TISSUE, antigen, WITH_CD20),
                        new TCellEngager(BLOOD, TISSUE, drug, antigen, WITH_CD20),
                        new PeripheralExchange(BLOOD, TISSUE, drug),
                        new WaningClearance(BLOOD, drug));
        }
    }

    private static void cytokines(Assembly patient, List<Engager> engagers) {
        String active = Stream.concat(
                        Stream.of(TISSUE + "." + EFFECTORS + " * H_" + ANTIGEN),
                        engagers.stream().map(Engager::releasing))
                .collect(Collectors.joining(" + ", "(", ")"));
        patient.add(
                new CytokineRelease(BLOOD, "IL6", active),
                new CytokineRelease(BLOOD, "IL10", active),
                new CytokineInhibition(BLOOD, "IL10"),
                new CytokineRelease(BLOOD, "IFNg", active + " * F_IL10"),
                new CytokineSyndrome(BLOOD));
    }
}
