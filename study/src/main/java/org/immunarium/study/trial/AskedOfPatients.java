package org.immunarium.study.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.equations.system.ModelQuantity;
import org.immunarium.study.file.Placed;
import org.immunarium.study.patient.TreatedPatients;
import org.immunarium.trial.design.Criterion;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.UnitException;

/// Looks up in the model what a trial asks of patients at diagnosis.
public final class AskedOfPatients {

    private final TreatedPatients patients;
    private final List<Problem> problems;

    /// @param problems receives what is wrong
    public AskedOfPatients(TreatedPatients patients, List<Problem> problems) {
        this.patients = patients;
        this.problems = problems;
    }

    /// Something asked.
    ///
    /// @param asked as it is written
    /// @param id    of what is looked at
    /// @param limit in the unit of that
    public record Question(Criterion asked, String id, double limit) {

        /// @param value of what is looked at
        public boolean holds(double value) {
            return asked.comparison().holds(value, limit);
        }
    }

    /// All of a kind; what is wrong is noted.
    public List<Question> all(List<Placed<Criterion>> criteria, String key) {
        List<Question> questions = new ArrayList<>();
        for (Placed<Criterion> criterion : criteria) {
            question(criterion, key).ifPresent(questions::add);
        }
        return questions;
    }

    private Optional<Question> question(Placed<Criterion> placed, String key) {
        Criterion criterion = placed.value();
        Optional<ModelQuantity> quantity = patients.model().find(criterion.name());
        if (quantity.isEmpty()) {
            problems.add(placed.problem(key + ": the model has no \"" + criterion.name() + "\""
                    + patients.model().hint(criterion.name())));
            return Optional.empty();
        }
        String id = quantity.get().id();
        try {
            Quantity limit = Quantity.parse(criterion.limit());
            return Optional.of(new Question(criterion, id, patients.model().value(id, limit)));
        } catch (UnitException e) {
            problems.add(placed.problem(key + ": \"" + criterion + "\": " + e.reason()));
            return Optional.empty();
        }
    }
}
