package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.immunarium.study.file.Section;
import org.immunarium.study.patient.PatientStudy;
import org.immunarium.study.patient.PatientStudyReader;
import org.immunarium.trial.observation.StopRule;
import org.immunarium.units.Quantity;

/// Reads what arms have besides variants of a study of patients: what comes after progression is one more variant.
public class ArmsReader implements PatientStudyReader.Arms {

    private static final int MOST_SHARE = 100;

    /// From progression to the first dose of what comes after it, in d: four weeks.
    private static final double USUAL_PAUSE = 28;

    private final List<Read> read = new ArrayList<>();
    private final List<PatientStudy.Variant> next = new ArrayList<>();

    /// @param next its place among the next lines, its share, and the pause before it
    private record Read(PatientStudy.Variant variant, int share, StopRule stop, Optional<PlannedArm.NextLine> next) {}

    @Override
    public List<String> keys() {
        return List.of("share", "stop", "next");
    }

    @Override
    public void arm(
            Section section, PatientStudy.Variant variant, Function<Section, List<PatientStudy.Given>> therapy) {
        if (section.has("set")) {
            section.problem("set", "set: arms differ by what is given; values of all patients stand beside arms");
        }
        int share = (int) section.wholeNumber("share", 1, MOST_SHARE).orElse(1);
        List<String> words =
                Arrays.stream(StopRule.values()).map(StopRule::words).toList();
        StopRule stop = section.choice("stop", words)
                .map(word -> StopRule.values()[words.indexOf(word)])
                .orElse(StopRule.PROGRESSION);
        Optional<PlannedArm.NextLine> line =
                section.section("next", List.of("therapy", "share", "after")).map(each -> next(each, variant, therapy));
        if (line.isPresent() && stop == StopRule.NEVER) {
            section.problem("next", "next: is never given where stop: never says that treatment goes on");
        }
        read.add(new Read(variant, share, stop, line));
    }

    private PlannedArm.NextLine next(
            Section section, PatientStudy.Variant variant, Function<Section, List<PatientStudy.Given>> therapy) {
        if (!section.has("therapy")) {
            section.missing("therapy", "[docetaxel 75 mg/m2 IV q3w x 4]");
        }
        double share = section.number("share").orElse(1);
        if (!(share > 0 && share <= 1)) {
            section.problem(
                    "share",
                    "next.share: a share of patients above 0 up to 1 was expected, as in 0.5; found "
                            + Quantity.number(share));
        }
        double after = Amounts.days(section, "after").orElse(USUAL_PAUSE);
        next.add(new PatientStudy.Variant(
                variant.id() + "-next", variant.title() + ", after progression", therapy.apply(section), Map.of()));
        return new PlannedArm.NextLine(next.size() - 1, share, after);
    }

    @Override
    public List<PatientStudy.Variant> more() {
        return next;
    }

    /// The arms, once all are read.
    public List<PlannedArm> arms(Optional<PatientStudy> patients) {
        int first = patients.map(each -> each.compare().size()).orElse(0) - next.size();
        return read.stream()
                .map(each -> new PlannedArm(
                        each.variant().id(),
                        each.variant().title(),
                        each.share(),
                        each.stop(),
                        each.next()
                                .map(line ->
                                        new PlannedArm.NextLine(first + line.variant(), line.share(), line.after()))))
                .toList();
    }
}
