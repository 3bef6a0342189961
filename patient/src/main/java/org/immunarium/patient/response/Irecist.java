package org.immunarium.patient.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Response and progression under immunotherapy by iRECIST: a tumour may swell before it shrinks.
///
/// Progression by RECIST 1.1 is unconfirmed at first. A visit at least four weeks later confirms it if what had
/// progressed has gone on: target lesions by 5 mm and more since, new lesions by 5 mm and more in sum; or if
/// another kind of lesion has progressed, too. If instead all is as a response or stable disease asks, with no new
/// lesion left, the bar is reset: progression has to come again, compared with the same nadir. Otherwise it stays
/// unconfirmed. Other lesions are only known by kind here, so that one kind of progression of theirs is not
/// confirmed by more of the same.
///
/// *Source*: Seymour et al. 2017, doi 10.1016/S1470-2045(17)30074-8.
///
/// @param responses  at each visit after baseline
/// @param progressed when progression that was confirmed was first seen, or that was not confirmed at the last
///     visit that could be evaluated; empty without any
public record Irecist(List<ImmuneResponse> responses, Optional<Double> progressed) {

    private static final double GROWTH = 5;
    private static final double WEEKS_4 = 28;
    private static final double ROUNDING = 1e-9;

    public Irecist {
        responses = List.copyOf(responses);
    }

    /// Of visits.
    ///
    /// @param visits baseline first; times in days
    public static Irecist of(List<Visit> visits) {
        List<ImmuneResponse> responses = new ArrayList<>();
        Optional<Assessment> open = Optional.empty();
        boolean confirmed = false;
        for (Assessment now : Recist.assess(visits)) {
            if (confirmed) {
                responses.add(ImmuneResponse.CONFIRMED_PROGRESSION);
                continue;
            }
            ImmuneResponse plain = ImmuneResponse.of(now.overall());
            if (open.isEmpty()) {
                if (plain == ImmuneResponse.UNCONFIRMED_PROGRESSION) {
                    open = Optional.of(now);
                }
                responses.add(plain);
            } else if (plain == ImmuneResponse.NOT_EVALUABLE) {
                responses.add(plain);
            } else if (isConfirmed(open.get(), now)) {
                confirmed = true;
                responses.add(ImmuneResponse.CONFIRMED_PROGRESSION);
            } else if (plain == ImmuneResponse.UNCONFIRMED_PROGRESSION) {
                responses.add(plain);
            } else {
                open = Optional.empty();
                responses.add(plain);
            }
        }
        return new Irecist(responses, open.map(first -> first.visit().time()));
    }

    private static boolean isConfirmed(Assessment first, Assessment now) {
        Visit before = first.visit();
        Visit after = now.visit();
        if (after.time() < before.time() + WEEKS_4) {
            return false;
        }
        boolean targets = now.target() == Response.PROGRESSIVE;
        boolean others = after.others() == Visit.Others.WORSE;
        boolean another = targets && first.target() != Response.PROGRESSIVE
                || others && before.others() != Visit.Others.WORSE
                || after.newLesion() && !before.newLesion();
        return another
                || targets && grown(before.sum(), after.sum())
                || after.newLesion() && grown(before.news(), after.news());
    }

    private static boolean grown(double before, double after) {
        return after - before >= GROWTH * (1 - ROUNDING);
    }
}
