/// A run is a folder: its tables, manifest, log and checkpoint.
///
/// [org.immunarium.results.RunFolder] makes and opens it. What is written once is written whole or not at all
/// ([org.immunarium.results.AtomicFile]); what grows with the run is a table that knows its length in bytes, so that a
/// resumed run cuts it back to the last safe point ([org.immunarium.results.TableWriter],
/// [org.immunarium.results.Checkpoint]).
@NullMarked
package org.immunarium.results;

import org.jspecify.annotations.NullMarked;
