/// The cells of a tissue as columns: a row of numbers for each thing that is known of a cell.
@NullMarked
package org.immunarium.tissue.cell;

import org.jspecify.annotations.NullMarked;
