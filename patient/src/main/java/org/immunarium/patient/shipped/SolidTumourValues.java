package org.immunarium.patient.shipped;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.patient.assembly.Certainty;
import org.immunarium.patient.assembly.KnownValue;
import org.immunarium.patient.assembly.ParameterTable;
import org.immunarium.patient.shipped.SolidTumourDrugs.Action;
import org.immunarium.patient.shipped.TumourPlan.Clone;
import org.immunarium.patient.shipped.TumourPlan.Loss;
import org.immunarium.patient.shipped.TumourPlan.Site;
import org.immunarium.therapy.drug.Drugs;
import org.immunarium.units.Unit;

/// The values of a patient with a solid tumour: those of the cancer, those of all such patients, those of each
/// drug; and of each further clone and tumour, which are as the first unless something else is said.
final class SolidTumourValues {

    /// Values that each clone has of its own, by what they are called in the tables.
    private static final List<String> OF_A_CLONE =
            List.of("k_growth", "k_death", "shed_P0", "shed_P1", "alpha", "beta", "targets", "resistant");

    private final List<KnownValue> rows = new ArrayList<>();

    private SolidTumourValues() {}

    static ParameterTable of(ParameterTable cancer, TumourPlan plan) {
        SolidTumourValues more = new SolidTumourValues();
        more.sites(plan);
        ParameterTable shipped =
                ParameterTable.of(List.of()).offering(cancer).offering(ParameterTable.shipped("solid-tumour"));
        more.clones(plan, shipped);
        plan.drugs().forEach(more::binding);
        ParameterTable values = shipped.offering(ParameterTable.of(more.rows));
        if (plan.sideEffects()) {
            values = values.offering(SolidTumourSideEffects.values(plan));
        }
        for (String name : plan.drugs()) {
            values = Drugs.find(name).map(DrugValues::of).map(values::offering).orElse(values);
        }
        return values;
    }

    /// Each starts as a share of the first.
    private void sites(TumourPlan plan) {
        String first = plan.clones().getFirst().name();
        for (Site site : plan.sites()) {
            boolean primary = site.equals(plan.sites().getFirst());
            String volume = site.name().isEmpty() ? "V_T" : "V_" + site.name();
            derived("syn_T_C" + (site.name().isEmpty() ? "" : "_" + site.name()), "A_syn", "µm^2", "area of a synapse");
            if (site.seeded()) {
                continue;
            }
            String share = primary ? "" : " * share_" + site.name();
            if (!primary) {
                assumed(
                        "share_" + site.name(),
                        "0.3",
                        KnownValue.SHARE,
                        "share of the primary tumour's cells that it has at the start");
            }
            for (Clone clone : plan.clones()) {
                String of = clone.name().equals(first) ? "" : " * share_" + clone.name();
                derived(
                        volume + "." + clone.name(),
                        "start_cells" + share + of,
                        "cells",
                        "cancer cells of " + clone.name() + " at the start");
            }
        }
    }

    /// The first has the values of the cancer; the others are as it.
    private void clones(TumourPlan plan, ParameterTable shipped) {
        String first = plan.clones().getFirst().name();
        for (Clone clone : plan.clones()) {
            String c = clone.name();
            if (c.equals(first)) {
                OF_A_CLONE.forEach(name -> shipped.find(name).ifPresent(row -> rows.add(row.named(ofClone(name, c)))));
                continue;
            }
            for (String name : OF_A_CLONE) {
                shipped.find(name)
                        .ifPresent(row -> as(
                                ofClone(name, c),
                                ofClone(name, first),
                                row.unit(),
                                row.share(),
                                row.meaning() + ", of " + c));
            }
            if (clone.has(Loss.SENSITIVITY)) {
                assumed(
                        "resistant_" + c,
                        "0.9",
                        KnownValue.SHARE,
                        "share of chemotherapy's killing that " + c + " escapes");
            }
            assumed(
                    "share_" + c,
                    "1e-6",
                    KnownValue.SHARE,
                    "share of the cells of " + first + " that " + c + " has at the start");
            assumed(
                    "mu_" + c,
                    "1e-6",
                    KnownValue.SHARE,
                    "share of divisions of " + first + " that make a cell of " + c);
            assumed("hidden_" + c, "0.95", KnownValue.SHARE, "share of killing by T cells that " + c + " escapes");
            assumed("lost_" + c, "0.95", KnownValue.SHARE, "share of MHC-I that " + c + " has lost");
        }
    }

    /// What a value of cancer cells is called of a clone: `k_growth` is `k_C1_growth`, `alpha` is `alpha_C1`.
    private static String ofClone(String name, String clone) {
        return name.startsWith("k_") ? "k_" + clone + name.substring(1) : name + "_" + clone;
    }

    /// How each antibody binds: as others of its kind do, but for its own dissociation constant.
    private void binding(String name) {
        Action action = SolidTumourDrugs.action(name);
        String id = DrugValues.idOf(name);
        String target = switch (action) {
            case BLOCKS_PD1 -> "PD1";
            case BLOCKS_PDL1 -> "PDL1";
            case BLOCKS_CTLA4 -> "CTLA4";
            default -> "";
        };
        if (!target.isEmpty()) {
            as(
                    "kon_" + target + "_" + id,
                    "kon_" + target + "_antibody",
                    "1/(M*s)",
                    "binding of " + target + " and " + name);
            derived(
                    "koff_" + target + "_" + id,
                    "kon_" + target + "_" + id + " * kd_" + id,
                    "1/s",
                    "unbinding of " + target + " and " + name);
            as("Chi_" + target + "_" + id, "Chi_" + target + "_antibody", "1/nm", "gain of the second arm of " + name);
        }
        as(
                "k_tissue_" + id,
                action == Action.KILLS_DIVIDING_CELLS ? "k_tissue_small" : "k_tissue_antibody",
                "1/d",
                "how fast " + name + " between cells follows plasma");
        as(
                "gamma_T_" + id,
                "1",
                KnownValue.SHARE,
                "share of the space between cells of a tumour that " + name + " can enter");
        as("Kd_" + id, "kd_" + id, "nM", "dissociation constant of target and " + name);
        derived(
                "EC50_lympho_" + id,
                "EC50_lympho * EC50_" + id + " / ratio_" + id,
                "nM",
                "concentration of " + name + " in plasma at which it kills lymphocytes at half the largest rate");
        as("k_lympho_" + id, "k_lympho", "1/d", "largest rate at which " + name + " kills lymphocytes");
    }

    private void as(String name, String other, String unit, String meaning) {
        as(name, other, unit(unit), unit.equals(KnownValue.SHARE), meaning);
    }

    private void as(String name, String other, Unit unit, boolean share, String meaning) {
        rows.removeIf(each -> each.name().equals(name));
        rows.add(new KnownValue(name, other, unit, share, meaning, Certainty.ASSUMED, "", "the same"));
    }

    private static Unit unit(String text) {
        return text.equals(KnownValue.SHARE) ? Unit.ONE : Unit.parse(text);
    }

    private void derived(String name, String formula, String unit, String meaning) {
        rows.add(row(name, formula, unit, meaning, Certainty.DERIVED, ""));
    }

    private void assumed(String name, String value, String unit, String meaning) {
        rows.removeIf(each -> each.name().equals(name));
        rows.add(row(name, value, unit, meaning, Certainty.ASSUMED, ""));
    }

    private static KnownValue row(
            String name, String value, String unit, String meaning, Certainty certainty, String note) {
        return new KnownValue(name, value, unit(unit), unit.equals(KnownValue.SHARE), meaning, certainty, "", note);
    }
}
