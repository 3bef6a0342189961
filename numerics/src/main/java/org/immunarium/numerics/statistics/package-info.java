/// Statistics: what a sample says of what it was drawn from.
@NullMarked
package org.immunarium.numerics.statistics;

import org.jspecify.annotations.NullMarked;
