@NullMarked
package org.immunarium.numerics.ode;

import org.jspecify.annotations.NullMarked;
