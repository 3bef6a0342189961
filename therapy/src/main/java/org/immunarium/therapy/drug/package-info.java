/// Drugs, and what is known of them: kind, target, pharmacokinetics, binding, each fact with its source and how sure it
/// is.
///
/// [Drugs] has those that come along, from the resource `/evidence/drugs.csv`; a [Drug] turns doses into a
/// concentration in blood; [DrugInWords] says what is known. `docs/therapy.md` has the table's columns.
@NullMarked
package org.immunarium.therapy.drug;

import org.jspecify.annotations.NullMarked;
