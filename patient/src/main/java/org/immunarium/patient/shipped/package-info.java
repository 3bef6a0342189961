/// Patients of our own making: mechanisms put together, with values from many sources.
///
/// Unlike the models of papers they reproduce no one's equations. `docs/models/` says what each was held
/// against, and which of its values are assumed.
@NullMarked
package org.immunarium.patient.shipped;

import org.jspecify.annotations.NullMarked;
