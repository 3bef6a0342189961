package org.immunarium.therapy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;

/// A table of dosing events as NONMEM has it: `ID,TIME,AMT,CMT,EVID,RATE,II,ADDL`.
///
/// What NONMEM's control file says elsewhere must be said here: units stand in the header (`TIME [h]`,
/// `AMT [mg]`), else time is in days and amounts in the unit that the reader is given. `docs/therapy.md` lists
/// what each column means and what is refused.
///
/// @param subjects what each `ID` gets, in the order of the table; without an `ID` column the only subject is `1`
/// @param notices  what was left out and why, each once
public record EventTable(Map<String, EventTable.Subject> subjects, List<String> notices) {

    /// One subject's events.
    ///
    /// @param doses  expanded, in order of time; the drug is the value of `CMT`, or `1` where there is none
    /// @param resets times in days at which all compartments are emptied (EVID 3 and 4), before doses at that time
    public record Subject(List<Administration> doses, List<Ratio> resets) {
        public Subject {
            doses = List.copyOf(doses);
            resets = List.copyOf(resets);
        }
    }

    public EventTable {
        subjects = Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
        notices = List.copyOf(notices);
    }

    /// Reads a table.
    ///
    /// @param csv        the text, with a header
    /// @param source     the file, for problems
    /// @param amountUnit the unit of `AMT` where its header has none
    /// @throws InvalidInputException with all that is wrong in it
    public static EventTable parse(String csv, String source, Unit amountUnit) {
        List<Problem> problems = new ArrayList<>();
        EventTableReader reader = new EventTableReader(source, amountUnit, problems::add);
        EventTable table = reader.read(csv);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return table;
    }
}
