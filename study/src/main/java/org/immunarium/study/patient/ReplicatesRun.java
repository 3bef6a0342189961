package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.StochasticSimulation;
import org.immunarium.equations.simulation.StochasticSummary;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.patient.GivenDose;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.results.Manifest;
import org.immunarium.study.Heap;
import org.immunarium.study.Measure;
import org.immunarium.study.RunContext;
import org.immunarium.study.RunStopped;
import org.immunarium.study.VariantsTable;

/// A patient whose reactions happen one by one, by chance: one run, or the mean and the standard
/// deviation of many.
///
/// Replicates go on where they were, by [ReplicatesPoint]; a single run that was stopped does its
/// courses again. What is written is the same, byte for byte.
///
/// @param replicates runs of each course; of one, its own time course is written
record ReplicatesRun(
        PatientRun.Plan plan,
        List<PatientCourse> courses,
        int replicates,
        Map<String, String> method,
        List<Manifest.Setting> parameters,
        List<String> notices)
        implements PreparedPatient {

    @Override
    public List<String> run(RunContext context) {
        VariantsTable.write(context.folder(), variants());
        try {
            return Findings.of(plan, replicates == 1 ? single(context) : many(context));
        } catch (NumericalFailure failure) {
            throw plan.model().inWords(failure);
        }
    }

    /// Each course once.
    private List<Findings.Found> single(RunContext context) {
        List<Findings.Found> found = new ArrayList<>();
        double each = plan.duration();
        try (RunContext.Shown shown = context.screen().show("patient", courses.size() * each, 0, plan.timeUnit())) {
            for (PatientCourse course : courses) {
                double before = found.size() * each;
                context.stop().check("before " + (course.title().isEmpty() ? "the run" : course.title()));
                Timecourse timecourse = simulation(course)
                        .watch(time -> {
                            shown.progress().reached(before + time);
                            context.stop().check("at time " + plan.inWords(time));
                        })
                        .run(0);
                tables(context, course).write(timecourse, course.doses(), plan.duration());
                found.add(Findings.Found.of(course.title(), timecourse));
            }
        }
        return found;
    }

    /// The mean and the standard deviation of each course.
    private List<Findings.Found> many(RunContext context) {
        List<Findings.Found> found = new ArrayList<>();
        ReplicatesPoint point = ReplicatesPoint.of(
                context.folder(), simulation(courses.getFirst()).size());
        double total = (double) courses.size() * replicates;
        try (RunContext.Shown shown = context.screen().show("replicates", total, point.done(), "")) {
            for (PatientCourse course : courses) {
                StochasticSummary summary = simulation(course)
                        .threads(context.threads())
                        .onProgress(_ -> {
                            shown.progress().reached(point.done());
                            point.saveNowAndThen();
                        })
                        .watch(_ -> context.stop().check("within a replicate"))
                        .run(point.sum(found.size()));
                PatientTables tables = tables(context, course);
                tables.write(summary.means(), course.doses(), plan.duration());
                tables.writeDeviations(summary.deviations());
                found.add(Findings.Found.of(course.title(), summary.means()));
            }
        } catch (RunStopped asked) {
            point.save();
            throw new RunStopped("after " + point.done() + " of " + Math.round(total) + " replicates");
        }
        return found;
    }

    @Override
    public List<Measure> measures() {
        return PatientMeasures.of(plan).all();
    }

    /// Of several replicates, what their mean comes to.
    @Override
    public double[] measure(int variant, long own, int threads, Heap heap, DoubleConsumer watch) {
        StochasticSimulation simulation = simulation(courses.get(variant))
                .seed(own)
                .threads(threads)
                .onProgress(sum -> watch.accept((double) sum.count() / replicates))
                .watch(time -> watch.accept(replicates == 1 ? time / plan.duration() : 0));
        try {
            return PatientMeasures.of(plan)
                    .values(
                            replicates == 1
                                    ? simulation.run(0)
                                    : simulation.run().means());
        } catch (NumericalFailure failure) {
            throw plan.model().inWords(failure);
        }
    }

    @Override
    public double bytes() {
        double rows = plan.duration() / plan.every();
        int columns = plan.columns().size();
        return replicates == 1 ? Memory.bytes(rows, columns) : Memory.bytesOfMany(rows, columns);
    }

    private PatientTables tables(RunContext context, PatientCourse course) {
        return new PatientTables(plan, PatientRun.folder(context, course));
    }

    /// A simulation of what a course starts with and is given.
    static StochasticSimulation simulation(PatientModel model, PatientCourse course) {
        StochasticSimulation simulation = model.compiled().stochastic();
        course.set().forEach(simulation::set);
        for (GivenDose dose : course.doses()) {
            if (dose.intervention() instanceof Intervention.Bolus bolus) {
                simulation.intervention(bolus);
            }
        }
        return simulation;
    }

    private StochasticSimulation simulation(PatientCourse course) {
        return simulation(plan.model(), course)
                .seed(plan.solving().seed())
                .replicates(replicates)
                .until(plan.duration())
                .every(plan.every())
                .columns(plan.columns());
    }
}
