package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// The body's own T cells of tissue, some of which bispecific antibodies made active.
///
/// *Biology*: T cells go between blood and tissue, where most are, some of them among the targets. What activates
/// them is with each antibody ([TCellEngager]); whoever did it, an active T cell calms down or dies.
///
/// *Equation*: with T cells in blood T, and T_tissue = T V_C T_among of them among targets, of which a share S is
/// active,
///
///     S' = -k_calm S + what antibodies activate
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_calm | 1/d | calming down and dying |
/// | T_among | 1 | T cells among targets over those in blood |
///
/// *Reads and writes*: has the share of active T cells, which starts at none, `T_tissue` and `T_active`; reads
/// [TLymphocytes].
///
/// *Source*: Hosseini et al. 2020, doi 10.1038/s41540-020-00145-7.
///
/// @param blood  the compartment of blood, `V_C`
/// @param tissue where targets are, `V_P`
public record EngagedTCells(String blood, String tissue) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", blood).and("P", tissue))
                .amount("{P}.active", "Share of T cells that bispecific antibodies made active", "1")
                .assigned("T_tissue", "T cells among targets", "cells", "{C}.T * {C} * T_among")
                .assigned("T_active", "Active T cells among targets", "cells", "{P}.active * T_tissue")
                .reaction("T cells calm down", "{P}.active ->", "k_calm * {P}.active");
    }
}
