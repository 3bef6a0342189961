/// A patient's model made to agree with that patient's data: `immunarium fit`.
@NullMarked
package org.immunarium.study.fit;

import org.jspecify.annotations.NullMarked;
