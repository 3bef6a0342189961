package org.immunarium.patient.toxicity;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;
import org.immunarium.patient.assembly.Part;

/// What physicians do about side effects, by rules.
///
/// *Biology*: guidelines say at which grade a drug is withheld, stopped for good, and when steroids are given;
/// both go on until the injury is back at grade 1.
///
/// *Equation*: events. When the injury that is seen reaches a grade, `withheld`, `stopped_R` or
/// `steroid_needed` becomes 1; when one of these is so and the sum of injuries falls below
/// `level_recovered`, `withheld` and `steroid_needed` become 0 again.
///
/// *Parameters*: level_g_organ [1], the injury at grade g; level_recovered [1].
///
/// *Reads and writes*: reads [Inflammation]; sets what [Withholding] and [Corticosteroid] read.
///
/// *Source*: each rule has its own.
///
/// @param place the compartment that all is counted in, `V_C`
/// @param rules for organs that heal
public record Care(String place, List<CareRule> rules) implements Mechanism {

    public Care {
        rules = List.copyOf(rules);
    }

    @Override
    public void addTo(Assembly patient) {
        for (CareRule rule : rules) {
            patient.part(rule.organ()
                            .names()
                            .and(Names.of("C", place)
                                    .and("grade", Integer.toString(rule.grade()))
                                    .and("does", rule.action().word())))
                    .event(
                            "For the {organ}, grade {grade}: {does}",
                            "{C}.{organ}_seen >= level_{grade}_{organ}",
                            variable(rule.action()),
                            "1");
        }
        Part part = patient.part();
        part.event(
                        "Injuries are over: doses that are not stopped go on",
                        "withheld > 0.5 && injuries < level_recovered",
                        "withheld",
                        "0")
                .event(
                        "Injuries are over: steroid is tapered",
                        "steroid_needed > 0.5 && injuries < level_recovered",
                        "steroid_needed",
                        "0");
    }

    private static String variable(CareRule.Action action) {
        return switch (action) {
            case HOLD -> "withheld";
            case STOP_PD1 -> "stopped_PD1";
            case STOP_CTLA4 -> "stopped_CTLA4";
            case STEROID -> "steroid_needed";
        };
    }
}
