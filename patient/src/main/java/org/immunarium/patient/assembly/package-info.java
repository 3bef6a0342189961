/// Puts a patient together: mechanisms write their equations, a table gives the values.
@NullMarked
package org.immunarium.patient.assembly;

import org.jspecify.annotations.NullMarked;
