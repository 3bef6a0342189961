package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunarium.results.Json;
import org.immunarium.therapy.Administration;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.Therapy;
import org.immunarium.therapy.TherapyInWords;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.immunarium.units.Unit;
import org.immunarium.units.UnitException;

/// A therapy as it is typed, dose by dose: what a timeline shows.
final class DosesApi {

    private static final int MOST_LETTERS = 10_000;
    private static final int MOST_DOSES = 2000;

    /// Doses that are counted, told or not.
    private static final int MOST_COUNTED = 100_000;

    private static final long LONGEST_DAYS = 200_000;
    private static final Unit DAY = Unit.parse("d");

    private DosesApi() {}

    static void addTo(Routes routes) {
        routes.add("POST", "/api/doses", (request, _) -> doses(request.json()));
    }

    private static Answer doses(ObjectNode body) {
        Set<String> known = Set.of("therapy", "duration", "weight", "height");
        body.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new Refusal(Refusal.BAD_REQUEST, "\"" + key + "\" means nothing here; known are " + known);
            }
        });
        String text = body.path("therapy").asText();
        if (!body.path("therapy").isTextual() || text.length() > MOST_LETTERS) {
            throw new Refusal(
                    Refusal.BAD_REQUEST, "a \"therapy\" of at most " + MOST_LETTERS + " letters was expected");
        }
        List<Problem> problems = new ArrayList<>();
        Therapy therapy = RegimenText.parse(text, "therapy", 1, problems::add);
        Optional<Quantity> duration = quantity(body, "duration", problems);
        Body patient = body(body, problems);
        long days = duration.map(each -> days(each, problems)).orElse(365L);
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.INVALID, problems);
        }
        return Answer.json(tree(therapy, patient, days));
    }

    private static Optional<Quantity> quantity(ObjectNode body, String key, List<Problem> problems) {
        String text = body.path(key).asText();
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Quantity.parse(text));
        } catch (UnitException e) {
            problems.add(Problem.of(key, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static Body body(ObjectNode body, List<Problem> problems) {
        Optional<Quantity> weight = quantity(body, "weight", problems);
        Optional<Quantity> height = quantity(body, "height", problems);
        try {
            return new Body(weight, height);
        } catch (UnitException e) {
            problems.add(Problem.of("patient", String.valueOf(e.getMessage())));
            return Body.UNKNOWN;
        }
    }

    /// Whole days, the last one begun.
    private static long days(Quantity duration, List<Problem> problems) {
        try {
            double days = duration.in(DAY);
            if (days > 0 && days <= LONGEST_DAYS) {
                return (long) Math.ceil(days);
            }
            problems.add(Problem.of("duration", "more than 0 d and at most 500 years were expected"));
        } catch (UnitException e) {
            problems.add(Problem.of("duration", String.valueOf(e.getMessage())));
        }
        return 1;
    }

    private static ObjectNode tree(Therapy therapy, Body patient, long days) {
        ObjectNode root = Json.object();
        root.put("sentences", TherapyInWords.sentences(therapy).strip());
        ArrayNode regimens = root.putArray("regimens");
        therapy.regimens()
                .forEach(each -> regimens.addObject().put("drug", each.drug()).put("text", each.toString()));
        List<Administration> all = therapy.administrations(Ratio.of(days), MOST_COUNTED);
        root.put("count", all.size());
        ArrayNode doses = root.putArray("doses");
        all.stream().limit(MOST_DOSES).forEach(each -> {
            ObjectNode dose = doses.addObject();
            dose.put("regimen", each.regimen());
            dose.put("number", each.number());
            dose.put("drug", each.drug());
            dose.put("day", each.days());
            dose.put("days", each.durationInDays());
            dose.put("dose", each.dose().toString());
            amount(each, patient).ifPresent(amount -> dose.put("amount", amount.toString()));
        });
        ArrayNode notes = root.putArray("notes");
        TherapyInWords.notes(therapy, patient).forEach(notes::add);
        return root;
    }

    private static Optional<Quantity> amount(Administration given, Body patient) {
        boolean known = switch (given.dose().basis()) {
            case FIXED -> true;
            case WEIGHT -> patient.weight().isPresent();
            case BODY_SURFACE -> patient.surface().isPresent();
        };
        return known ? Optional.of(given.dose().amountFor(patient)) : Optional.empty();
    }
}
