/// What all kinds of study share: how one is asked, checked, run, stopped and measured.
@NullMarked
package org.immunarium.study;

import org.jspecify.annotations.NullMarked;
