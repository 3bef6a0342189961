package org.immunarium.patient.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Series made by hand, with what RECIST 1.1 (Eisenhauer 2009, section 4.3) says of each visit after baseline.
class RecistVisitsTest {

    /// @param sums      in mm; `-` where it was not measured; `+` for a new lesion, `o`, `w`, `g`, `x` for
    ///     other lesions that are there, worse, gone and not looked at
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing changes            | 100 100 100             | SD SD
            a fifth more               | 100 119 120             | SD PD
            a third less               | 100 71 70               | SD PR
            all gone                   | 100 50 0                | PR CR
            gone and back              | 100 0 5                 | CR PD
            no targets, gone, back     | 0o 0g 0o                | CR PD
            no targets, there, worse   | 0o 0o 0w                | SD PD
            no targets, not looked at  | 0o 0x 0o+               | NE PD
            others back after all      | 100o 0g 0o              | CR PD
            targets gone, others there | 100o 0o 5o              | PR PR
            gone and back by 6 mm      | 100 0 6                 | CR PD
            the nadir counts           | 100 60 71               | PR SD
            a fifth above the nadir    | 100 60 72               | PR PD
            not so by 5 mm             | 20 12 14.4              | PR SD
            small, by 5 mm             | 20 12 17                | PR PD
            5 mm is not enough         | 100 105                 | SD
            baseline is the nadir      | 50 55 60                | SD PD
            no matter how it shrank    | 100 90 80 108           | SD SD PD
            below the nadir again      | 100 60 75 50            | PR PD PR
            a new lesion               | 100 60+                 | PD
            a new lesion, targets gone | 100 0+                  | PD
            stable and a new one       | 100 100+                | PD
            others are there           | 100o 0o                 | PR
            others are gone            | 100o 0g                 | CR
            others not looked at       | 100o 0x                 | PR
            others worse               | 100o 60w                | PD
            others there, stable       | 100o 90o                | SD
            others there, response     | 100o 60o                | PR
            not measured               | 100 - 60                | NE PR
            not measured, a new one    | 100 -+                  | PD
            not measured, others worse | 100o -w                 | PD
            missing keeps the nadir    | 100 50 - 62             | PR NE PD
            nothing at baseline        | 0 0                     | SD
            nothing, then something    | 0 4 6                   | SD PD
            rounding reaches 20 %      | 30.1 36.12              | PD
            rounding reaches -30 %     | 30.1 21.07              | PR
            slow growth                | 100 110 119 119.9 120   | SD SD SD PD
            response lasts             | 100 65 66 67            | PR PR PR
            """)
    void aSeriesIsJudgedVisitByVisit(String name, String sums, String expected) {
        List<Visit> visits = new ArrayList<>();
        for (String each : sums.strip().split(" ")) {
            String number = each.replaceAll("[+owgx]", "");
            visits.add(new Visit(
                    visits.size(),
                    number.equals("-") ? Double.NaN : Double.parseDouble(number),
                    others(each),
                    each.contains("+") ? 10 : 0));
        }
        String found = Recist.assess(visits).stream()
                .map(assessment -> assessment.overall().code())
                .collect(Collectors.joining(" "));
        assertThat(found).as(name).isEqualTo(expected.strip());
    }

    private static Visit.Others others(String written) {
        return switch (written.replaceAll("[-+0-9.]", "")) {
            case "o" -> Visit.Others.PRESENT;
            case "w" -> Visit.Others.WORSE;
            case "g" -> Visit.Others.GONE;
            case "x" -> Visit.Others.NOT_SEEN;
            default -> Visit.Others.NONE;
        };
    }
}
