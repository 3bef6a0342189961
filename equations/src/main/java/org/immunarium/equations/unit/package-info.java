/// Units of a model's quantities and mathematics: checked, and brought together where a model mixes them.
@NullMarked
package org.immunarium.equations.unit;

import org.jspecify.annotations.NullMarked;
