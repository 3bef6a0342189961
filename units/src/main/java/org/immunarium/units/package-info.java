@NullMarked
package org.immunarium.units;

import org.jspecify.annotations.NullMarked;
