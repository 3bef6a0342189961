@NullMarked
package org.immunarium.results;

import org.jspecify.annotations.NullMarked;
