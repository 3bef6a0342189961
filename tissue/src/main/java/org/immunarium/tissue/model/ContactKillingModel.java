package org.immunarium.tissue.model;

import java.util.OptionalInt;

/// How cells of a type kill others that they hold: they get hold of one, try, and let go. See
/// [org.immunarium.tissue.behaviour.ContactKilling].
///
/// @param target     the number of the type of those that are killed
/// @param attachment how fast a killer gets hold of a target that is as near as `surely` and fully marked, 1/min
/// @param farthest   up to which distance of their middles it can, µm
/// @param surely     up to which distance it does so as fast as it can, µm, below `farthest`; in between linearly less
/// @param mark       the number of the variable of the target that makes it known; empty where all are fully marked
/// @param least      value of that variable up to which a target is unknown
/// @param saturation value from which on it is fully marked, above `least`; in between linearly
/// @param kill       how fast a fully marked target that is held dies, 1/min
/// @param hold       how long a killer holds a target that does not die, on average, min
/// @param alone      whether a target that is held is out of reach of others
/// @param stills     whether a target that is held does not grow, divide or die of something else meanwhile
/// @param pull       how fast a killer is drawn to each cell of the target's type that it touches, living or dead, and
///                   whose middle is as far from its own as the next two say, by that distance, 1/min
/// @param pullFrom   µm
/// @param pullTo     µm, above `pullFrom`; infinite for as far as they touch
/// @throws IllegalArgumentException if a number is out of its range
public record ContactKillingModel(
        int target,
        double attachment,
        double farthest,
        double surely,
        OptionalInt mark,
        double least,
        double saturation,
        double kill,
        double hold,
        boolean alone,
        boolean stills,
        double pull,
        double pullFrom,
        double pullTo) {

    public ContactKillingModel {
        Limits.notNegative("attachment", attachment);
        Limits.notNegative("surely", surely);
        Limits.notNegative("kill", kill);
        Limits.notNegative("pull", pull);
        Limits.notNegative("pullFrom", pullFrom);
        Limits.above("hold", hold, 0);
        Limits.above("farthest", farthest, surely);
        Limits.above("saturation", saturation, least);
        if (!(pullTo > pullFrom)) {
            throw new IllegalArgumentException("a pull from " + pullFrom + " to " + pullTo + " µm");
        }
        if (target < 0) {
            throw new IllegalArgumentException("there is no type " + target + " to kill");
        }
    }
}
