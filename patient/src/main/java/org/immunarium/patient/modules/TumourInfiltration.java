package org.immunarium.patient.modules;

import java.util.Optional;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// Effector T cells enter a tumour.
///
/// *Biology*: they come out of the blood in proportion to the tumour's volume, and die there. Of some, of
/// regulatory cells, a tumour has room for so many.
///
/// *Equation*:
///
///     T_T' = q_T_in V_T T_C (1 - T_T / (T_max V_T)) - k_death T_T
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | q_T_T_in | 1/(cm³·min) | into each cubic centimetre of tumour |
/// | k_T_death | 1/d | death |
/// | T_max | cells/mL | how many there is room for, where that is a limit |
///
/// *Reads and writes*: takes effectors of [EffectorTCells] from blood, has them in the tumour; adds to its
/// volume and its
/// T cells; the dead go to T_exh.
///
/// *Source*: Sové et al. 2020, doi 10.1002/psp4.12546; the limit: Wang et al. 2020, doi 10.3389/fbioe.2020.00141.
///
/// @param body   whose blood
/// @param lesion which tumour
/// @param tCell  their name, `T1`
/// @param room   the parameter of how many there is room for, `Treg_max`; empty where that is no limit
public record TumourInfiltration(Body body, Lesion lesion, String tCell, Optional<String> room) implements Mechanism {

    /// T cells of which the tumour takes any number.
    public static TumourInfiltration of(Body body, Lesion lesion, String tCell) {
        return new TumourInfiltration(body, lesion, tCell, Optional.empty());
    }

    @Override
    public void addTo(Assembly patient) {
        patient.part(body.names().and(lesion.names()).and("T", tCell).and("left", left()))
                .cells("{tumour}.{T}", "Effector cells of {T}")
                .term("{room}", "vol_Tcell * {tumour}.{T}")
                .term("{T_total}", "{tumour}.{T}")
                .reaction(
                        "{T} from blood to {tumour}",
                        "{blood}.{T} -> {tumour}.{T}",
                        "q_{T}_T_in * {tumour} * {blood}.{T}{left}")
                .reaction("Death of {T} in {tumour}", "{tumour}.{T} -> {deadT}", "k_{T}_death * {tumour}.{T}");
    }

    /// The share of room that is left, as a factor.
    private String left() {
        return room.map(most -> " * (1 - %s.%s / (%s * %s))".formatted(lesion.volume(), tCell, most, lesion.volume()))
                .orElse("");
    }
}
