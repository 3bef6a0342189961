/// Runs in other tools' formats.
@NullMarked
package org.immunarium.study.export;

import org.jspecify.annotations.NullMarked;
