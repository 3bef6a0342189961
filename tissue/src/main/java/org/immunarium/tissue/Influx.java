package org.immunarium.tissue;

import java.util.ArrayList;
import java.util.List;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.numerics.functions.ElementaryFunctions;
import org.immunarium.numerics.functions.Hill;
import org.immunarium.numerics.random.Poisson;
import org.immunarium.numerics.random.Purpose;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.tissue.behaviour.ImmuneSystem;
import org.immunarium.tissue.behaviour.LymphNode;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.Luck;
import org.immunarium.tissue.field.Fields;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Recruitment;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.tissue.model.Vessel;
import org.jspecify.annotations.Nullable;

/// Who comes into a tissue while it is watched: cells that are given, cells that vessels recruit, T cells that the
/// lymph node has primed. These come out of a vessel, each as likely as any other; where there is none, anywhere.
///
/// *Parameters*: [Treatment], [Recruitment], [org.immunarium.tissue.model.Priming].
final class Influx {

    private final TissueModel model;
    private final Immunity immunity;
    private final Treatment treatment;
    private final @Nullable ImmuneSystem immune;
    private final Arrivals arrivals;
    private final Cells cells;
    private final Fields fields;
    private final Luck luck;
    private final List<Arrived> arrived = new ArrayList<>();

    Influx(Tissue tissue, Treatment treatment) {
        model = tissue.model();
        immunity = model.immunity().orElse(Immunity.BARE);
        this.treatment = treatment;
        immune = tissue.immune;
        arrivals = tissue.arrivals;
        cells = tissue.cells;
        fields = tissue.fields;
        luck = tissue.luck;
    }

    /// Who has come since this was last forgotten, by time.
    List<Arrived> arrived() {
        return List.copyOf(arrived);
    }

    /// Forgets who has come.
    void forget() {
        arrived.clear();
    }

    /// Adds to those who come at the same time by the same way.
    private void note(double time, Arrived.Way way, int type, int count) {
        for (int k = arrived.size() - 1; k >= 0 && arrived.get(k).time() == time; k--) {
            Arrived like = arrived.get(k);
            if (like.way() == way && like.type() == type) {
                arrived.set(k, new Arrived(time, way, type, like.count() + count));
                return;
            }
        }
        if (count > 0) {
            arrived.add(new Arrived(time, way, type, count));
        }
    }

    /// Lets those come who are there already at the start.
    void start() {
        if (immune != null) {
            immune.look(0);
        }
        give(Double.NEGATIVE_INFINITY, 0);
    }

    /// Lets all come who are due.
    ///
    /// @param time min
    /// @param dt   since the phenotype step before, min
    /// @param step of phenotype
    void update(double time, double dt, long step) {
        if (step > 0) {
            // The end of one window is the beginning of the next to the last bit: nothing is given twice.
            double length = model.steps().phenotype();
            give((step - 1) * length, step * length);
        }
        recruit(time, dt, step);
        if (immune == null) {
            return;
        }
        for (int type : immune.lymphNode().due(time)) {
            note(time, Arrived.Way.PRIMED, type, 1);
            RandomStream own = luck.of(0, cells.nextId(), Purpose.RECRUITMENT, 0);
            if (immunity.vessels().isEmpty()) {
                anywhere(type, own);
            } else {
                int vessel = (int) (own.nextDouble() * immunity.vessels().size());
                outOf(immunity.vessels().get(vessel), type, own);
            }
        }
    }

    /// How many cells come in with a phenotype step: those that are given, and on average those that are recruited as
    /// things are or primed at most.
    ///
    /// @param step of phenotype; with the first come none that are given
    double expected(long step) {
        double length = model.steps().phenotype();
        double until = step * length;
        double sum = 0;
        for (int k = given(until - length); step > 0 && k < given(until); k++) {
            sum += treatment.infusions().get(k).cells().cells(model.domain().flat());
        }
        for (Recruitment each : immunity.recruitment()) {
            for (Vessel vessel : immunity.vessels()) {
                sum += each.rate() * length * attraction(each, vessel);
            }
        }
        return sum + primed(step, until);
    }

