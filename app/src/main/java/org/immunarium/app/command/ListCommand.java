package org.immunarium.app.command;

import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.immunarium.app.ExitCode;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.shipped.ShippedModels;
import org.immunarium.patient.shipped.SolidCancer;
import org.immunarium.study.run.ShippedStudy;
import org.immunarium.study.tissue.model.ShippedTissueModel;
import org.immunarium.therapy.drug.DrugInWords;
import org.immunarium.therapy.drug.Drugs;
import picocli.CommandLine.Command;

/// `immunarium list`.
@Command(name = "list", description = "Lists the studies, models and drugs that come with Immunarium.")
public final class ListCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        System.out.println("studies (immunarium run NAME)");
        for (ShippedStudy study : ShippedStudy.ALL) {
            System.out.println(line(study.name(), study.title() + "; about " + study.expected()));
        }
        System.out.println();
        System.out.println("models (immunarium run NAME, immunarium explain NAME)");
        TreeMap<String, Set<String>> drugs = new TreeMap<>();
        for (PublishedModel model : ShippedModels.all()) {
            System.out.println(line(model.name(), model.title() + "; about 1 s"));
            treatments(model)
                    .forEach(drug ->
                            drugs.computeIfAbsent(drug, _ -> new TreeSet<>()).add(model.name()));
        }
        for (ShippedTissueModel model : ShippedTissueModel.ALL) {
            System.out.println(line(model.name(), model.title() + "; about " + model.expected()));
        }
        System.out.println();
        System.out.println("drugs (immunarium explain NAME)");
        Drugs.all().forEach(drug -> System.out.println(line(drug.name(), DrugInWords.line(drug))));
        System.out.println();
        System.out.println("treatments of the models, and those that know where they enter (immunarium explain NAME)");
        drugs.forEach((drug, models) -> System.out.println(line(drug, String.join(", ", models))));
        return ExitCode.DONE.code();
    }

    /// What a model knows; of a patient who is put together for each study, what a study may give.
    private static Set<String> treatments(PublishedModel model) {
        return SolidCancer.find(model.name())
                .map(SolidCancer::treatments)
                .orElseGet(() -> model.targets().keySet());
    }

    private static String line(String name, String what) {
        return String.format(Locale.ROOT, "  %-46s %s", name, what);
    }
}
