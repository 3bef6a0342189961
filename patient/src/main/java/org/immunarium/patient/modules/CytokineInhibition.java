package org.immunarium.patient.modules;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// A cytokine holds back the release of another.
///
/// *Biology*: IL-10 restrains the release of interferon gamma, but not all of it.
///
/// *Equation*: `F = a + (1 - a) b / (X + b)`.
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | a | 1 | share that much of the inhibitor leaves |
/// | b | ng/L | half-maximal concentration of the inhibitor |
///
/// *Reads and writes*: has the factor `F_IL10`, for the activity of [CytokineRelease].
///
/// *Source*: Hardiansyah and Ng 2019, doi 10.1111/cts.12636, equation 4.
///
/// @param blood     the compartment of blood, `V_C`
/// @param inhibitor `IL10`
public record CytokineInhibition(String blood, String inhibitor) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", blood).and("X", inhibitor))
                .assigned(
                        "F_{X}",
                        "Share of release that {X} leaves",
                        "1",
                        "a_{X} + (1 - a_{X}) * b_{X} / ({C}.{X} + b_{X})");
    }
}
