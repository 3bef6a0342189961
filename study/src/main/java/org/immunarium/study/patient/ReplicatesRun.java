package org.immunarium.study.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.NumericalFailure;
import org.immunarium.equations.simulation.StochasticSimulation;
import org.immunarium.equations.simulation.StochasticSummary;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.patient.GivenDose;
import org.immunarium.results.Manifest;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.RunContext;

/// A patient whose reactions happen one by one, by chance: one run, or the mean and the standard
/// deviation of many.
///
/// A run that was stopped does the course it was in again; what is written is the same, byte for
/// byte.
///
/// @param replicates runs of each course; of one, its own time course is written
record ReplicatesRun(
        PatientRun.Plan plan,
        List<PatientCourse> courses,
        int replicates,
        Map<String, String> method,
        List<Manifest.Setting> parameters,
        List<String> notices)
        implements PreparedStudy {

    @Override
    public String title() {
        return plan.title();
    }

    @Override
    public List<String> run(RunContext context) {
        PatientRun.writeVariants(context, courses);
        List<Findings.Found> found = new ArrayList<>();
        double each = replicates == 1 ? plan.duration() : replicates;
        try (RunContext.Shown shown = replicates == 1
                ? context.screen().show("patient", courses.size() * each, 0, plan.timeUnit())
                : context.screen().show("replicates", courses.size() * each, 0, "")) {
            for (int i = 0; i < courses.size(); i++) {
                PatientCourse course = courses.get(i);
                double before = i * each;
                context.stop().check("before " + (course.title().isEmpty() ? "the run" : course.title()));
                StochasticSimulation simulation = simulation(course).threads(context.threads());
                if (replicates == 1) {
                    simulation.watch(time -> {
                        shown.progress().reached(before + time);
                        context.stop().check("at time " + time);
                    });
                } else {
                    AtomicLong finished = new AtomicLong();
                    simulation
                            .onProgress(done -> {
                                finished.set(done);
                                shown.progress().reached(before + done);
                            })
                            .watch(time -> context.stop().check("after " + finished + " replicates"));
                }
                PatientTables tables = new PatientTables(plan, PatientRun.folder(context, course));
                try {
                    found.add(new Findings.Found(course.title(), run(simulation, course, tables)));
                } catch (NumericalFailure failure) {
                    throw plan.model().inWords(failure);
                }
            }
        }
        return Findings.of(plan, found);
    }

    private StochasticSimulation simulation(PatientCourse course) {
        StochasticSimulation simulation = plan.model().compiled().stochastic();
        course.set().forEach(simulation::set);
        for (GivenDose dose : course.doses()) {
            if (dose.intervention() instanceof Intervention.Bolus bolus) {
                simulation.intervention(bolus);
            }
        }
        return simulation
                .seed(plan.solving().seed())
                .replicates(replicates)
                .until(plan.duration())
                .every(plan.every())
                .columns(plan.columns());
    }

    private Timecourse run(StochasticSimulation simulation, PatientCourse course, PatientTables tables) {
        if (replicates == 1) {
            Timecourse timecourse = simulation.run(0);
            tables.write(timecourse, course.doses(), plan.duration());
            return timecourse;
        }
        StochasticSummary summary = simulation.run();
        tables.write(summary.means(), course.doses(), plan.duration());
        tables.writeDeviations(summary.deviations());
        return summary.means();
    }
}
