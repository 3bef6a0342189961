package org.immunarium.patient.modules;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;
import org.immunarium.patient.assembly.Part;

/// A bispecific antibody that holds the body's own T cells to cells with an antigen.
///
/// *Biology*: it activates T cells where there are targets beside them, the more targets for each T cell the
/// faster; active T cells kill those targets to which it holds them, the more T cells for each target the
/// faster. As killing leaves fewer targets, T cells calm down.
///
/// *Equation*: with D in tissue a fraction K_P of the concentration in blood, T cells of tissue T_tissue, of
/// which a share S is active, and A cells with the antigen,
///
///     D'  = -CL D / V
///     r   = A / (T_tissue (1 - S)),  q = S T_tissue / A
///     S'  = k_act V_T r^s / (r_50^s + r^s) D / (D + D_act) (1 - S) - k_calm S
///     B'  = -k_kill V_B q^n / (q_50^n + q^n) D / (D + D_kill) B, of each kind of target
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | CL, V | L/h, L | clearance and volume of distribution |
/// | K_tissue | 1 | concentration in tissue over that in blood |
/// | k_act, V_act, k_calm | 1/d, 1, 1/d | activation and calming down |
/// | r_50, s | 1 | targets for each T cell at half of it, steepness |
/// | k_engaged, V_kill | 1/d, 1 | killing |
/// | q_50, n | 1 | active T cells for each target at half of it, steepness |
/// | D_act, D_kill | µg/L | half-maximal concentrations |
///
/// *Reads and writes*: has the drug, into which doses go, the share of active T cells, and `T_engaged`, those
/// of them that it holds;
/// reads [TLymphocytes] and the sum of cells with the antigen; takes from the targets. T cells that divide or
/// die for it are left out.
///
/// *Source*: Hosseini et al. 2020, doi 10.1038/s41540-020-00145-7, the forms of activation and killing only.
///
/// @param blood   the compartment of blood, `V_C`
/// @param tissue  where targets are, `V_P`
/// @param drug    its name, `blinatumomab`
/// @param antigen what it binds on targets, `CD19`
/// @param targets who has it, `CD19pos` and `B`
public record TCellEngager(String blood, String tissue, String drug, String antigen, List<String> targets)
        implements Mechanism {

    public TCellEngager {
        targets = List.copyOf(targets);
    }

    @Override
    public void addTo(Assembly patient) {
        Part part = patient.part(
                Names.of("C", blood).and("P", tissue).and("D", drug).and("A", antigen));
        part.amount("{C}.{D}", "{D}", "µg")
                .amount("{P}.active", "Share of T cells that {D} made active", "1")
                .assigned("{D}_tissue", "{D} in tissue", "µg/L", "K_tissue_{D} * {C}.{D} / V_{D}")
                .assigned("T_tissue", "T cells of tissue", "cells", "{C}.T * {C} * k_CART_in / k_CART_out")
                .assigned("T_active", "Active T cells of tissue", "cells", "{P}.active * T_tissue")
                .assigned(
                        "T_engaged",
                        "Active T cells that {D} holds",
                        "cells",
                        "T_active * {D}_tissue / ({D}_tissue + D_act)")
                .assigned(
                        "targets_per_T",
                        "Cells with {A} for each T cell at rest",
                        "1",
                        "{A}_cells / (T_tissue * (1 - {P}.active))")
                .assigned("T_per_target", "Active T cells for each cell with {A}", "1", "T_active / {A}_cells")
                .reaction("Clearance of {D}", "{C}.{D} ->", "CL_{D} * {C}.{D} / V_{D}")
                .reaction(
                        "Activation by {D}",
                        "-> {P}.active",
                        "k_act * V_act * targets_per_T^s_act / (r_50^s_act + targets_per_T^s_act)"
                                + " * {D}_tissue / ({D}_tissue + D_act) * (1 - {P}.active)")
                .reaction("T cells calm down", "{P}.active ->", "k_calm * {P}.active");
        for (String target : targets) {
            patient.part(Names.of("P", tissue).and("D", drug).and("B", target))
                    .reaction(
                            "Killing of {B} by T cells that {D} holds",
                            "{P}.{B} ->",
                            "k_engaged * V_kill * T_per_target^n_kill / (q_50^n_kill + T_per_target^n_kill)"
                                    + " * {D}_tissue / ({D}_tissue + D_kill) * {P}.{B}");
        }
    }
}
