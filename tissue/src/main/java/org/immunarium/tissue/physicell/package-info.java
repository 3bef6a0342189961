/// Reads projects of PhysiCell 1.14 (Ghaffarizadeh et al. 2018, doi 10.1371/journal.pcbi.1005991): settings, rules,
/// cells and initial concentrations. What such a project means is in `docs/physicell.md`.
@NullMarked
package org.immunarium.tissue.physicell;

import org.jspecify.annotations.NullMarked;
