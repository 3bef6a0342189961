package org.immunarium.study.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunarium.study.Overrides;
import org.immunarium.study.StudyRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConstraintNoticeTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void constraintsAreSaidNotToBeWatched() throws IOException {
        Path model = Files.writeString(folder.resolve("model.xml"), """
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
                  <model>
                    <listOfParameters><parameter id="k" value="1" constant="false"/></listOfParameters>
                    <listOfConstraints>
                      <constraint>
                        <math xmlns="http://www.w3.org/1998/Math/MathML"><apply><lt/><ci>k</ci><cn>2</cn></apply></math>
                        <message><p xmlns="http://www.w3.org/1999/xhtml">k is too large</p></message>
                      </constraint>
                    </listOfConstraints>
                  </model>
                </sbml>
                """);
        assertThat(StudyRun.prepare(model.toString(), Overrides.NONE).prepared().notices())
                .anyMatch(
                        notice -> notice.contains("constraints are not watched") && notice.contains("k is too large"));
        assertThat(StudyRun.prepare("kuznetsov1994", Overrides.NONE).prepared().notices())
                .noneMatch(notice -> notice.contains("constraints"));
    }
}
