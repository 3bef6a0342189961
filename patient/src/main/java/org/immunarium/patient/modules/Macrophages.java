package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Macrophages of a tumour, of two kinds.
///
/// *Biology*: monocytes become macrophages in the tumour. Interferon makes them M1, which eat and inflame; the
/// tumour's TGF-beta makes them M2, which soothe.
///
/// *Equation*:
///
///     M1' = k_Mac (Mac_max V_T - M1) - to_M2 M1 + to_M1 M2 - k_Mac_death M1
///     M2' = to_M2 M1 - to_M1 M2 - (k_Mac + k_Mac_death) M2
///
/// with to_M2 = k_M2 TGF / (TGF + TGF_50) and to_M1 = k_M1 IFN / (IFN + IFN_50).
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_Mac, k_Mac_death | 1/d | coming and going, death |
/// | Mac_max | cells/mL | density that the tumour has room for |
/// | k_M1, k_M2 | 1/d | largest rates of turning |
/// | IFN_50, TGF_50 | pM | half-maximal concentrations |
///
/// *Reads and writes*: has M1 and M2; reads `IFN` of [InterferonGamma] and `TGF` of [TransformingGrowthFactor].
///
/// *Source*: the mechanism: Mantovani et al. 2002, doi 10.1016/S1471-4906(02)02302-5.
public record Macrophages(Lesion lesion) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(lesion.names())
                .cells("{tumour}.M1", "M1 macrophages")
                .cells("{tumour}.M2", "M2 macrophages")
                .reaction("Recruitment of macrophages to {tumour}", "-> {tumour}.M1", "k_Mac * Mac_max * {tumour}")
                .reaction("M1 leave {tumour}", "{tumour}.M1 ->", "k_Mac * {tumour}.M1")
                .reaction("M2 leave {tumour}", "{tumour}.M2 ->", "k_Mac * {tumour}.M2")
                .reaction(
                        "M1 become M2 in {tumour}",
                        "{tumour}.M1 -> {tumour}.M2",
                        "k_M2 * {tumour}.TGF / ({tumour}.TGF + TGF_50) * {tumour}.M1")
                .reaction(
                        "M2 become M1 in {tumour}",
                        "{tumour}.M2 -> {tumour}.M1",
                        "k_M1 * {tumour}.IFN / ({tumour}.IFN + IFN_50) * {tumour}.M2")
                .reaction("Death of M1 in {tumour}", "{tumour}.M1 ->", "k_Mac_death * {tumour}.M1")
                .reaction("Death of M2 in {tumour}", "{tumour}.M2 ->", "k_Mac_death * {tumour}.M2");
    }
}
