package org.immunarium.study.trial.calibration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.trial.calibration.PlausibleCourse;

/// What became of a plausible patient under a therapy, in bytes of a safe point.
final class CourseCode {

    private CourseCode() {}

    static void putIfAny(Optional<PlausibleCourse> course, BlockOutput out) throws IOException {
        out.put(course.isPresent());
        if (course.isPresent()) {
            put(course.get(), out);
        }
    }

    static Optional<PlausibleCourse> takeIfAny(BlockInput in) throws IOException {
        return in.takeBoolean() ? Optional.of(take(in)) : Optional.empty();
    }

    private static void put(PlausibleCourse course, BlockOutput out) throws IOException {
        out.put(course.step());
        out.put(course.looks().size());
        for (PlausibleCourse.Look look : course.looks()) {
            out.put(look.progressed());
            out.put(look.confirmed());
            out.put(look.scans().length);
            out.put(look.scans(), look.scans().length);
        }
        out.put(course.sums().length);
        double[] sums = new double[course.sums().length];
        Arrays.setAll(sums, i -> course.sums()[i]);
        out.put(sums, sums.length);
    }

    private static PlausibleCourse take(BlockInput in) throws IOException {
        double step = in.takeDouble();
        List<PlausibleCourse.Look> looks = new ArrayList<>();
        for (int left = in.takeInt(); left > 0; left--) {
            double progressed = in.takeDouble();
            double confirmed = in.takeDouble();
            double[] scans = new double[in.takeInt()];
            in.take(scans, scans.length);
            looks.add(new PlausibleCourse.Look(progressed, confirmed, scans));
        }
        double[] sums = new double[in.takeInt()];
        in.take(sums, sums.length);
        float[] small = new float[sums.length];
        for (int i = 0; i < small.length; i++) {
            small[i] = (float) sums[i];
        }
        return new PlausibleCourse(small, step, looks);
    }
}
