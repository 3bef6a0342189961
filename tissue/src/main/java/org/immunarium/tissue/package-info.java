/// Cells in space: what a tissue is, and how it goes on.
@NullMarked
package org.immunarium.tissue;

import org.jspecify.annotations.NullMarked;
