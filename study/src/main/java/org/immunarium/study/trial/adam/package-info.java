/// A trial as data sets of CDISC's Analysis Data Model, for the programs with which real trials are analysed.
@NullMarked
package org.immunarium.study.trial.adam;

import org.jspecify.annotations.NullMarked;
