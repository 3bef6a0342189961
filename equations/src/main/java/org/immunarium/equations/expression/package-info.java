@NullMarked
package org.immunarium.equations.expression;

import org.jspecify.annotations.NullMarked;
