package org.immunarium.study.patient;

import java.nio.file.Path;
import java.util.List;
import org.immunarium.patient.population.PatientPopulation;
import org.immunarium.patient.population.Statistic;
import org.immunarium.results.RunFolder;
import org.immunarium.study.run.StudyRun;

/// What a run does at its end, for a JVM with a small heap: `population RUN PATIENTS ENDPOINTS` or `course RUN`.
final class SmallHeap {

    private SmallHeap() {}

    public static void main(String[] words) {
        RunFolder run = new RunFolder(Path.of(words[1]));
        if (words[0].equals("population")) {
            List<PatientPopulation.Measured> endpoints = java.util.stream.IntStream.range(0, Integer.parseInt(words[3]))
                    .mapToObj(i -> new PatientPopulation.Measured(
                            Statistic.FINAL, "E" + i, Double.POSITIVE_INFINITY, "final E" + i))
                    .toList();
            PopulationSummary.of(run, new PatientPopulation(Integer.parseInt(words[2]), List.of(), endpoints))
                    .write();
        }
        System.out.println(StudyRun.report(run));
    }
}
