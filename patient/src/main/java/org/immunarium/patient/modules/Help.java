package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// CD4 helper cells.
///
/// *Biology*: helper cells that see the tumour's antigens make others divide more often; without them CD8 cells are
/// primed badly.
///
/// *Equation*: of helper effectors Th in the lymph node,
///
///     H_help = Th / (Th + Th_50)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | Th_50 | cells | at which they help half |
///
/// *Reads and writes*: has `H_help`, of which [Interleukin2] may make further divisions, `N_help * H_help`;
/// reads the helper cells, which are [EffectorTCells] with a priming of their own.
///
/// *Source*: the mechanism: Borst et al. 2018, doi 10.1038/s41577-018-0044-0.
///
/// @param body   whose lymph node
/// @param helper helper effectors, `Th`
public record Help(Body body, String helper) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and("T", helper))
                .assigned(
                        "H_help",
                        "Share of the most that helper cells can do",
                        "1",
                        "{node}.{T} / ({node}.{T} + Th_50)");
    }
}
