package org.immunarium.patient.published;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.therapy.Target;
import org.immunarium.units.Quantity;

/// CAR-T cells, their memory and a blood cancer in mice without an immune system of their own (CARTmath).
///
/// *Biology*: effector CAR-T cells CT multiply, die, are exhausted by tumour cells, and turn into memory cells CM;
/// memory cells that meet tumour cells become effectors again; effectors kill tumour cells T.
///
/// *Equations* (cells, days):
///
///     CT' = (phi - rho) CT + theta T CM - alpha T CT
///     CM' = epsilon CT - theta T CM - mu CM
///     T'  = r T (1 - b T) - gamma T CT
///
/// A population of less than `extinct` = 1e-6 cells is zero from then on, as in the authors' program.
///
/// *Parameters*: two sets, for Hodgkin lymphoma HDLM-2 with CAR-T 123 and Burkitt lymphoma Raji with CAR-T 19; in
/// Raji alpha also depends on whether the tumour makes IDO and whether IDO is blocked.
///
/// *Source*: Barros et al. 2021, Cancers 13:2941, doi 10.3390/cancers13122941; values, starts and doses as in the
/// authors' program (github.com/tmglncc/CARTmath, `server.R`, `rk4.R`), the same as BioModels BIOMD0000001019 and
/// BIOMD0000001020 but for the day of the HDLM-2 dose: 42 in the program, 45 in BioModels. 42 is used.
public final class Barros2021 {

    /// A set of values of the paper.
    private record Values(
            String id,
            String title,
            double start,
            double phi,
            double rho,
            double theta,
            double alpha,
            double epsilon,
            double mu,
            double r,
            double b,
            double gamma) {}

    private static final Values HDLM2 = new Values(
            "barros2021_hdlm2",
            "Barros 2021, CAR-T 123 against HDLM-2",
            2e6,
            0.265,
            0.35,
            6e-6,
            4.5e-8,
            0.15,
            5e-3,
            5.650026e-2,
            1.404029e-12,
            3.715843e-6);

    private static final String CITATION =
            "Barros LRC, Paixão EA, Valli AMP, Naozuka GT, Fassoni AC, Almeida RC. CARTmath - a mathematical model of"
                    + " CAR-T immunotherapy in preclinical studies of hematological cancers. Cancers 2021;13:2941."
                    + " doi:10.3390/cancers13122941";

    private Barros2021() {}

    /// Hodgkin lymphoma HDLM-2: cured by one dose of 2e6 CAR-T cells on day 42, and protected by memory.
    public static PublishedModel hdlm2() {
        return published(
                "barros2021-hdlm2",
                "Barros 2021 (CARTmath): CAR-T 123 cells against Hodgkin lymphoma HDLM-2 in mice",
                "2e6 tumour cells grow for 42 days; 2e6 CAR-T cells then clear them within a week. Memory cells last:"
                        + " 1e6 tumour cells injected on day 250 are cleared as well.",
                HDLM2,
                Quantity.parse("500 d"),
                "CAR-T 2e6 cells from 42 d + tumour cells 1e6 cells from 250 d");
    }

    /// Burkitt lymphoma Raji: one dose of 1e7 CAR-T cells on day 7 slows it and does not cure.
    public static PublishedModel raji() {
        return published(
                "barros2021-raji",
                "Barros 2021 (CARTmath): CAR-T 19 cells against Burkitt lymphoma Raji in mice",
                "3e6 tumour cells that double in 1.4 days; 1e7 CAR-T cells on day 7 delay them and are then exhausted.",
                raji("barros2021_raji", "Barros 2021, CAR-T 19 against Raji", 1.248506e-8),
                Quantity.parse("30 d"),
                "CAR-T 1e7 cells from 7 d");
    }

    /// Raji cells that make IDO, which exhausts CAR-T cells faster.
    public static PublishedModel rajiIdo() {
        return published(
                "barros2021-raji-ido",
                "Barros 2021 (CARTmath): CAR-T 19 cells against Raji cells that make IDO",
                "The dose of barros2021-raji works less where the tumour makes IDO (alpha 1.461699e-8).",
                raji("barros2021_raji_ido", "Barros 2021, CAR-T 19 against Raji with IDO", 1.461699e-8),
                Quantity.parse("30 d"),
                "CAR-T 1e7 cells from 7 d");
    }

    /// Raji cells that make IDO, with its inhibitor 1-methyl-tryptophan.
    public static PublishedModel rajiIdoInhibited() {
        return published(
                "barros2021-raji-ido-1mt",
                "Barros 2021 (CARTmath): CAR-T 19 cells against Raji cells with IDO, and the IDO inhibitor 1-MT",
                "Blocking IDO gives the CAR-T cells of barros2021-raji-ido most of their effect back (alpha"
                        + " 1.261662e-8).",
                raji("barros2021_raji_ido_1mt", "Barros 2021, CAR-T 19 and 1-MT against Raji with IDO", 1.261662e-8),
                Quantity.parse("30 d"),
                "CAR-T 1e7 cells from 7 d");
    }

    private static Values raji(String id, String title, double alpha) {
        return new Values(id, title, 3e6, 0.83, 0.8300536, 2.3e-4, alpha, 1.59795, 6.89e-7, 0.5071721, 0, 3.365388e-8);
    }

    private static PublishedModel published(
            String name, String title, String description, Values values, Quantity duration, String therapy) {
        Map<String, Target> targets = new LinkedHashMap<>();
        targets.put("CAR-T", Target.amount("CT"));
        targets.put("tumour cells", Target.amount("T"));
        return new PublishedModel(
                name,
                title,
                description,
                CITATION,
                () -> model(values),
                targets,
                duration,
                therapy,
                "T",
                Optional::empty);
    }

    private static Model model(Values values) {
        return ModelBuilder.of(values.id(), values.title())
                .units("d", "cells", "L")
                .compartment("mouse", 1)
                .amount("CT", "Effector CAR-T cells", "mouse", 0, "cells")
                .amount("CM", "Memory CAR-T cells", "mouse", 0, "cells")
                .amount("T", "Tumour cells", "mouse", values.start(), "cells")
                .parameter("phi", "Proliferation of effector CAR-T cells", values.phi(), "1/d")
                .parameter("rho", "Their death and turning into memory cells", values.rho(), "1/d")
                .parameter("theta", "Memory cells becoming effectors, by tumour cell", values.theta(), "1/(cells*d)")
                .parameter("alpha", "Inhibition of effectors, by tumour cell", values.alpha(), "1/(cells*d)")
                .parameter("epsilon", "Effectors turning into memory cells", values.epsilon(), "1/d")
                .parameter("mu", "Death of memory cells", values.mu(), "1/d")
                .parameter("r", "Growth of the tumour", values.r(), "1/d")
                .parameter("b", "Inverse carrying capacity of the tumour", values.b(), "1/cells")
                .parameter("gamma", "Killing by effector CAR-T cells", values.gamma(), "1/(cells*d)")
                .parameter("extinct", "A smaller population is zero", 1e-6, "cells")
                .rate("CT", "(phi - rho) * CT + theta * T * CM - alpha * T * CT")
                .rate("CM", "epsilon * CT - theta * T * CM - mu * CM")
                .rate("T", "r * T * (1 - b * T) - gamma * T * CT")
                .event("CT_gone", "The last effector CAR-T cell is gone", "CT < extinct", "CT", "0")
                .event("CM_gone", "The last memory CAR-T cell is gone", "CM < extinct", "CM", "0")
                .event("T_gone", "The last tumour cell is gone", "T < extinct", "T", "0")
                .build();
    }
}
