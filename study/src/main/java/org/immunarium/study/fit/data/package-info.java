/// What was measured of patients, read from a table and brought into a model's units.
@NullMarked
package org.immunarium.study.fit.data;

import org.jspecify.annotations.NullMarked;
