package org.immunarium.therapy.drug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrugTableTest {

    private static final String GOOD = DrugTable.HEADER + """

            x,kind,antibody,,label,Someone 2020,
            x,target,PD-1,,label,Someone 2020,
            x,also called,Ex,,label,Someone 2020,
            x,also called,"X, 5",,label,Someone 2020,
            x,molar mass,150,kg/mol,assumption,-,
            x,central volume,3000,mL,popPK,"Someone 2020, doi:10.1/2","of a man, 80 kg"
            x,logarithmic change of clearance,-0.3,,popPK,Someone 2020,
            """;

    @Test
    void aRowIsAFact() {
        List<Drug> drugs = DrugTable.parse(GOOD, "x.csv");
        Drug x = drugs.getFirst();
        assertThat(drugs).hasSize(1);
        assertThat(x.otherNames()).containsExactly("Ex", "X, 5");
        assertThat(x.isCalled("EX")).isTrue();
        Fact volume = x.fact(DrugParameter.CENTRAL_VOLUME).orElseThrow();
        assertThat(volume.text()).isEqualTo("3000 mL");
        assertThat(volume.certainty()).isEqualTo(Certainty.POPULATION);
        assertThat(volume.note()).isEqualTo("of a man, 80 kg");
        assertThat(x.quantity(DrugParameter.LOGARITHMIC_CHANGE).orElseThrow().value())
                .isEqualTo(-0.3);
    }

    @Test
    void cellsNeedNoVolumeAndADrugMayHaveSeveralRegimens() {
        Drug x = DrugTable.parse(DrugTable.HEADER + """

                        x,kind,T cells,,label,Someone 2020,
                        x,target,CD19,,label,Someone 2020,
                        x,modality,cells,,label,Someone 2020,
                        x,approved regimen,x 1e8 cells IV,,label,Someone 2020,
                        x,approved regimen,x 2e6 cells/kg IV,,label,Someone 2020,
                        """, "x.csv").getFirst();
        assertThat(x.modality()).isEqualTo(Modality.CELLS);
        assertThat(x.approvedRegimens()).containsExactly("x 1e8 cells IV", "x 2e6 cells/kg IV");
        assertThatThrownBy(() -> DrugTable.parse(GOOD + "x,modality,cell,,label,Someone 2020,\n", "x.csv"))
                .hasMessageContaining("x.csv:9: \"cell\" is no modality, expected substance, cells or vaccine");
    }

    @Test
    void allThatIsWrongComesAtOnceWithItsLine() {
        assertThatThrownBy(() -> DrugTable.parse(GOOD + """
                        x,kind,antibody,,label,Someone 2020,
                        x,clearence,0.2,L/d,popPK,Someone 2020,
                        x,clearance,0.2,L,popPK,Someone 2020,
                        x,clearance,0.2,L/d,sure,Someone 2020,
                        x,clearance,0.2,L/d,popPK,,
                        x,clearance,0.2
                        y,kind,antibody,,label,Someone 2020,
                        ,kind,antibody,,label,Someone 2020,
                        """, "x.csv"))
                .hasMessageContaining("x.csv:9: x has a second kind")
                .hasMessageContaining("x.csv:10: \"clearence\" is no parameter of a drug, did you mean \"clearance\"?")
                .hasMessageContaining("x.csv:11: clearance: ")
                .hasMessageContaining("x.csv:12: \"sure\" is no certainty")
                .hasMessageContaining("x.csv:13: a value and a source")
                .hasMessageContaining("x.csv:14: 3 cells, expected 7")
                .hasMessageContaining("x.csv:16: the name of a drug is expected in every row")
                .hasMessageContaining("x.csv: nothing says the target of y")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContainPattern("of (?m)$"));
        assertThatThrownBy(() -> DrugTable.parse("a,b\n", "x.csv")).hasMessageContaining("x.csv:1: the first line");
    }

    @Test
    void everythingThatIsNoAssumptionHasASource() {
        for (Drug drug : Drugs.all()) {
            assertThat(drug.facts())
                    .allMatch(fact -> fact.certainty() == Certainty.ASSUMPTION
                            || fact.source().matches(".*(\\d{4}|prescribing information|DrugBank DB\\d+|EMEA/.*).*"))
                    .allMatch(fact -> fact.certainty() != Certainty.POPULATION
                            || fact.source().contains("doi:"))
                    .allMatch(fact -> fact.certainty() != Certainty.DERIVED
                            || !fact.note().isEmpty());
        }
    }
}
