@NullMarked
package org.immunarium.patient;

import org.jspecify.annotations.NullMarked;
