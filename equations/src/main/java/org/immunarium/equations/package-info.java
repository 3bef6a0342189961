@NullMarked
package org.immunarium.equations;

import org.jspecify.annotations.NullMarked;
