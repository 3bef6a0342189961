package org.immunarium.patient.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.immunarium.equations.model.Model;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;

final class AssemblyTest {

    private static final String VALUES = """
            name,value,unit,meaning,certainty,source,note
            V,2,L,a place,assumed,,
            V.A,10,cells,cells at the start,assumed,,
            V.D,3,nM,drug at the start,assumed,,
            k,1,1/h,rate,assumed,,
            half,k/2,1/h,half the rate,derived,,
            """;

    private static Assembly patient(String more) {
        return Assembly.of("m", "m", ParameterTable.parse(VALUES + more, "values.csv"));
    }

    private static void place(Assembly patient) {
        patient.part().compartment("V", "a place", "L").cells("V.A", "Cells").concentration("V.D", "Drug", "mol");
    }

    private static void decay(Assembly patient) {
        patient.part(Names.of("X", "A")).reaction("Death of {X}", "V.{X} ->", "k * V.{X}");
        patient.part(Names.of("X", "D")).reaction("Loss of {X}", "V.{X} ->", "half * V.{X} * V");
    }

    @Test
    void mechanismsMayComeInAnyOrder() {
        Model one = patient("").add(AssemblyTest::place, AssemblyTest::decay).build();
        Model other = patient("").add(AssemblyTest::decay, AssemblyTest::place).build();
        assertThat(one.reactions()).hasSize(2).containsExactlyInAnyOrderElementsOf(other.reactions());
        assertThat(one.species()).containsExactlyInAnyOrderElementsOf(other.species());
    }

    @Test
    void unitsAreBroughtTogetherAndStartsAreInTheSpeciesUnit() {
        Model model = patient("").add(AssemblyTest::place, AssemblyTest::decay).build();
        assertThat(model.species().get(1).id()).isEqualTo("V_D");
        assertThat(model.species().get(1).initial()).isEqualTo(3e-9);
        // k is an hour's, the model counts days
        assertThat(model.reactions().getFirst().rate().orElseThrow().toString()).contains("24.0");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Assembly patient = patient("idle,1,1,nothing needs it,assumed,,\n")
                .add(AssemblyTest::place, AssemblyTest::decay, AssemblyTest::decay)
                .add(all -> all.part()
                        .cells("V.A", "Other cells")
                        .cells("W.B", "Cells of nowhere")
                        .reaction("Bad sides", "V.A", "k * V.A")
                        .reaction("Unknown species", "V.Q ->", "k * V.A")
                        .reaction("Bad formula", "V.A ->", "k * (V.A")
                        .reaction("Unknown value", "V.A ->", "unheard * V.A")
                        .term("nobodys_sum", "V.A"));
        assertThatThrownBy(patient::build)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Death of A: happens twice")
                .hasMessageContaining("V_A: is declared twice")
                .hasMessageContaining("W.B: there is no compartment \"W\"")
                .hasMessageContaining("one -> is expected")
                .hasMessageContaining("Unknown species: nothing declares \"V_Q\"")
                .hasMessageContaining("Bad formula: k * (V_A")
                .hasMessageContaining("unheard: no mechanism declares this")
                .hasMessageContaining("nobodys_sum: no mechanism declares this sum")
                .hasMessageContaining("idle: nothing in this patient uses this row");
    }

    @Test
    void aUnitThatDoesNotFitIsRefused() {
        Assembly patient = Assembly.of(
                        "m", "m", ParameterTable.parse(VALUES.replace("10,cells", "10,nM"), "values.csv"))
                .add(AssemblyTest::place, AssemblyTest::decay);
        assertThatThrownBy(patient::build).hasMessageContaining("V.A: is in nM in the table, expected cells");
        Assembly other = patient("")
                .add(AssemblyTest::place, AssemblyTest::decay)
                .add(all -> all.part().reaction("A rate of nothing", "V.A ->", "k * V.D"));
        assertThatThrownBy(other::build).isInstanceOf(InvalidInputException.class);
    }
}
