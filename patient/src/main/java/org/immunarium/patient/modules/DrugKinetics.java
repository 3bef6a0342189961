package org.immunarium.patient.modules;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Part;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.therapy.drug.DrugParameter;

/// A drug's way through the body, as population pharmacokinetics states it.
///
/// *Biology*: from plasma a drug goes to the rest of the body and back, to some of it slowly, and leaves.
///
/// *Equation*, with c and p the concentrations in the volumes that the drug seems to have:
///
///     A_C' V_C = -CL c - Vmax c / (c + Km) - Q (c - p),   c = A_C V_C / V1
///     A_P' V_P = Q (c - p),                               p = A_P V_P / V2
///
/// where tissue, a second exchange Q3 with a volume V3, and saturable elimination are there for drugs that have
/// them. `V_C.A` is the amount in each litre of blood; what binds is `c_A`, the concentration in plasma.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | CL_A, Q_A, Q3_A | L/d | clearance, exchange |
/// | V1_A, V2_A, V3_A | L | central and peripheral volumes |
/// | Vmax_A, Km_A | mol/d, M | largest rate of saturable elimination, concentration at half of it |
///
/// *Reads and writes*: has the drug in blood and tissue, and `c_A`, which [DrugInTissue] reads. Doses go into
/// blood.
///
/// *Source*: Gibaldi and Perrier 1982, *Pharmacokinetics*; values by drug are those of the catalogue of drugs.
///
/// @param body whose blood and tissue
/// @param drug its name, `nivolumab`
/// @param ways besides clearance from blood
public record DrugKinetics(Body body, String drug, Set<Way> ways) implements Mechanism {

    /// Where a drug goes besides.
    public enum Way {
        /// Tissue, with which blood exchanges it.
        TISSUE,
        /// Tissue to which it comes slowly.
        SLOW_TISSUE,
        /// Elimination that it can saturate.
        SATURABLE
    }

    private static final Map<DrugParameter, Way> BY_PARAMETER = Map.of(
            DrugParameter.PERIPHERAL_VOLUME, Way.TISSUE,
            DrugParameter.SECOND_PERIPHERAL_VOLUME, Way.SLOW_TISSUE,
            DrugParameter.MAXIMUM_RATE, Way.SATURABLE);

    public DrugKinetics {
        ways = Set.copyOf(ways);
    }

    /// The way of a drug of the catalogue, with what the catalogue knows of it.
    ///
    /// @param id what stands for the drug in names
    public static DrugKinetics of(Body body, Drug drug, String id) {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        BY_PARAMETER.forEach((parameter, way) -> drug.fact(parameter).ifPresent(_ -> ways.add(way)));
        return new DrugKinetics(body, id, ways);
    }

    @Override
    public void addTo(Assembly patient) {
        Part part = patient.part(body.names().and("A", drug))
                .concentration("{blood}.{A}", "{A}", "mol")
                .assigned("c_{A}", "{A} in plasma", "M", "{blood}.{A} * {blood} / V1_{A}")
                .reaction("Clearance of {A}", "{blood}.{A} ->", "CL_{A} * c_{A}");
        if (ways.contains(Way.TISSUE)) {
            part.concentration("{tissue}.{A}", "{A}", "mol")
                    .reaction(
                            "{A} from blood to tissue",
                            "{blood}.{A} -> {tissue}.{A}",
                            "Q_{A} * (c_{A} - {tissue}.{A} * {tissue} / V2_{A})");
        }
        if (ways.contains(Way.SLOW_TISSUE)) {
            part.concentration("{tissue}.slow_{A}", "{A} where it comes slowly", "mol")
                    .reaction(
                            "{A} from blood to tissue slowly",
                            "{blood}.{A} -> {tissue}.slow_{A}",
                            "Q3_{A} * (c_{A} - {tissue}.slow_{A} * {tissue} / V3_{A})");
        }
        if (ways.contains(Way.SATURABLE)) {
            part.reaction("Saturable elimination of {A}", "{blood}.{A} ->", "Vmax_{A} * c_{A} / (c_{A} + Km_{A})");
        }
    }
}
