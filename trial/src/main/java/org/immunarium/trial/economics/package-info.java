/// What treatments cost and what they give for it: doses from vials, discounting, cohorts in health states,
/// patients
/// one by one, and decisions under uncertainty.
///
/// Nothing here knows a currency: all amounts of money are in one, whichever it is. Times are in years in models of
/// cohorts and in days where a trial's patients are counted; each says which.
@NullMarked
package org.immunarium.trial.economics;

import org.jspecify.annotations.NullMarked;
