/// Work shared by a few threads that stay together:
/// [Team][org.immunarium.numerics.parallel.Team].
@NullMarked
package org.immunarium.numerics.parallel;

import org.jspecify.annotations.NullMarked;
