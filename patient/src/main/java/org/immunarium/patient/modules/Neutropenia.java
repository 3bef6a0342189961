package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;
import org.immunarium.patient.assembly.Part;

/// Neutrophils fall after chemotherapy, and come back.
///
/// *Biology*: cells of the marrow that divide die of the drug; what they would have become is missing in blood
/// when it would have come, about a week later. Low counts call for more.
///
/// *Equation* (Friberg), with k = 4 / MTT:
///
///     prol'     = k prol (1 - E) (ANC0 / ANC)^feedback - k prol
///     transit1' = k prol - k transit1,  transit2' = k transit1 - k transit2,  transit3' = k transit2 - k transit3
///     ANC'      = k transit3 - k ANC
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | ANC0 | 1e9 cells/L | neutrophils at rest |
/// | MTT | h | mean time through the marrow |
/// | feedback | 1 | how strongly low counts call for more |
///
/// *Reads and writes*: has neutrophils and those to come, all in numbers per litre of blood; reads the effect E
/// of drugs on cells that divide, usually a slope [L/mol] times a concentration.
///
/// *Source*: Friberg et al. 2002, doi 10.1200/JCO.2002.02.140.
///
/// @param blood  the compartment of blood, `V_C`
/// @param effect a formula of what drugs do to cells that divide, `slope_docetaxel * V_C.docetaxel`
public record Neutropenia(String blood, String effect) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        Part part = patient.part(Names.of("blood", blood).and("effect", effect));
        for (String stage : new String[] {"prol", "transit1", "transit2", "transit3", "ANC"}) {
            part.concentration("{blood}." + stage, meaning(stage), "cells").initially("{blood}." + stage, "ANC0");
        }
        part.reaction(
                        "Division in the marrow",
                        "-> {blood}.prol",
                        "4 / MTT * {blood}.prol * (1 - ({effect})) * (ANC0 / {blood}.ANC)^feedback * {blood}")
                .reaction(
                        "Into the first stage", "{blood}.prol -> {blood}.transit1", "4 / MTT * {blood}.prol * {blood}")
                .reaction(
                        "Into the second stage",
                        "{blood}.transit1 -> {blood}.transit2",
                        "4 / MTT * {blood}.transit1 * {blood}")
                .reaction(
                        "Into the third stage",
                        "{blood}.transit2 -> {blood}.transit3",
                        "4 / MTT * {blood}.transit2 * {blood}")
                .reaction("Into blood", "{blood}.transit3 -> {blood}.ANC", "4 / MTT * {blood}.transit3 * {blood}")
                .reaction("Out of blood", "{blood}.ANC ->", "4 / MTT * {blood}.ANC * {blood}");
    }

    private static String meaning(String stage) {
        return switch (stage) {
            case "prol" -> "Neutrophils' precursors that divide";
            case "ANC" -> "Neutrophils";
            default -> "Precursors on their way";
        };
    }
}
