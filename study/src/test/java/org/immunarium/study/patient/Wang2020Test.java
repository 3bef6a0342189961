package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.results.Table;
import org.immunarium.study.OutsideData;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The patient of Wang et al. 2020, put together from mechanisms, against the SBML that its authors published.
///
/// States are compared above [#FLOOR] of their own peak: below it the published file's numbers are those of
/// rounding in its formula of the T cell receptor's signal, a difference of two nearly equal numbers.
final class Wang2020Test {

    private static final double FLOOR = 1e-6;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void tenYearsFromTheFirstCellAgreeWithThePublishedFile() throws IOException {
        compare("");
    }

    @Test
    void threeAntibodiesAgreeToo() throws IOException {
        compare("""
                patient: {weight: 70 kg}
                therapy:
                  - nivolumab 3 mg/kg IV q2w from 3000 d
                  - durvalumab 10 mg/kg IV q2w from 3100 d
                  - ipilimumab 1 mg/kg IV q3w x 4 from 3000 d
                """);
    }

    private void compare(String therapy) throws IOException {
        Path file = OutsideData.file("reference/wang2020/wang2020_sbml_l2v4.xml");
        String targets = therapy.isEmpty() ? "" : """
                targets:
                  nivolumab: {into: V_C.nivo, as: amount, molar mass: 143600 g/mol}
                  durvalumab: {into: V_C.durv, as: amount, molar mass: 149000 g/mol}
                  ipilimumab: {into: V_C.ipi, as: amount, molar mass: 148000 g/mol}
                """;
        Table theirs = run("theirs", file + "\nunits: convert", therapy + targets);
        Table ours = run("ours", "wang2020", therapy);
        List<String> names = ours.header().stream()
                .map(cell -> cell.replaceFirst(" \\[.*", ""))
                .toList();
        List<String> differing = new ArrayList<>();
        int compared = 0;
        for (int column = 1; column < theirs.header().size(); column++) {
            String heading = theirs.header().get(column);
            String name = heading.replaceFirst(" \\[.*", "");
            if (!name.contains(".")) {
                continue;
            }
            assertThat(names).contains(name);
            double factor = unit(heading).factorTo(unit(ours.header().get(names.indexOf(name))));
            double[] expected = theirs.numbers(column);
            double[] found = ours.numbers(names.indexOf(name));
            double peak = 0;
            for (double value : expected) {
                peak = Math.max(peak, Math.abs(value * factor));
            }
            for (int i = 0; i < expected.length; i++) {
                double wanted = expected[i] * factor;
                if (Math.abs(wanted) > FLOOR * peak && Math.abs(found[i] - wanted) > 1e-4 * Math.abs(wanted)) {
                    differing.add("%s at %s d: %s, published %s".formatted(name, 10 * i, found[i], wanted));
                }
            }
            compared++;
        }
        assertThat(compared).isEqualTo(120);
        assertThat(differing).isEmpty();
    }

    private Table run(String name, String model, String therapy) throws IOException {
        Path study = Files.writeString(folder.resolve(name + ".yaml"), """
                format: 1
                study: patient
                model: %s
                duration: 3600 d
                output: {every: 10 d}
                tolerances: {relative: 1e-8}
                %s
                """.formatted(model, therapy));
        Path run = folder.resolve(name);
        StudyRun.prepare(study.toString(), Overrides.NONE)
                .run(Optional.of(run), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        return Table.read(run.resolve("tables/timecourse.csv"));
    }

    /// The unit of a heading, with what SBML calls it in place of what people do.
    private static Unit unit(String heading) {
        String text = heading.replaceFirst(".*\\[(.*)]", "$1");
        Map<String, String> words = Map.of(
                "cell", "cells",
                "molecule", "molecules",
                "mole/", "mol/",
                "millimeter", "mm",
                "micrometer", "µm",
                "milliliter", "mL",
                "litre", "L");
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replaceAll("\\b" + word.getKey() + "(?!s)", word.getValue());
        }
        return Unit.parse(text.replace("(", "").replace(")", ""));
    }
}
