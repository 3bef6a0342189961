/// Models, studies, drugs and therapies in words.
@NullMarked
package org.immunarium.study.explain;

import org.jspecify.annotations.NullMarked;
