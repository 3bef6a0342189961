/// Forces between cells, and how they move.
@NullMarked
package org.immunarium.tissue.mechanics;

import org.jspecify.annotations.NullMarked;
