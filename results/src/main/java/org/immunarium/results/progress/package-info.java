/// How a run says how far it is.
@NullMarked
package org.immunarium.results.progress;

import org.jspecify.annotations.NullMarked;
