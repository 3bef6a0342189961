/// The mechanisms that patients are made of, one class each: what a newcomer reads to learn how a
/// tumour grows, hides, is found and killed. `docs/patient.md` has them in the order of the
/// story.
@NullMarked
package org.immunarium.patient.modules;

import org.jspecify.annotations.NullMarked;
