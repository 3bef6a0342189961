/// Side effects: self-reactive T cells and the organs that they harm, other effects of drugs, and the care that
/// follows.
///
/// Mechanisms here know no tumour, and read concentrations of drugs by name. Patients that have them are
/// `side-effects`, `side-effects-chemotherapy`, and, of cytokine release alone, those with B-cell cancers; patients
/// with solid tumours have none of them yet.
@NullMarked
package org.immunarium.patient.toxicity;

import org.jspecify.annotations.NullMarked;
