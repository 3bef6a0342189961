package org.immunarium.patient.published;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.Model;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.modules.AntigenSignal;
import org.immunarium.patient.modules.BloodAndTissue;
import org.immunarium.patient.modules.CarTCirculation;
import org.immunarium.patient.modules.CarTDeath;
import org.immunarium.patient.modules.CarTExpansion;
import org.immunarium.patient.modules.CarTKilling;
import org.immunarium.patient.modules.CarTMemory;
import org.immunarium.patient.modules.CytokineInhibition;
import org.immunarium.patient.modules.CytokineRelease;
import org.immunarium.patient.modules.MalignantBCells;
import org.immunarium.therapy.Target;
import org.immunarium.units.Quantity;

/// Two patients with chronic lymphocytic leukaemia under CAR-T cells against CD19, and their cytokines.
///
/// *Source*: Hardiansyah and Ng 2019, Clin Transl Sci 12:343-349, doi 10.1111/cts.12636. Its supplement has slips,
/// and `docs/models/hardiansyah2019.md` says how each is read here and why.
public final class Hardiansyah2019 {

    private static final BloodAndTissue BODY = BloodAndTissue.usual();
    private static final String BLOOD = BODY.blood();
    private static final String LEUKAEMIA = "B";
    private static final String EFFECTORS = "CARTE";
    private static final String MEMORY = "CARTM";

    private static final String CITATION =
            "Hardiansyah D, Ng CM. Quantitative systems pharmacology model of chimeric antigen receptor T-cell therapy."
                    + " Clin Transl Sci 2019;12:343-349. doi:10.1111/cts.12636";

    private Hardiansyah2019() {}

    /// Much leukaemia and a high dose.
    public static PublishedModel upn1() {
        return published(
                "hardiansyah2019-upn1",
                "Hardiansyah 2019, patient UPN1: CAR-T cells against much leukaemia, and the cytokines that they release",
                "4.1e9 leukaemia cells in blood and 1.1e9 CAR-T cells in three days: these expand within a week, kill nine"
                        + " in ten, and IL-6 rises a thousandfold. How much leukaemia there is counts for more than the"
                        + " dose.",
                "CAR-T 1.1e8 cells IV at 0 d + CAR-T 3.3e8 cells IV from 1 d + CAR-T 6.6e8 cells IV from 2 d");
    }

    /// Little leukaemia and a low dose.
    public static PublishedModel upn3() {
        return published(
                "hardiansyah2019-upn3",
                "Hardiansyah 2019, patient UPN3: a low dose of CAR-T cells against little leukaemia, and cytokines",
                "A dose 79 times lower against 9.3e8 leukaemia cells in blood: CAR-T cells expand for three weeks, cytokines"
                        + " rise less and later.",
                "CAR-T 1.4e6 cells IV at 0 d + CAR-T 4.2e6 cells IV from 1 d + CAR-T 8.4e6 cells IV from 2 d");
    }

    private static PublishedModel published(String name, String title, String description, String therapy) {
        ParameterTable values = ParameterTable.shipped(name);
        return new PublishedModel(
                name,
                title,
                description,
                CITATION,
                () -> model(name.replace('-', '_'), title, values),
                Map.of("CAR-T", Target.amount(BLOOD + "_" + EFFECTORS)),
                Quantity.parse("350 d"),
                therapy,
                BLOOD + "_" + LEUKAEMIA,
                () -> Optional.of(values));
    }

    private static Model model(String id, String title, ParameterTable values) {
        String seen = "CD19_cells * V_C.CARTE";
        return Assembly.of(id, title, values)
                .add(
                        BODY,
                        new MalignantBCells(BLOOD, LEUKAEMIA, Optional.of("CD19"), false),
                        new AntigenSignal("CD19"),
                        new CarTKilling(BLOOD, List.of(EFFECTORS), LEUKAEMIA, CarTKilling.Law.MASS_ACTION))
                .add(
                        new CarTCirculation(BLOOD, BODY.tissue(), EFFECTORS),
                        new CarTCirculation(BLOOD, BODY.tissue(), MEMORY),
                        new CarTExpansion(BLOOD, EFFECTORS, "CD19_cells"),
                        new CarTExpansion(BLOOD, MEMORY, "1"),
                        new CarTDeath(BLOOD, EFFECTORS),
                        new CarTDeath(BLOOD, MEMORY),
                        new CarTMemory(BLOOD, EFFECTORS, MEMORY, "H_CD19"))
                .add(
                        new CytokineRelease(BLOOD, "IL6", seen),
                        new CytokineRelease(BLOOD, "IL10", seen),
                        new CytokineInhibition(BLOOD, "IL10"),
                        new CytokineRelease(BLOOD, "IFNg", seen + " * F_IL10"))
                .build();
    }
}
