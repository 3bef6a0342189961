/// Sweeps: a study run many times, with other values and other seeds, and what each run came to.
@NullMarked
package org.immunarium.study.sweep;

import org.jspecify.annotations.NullMarked;
