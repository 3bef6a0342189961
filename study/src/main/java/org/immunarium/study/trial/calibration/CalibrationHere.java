package org.immunarium.study.trial.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.immunarium.equations.simulation.PatientResult;
import org.immunarium.patient.response.Visit;
import org.immunarium.study.patient.TreatedPatients;
import org.immunarium.study.trial.Screening.Candidate;
import org.immunarium.study.trial.TreatmentPhase;
import org.immunarium.study.trial.TreatmentPhase.Allocated;
import org.immunarium.study.trial.TreatmentPhase.Told;
import org.immunarium.trial.calibration.PlausibleCourse;
import org.immunarium.trial.endpoint.Outcome;
import org.immunarium.trial.observation.FollowUp;
import org.immunarium.trial.observation.Observation;

/// Plausible patients on the threads of this process.
final class CalibrationHere implements CalibrationSite {

    private static final double STEP = 7;
    private static final double MILLIMETRES = 10;

    /// How often each course is looked at, over all lives.
    private static final int LOOKS = 8;

    private final PreparedCalibration calibration;
    private final TreatedPatients patients;
    private final int threads;

    CalibrationHere(PreparedCalibration calibration, int threads) {
        this.calibration = calibration;
        patients = calibration.trial().patients();
        this.threads = threads;
    }

    @Override
    public void draw(long from, long to, Consumer<Optional<Plausible>> consumer) {
        List<String> asked = calibration.asked();
        List<String> columns = asked.isEmpty() ? patients.seen().lesions() : asked;
        patients.diagnose(
                LongStream.rangeClosed(from, to).boxed().iterator(),
                columns,
                threads,
                result -> plausible(result, columns.size()),
                consumer);
    }

    /// Empty of a patient whose tumour is not found in time.
    private static Optional<Plausible> plausible(PatientResult result, int columns) {
        return result.end()
                .map(end -> new Plausible(
                        new Candidate(result.id(), 0, 0, end),
                        IntStream.range(0, columns)
                                .mapToDouble(c -> result.values()[c][0])
                                .toArray()));
    }

    @Override
    public void treat(List<Candidate> all, int therapy, Consumer<Optional<PlausibleCourse>> consumer) {
        Observation trial = calibration.trial().observation();
        Observation observation = new Observation(
                trial.seed(),
                calibration.study().visits().get(therapy),
                new FollowUp(0, patients.duration(), 0),
                trial.death(),
                Optional.empty());
        new TreatmentPhase(calibration.trial(), observation)
                .follow(
                        all.stream().map(each -> new Allocated(each, therapy)).toList(),
                        threads,
                        told -> course(told, observation),
                        consumer);
    }

    private PlausibleCourse course(Told told, Observation observation) {
        double[][] lesions = Arrays.stream(told.result().values())
                .limit(patients.seen().lesions().size())
                .map(row -> Arrays.stream(row).map(each -> MILLIMETRES * each).toArray())
                .toArray(double[][]::new);
        float[] sums = new float[1 + (int) Math.floor(patients.duration() / STEP)];
        for (int i = 0; i < sums.length; i++) {
            double sum = 0;
            for (double[] lesion : lesions) {
                sum += lesion[i];
            }
            sums[i] = (float) sum;
        }
        long looks = LOOKS / calibration.lives();
        return new PlausibleCourse(
                sums,
                STEP,
                LongStream.range(0, looks)
                        .mapToObj(look ->
                                look(observation, looks * told.who().patient().number() + look, lesions))
                        .toList());
    }

    /// What visits with luck of their own show of the same course.
    ///
    /// @param lucky a number that luck follows from
    private PlausibleCourse.Look look(Observation observation, long lucky, double[][] lesions) {
        double[] visits = observation.visits().times(observation.seed(), lucky, patients.duration());
        double[] scanned = new double[1 + visits.length];
        System.arraycopy(visits, 0, scanned, 1, visits.length);
        double[][] diameters = Arrays.stream(lesions)
                .map(lesion ->
                        Arrays.stream(scanned).map(time -> at(lesion, time)).toArray())
                .toArray(double[][]::new);
        List<Visit> seen = observation.visits().visits(observation.seed(), lucky, scanned, diameters);
        Outcome outcome = Outcome.of(seen, Double.POSITIVE_INFINITY, patients.duration(), true);
        double progressed = outcome.progressed().orElse(Double.POSITIVE_INFINITY);
        return new PlausibleCourse.Look(
                progressed,
                outcome.confirmed().orElse(Double.POSITIVE_INFINITY),
                Arrays.stream(visits).filter(time -> time <= progressed).toArray());
    }

    private static double at(double[] weekly, double time) {
        int week = Math.min((int) (time / STEP), weekly.length - 1);
        double before = weekly[week];
        double after = weekly[Math.min(week + 1, weekly.length - 1)];
        return before + (time / STEP - week) * (after - before);
    }
}
