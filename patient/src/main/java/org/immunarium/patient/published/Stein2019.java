package org.immunarium.patient.published;

import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.units.Quantity;

/// CAR-T cells in the blood of a typical patient after one infusion of tisagenlecleucel: they double in three
/// quarters of a day until day nine, most are gone within a month, and few stay for years.
///
/// E expands at rho until T_max. Then it contracts at alpha, and a share F_B of it goes over to M, which
/// declines at beta. Time zero is the infusion. The level at that time, C_max / foldx, is no dose: it is what
/// would have grown to the peak.
///
/// *Source*: Stein et al. 2019, CPT Pharmacometrics Syst Pharmacol 8:285-295, doi 10.1002/psp4.12388, table 1 and
/// figure 2: medians of 90 children and young adults with acute lymphoblastic leukaemia.
public final class Stein2019 {

    private Stein2019() {}

    /// The typical patient.
    public static PublishedModel patient() {
        return new PublishedModel(
                "stein2019",
                "Stein 2019: expansion and persistence of tisagenlecleucel in a typical patient",
                "CAR-T cells, counted in copies of their gene, grow 3900-fold to a peak on day 9, contract with a half-life of"
                        + " 4.3 days and persist with one of 220 days.",
                "Stein AM, Grupp SA, Levine JE, et al. Tisagenlecleucel model-based cellular kinetic analysis of chimeric"
                        + " antigen receptor-T cells. CPT Pharmacometrics Syst Pharmacol 2019;8:285-295."
                        + " doi:10.1002/psp4.12388",
                Stein2019::model,
                Map.of(),
                Quantity.parse("730 d"),
                "",
                "E",
                Optional::empty);
    }

    private static Model model() {
        return ModelBuilder.of("stein2019", "Stein 2019, tisagenlecleucel")
                .units("d", "copies", "L")
                .compartment("DNA", 1)
                .amount("E", "CAR-T cells that expand and contract, in copies per µg of DNA", "DNA", 0, "copies")
                .amount("M", "CAR-T cells that persist, in copies per µg of DNA", "DNA", 0, "copies")
                .parameter("foldx", "Expansion, peak over start", 3900, "1")
                .parameter("T_max", "Time of the peak", 9.3, "d")
                .parameter("C_max", "Peak", 24000, "copies")
                .parameter("alpha", "Contraction", 0.16, "1/d")
                .parameter("beta", "Decline of what persists", 0.0032, "1/d")
                .parameter("F_B", "Share of the peak that persists", 0.0079, "1")
                .assigned("rho", "Expansion", "1/d", "ln(foldx) / T_max")
                .assigned("CART", "CAR-T cells, in copies per µg of DNA", "copies", "E + M")
                .parameter("expanding", "1 until the peak, then 0", 1, "1")
                .initially("E", "C_max / foldx")
                .rate("E", "(expanding * rho - (1 - expanding) * alpha) * E")
                .rate("M", "(1 - expanding) * F_B * (alpha - beta) * E - beta * M")
                .event("peak", "The peak is reached", "time >= T_max", "expanding", "0")
                .build();
    }
}
