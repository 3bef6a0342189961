package org.immunarium.equations.sbml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.immunarium.equations.OutsideData;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.model.ModelBuilder;
import org.junit.jupiter.api.Test;

class SbmlWriterTest {

    private static Model again(Model model) {
        return SbmlReader.read("written.xml", SbmlWriter.write(model)).model();
    }

    @Test
    void aBuiltModelComesBackEqual() {
        Model model = ModelBuilder.of("m", "Growth & <death>")
                .units("d", "cells", "L")
                .compartment("body", 1)
                .amount("T", "Tumour cells", "body", 1e6, "cells")
                .parameter("a", "", 0.1 + 0.2, "1/d")
                .parameter("b", "", 6.02214179e23, "1/cells")
                .parameter("s", "", 0, "1")
                .function("hill", List.of("x", "k", "n"), "x^n / (k^n + x^n)")
                .reaction("growth", "", Map.of(), Map.of("T", 1.0), "a * T * hill(T, 1e-9, 2.5)")
                .rate("s", "piecewise(log(3, a), time > 2 && s < 5, root(4, b)) + normal(0, 1e-300)")
                .event("e", "", "T > 1e9", "s", "delay(s, 3 d) + rateOf(T) + exponentiale * pi * avogadro")
                .build();
        assertThat(again(model)).isEqualTo(model);
    }

    @Test
    void whatTakesNumbersAsTheyStandSaysSoAndIsNotCountedAmongAnnotations() {
        Model model = ModelBuilder.of("m", "").parameter("x", "", 1, "1").build();
        SbmlDocument marked = SbmlReader.read("written.xml", SbmlWriter.writeAsItStands(model));
        assertThat(marked.numbersAsTheyStand()).isTrue();
        assertThat(marked.notices()).isEmpty();
        assertThat(marked.model()).isEqualTo(model);
        assertThat(SbmlReader.read("written.xml", SbmlWriter.write(model)).numbersAsTheyStand())
                .isFalse();
    }

    @Test
    void annotationsOfOthersBesideTheMarkAreCounted() {
        String marked = SbmlWriter.writeAsItStands(ModelBuilder.of("m", "").build());
        SbmlDocument read = SbmlReader.read(
                "written.xml", marked.replace("</annotation>", "<other xmlns=\"urn:o\"/></annotation>"));
        assertThat(read.numbersAsTheyStand()).isTrue();
        assertThat(read.notices()).hasSize(1);
    }

    @Test
    void drawsAreDeclaredAsThePackageTheyBelongTo() {
        Model model = ModelBuilder.of("m", "")
                .parameter("x", "", 0, "1")
                .initially("x", "normal(0, 1)")
                .build();
        assertThat(SbmlWriter.write(model)).contains("distrib:required=\"true\"");
    }

    @Test
    void formulasOfStoichiometryBecomeRules() {
        Model model = SbmlReader.read("m.xml", """
                <sbml xmlns="http://www.sbml.org/sbml/level2/version4" level="2" version="4"><model id="m">
                <listOfCompartments><compartment id="c" size="1"/></listOfCompartments>
                <listOfSpecies><species id="S" compartment="c" initialAmount="1"/></listOfSpecies>
                <listOfParameters><parameter id="n" value="2"/></listOfParameters>
                <listOfReactions><reaction id="R"><listOfProducts><speciesReference species="S"><stoichiometryMath>
                <math xmlns="http://www.w3.org/1998/Math/MathML"><ci>n</ci></math></stoichiometryMath>
                </speciesReference></listOfProducts></reaction></listOfReactions></model></sbml>""").model();
        Model written = again(model);
        Model.SpeciesReference product =
                written.reactions().getFirst().products().getFirst();
        assertThat(product.id()).isEqualTo("R_S");
        assertThat(written.rules())
                .contains(new Model.AssignmentRule(
                        "R_S", new org.immunarium.equations.expression.Expression.Symbol("n")));
    }

    @Test
    void outsideModelsComeBackEqual() throws IOException {
        try (Stream<Path> files = Files.list(OutsideData.path("sbml-models"))) {
            List<Path> models =
                    files.filter(f -> f.toString().endsWith(".xml")).sorted().toList();
            assertThat(models).allSatisfy(file -> {
                Model model = SbmlReader.read(file).model();
                assertThat(again(model)).isEqualTo(model);
            });
        }
    }
}
