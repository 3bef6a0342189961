package org.immunarium.benchmarks.patients;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.simulation.Column;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.equations.system.EquationSystem;
import org.immunarium.equations.system.Names;
import org.immunarium.patient.Dosing;
import org.immunarium.patient.modules.Diagnosis;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.SolidCancer;
import org.immunarium.patient.shipped.TumourPlan;
import org.immunarium.patient.shipped.TumourPlan.Clone;
import org.immunarium.patient.shipped.TumourPlan.Loss;
import org.immunarium.patient.shipped.TumourPlan.Site;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.RegimenText;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;

/// The largest patient that comes along: melanoma in three places, of two clones, under nivolumab and
/// ipilimumab, for two years from diagnosis.
final class LargestPatientCohort {

    private static final int DAYS = 730;
    private static final String REGIMEN =
            "nivolumab 1 mg/kg IV over 60 min q3w x 4 then 3 mg/kg q2w + ipilimumab 3 mg/kg IV over 90 min q3w x 4";

    /// What differs between patients: growth and killing of the tumour, how many T cells know it, how these
    /// live and travel, its PD-L1 and its suppressor cells, and how the body handles the drugs.
    private static final List<String> VARIED = List.of(
            "k_C1_growth",
            "k_C_T1",
            "n_T1_clones",
            "k_T1_death",
            "q_T1_T_in",
            "k_APC_mat",
            "C_PDL1_total",
            "MDSC_max",
            "CL_nivolumab",
            "CL_ipilimumab");

    private LargestPatientCohort() {}

    static Cohort of() {
        TumourPlan plan = new TumourPlan(
                List.of(new Site("skin", false), new Site("liver", false), new Site("lung", false)),
                List.of(new Clone("C1", Set.of()), new Clone("C2", Set.of(Loss.MHC_I))),
                new LinkedHashSet<>(List.of("nivolumab", "ipilimumab")));
        PublishedModel patient = SolidCancer.find("melanoma").orElseThrow().patient(plan);
        Model model = patient.model();
        List<Intervention> doses = Dosing.interventions(
                model,
                RegimenText.parse(REGIMEN).administrations(Ratio.of(DAYS)),
                patient.targets(),
                Body.of(Quantity.parse("80 kg")),
                "patients");
        return new Cohort(
                "melanoma in three places",
                model.withEvents(model.events().stream()
                        .filter(event -> !event.id().equals(Diagnosis.MOMENT))
                        .toList()),
                VARIED,
                atDiagnosis(model),
                doses,
                DAYS,
                1);
    }

    /// All states of the model's own patient at diagnosis: at the same moment for all, as the other side knows
    /// none.
    private static Map<String, Double> atDiagnosis(Model model) {
        List<String> states = EquationSystem.of(model, Set.of()).states().stream()
                .map(state -> Names.plain(state.symbol()))
                .toList();
        Timecourse course = CompiledModel.compile(model)
                .simulation()
                .afterRunIn(Diagnosis.MOMENT, 8000)
                .columns(states.stream().map(Column.Request::of).toList())
                .times(0)
                .relativeTolerance(1e-9)
                .run();
        Map<String, Double> values = new LinkedHashMap<>();
        IntStream.range(0, states.size()).forEach(i -> values.put(states.get(i), course.values()[i][0]));
        return values;
    }
}
