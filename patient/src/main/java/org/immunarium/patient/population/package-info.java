/// Virtual patients: how they differ and what is measured of each.
@NullMarked
package org.immunarium.patient.population;

import org.jspecify.annotations.NullMarked;
