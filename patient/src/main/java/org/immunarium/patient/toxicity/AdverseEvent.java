package org.immunarium.patient.toxicity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A side effect that a model's patients may have: as investigators report it, with a grade.
///
/// @param name   `colitis`
/// @param organ  where
/// @param any    when it is there
/// @param severe when it is of grade 3 and worse; empty where it has no such grade
public record AdverseEvent(String name, String organ, Optional<Level> any, Optional<Level> severe) {

    /// Who counts: investigators, and of CAR-T cells those of trials that grade cytokine release after Lee 2014.
    private static final Set<String> COUNTING = Set.of("investigator", "Lee");

    private static final String SEVERE = "3+";

    /// What is looked at, and from which level on it counts.
    ///
    /// @param harm a quantity of the model, `gut_harm`
    public record Level(String harm, double level) {}

    /// How bad an event is.
    public enum Grade {
        NONE(""),
        MILD("1-2"),
        SEVERE("3+");

        private final String words;

        Grade(String words) {
            this.words = words;
        }

        /// As tables have it: `3+`.
        public String words() {
            return words;
        }
    }

    /// Those of a model with these quantities, as `evidence/side-effects-counted.csv` has them of investigators; of
    /// CAR-T cells as trials count that grade cytokine release after Lee 2014.
    public static List<AdverseEvent> of(Set<String> quantities) {
        Map<String, AdverseEvent> events = new LinkedHashMap<>();
        for (Counted counted : Counted.shipped()) {
            if (counted.kind() == Kind.TREATMENT_RELATED
                    && COUNTING.contains(counted.by())
                    && quantities.contains(counted.harm())) {
                Optional<Level> level = Optional.of(new Level(counted.harm(), counted.level()));
                AdverseEvent known = events.getOrDefault(
                        counted.event(),
                        new AdverseEvent(counted.event(), counted.organ(), Optional.empty(), Optional.empty()));
                events.put(
                        counted.event(),
                        counted.grade().equals(SEVERE)
                                ? new AdverseEvent(known.name(), known.organ(), known.any(), level)
                                : new AdverseEvent(known.name(), known.organ(), level, known.severe()));
            }
        }
        return new ArrayList<>(events.values());
    }

    /// What has to be looked at to know its grade.
    public List<String> harms() {
        List<String> harms = new ArrayList<>();
        any.ifPresent(level -> harms.add(level.harm()));
        severe.ifPresent(level -> harms.add(level.harm()));
        return harms;
    }

    /// Whether its harm is the worst so far, so that it is told of the day on which it came and not of those after.
    public boolean isMoment() {
        return harms().contains("infusion_harm");
    }

    /// Its grade.
    ///
    /// @param harms what each of [#harms] is
    public Grade grade(Map<String, Double> harms) {
        if (isReached(severe, harms)) {
            return Grade.SEVERE;
        }
        return isReached(any, harms) ? Grade.MILD : Grade.NONE;
    }

    private static boolean isReached(Optional<Level> level, Map<String, Double> harms) {
        return level.isPresent()
                && harms.getOrDefault(level.get().harm(), 0.0) >= level.get().level();
    }
}
