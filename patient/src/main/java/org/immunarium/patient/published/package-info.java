/// Models of tumour and immune system as published: one class each, with the paper's equations, values and units.
///
/// [ShippedModels] lists them; `docs/models/` has a page for each with what was reproduced and where sources
/// disagree.
@NullMarked
package org.immunarium.patient.published;

import org.jspecify.annotations.NullMarked;
