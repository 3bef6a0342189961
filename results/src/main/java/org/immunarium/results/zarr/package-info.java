/// Arrays with names, units and shapes in folders that others read: Zarr, version 2.
///
/// Source: Zarr storage specification version 2,
/// <https://zarr-specs.readthedocs.io/en/latest/v2/v2.0.html>.
@NullMarked
package org.immunarium.results.zarr;

import org.jspecify.annotations.NullMarked;
