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
/// *Equation*: with D in tissue a fraction K_tissue of the concentration in blood, T cells of tissue T_tissue, of
/// which a share S is active, and A cells with the antigen,
///
///     D'  = -CL D / V
///     r   = A / (T_tissue (1 - S)),  q = S T_tissue / A
///     S'  = k_act V_T r^s / (r_50^s + r^s) D / (D + D_act) (1 - S)
///     B'  = -k_kill V_B q^n / (q_50^n + q^n) D / (D + D_kill) B, of each kind of target
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | CL_D, V_D | L/h, L | clearance and volume of distribution |
/// | K_tissue_D | 1 | concentration in tissue over that in blood |
/// | k_act, V_act | 1/d, 1 | activation |
/// | r_50_D, s_act | 1 | targets for each T cell at half of it, steepness |
/// | k_engaged, V_kill | 1/d, 1 | killing |
/// | q_50_D, n_kill_D | 1 | active T cells for each target at half of it, steepness |
/// | D_act_D, D_kill_D | µg/L | half-maximal concentrations |
///
/// *Reads and writes*: has the drug, into which doses go, and `T_engaged_D`, those active T cells that it holds;
/// reads and activates those of [EngagedTCells]; reads the sum of cells with the antigen; takes from the targets.
/// [PeripheralExchange] and [WaningClearance] add to its kinetics. T cells that divide or die for it are left out.
///
/// *Source*: Hosseini et al. 2020, doi 10.1038/s41540-020-00145-7, the forms of activation and killing only. There
/// the concentration at which mosunetuzumab activates has an exponent of 0.8; it is 1 here, as of blinatumomab,
/// since a power below 1 has no finite slope where there is no drug.
///
/// @param blood   the compartment of blood, `V_C`
/// @param tissue  where targets are, `V_P`
/// @param drug    its name, `blinatumomab`, of which those of its values are made
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
                .assigned("{D}_tissue", "{D} in tissue", "µg/L", "K_tissue_{D} * {C}.{D} / V_{D}")
                .assigned(
                        "T_engaged_{D}",
                        "Active T cells that {D} holds",
                        "cells",
                        "T_active * {D}_tissue / ({D}_tissue + D_act_{D})")
                .assigned(
                        "targets_per_T_{D}",
                        "Cells with {A} for each T cell at rest",
                        "1",
                        "{A}_cells / (T_tissue * (1 - {P}.active))")
                .assigned("T_per_target_{D}", "Active T cells for each cell with {A}", "1", "T_active / {A}_cells")
                .reaction("Clearance of {D}", "{C}.{D} ->", "CL_{D} * {C}.{D} / V_{D}")
                .reaction(
                        "Activation by {D}",
                        "-> {P}.active",
                        "k_act * V_act * targets_per_T_{D}^s_act / (r_50_{D}^s_act + targets_per_T_{D}^s_act)"
                                + " * {D}_tissue / ({D}_tissue + D_act_{D}) * (1 - {P}.active)");
        for (String target : targets) {
            patient.part(Names.of("P", tissue).and("D", drug).and("B", target))
                    .reaction(
                            "Killing of {B} by T cells that {D} holds",
                            "{P}.{B} ->",
                            "k_engaged * V_kill * T_per_target_{D}^n_kill_{D}"
                                    + " / (q_50_{D}^n_kill_{D} + T_per_target_{D}^n_kill_{D})"
                                    + " * {D}_tissue / ({D}_tissue + D_kill_{D}) * {P}.{B}");
        }
    }
}
