@NullMarked
package org.immunarium.therapy;

import org.jspecify.annotations.NullMarked;
