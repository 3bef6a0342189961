package org.immunarium.study.fit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;

/// Logistic growth V' = r V (1 - V / K), whose course is known:
///
///     V(t) = K / (1 + (K / V0 - 1) exp(-r t))
///
/// Of a second quantity W = 2 V, and of `idle` nothing is.
record Logistic(double r, double k) {

    static final double START = 10;

    /// Writes the model and a study of it that goes on for 20 units of time.
    ///
    /// @return the study's file
    static Path write(Path folder) throws IOException {
        Files.writeString(folder.resolve("logistic.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1">
                  <model id="logistic">
                    <listOfParameters>
                      <parameter id="V" value="10" constant="false"/>
                      <parameter id="W" constant="false"/>
                      <parameter id="r" value="0.3" constant="true"/>
                      <parameter id="K" value="500" constant="true"/>
                      <parameter id="late" value="1" constant="true"/>
                      <parameter id="U" value="1" constant="false"/>
                      <parameter id="idle" value="1" constant="true"/>
                    </listOfParameters>
                    <listOfRules>
                      <rateRule variable="V">
                        <math xmlns="http://www.w3.org/1998/Math/MathML">
                          <apply><times/><ci>r</ci><ci>V</ci>
                            <apply><minus/><cn>1</cn><apply><divide/><ci>V</ci><ci>K</ci></apply></apply></apply>
                        </math>
                      </rateRule>
                      <rateRule variable="U">
                        <math xmlns="http://www.w3.org/1998/Math/MathML"><ci>late</ci></math>
                      </rateRule>
                      <assignmentRule variable="W">
                        <math xmlns="http://www.w3.org/1998/Math/MathML">
                          <apply><times/><cn>2</cn><ci>V</ci></apply>
                        </math>
                      </assignmentRule>
                    </listOfRules>
                  </model>
                </sbml>
                """);
        return Files.writeString(folder.resolve("logistic.yaml"), """
                format: 1
                study: patient
                model: logistic.xml
                duration: 20
                output: {every: 1}
                """);
    }

    double at(double time) {
        return k / (1 + (k / START - 1) * ElementaryFunctions.exp(-r * time));
    }

    /// Rows `time,V` with a log-normal error.
    ///
    /// @param seed of the errors
    List<String> rows(int count, double sd, long seed) {
        RandomStream random = new RandomStream(seed, 0, 0, Purpose.SAMPLING);
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            double time = 20.0 * i / count;
            rows.add(String.format(
                    Locale.ROOT, "%s,%s", time, at(time) * ElementaryFunctions.exp(sd * random.nextNormal())));
        }
        return rows;
    }
}
