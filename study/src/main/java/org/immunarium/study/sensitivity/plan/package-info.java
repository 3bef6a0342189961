/// What an analysis of sensitivity varies and measures, and by which method.
@NullMarked
package org.immunarium.study.sensitivity.plan;

import org.jspecify.annotations.NullMarked;
