/// How values differ between patients, or between cells: what `vary` and `varies` of a file say.
@NullMarked
package org.immunarium.study.variation;

import org.jspecify.annotations.NullMarked;
