/// Study files as text: YAML with the line of everything in it, and rules checked so that every
/// problem is found at once. What the keys of a kind of study mean is said elsewhere, in the reader
/// of that kind.
@NullMarked
package org.immunarium.study.file;

import org.jspecify.annotations.NullMarked;
