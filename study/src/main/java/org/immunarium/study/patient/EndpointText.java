package org.immunarium.study.patient;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunarium.patient.population.Statistic;
import org.immunarium.study.patient.PatientStudy.Endpoint;
import org.immunarium.units.Dimension;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;
import org.immunarium.units.UnitException;

/// What is measured of a time course, in words: `final T`, `max T`, `T at 180 d`.
public final class EndpointText {

    private static final Pattern AT = Pattern.compile("(.+?)\\s+at\\s+(\\S.*)");
    private static final List<String> WORDS =
            Arrays.stream(Statistic.values()).map(Statistic::word).toList();

    private EndpointText() {}

    /// Reads it; empty where it is none.
    public static Optional<Endpoint> parse(String text) {
        String[] parts = text.strip().split("\\s+", 2);
        int statistic = WORDS.indexOf(parts[0]);
        if (statistic >= 0 && parts.length == 2) {
            return Optional.of(new Endpoint(Statistic.values()[statistic], parts[1], Optional.empty()));
        }
        Matcher at = AT.matcher(text.strip());
        return at.matches()
                ? time(at.group(2)).map(time -> new Endpoint(Statistic.FINAL, at.group(1), Optional.of(time)))
                : Optional.empty();
    }

    /// As [#parse], where a name alone means its final value.
    public static Endpoint parseOrFinal(String text) {
        return parse(text).orElseGet(() -> new Endpoint(Statistic.FINAL, text.strip(), Optional.empty()));
    }

    /// A time of at least 0; a plain number is in the model's unit.
    private static Optional<Quantity> time(String text) {
        try {
            Quantity time = Quantity.parse(text);
            Dimension dimension = time.unit().dimension();
            boolean fits = dimension.equals(Dimension.TIME) || dimension.equals(Dimension.NONE);
            return fits && time.value() >= 0 ? Optional.of(time) : Optional.empty();
        } catch (UnitException noTime) {
            return Optional.empty();
        }
    }

    /// What to say of one that cannot be read.
    ///
    /// @param what it should be
    static String problem(String what, String text) {
        return what + " \"" + text + "\": one of " + String.join(", ", WORDS)
                + " and a name were expected, as in \"final T\", or a name at a time, as in \"T at 180 d\""
                + NearMiss.hint(text.strip().split("\\s+", 2)[0], WORDS);
    }
}
