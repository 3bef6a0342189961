package org.immunarium.patient.published;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelBuilder;
import org.immunarium.therapy.Target;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// A tumour under chemotherapy, transferred tumour-infiltrating lymphocytes (TIL) and IL-2, in two melanoma
/// patients.
///
/// *Biology*: natural killer cells N and CD8+ T cells L kill the tumour T, each in its own way; circulating
/// lymphocytes C feed N and, by recognition of the tumour, L. Chemotherapy M kills the tumour and, less, all immune
/// cells; IL-2 I makes T cells multiply; TIL are T cells that are given.
///
/// *Equations*:
///
///     D  = d (L/T)^l / (s + (L/T)^l)
///     T' = a T (1 - b T) - c N T - D T - K_T (1 - e^-M) T
///     N' = e C - f N + g T² N / (h + T²) - p N T - K_N (1 - e^-M) N
///     L' = -m L + j D² T² L / (k + D² T²) - q L T + (r1 N + r2 C) T - u N L² - K_L (1 - e^-M) L
///          + p_I L I / (g_I + I) + v_L(t)
///     C' = alpha - beta C - K_C (1 - e^-M) C
///     M' = -gamma M + v_M(t)
///     I' = -mu_I I + v_I(t)
///
/// D is written d / (1 + s (T/L)^l) here, the same number without a division by a tumour of zero. The paper's e^-M
/// takes M as a number; here it is exp(-delta M) with delta 1 L/mg. v_M, v_L and v_I are doses.
///
/// *Source*: de Pillis, Gu and Radunskaya 2006, J Theor Biol 238:841-862, doi 10.1016/j.jtbi.2005.06.037. Values,
/// starts and doses are those of two independent public implementations of the paper, which agree with each
/// other and reproduce its outcomes (`docs/models/depillis2006.md`). Patients 9 and 10 are those of Dudley et
/// al. 2002, Science 298:850.
///
/// *Ours*: a tumour of less than `extinct` = 1 cell is gone. The paper's figures end at one cell; set it to 0
/// for its bare equations.
public final class DePillis2006 {

    /// What was fitted for each patient.
    private record Patient(
            String name,
            double d,
            double l,
            double k,
            double m,
            double q,
            double p,
            double s,
            double alpha,
            double beta) {}

    private static final Patient NINE =
            new Patient("patient9", 2.34, 2.09, 3.66e7, 0.204, 1.42e-6, 3.42e-6, 0.0839, 7.5e8, 0.012);
    private static final Patient TEN =
            new Patient("patient10", 1.88, 1.81, 5.66e7, 9.12, 1.59e-6, 3.59e-6, 0.512, 5e8, 0.008);

    private static final String CITATION =
            "de Pillis LG, Gu W, Radunskaya AE. Mixed immunotherapy and chemotherapy of tumors: modeling, applications"
                    + " and biological interpretations. J Theor Biol 2006;238:841-862. doi:10.1016/j.jtbi.2005.06.037";

    /// Nine pulses of a day each, ten days apart.
    public static final String CHEMOTHERAPY = "chemotherapy 5 mg/L/d over 1 d q10d x 9";

    /// 10^9 T cells from day 7 to day 8.
    public static final String TIL = "TIL 1e9 cells over 1 d from 7 d";

    /// Six pulses between days 8 and 12.
    public static final String IL2 = "IL-2 5e6 IU/L/d over 0.45 d every 0.7 d x 6 from 8 d";

    private DePillis2006() {}

    /// A tumour of 10^7 cells and a depleted immune system, which neither treatment clears alone but both do.
    public static PublishedModel patient9() {
        return published(
                NINE,
                "de Pillis 2006, patient 9: chemotherapy, T-cell transfer and IL-2",
                "A tumour of 1e7 cells in a patient with a depleted immune system. Untreated it grows to 9.8e8 cells;"
                        + " nine pulses of chemotherapy delay it; transferred T cells with IL-2 come too late alone;"
                        + " together they clear it within 15 days.");
    }

    /// The same start in a patient whose T cells die fast: nothing in the paper clears that tumour.
    public static PublishedModel patient10() {
        return published(
                TEN,
                "de Pillis 2006, patient 10: chemotherapy, T-cell transfer and IL-2",
                "The tumour and treatments of patient 9 in a patient whose CD8+ T cells die 45 times as fast (m 9.12 /d):"
                        + " the combination fails too.");
    }

    private static PublishedModel published(Patient patient, String title, String description) {
        Map<String, Target> targets = new LinkedHashMap<>();
        targets.put("chemotherapy", Target.concentration("M"));
        targets.put("TIL", Target.amount("L"));
        targets.put("IL-2", Target.concentration("I").withUnit(Unit.parse("IU/L")));
        return new PublishedModel(
                "depillis2006-" + patient.name(),
                title,
                description,
                CITATION,
                () -> model(patient),
                targets,
                Quantity.parse("120 d"),
                CHEMOTHERAPY + " + " + TIL + " + " + IL2,
                "T",
                Optional::empty);
    }

