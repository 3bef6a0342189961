/// From a [org.immunarium.equations.model.Model] to equations: states, parameters, definitions, events.
@NullMarked
package org.immunarium.equations.system;

import org.jspecify.annotations.NullMarked;
