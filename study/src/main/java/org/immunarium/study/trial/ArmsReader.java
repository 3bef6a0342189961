package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.study.patient.PatientStudy;
import org.immunarium.study.patient.PatientStudyReader;
import org.immunarium.trial.design.Criterion;
import org.immunarium.trial.observation.StopRule;
import org.immunarium.units.Quantity;

/// Reads what arms have besides variants of a study of patients: what comes after progression is one more
/// variant, and what comes before the trial is the last one.
public class ArmsReader implements PatientStudyReader.Arms {

    private static final int MOST_SHARE = 100;

    /// From progression to the first dose of what comes after it, in d: four weeks.
    private static final double USUAL_PAUSE = 28;

    private static final String BY = "by";
    private static final String IF = "if";
    private static final String THERAPY = "therapy";

    /// What an arm asks makes groups of patients, of which many are small.
    private static final int MOST_CHOICES = 6;

    private final List<Read> read = new ArrayList<>();
    /// Variants besides the arms: choices of treatment, and what is given after progression.
    private final List<PatientStudy.Variant> besides = new ArrayList<>();
    private final Optional<PatientStudy.Variant> before;

    /// Of patients who are given nothing before they come into the trial.
    public ArmsReader() {
        this(Optional.empty());
    }

    /// @param before what all patients are given before they come into the trial
    public ArmsReader(Optional<PatientStudy.Variant> before) {
        this.before = before;
    }

    /// @param by   choices with their places among what comes besides
    /// @param next its place among what comes besides, its share, and the pause before it
    private record Read(
            PatientStudy.Variant variant,
            int share,
            StopRule stop,
            List<PlannedArm.Choice> by,
            Optional<PlannedArm.NextLine> next) {}

    @Override
    public List<String> keys() {
        return List.of("share", "stop", "next", BY);
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
                section.section("next", List.of(THERAPY, "share", "after")).map(each -> next(each, variant, therapy));
        if (line.isPresent() && stop == StopRule.NEVER) {
            section.problem("next", "next: is never given where stop: never says that treatment goes on");
        }
        read.add(new Read(variant, share, stop, by(section, variant, therapy), line));
    }

    private List<PlannedArm.Choice> by(
            Section section, PatientStudy.Variant variant, Function<Section, List<PatientStudy.Given>> therapy) {
        List<PlannedArm.Choice> choices = new ArrayList<>();
        List<Section.Item> items = section.items(BY, List.of(IF, THERAPY));
        for (int i = 0; i < items.size(); i++) {
            switch (items.get(i)) {
                case Section.Item.Line(Placed<String> line) ->
                    section.problem(
                            line,
                            "by: keys and values were expected, as in {if: PDL1_TPS >= 50, therapy: [pembrolizumab 200 mg IV q3w]}");
                case Section.Item.Part(Section choice) -> {
                    Optional<Placed<Criterion>> asked =
                            choice.text(IF).flatMap(text -> TrialStudyReader.criterion(choice, BY + "." + IF, text));
                    boolean last = i == items.size() - 1;
                    if (choice.has(IF) == last) {
                        choice.problem(
                                last
                                        ? "by: the last choice is for all others, and has no if"
                                        : "by: if is missing: what is asked of those who are given this, as in PDL1_TPS >= 50");
                    }
                    if (!choice.has(THERAPY)) {
                        choice.missing(THERAPY, "[pembrolizumab 200 mg IV q3w until progression]");
                    }
                    besides.add(new PatientStudy.Variant(
                            variant.id() + "-by-" + (i + 1),
                            variant.title() + ", "
                                    + asked.map(each -> each.value().toString()).orElse("all others"),
                            therapy.apply(choice),
                            Map.of()));
                    choices.add(new PlannedArm.Choice(asked, besides.size() - 1));
                }
            }
        }
        if (section.has(BY) && (items.size() < 2 || items.size() > MOST_CHOICES)) {
            section.problem(BY, "by: from 2 to " + MOST_CHOICES + " choices were expected; found " + items.size());
        }
        if (section.has(BY) && section.has(THERAPY)) {
            section.problem(THERAPY, "therapy: by says what is given; one of the two was expected");
        }
        return choices;
    }

    private PlannedArm.NextLine next(
            Section section, PatientStudy.Variant variant, Function<Section, List<PatientStudy.Given>> therapy) {
        if (!section.has(THERAPY)) {
            section.missing(THERAPY, "[docetaxel 75 mg/m2 IV q3w x 4]");
        }
        double share = section.number("share").orElse(1);
        if (!(share > 0 && share <= 1)) {
            section.problem(
                    "share",
                    "next.share: a share of patients above 0 up to 1 was expected, as in 0.5; found "
                            + Quantity.number(share));
        }
        double after = Amounts.days(section, "after").orElse(USUAL_PAUSE);
        besides.add(new PatientStudy.Variant(
                variant.id() + "-next", variant.title() + ", after progression", therapy.apply(section), Map.of()));
        return new PlannedArm.NextLine(besides.size() - 1, share, after);
    }

    @Override
    public List<PatientStudy.Variant> more() {
        return Stream.concat(besides.stream(), before.stream()).toList();
    }

    /// The place of what comes before the trial, the last among all variants.
    static int before(PatientStudy patients) {
        return patients.compare().size() - 1;
    }

    /// The arms, once all are read.
    public List<PlannedArm> arms(Optional<PatientStudy> patients) {
        int first = patients.map(each -> each.compare().size()).orElse(0) - more().size();
        return read.stream()
                .map(each -> new PlannedArm(
                        each.variant().id(),
                        each.variant().title(),
                        each.share(),
                        each.stop(),
                        each.by().stream()
                                .map(choice -> new PlannedArm.Choice(choice.asked(), first + choice.variant()))
                                .toList(),
                        each.next()
                                .map(line ->
                                        new PlannedArm.NextLine(first + line.variant(), line.share(), line.after()))))
                .toList();
    }
}
