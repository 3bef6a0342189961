/// Tables of a tissue at its start: where its cells are, and what is dissolved where. Projects of
/// PhysiCell have them, and so may any other model.
@NullMarked
package org.immunarium.tissue.table;

import org.jspecify.annotations.NullMarked;
