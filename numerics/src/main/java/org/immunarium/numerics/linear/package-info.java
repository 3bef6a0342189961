/// Small linear systems, solved again and again for many problems side by side.
///
/// [org.immunarium.numerics.linear.SymbolicLu] looks at a pattern once: it pairs rows with columns, orders the
/// pivots to keep fill low and writes down every operation. [org.immunarium.numerics.linear.SparseLu] then carries
/// the operations out for one matrix a lane. [org.immunarium.numerics.linear.DenseLu] pivots by size, one problem at
/// a time, for what static pivots cannot do.
@NullMarked
package org.immunarium.numerics.linear;

import org.jspecify.annotations.NullMarked;
