@NullMarked
package org.immunarium.app;

import org.jspecify.annotations.NullMarked;
