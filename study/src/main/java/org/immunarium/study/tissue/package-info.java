/// Studies of tissues: cells in space.
@NullMarked
package org.immunarium.study.tissue;

import org.jspecify.annotations.NullMarked;
