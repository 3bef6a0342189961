@NullMarked
package org.immunarium.numerics;

import org.jspecify.annotations.NullMarked;
