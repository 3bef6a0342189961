/// What is given to a tissue, from a clinician's words to concentrations and cells.
@NullMarked
package org.immunarium.study.tissue.treatment;

import org.jspecify.annotations.NullMarked;
