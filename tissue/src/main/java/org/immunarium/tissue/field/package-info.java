/// Substances between cells: they diffuse, and cells give them off, take them up and follow them.
@NullMarked
package org.immunarium.tissue.field;

import org.jspecify.annotations.NullMarked;
