@NullMarked
package org.immunarium.equations.model;

import org.jspecify.annotations.NullMarked;
