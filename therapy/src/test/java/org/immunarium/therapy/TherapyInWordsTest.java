package org.immunarium.therapy;

import static org.assertj.core.api.Assertions.assertThat;

import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;
import org.junit.jupiter.api.Test;

class TherapyInWordsTest {

    private static final Therapy THERAPY = RegimenText.parse("""
            nivolumab 3 mg/kg IV over 60 min q2w x 26
            gemcitabine 1000 mg/m2 d1,8 q3w until progression
            cetuximab 400 mg/m2 IV then 250 mg/m2 q1w from 2 w for 1 year
            IL-2 5e6 IU/d over 12 h
            """);

    @Test
    void saysEachRegimenInASentence() {
        assertThat(TherapyInWords.sentences(THERAPY)).isEqualTo("""
                nivolumab: 3 mg/kg into a vein over 60 minutes, every 2 weeks, 26 doses.
                gemcitabine: 1000 mg/m², on days 1 and 8 of each cycle of 3 weeks, until the disease progresses.
                cetuximab: 400 mg/m² into a vein, once; then 250 mg/m² into a vein, every week, starting 2 weeks after time zero, for 1 year.
                IL-2: 5e6 IU/d over 12 hours, which is 2.5e6 IU in all, once.
                """);
        assertThat(TherapyInWords.sentences(Therapy.NONE)).isEqualTo("No treatment.\n");
    }

    @Test
    void saysTimesOfTheirOwn() {
        assertThat(TherapyInWords.sentences(RegimenText.parse("""
                CAR-T 3957 cells at 0 d
                CAR-T 2e8 cells IV at 0 d, 8 d, 2 w until progression
                vaccine 1e6 cells at 8 d
                """))).isEqualTo("""
                CAR-T: 3957 cells, at time zero.
                CAR-T: 2e8 cells into a vein, at time zero and 8 days and 2 weeks after it, until the disease progresses.
                vaccine: 1e6 cells, 8 days after time zero.
                """);
        assertThat(TherapyInWords.notes(RegimenText.parse("A 240 mg over 5 d at 0 d, 3 d"), Body.UNKNOWN))
                .singleElement()
                .asString()
                .contains("3 d after it");
    }

    @Test
    void listsEachDoseInATable() {
        Therapy therapy = RegimenText.parse("nivolumab 3 mg/kg IV over 60 min q2w x 3 + CAR-T 1e8 cells from 1 d");
        assertThat(TherapyInWords.table(therapy, Ratio.of(100), Body.of(Quantity.parse("80 kg")), 3))
                .isEqualTo("""
                        time [d]  drug       dose       amount     over    route
                        0         nivolumab  3 mg/kg    240 mg     60 min  IV
                        1         CAR-T      1e8 cells  1e8 cells  -       -
                        14        nivolumab  3 mg/kg    240 mg     60 min  IV
                        … and 1 more
                        """);
    }

    @Test
    void saysWhereInfusionsOverlapAndWhichAmountsAreNotKnown() {
        assertThat(TherapyInWords.notes(RegimenText.parse("A 240 mg over 3 w q2w x 3"), Body.UNKNOWN))
                .containsExactly("A: each dose runs for 3 weeks and the next begins 14 d after it: they overlap, and"
                        + " their rates add up");
        assertThat(TherapyInWords.notes(RegimenText.parse("A 240 mg over 5 d d1,3 q3w x 2"), Body.UNKNOWN))
                .singleElement()
                .asString()
                .contains("2 d after it");
        assertThat(TherapyInWords.notes(RegimenText.parse("A 240 mg over 1 w q1w x 3 + B 1 mg q1d"), Body.UNKNOWN))
                .isEmpty();
        assertThat(TherapyInWords.notes(RegimenText.parse("A 3 mg/kg + B 100 mg/m2"), Body.UNKNOWN))
                .hasSize(2)
                .anyMatch(note -> note.contains("patient: {weight: 80 kg}"));
        assertThat(TherapyInWords.notes(RegimenText.parse("A 3 mg/kg"), Body.of(Quantity.parse("80 kg"))))
                .isEmpty();
    }
}
