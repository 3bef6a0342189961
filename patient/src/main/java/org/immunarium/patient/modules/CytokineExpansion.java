package org.immunarium.patient.modules;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Given IL-2 makes T cells of blood and tissue divide.
///
/// *Biology*: at the concentrations of high doses of aldesleukin effectors divide without antigen; regulatory
/// cells do at much lower ones. So do those in tissue, where most of them are.
///
/// *Equation*:
///
///     T_C' = k_IL2_pro A / (A + EC50_T) T_C,   T_P' = k_IL2_pro A / (A + EC50_T) T_P
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_IL2_pro | 1/d | largest rate |
/// | EC50_IL2_T | M | concentration at half of it |
///
/// *Reads and writes*: gives to effectors of [EffectorTCells]; reads the drug of [DrugKinetics].
///
/// *Source*: Kirschner and Panetta 1998, doi 10.1007/s002850050127; concentrations: Konrad et al. 1990.
///
/// @param body  whose blood
/// @param drug  its name, `aldesleukin`
/// @param tCell who divides, `T1`
public record CytokineExpansion(Body body, String drug, String tCell) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        for (String place : List.of(body.blood(), body.periphery())) {
            patient.part(body.names().and("A", drug).and("T", tCell).and("X", place))
                    .reaction(
                            "Division of {T} for {A} in {X}",
                            "-> {X}.{T}",
                            "k_IL2_pro * c_{A} / (c_{A} + EC50_IL2_{T}) * {X}.{T}");
        }
    }
}
