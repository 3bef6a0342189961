/// How much of a drug is in the blood after doses.
///
/// [Pharmacokinetics] describes how a body takes a drug up, spreads and clears it; [Input]s are doses as it sees them;
/// [Concentration] is what comes out. Where clearance is constant the answer is a closed form, exact at any time;
/// where it changes with time or with the concentration, `numerics` integrates it.
///
/// Numbers are in any units that agree: in this project mg, L and days, so that concentrations are in mg/L.
@NullMarked
package org.immunarium.therapy.pharmacokinetics;

import org.jspecify.annotations.NullMarked;
