package org.immunarium.patient.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Series made by hand, with what iRECIST (Seymour 2017) says of each visit after baseline.
class IrecistTest {

    /// @param visits eight weeks apart, sums in mm; `-` where it was not measured, `+7` for new lesions of 7
    ///     mm, `w` and `o` for other lesions that are worse and there; `!` for a visit two weeks after the one
    ///     before
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            stable                          | 100 95 90            | iSD iSD                 |
            response                        | 100 60 50            | iPR iPR                 |
            complete                        | 100 0 0              | iCR iCR                 |
            swells, then grows              | 100 125 131          | iUPD iCPD               | 56
            swells, grows by 5 mm           | 100 125 130          | iUPD iCPD               | 56
            swells, grows by less           | 100 125 129          | iUPD iUPD               | 56
            swells, stays                   | 100 125 125          | iUPD iUPD               | 56
            swells, stays, then grows       | 100 125 125 131      | iUPD iUPD iCPD          | 56
            swells, then shrinks            | 100 125 60           | iUPD iPR                |
            swells, then is stable          | 100 125 105          | iUPD iSD                |
            swells, then is gone            | 100 125 0            | iUPD iCR                |
            reset, then progression anew    | 100 125 60 75        | iUPD iPR iUPD           | 168
            reset, anew and confirmed       | 100 125 60 75 81     | iUPD iPR iUPD iCPD      | 168
            reset twice                     | 100 125 60 75 60     | iUPD iPR iUPD iPR       |
            the nadir stays                 | 100 50 65 60 55      | iPR iUPD iUPD iPR       |
            not measured keeps it open      | 100 125 - 131        | iUPD iNE iCPD           | 56
            not measured, then shrinks      | 100 125 - 60         | iUPD iNE iPR            |
            not measured at the end         | 100 125 -            | iUPD iNE                | 56
            new lesion, it grows            | 100 90+7 90+12       | iUPD iCPD               | 56
            new lesion, it stays            | 100 90+7 90+8        | iUPD iUPD               | 56
            new lesion, it goes             | 100 90+7 90          | iUPD iSD                |
            new lesion, it goes, response   | 100 90+7 60          | iUPD iPR                |
            new lesion, response, it stays  | 100 90+7 60+7        | iUPD iUPD               | 56
            another new lesion              | 100 90+7 90+15       | iUPD iCPD               | 56
            new lesion, then targets        | 100 90+7 125+7       | iUPD iCPD               | 56
            targets, then a new lesion      | 100 125 125+6        | iUPD iCPD               | 56
            targets shrink, a new lesion    | 100 125 60+6         | iUPD iCPD               | 56
            others worse, then targets      | 100o 90w 125w        | iUPD iCPD               | 56
            others worse, they stay         | 100o 90w 90w         | iUPD iUPD               | 56
            others worse, then better       | 100o 90w 90o         | iUPD iSD                |
            targets, then others            | 100o 125o 125w       | iUPD iCPD               | 56
            too soon to confirm             | 100 125 !140         | iUPD iUPD               | 56
            too soon, later confirmed       | 100 125 !126 131     | iUPD iUPD iCPD          | 56
            after confirmation              | 100 125 131 40       | iUPD iCPD iCPD          | 56
            response, then progression      | 100 60 80 90         | iPR iUPD iCPD           | 112
            small lesions need 5 mm         | 10 13 16             | iSD iUPD                | 112
            """)
    void aSeriesIsJudgedVisitByVisit(String name, String visits, String expected, String progressed) {
        List<Visit> series = new ArrayList<>();
        double time = 0;
        for (String each : visits.strip().split(" ")) {
            time += series.isEmpty() ? 0 : each.startsWith("!") ? 14 : 56;
            String[] parts = each.replaceAll("[!ow]", "").split("\\+");
            Visit.Others others = each.endsWith("w")
                    ? Visit.Others.WORSE
                    : each.endsWith("o") ? Visit.Others.PRESENT : Visit.Others.NONE;
            series.add(new Visit(
                    time,
                    parts[0].equals("-") ? Double.NaN : Double.parseDouble(parts[0]),
                    others,
                    parts.length > 1 ? Double.parseDouble(parts[1]) : 0));
        }
        Irecist judged = Irecist.of(series);
        assertThat(judged.responses().stream().map(ImmuneResponse::code).collect(Collectors.joining(" ")))
                .as(name)
                .isEqualTo(expected.strip());
        assertThat(judged.progressed().map(Object::toString).orElse(""))
                .isEqualTo(progressed == null ? "" : progressed.strip() + ".0");
    }
}
