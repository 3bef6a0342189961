package org.immunarium.tissue.behaviour;

import java.io.IOException;
import java.util.List;
import org.immunarium.numerics.random.RandomStream;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.tissue.cell.BehaviourValues;
import org.immunarium.tissue.cell.Cells;
import org.immunarium.tissue.cell.IdIndex;
import org.immunarium.tissue.cell.Losses;
import org.immunarium.tissue.cell.Luck;
import org.immunarium.tissue.field.Fields;
import org.immunarium.tissue.field.Perfusion;
import org.immunarium.tissue.model.Immunity;
import org.immunarium.tissue.model.Treatment;
import org.immunarium.tissue.space.Neighbours;

/// All that immune cells of a tissue do beyond what any cell does, put together; only tissues whose models have
/// [Immunity] have one.
public final class ImmuneSystem {

    private final Agents agents;
    private final AntigenPresentation presentation;
    private final AntigenUptake uptake;
    private final Opsonisation opsonisation;
    private final AntibodyPhagocytosis antibodyPhagocytosis;
    private final LethalHits hits;
    private final Stimulation stimulation;
    private final Synapse synapse;
    private final Chemotherapy chemotherapy;
    private final Departure departure;
    private final LymphNode lymphNode;
    private final Perfusion perfusion;

    public ImmuneSystem(
            Immunity immunity,
            List<Treatment.Course> courses,
            Cells cells,
            BehaviourValues behaviours,
            Fields fields,
            Neighbours neighbours,
            IdIndex index,
            Holding holding,
            Death death,
            Losses losses,
            Chance chance,
            Luck luck) {
        agents = new Agents(immunity, courses, fields);
        presentation = new AntigenPresentation(cells, behaviours, immunity.antigens());
        uptake = new AntigenUptake(cells, presentation, immunity.antigens());
        opsonisation = new Opsonisation(immunity, presentation, agents);
        Recognition recognition = new Recognition(immunity, behaviours, presentation, opsonisation, agents);
        antibodyPhagocytosis = new AntibodyPhagocytosis(behaviours, recognition, agents);
        hits = new LethalHits(cells, behaviours, death, losses, chance);
        stimulation = new Stimulation(cells, behaviours);
        synapse = new Synapse(
                cells,
                behaviours,
                holding,
                index,
                recognition,
                new Checkpoint(behaviours, agents),
                new Suppression(cells, behaviours, neighbours),
                hits,
                stimulation,
                new Trogocytosis(behaviours, presentation),
                chance,
                luck);
        chemotherapy = new Chemotherapy(immunity, behaviours, agents);
        departure = new Departure(cells, behaviours, immunity.vessels());
        lymphNode = new LymphNode(immunity.priming(), agents);
        perfusion = new Perfusion(immunity, fields);
    }

    /// Looks how much of each drug is in the blood, and lets it seep from there.
    ///
    /// @param time since the start, min
    public void look(double time) {
        agents.update(time);
        perfusion.update(agents::inBlood);
    }

    /// How much of drugs there is.
    Agents agents() {
        return agents;
    }

    /// What cells that eat others keep of them.
    AntigenUptake uptake() {
        return uptake;
    }

    /// What antibodies have marked.
    Opsonisation opsonisation() {
        return opsonisation;
    }

    /// How macrophages eat what antibodies have marked.
    AntibodyPhagocytosis antibodyPhagocytosis() {
        return antibodyPhagocytosis;
    }

    /// What effectors do to those that they hold.
    public Synapse synapse() {
        return synapse;
    }

    /// What cells show.
    public AntigenPresentation presentation() {
        return presentation;
    }

    /// What effectors have been through.
    public Stimulation stimulation() {
        return stimulation;
    }

    /// How killers kill.
    public LethalHits hits() {
        return hits;
    }

    /// How dividing cells die of drugs.
    public Chemotherapy chemotherapy() {
        return chemotherapy;
    }

    /// Lets a vaccine come to the lymph node.
    ///
    /// @param luck its own
    public void vaccinate(Treatment.Vaccination vaccine, RandomStream luck) {
        double[] cargo = new double[presentation.antigens()];
        cargo[vaccine.antigen()] = vaccine.cargo();
        lymphNode.arrive(vaccine.time(), cargo, vaccine.dendritic(), luck);
    }

    /// Lets a cell come to the lymph node with what it carries.
    ///
    /// @param time min
    /// @param luck the cell's
    public void drain(int cell, double time, RandomStream luck) {
        lymphNode.arrive(time, uptake.all(cell), 1, luck);
    }

    /// How cells leave.
    public Departure departure() {
        return departure;
    }

    /// Where T cells are primed.
    public LymphNode lymphNode() {
        return lymphNode;
    }

    /// Writes what is not of single cells.
    public void write(BlockOutput out) throws IOException {
        lymphNode.write(out);
    }

    /// Reads what [#write] wrote.
    public void read(BlockInput in) throws IOException {
        lymphNode.read(in);
    }
}
