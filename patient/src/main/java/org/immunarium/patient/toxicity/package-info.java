/// Side effects: self-reactive T cells and the organs that they harm, other effects of drugs, and the care that
/// follows.
///
/// Mechanisms here know no tumour. They read concentrations of drugs by name, so any patient can have them.
@NullMarked
package org.immunarium.patient.toxicity;

import org.jspecify.annotations.NullMarked;
