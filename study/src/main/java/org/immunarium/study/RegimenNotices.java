package org.immunarium.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.therapy.Phase;
import org.immunarium.therapy.Regimen;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Ratio;

/// What of a regimen a run does not do, in words.
///
/// @param days the end of the run, in days
/// @param end  the same, for people
public record RegimenNotices(Ratio days, String end) {

    /// Later than any regimen that ends by itself, in days.
    private static final Ratio FOREVER = Ratio.of(1_000_000_000);

    private static final String NO_PROGRESSION = "nobody judges progression in a study of ";

    /// Whether a notice is about progression that nobody judges: in a trial somebody does.
    public static boolean isOfProgression(String notice) {
        return notice.contains(NO_PROGRESSION);
    }

    /// Doses that the end of the run cuts off, where the regimen says how many there are; and a
    /// progression that nobody judges.
    ///
    /// @param what is studied: `one patient`
    public List<String> of(Regimen regimen, String what) {
        List<String> notices = new ArrayList<>();
        String quoted = "\"" + regimen + "\"";
        late(regimen, quoted).ifPresent(notices::add);
        if (regimen.phases().stream().anyMatch(Phase::untilProgression)) {
            notices.add("therapy: " + quoted + ": " + NO_PROGRESSION + what
                    + ", and doses go on to the end of the run; in a trial they end when progression is seen at a"
                    + " visit");
        }
        return notices;
    }

    private Optional<String> late(Regimen regimen, String quoted) {
        int given = regimen.expand(days, 0).size();
        try {
            int all = regimen.isFinite() ? regimen.expand(FOREVER, 0).size() : given;
            return given == 0 || given < all ? Optional.of(late(quoted, given, Math.max(1, all))) : Optional.empty();
        } catch (InvalidInputException endless) {
            // Too many to count is as good as going on for ever.
            return Optional.empty();
        }
    }

    /// That not all doses are given.
    ///
    /// @param what has the doses, quoted
    public String late(String what, int given, int all) {
        String late = given == 0 ? "none of its doses starts" : "only " + given + " of its " + all + " doses start";
        return "therapy: " + what + ": " + late + " before the run ends, at " + end;
    }
}
