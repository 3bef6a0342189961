/// What is given: drugs, doses, schedules, the text a clinician would write, and tables of dosing events.
///
/// [RegimenText] and [EventTable] read; both end in [Administration]s, single doses at exact times, which a
/// [Target] turns into amounts of a model. `docs/therapy.md` has the grammar.
@NullMarked
package org.immunarium.therapy;

import org.jspecify.annotations.NullMarked;
