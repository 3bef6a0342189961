package org.immunarium.study.patient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.Simulation;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.equations.system.Names;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.patient.model.PatientModel;
import org.immunarium.results.Manifest;
import org.immunarium.results.StorageException;
import org.immunarium.study.Heap;
import org.immunarium.study.Measure;
import org.immunarium.study.RunContext;
import org.immunarium.study.VariantsTable;
import org.immunarium.units.Quantity;

/// One patient, or the same patient in a few variants, over time.
///
/// A time course is a matter of seconds at most, so a run that was stopped makes the course it was
/// in again from its start; what is written is the same, byte for byte.
record PatientRun(
        Plan plan,
        List<PatientCourse> courses,
        Map<String, String> method,
        List<Manifest.Setting> parameters,
        List<String> notices)
        implements PreparedPatient {

    /// What all courses of a study share; times in the model's unit.
    ///
    /// @param asked the study
    record Plan(
            PatientStudy asked,
            PatientModel model,
            double duration,
            double every,
            List<Column.Request> columns,
            Solving solving) {

        /// The study's, or the model's own.
        String title() {
            return asked.ownTitle().orElseGet(model::title);
        }

        /// A simulation of a course, ready to run.
        Simulation simulation(PatientCourse course) {
            Simulation simulation = model.compiled().simulation();
            course.set().forEach(simulation::set);
            course.doses().forEach(dose -> simulation.intervention(dose.intervention()));
            solving.apply(simulation);
            return simulation.until(duration).every(every).columns(columns);
        }

        /// The values with which a course begins: those that the study sets; and, for a tumour that grows until
        /// it is found, all states at that moment.
        Map<String, Double> beginning(PatientCourse course) {
            Map<String, Double> values = new LinkedHashMap<>(course.set());
            if (solving.growth().isPresent()) {
                List<String> states = model.compiled().equations().states().stream()
                        .map(state -> Names.plain(state.symbol()))
                        .toList();
                Simulation simulation = model.compiled().simulation();
                course.set().forEach(simulation::set);
                solving.apply(simulation);
                simulation
                        .columns(states.stream().map(Column.Request::of).toList())
                        .times(0)
                        .until(duration)
                        .advance(0);
                double[][] found = simulation.timecourse().values();
                for (int i = 0; i < found.length; i++) {
                    values.put(states.get(i), found[i][0]);
                }
            }
            return values;
        }

        /// A time, for people.
        String inWords(double time) {
            return (Quantity.number(time) + " " + timeUnit()).strip();
        }

        String timeUnit() {
            return model.units().time().map(Object::toString).orElse("");
        }
    }

    @Override
    public List<String> run(RunContext context) {
        VariantsTable.write(context.folder(), variants());
        List<Findings.Found> found = new ArrayList<>();
        try (RunContext.Shown shown =
                context.screen().show("patient", courses.size() * plan.duration(), 0, plan.timeUnit())) {
            for (int i = 0; i < courses.size(); i++) {
                PatientCourse course = courses.get(i);
                double before = i * plan.duration();
                context.stop().check("before " + (course.title().isEmpty() ? "the run" : course.title()));
                Path tables = folder(context, course);
                Simulation simulation = plan.simulation(course);
                Optional<Outcomes> outcomes = Outcomes.of(plan);
                outcomes.ifPresent(seen -> seen.record(simulation, course.doses()));
                simulation.onProgress(time -> {
                    shown.progress().reached(before + time);
                    context.stop().check("at time " + plan.inWords(time));
                });
                try {
                    simulation.run();
                } catch (NumericalFailure failure) {
                    write(simulation.timecourse(), course, outcomes, tables, failure.time());
                    throw plan.model().inWords(failure);
                }
                Timecourse asked = write(simulation.timecourse(), course, outcomes, tables, plan.duration());
                found.add(Findings.Found.of(course.title(), asked));
            }
        }
        return Findings.of(plan, found);
    }

    /// Writes all that was seen until a time; returns what the study asked for.
    private Timecourse write(
            Timecourse all, PatientCourse course, Optional<Outcomes> outcomes, Path folder, double end) {
        PatientTables tables = new PatientTables(plan, folder);
        if (outcomes.isEmpty()) {
            tables.write(all, course.doses(), end);
            return all;
        }
        Timecourse asked = outcomes.get().asked(all);
        tables.write(asked, course.doses(), end, dose -> outcomes.get().given(dose, all));
        outcomes.get().write(folder, all, tables.timeHeader());
        return asked;
    }

    @Override
    public List<Measure> measures() {
        return PatientMeasures.of(plan).all();
    }

    @Override
    public double[] measure(int variant, long own, int threads, Heap heap, DoubleConsumer watch) {
        Simulation simulation = plan.simulation(courses.get(variant))
                .seed(own)
                .onProgress(time -> watch.accept(time / plan.duration()));
        try {
            return PatientMeasures.of(plan).values(simulation.run());
        } catch (NumericalFailure failure) {
            throw plan.model().inWords(failure);
        }
    }

    @Override
    public double bytes() {
        return Memory.bytes(plan.duration() / plan.every(), plan.columns().size());
    }

    static Path folder(RunContext context, PatientCourse course) {
        Path folder = context.folder().tables().resolve(course.id());
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StorageException(folder, e);
        }
    }
}
