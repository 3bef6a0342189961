/// What a tissue is made of, as data: its domain, substances, cell types and rules. Lengths are in µm, times in min.
@NullMarked
package org.immunarium.tissue.model;

import org.jspecify.annotations.NullMarked;
