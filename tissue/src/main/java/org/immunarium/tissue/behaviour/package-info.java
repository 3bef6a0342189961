/// What cells do by themselves: one behaviour a class.
@NullMarked
package org.immunarium.tissue.behaviour;

import org.jspecify.annotations.NullMarked;
