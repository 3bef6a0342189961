/// What is measured of a tissue.
@NullMarked
package org.immunarium.tissue.measure;

import org.jspecify.annotations.NullMarked;