    /// How many T cells will be on their way from the lymph node, or have just come, after a phenotype step, at most.
    ///
    /// @param step of phenotype
    double waiting(long step) {
        return immune == null ? 0 : immune.lymphNode().waiting() + vaccinated(step, Double.POSITIVE_INFINITY);
    }

    private double primed(long step, double until) {
        return immune == null ? 0 : immune.lymphNode().expected(until) + vaccinated(step, until);
    }

    /// How many T cells those vaccines prime that are given with a phenotype step, of those that have come until a
    /// time.
    private double vaccinated(long step, double until) {
        double length = model.steps().phenotype();
        double sum = 0;
        for (Treatment.Vaccination each : treatment.vaccinations()) {
            if (immune != null && step > 0 && each.time() > (step - 1) * length && each.time() <= step * length) {
                sum += immune.lymphNode().expected(each, until);
            }
        }
        return sum;
    }

    /// How many times cells are given until a time.
    private int given(double until) {
        List<Treatment.Infusion> all = treatment.infusions();
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).time() <= until) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// What is given after one time and not after another.
    private void give(double after, double until) {
        for (Treatment.Infusion each : treatment.infusions().subList(given(after), given(until))) {
            int before = cells.count();
            arrivals.place(List.of(each.cells()), Math.max(0, until));
            note(Math.max(0, until), Arrived.Way.GIVEN, each.cells().type(), cells.count() - before);
        }
        for (int k = 0; immune != null && k < treatment.vaccinations().size(); k++) {
            Treatment.Vaccination each = treatment.vaccinations().get(k);
            if (each.time() > after && each.time() <= until) {
                immune.vaccinate(each, luck.of(0, -1L - k, Purpose.PRIMING, 0));
            }
        }
    }

    private void recruit(double time, double dt, long step) {
        List<Vessel> vessels = immunity.vessels();
        double came = 0;
        for (int r = 0; r < immunity.recruitment().size(); r++) {
            Recruitment each = immunity.recruitment().get(r);
            for (int v = 0; v < vessels.size(); v++) {
                Vessel vessel = vessels.get(v);
                double mean = each.rate() * dt * attraction(each, vessel);
                if (mean <= 0) {
                    continue;
                }
                came += mean;
                if (!(came <= LymphNode.MOST)) {
                    throw new NumericalFailure(
                            model.types().get(each.type()).name(),
                            time,
                            "min",
                            "more than " + (long) LymphNode.MOST + " would come out of vessels at once");
                }
                long entity = -1L - v - (long) r * vessels.size();
                int count = (int) new Poisson(mean).draw(luck.of(0, entity, Purpose.RECRUITMENT, step));
                note(time, Arrived.Way.RECRUITED, each.type(), count);
                for (int k = 0; k < count; k++) {
                    outOf(vessel, each.type(), luck.of(0, cells.nextId(), Purpose.RECRUITMENT, 0));
                }
            }
        }
    }

    private double attraction(Recruitment of, Vessel vessel) {
        if (of.attractant().isEmpty()) {
            return 1;
        }
        double c = fields.alongZ(of.attractant().getAsInt(), vessel.x(), vessel.y());
        return Hill.of(c, of.half(), of.power());
    }

    private void outOf(Vessel vessel, int type, RandomStream own) {
        double angle = 2 * Math.PI * own.nextDouble();
        double distance = vessel.radius() * Math.sqrt(own.nextDouble());
        arrivals.one(
                type,
                vessel.x() + distance * ElementaryFunctions.cos(angle),
                vessel.y() + distance * ElementaryFunctions.sin(angle),
                arrivals.drawAlong(2, own));
    }

    private void anywhere(int type, RandomStream own) {
        double[] place = new double[3];
        arrivals.drawAnywhere(own, place);
        arrivals.one(type, place[0], place[1], place[2]);
    }
}
