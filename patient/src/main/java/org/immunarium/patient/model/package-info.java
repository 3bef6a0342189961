/// A model of a patient, with the names and units that people use.
@NullMarked
package org.immunarium.patient.model;

import org.jspecify.annotations.NullMarked;
