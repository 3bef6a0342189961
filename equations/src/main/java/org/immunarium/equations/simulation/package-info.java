/// Runs models: one virtual patient or many side by side, with events, doses and results in columns.
@NullMarked
package org.immunarium.equations.simulation;

import org.jspecify.annotations.NullMarked;
