package org.immunarium.benchmarks.patients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immunarium.equations.expression.Expression;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.sbml.SbmlDocument;
import org.immunarium.equations.sbml.SbmlReader;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.unit.UnitConversion;
import org.immunarium.patient.Dosing;
import org.immunarium.therapy.Body;
import org.immunarium.therapy.RegimenText;
import org.immunarium.therapy.Target;
import org.immunarium.units.Problem;
import org.immunarium.units.Quantity;
import org.immunarium.units.Ratio;

/// Virtual patients with the lung tumour of Jafarnejad et al. 2019 (AAPS Journal 21:79), with and without
/// nivolumab.
///
/// The model is the authors' SBML with its units brought together; its own dosing and resection, which are
/// events on time, are left out, and nivolumab comes from therapy text. What stays is the event by which a
/// tumour of fewer than 100 cells is gone. Time is in seconds, as the file has it.
final class JafarnejadCohort {

    private static final String FILE = "reference/jafarnejad2019/jafarnejad2019_dynamic_sbml_l2v4.xml";
    private static final String REGIMEN = "nivolumab 3 mg/kg IV over 60 min q2w";
    private static final int DAYS = 730;
    private static final double DAY = 86400;

    /// What differs between patients: growth, death and killing of the tumour, life and traffic of T cells,
    /// antigen presentation, and how the body handles the drug.
    static final List<String> VARIED = List.of(
            "k_C_growth",
            "k_C_death",
            "k_C_death_by_T",
            "k_Teff_death",
            "k_Teff_death_by_C",
            "k_Treg_death",
            "k_APC_mat",
            "k_mAPC_mig",
            "k_aT_prolif",
            "cl_Nivo");

    private JafarnejadCohort() {}

    /// Reads the model from the folder of outside data.
    ///
    /// @throws IOException if it is not there
    static Cohort read() throws IOException {
        String named = System.getenv("IMMUNARIUM_DATA");
        Path file = (named == null ? Path.of("../shared/data") : Path.of(named)).resolve(FILE);
        if (!Files.exists(file)) {
            throw new IOException("this benchmark needs " + FILE
                    + ", which is looked for in the folder that IMMUNARIUM_DATA names," + " else in ../shared/data");
        }
        SbmlDocument document = SbmlReader.read(file);
        return of(withoutEventsOnTime(
                UnitConversion.convert(document.model(), document.origin()).model()));
    }

    private static Cohort of(Model model) {
        List<String> varied = VARIED.stream()
                .map(name -> model.parameters().stream()
                        .filter(p -> p.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no parameter " + name))
                        .id())
                .toList();
        List<Problem> problems = new ArrayList<>();
        var given = RegimenText.parse(REGIMEN, "patients", 1, problems::add).administrations(Ratio.of(DAYS));
        Target into = Target.amount("Cent.Nivo")
                .withMolarMass(Quantity.parse("143600 g/mol"))
                .withBioavailability(1 / 0.77378);
        List<Intervention> doses = Dosing.interventions(
                model, given, Map.of("nivolumab", into), Body.of(Quantity.parse("80 kg")), "patients");
        return new Cohort("model of Jafarnejad 2019", model, varied, Map.of(), doses, DAYS, DAY);
    }

    private static Model withoutEventsOnTime(Model m) {
        List<Model.Event> events = m.events().stream()
                .filter(event -> !mentionsTime(event.trigger()))
                .toList();
        return m.withEvents(events);
    }

    private static boolean mentionsTime(Expression expression) {
        return expression instanceof Expression.Time
                || expression instanceof Expression.Apply apply
                        && apply.arguments().stream().anyMatch(JafarnejadCohort::mentionsTime);
    }

    /// The id of a species.
    static String id(Model model, String species, String compartment) {
        return model.species().stream()
                .filter(s -> s.name().equals(species) && compartment(model, s).equals(compartment))
                .map(Model.Species::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no species " + compartment + "." + species));
    }

    private static String compartment(Model model, Model.Species species) {
        return model.compartments().stream()
                .filter(c -> c.id().equals(species.compartment()))
                .map(Model.Compartment::name)
                .findFirst()
                .orElse("");
    }

    /// The place of the tumour's cells among a cohort's states.
    static int tumour(Cohort cohort) {
        return cohort.state(id(cohort.equations().model(), "C1", "Tum"));
    }
}