    private static Model model(Patient patient) {
        ModelBuilder builder = ModelBuilder.of("depillis2006_" + patient.name(), "de Pillis 2006, " + patient.name())
                .units("d", "cells", "L")
                .compartment("body", 1)
                .amount("T", "Tumour cells", "body", 1e7, "cells")
                .amount("N", "Natural killer cells", "body", 1e3, "cells")
                .amount("L", "CD8+ T cells", "body", 10, "cells")
                .amount("C", "Circulating lymphocytes", "body", 6e8, "cells")
                .concentration("M", "Chemotherapy", "body", 0, "mg")
                .concentration("I", "Interleukin-2", "body", 0, "IU");
        tumour(builder, patient);
        immuneCells(builder, patient);
        drugs(builder);
        return builder.event("extinction", "The last tumour cell is gone", "T < extinct", "T", "0")
                .build();
    }

    private static void tumour(ModelBuilder builder, Patient patient) {
        builder.parameter("a", "Growth of the tumour", 0.431, "1/d")
                .parameter("b", "Inverse carrying capacity of the tumour", 1.02e-9, "1/cells")
                .parameter("c", "Killing by natural killer cells", 6.41e-11, "1/(cells*d)")
                .parameter("d", "Largest killing by CD8+ T cells", patient.d(), "1/d")
                .parameter("l", "How killing scales with T cells for each tumour cell", patient.l(), "1")
                .parameter("s", "Steepness of that killing", patient.s(), "1")
                .parameter("K_T", "Largest killing of the tumour by chemotherapy", 0.9, "1/d")
                .parameter("extinct", "A smaller tumour is gone, assumed", 1, "cells")
                .assigned("D", "Killing by CD8+ T cells", "1/d", "d / (1 + s * (T / L)^l)")
                .assigned("effect", "Effect of chemotherapy, as part of the largest", "1", "1 - exp(-delta * M)")
                .rate("T", "a * T * (1 - b * T) - c * N * T - D * T - K_T * effect * T");
    }

    private static void immuneCells(ModelBuilder builder, Patient patient) {
        builder.parameter("e", "Natural killer cells from circulating lymphocytes", 2.08e-7, "1/d")
                .parameter("f", "Death of natural killer cells", 0.0412, "1/d")
                .parameter("g", "Largest recruitment of natural killer cells", 0.0125, "1/d")
                .parameter("h", "Square of the tumour at half of it", 2.02e7, "cells^2")
                .parameter("p", "Inactivation of natural killer cells by the tumour", patient.p(), "1/(cells*d)")
                .parameter("K_N", "Largest killing of natural killer cells by chemotherapy", 0.6, "1/d")
                .rate("N", "e * C - f * N + g * T^2 / (h + T^2) * N - p * N * T - K_N * effect * N")
                .parameter("m", "Death of CD8+ T cells", patient.m(), "1/d")
                .parameter("j", "Largest recruitment of CD8+ T cells", 0.0249, "1/d")
                .parameter("k", "Square of the killing at half of it", patient.k(), "cells^2/d^2")
                .parameter("q", "Inactivation of CD8+ T cells by the tumour", patient.q(), "1/(cells*d)")
                .parameter("r1", "CD8+ T cells from tumour killed by natural killer cells", 1.1e-7, "1/(cells*d)")
                .parameter("r2", "CD8+ T cells from lymphocytes that meet the tumour", 6.5e-11, "1/(cells*d)")
                .parameter("u", "Regulation of CD8+ T cells by natural killer cells", 3e-10, "1/(cells^2*d)")
                .parameter("K_L", "Largest killing of CD8+ T cells by chemotherapy", 0.6, "1/d")
                .parameter("p_I", "Largest proliferation of CD8+ T cells by IL-2", 0.125, "1/d")
                .parameter("g_I", "IL-2 at half of it", 2e7, "IU/L")
                .rate(
                        "L",
                        "-m * L + j * D^2 * T^2 / (k + D^2 * T^2) * L - q * L * T + (r1 * N + r2 * C) * T"
                                + " - u * N * L^2 - K_L * effect * L + p_I * L * I / (g_I + I)")
                .parameter("alpha", "Influx of circulating lymphocytes", patient.alpha(), "cells/d")
                .parameter("beta", "Death of circulating lymphocytes", patient.beta(), "1/d")
                .parameter("K_C", "Largest killing of circulating lymphocytes by chemotherapy", 0.6, "1/d")
                .rate("C", "alpha - beta * C - K_C * effect * C");
    }

    private static void drugs(ModelBuilder builder) {
        builder.parameter("delta", "Effect of a concentration of chemotherapy", 1, "L/mg")
                .parameter("gamma", "Loss of chemotherapy", 0.9, "1/d")
                .rate("M", "-gamma * M")
                .parameter("mu_I", "Loss of IL-2", 10, "1/d")
                .rate("I", "-mu_I * I");
    }
}
