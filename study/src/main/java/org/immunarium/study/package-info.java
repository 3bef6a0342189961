@NullMarked
package org.immunarium.study;

import org.jspecify.annotations.NullMarked;
