package org.immunarium.study.patient.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunarium.study.report.figure.DoseMark;

/// What is given in several variants, as marks of one figure: what some of them share is marked once, with their
/// titles.
final class DosesOfVariants {

    private DosesOfVariants() {}

    static List<DoseMark> marks(List<Course> courses) {
        Map<List<DoseMark>, List<String>> titles = new LinkedHashMap<>();
        for (Course course : courses) {
            Map<String, List<DoseMark>> drugs = new LinkedHashMap<>();
            CourseFigures.doses(course)
                    .forEach(dose -> drugs.computeIfAbsent(dose.drug(), _ -> new ArrayList<>())
                            .add(dose));
            drugs.values()
                    .forEach(doses -> titles.computeIfAbsent(doses, _ -> new ArrayList<>())
                            .add(course.title()));
        }
        List<DoseMark> marks = new ArrayList<>();
        titles.forEach((doses, of) -> doses.forEach(dose -> marks.add(
                new DoseMark(dose.time(), dose.duration(), dose.drug() + " (" + String.join(", ", of) + ")"))));
        return marks;
    }
}
