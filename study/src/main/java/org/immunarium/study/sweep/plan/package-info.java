/// What a sweep varies, and which runs that makes.
@NullMarked
package org.immunarium.study.sweep.plan;

import org.jspecify.annotations.NullMarked;
