package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;

/// How far the brakes PD-1 and CTLA-4 are released.
///
/// *Biology*: a receptor that an antibody holds brakes no more. An antibody against PD-L1 leaves PD-L2 to PD-1, so
/// that it releases a part of what one against PD-1 does. CTLA-4 holds B7 much more strongly than CD28 does,
/// and takes it off the cell: what is left free of it counts, so that little antibody does next to nothing.
///
/// *Equation*, with h(x) = x / (1 + x):
///
///     release_PD1   = h(bound_PD1) + (1 - h(bound_PD1)) by_PDL1 h(bound_PDL1)
///     release_CTLA4 = h((bound_CTLA4 / half_CTLA4)²)
///
/// *Parameters*: by_PDL1 [1], the share of PD-1's brake that PD-L1 pulls; half_CTLA4 [1], `bound_CTLA4` at half
/// of the release.
///
/// *Reads and writes*: has the sums that [ReceptorBlockade] adds to, and both releases, for [SelfReactiveTCells].
///
/// *Source*: law of mass action.
public record CheckpointRelease() implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part()
                .sum("bound_PD1", "Antibody against PD-1 over what holds half of it", "1")
                .sum("bound_PDL1", "Antibody against PD-L1 over what holds half of it", "1")
                .sum("bound_CTLA4", "Antibody against CTLA-4 over what holds half of it", "1")
                .assigned(
                        "release_PD1",
                        "Release of PD-1",
                        "1",
                        "(bound_PD1 + by_PDL1 * bound_PDL1 / (1 + bound_PDL1)) / (1 + bound_PD1)")
                .assigned("release_CTLA4", "Release of CTLA-4", "1", "bound_CTLA4^2 / (half_CTLA4^2 + bound_CTLA4^2)");
    }
}
