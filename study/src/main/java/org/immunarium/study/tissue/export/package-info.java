/// Frames of tissues in the formats of other tools.
@NullMarked
package org.immunarium.study.tissue.export;

import org.jspecify.annotations.NullMarked;
