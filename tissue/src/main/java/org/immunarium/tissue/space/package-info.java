/// Who is near whom.
@NullMarked
package org.immunarium.tissue.space;

import org.jspecify.annotations.NullMarked;
