package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunarium.results.Manifest;
import org.immunarium.study.tissue.model.TypeNumber;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.therapy.drug.DrugParameter;
import org.immunarium.therapy.drug.Fact;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// The values that a run uses, each with where it is from: those of the study first.
final class TissueSettings {

    private final TissueModel model;
    private final Provenance provenance;
    private final Set<String> ofStudy;
    private final List<Manifest.Setting> settings = new ArrayList<>();

    /// @param ofStudy the names of values that the study set, as settings have them
    TissueSettings(TissueModel model, Provenance provenance, Set<String> ofStudy) {
        this.model = model;
        this.provenance = provenance;
        this.ofStudy = ofStudy;
    }

    /// What substances and cell types are, what each type does by itself, where it is not nothing,
    /// and how drugs come into the tissue.
    ///
    /// @param given what is known of the drugs that are given, by their names in the model
    List<Manifest.Setting> all(Map<String, Drug> given) {
        for (Substance substance : model.substances()) {
            add(substance.name(), "diffusion", substance.diffusion(), "µm^2/min");
            add(substance.name(), "decay", substance.decay(), "1/min");
            add(substance.name(), "start", substance.initial(), substance.unit());
        }
        Vocabulary<Behaviour> behaviours = model.behaviours();
        for (CellType type : model.types()) {
            TypeNumber.of(model, type).forEach(each -> add(type.name(), each.name(), each.value(), each.unit()));
            for (int place = 0; place < behaviours.size(); place++) {
                if (type.behaviours()[place] != 0) {
                    String unit = model.unit(behaviours.word(place), behaviours.subject(place));
                    add(type.name(), behaviours.name(place), type.behaviours()[place], unit);
                }
            }
        }
        ActionConstant.of(model).forEach(each -> add(each.of(), each.what(), each.value(), each.unit()));
        given.forEach((name, drug) -> drug.facts().forEach(fact -> add(name, fact)));
        settings.sort(Comparator.comparing(each -> each.origin().equals("model")));
        return List.copyOf(settings);
    }

    /// How a drug is spread and cleared, and what leads to its concentration in the tissue.
    private void add(String drug, Fact fact) {
        DrugParameter parameter = fact.parameter();
        if (parameter.leadsToTissue() && fact.quantity().isPresent()) {
            Quantity value = fact.quantity().get();
            String source = fact.source().equals("-")
                    ? provenance.of(drug + "." + key(parameter), drug).orElse("")
                    : fact.source();
            settings.add(new Manifest.Setting(
                    drug + "." + parameter.keyword(),
                    value.value(),
                    value.unit().equals(Unit.ONE) ? "" : value.unit().toString(),
                    "model",
                    source));
        }
    }

    /// Under which a model's file says it of a drug.
    private static String key(DrugParameter parameter) {
        if (parameter.isPharmacokinetic()) {
            return "in blood";
        }
        return parameter == DrugParameter.TUMOUR_TO_PLASMA ? "in tissue" : parameter.keyword();
    }

    private void add(String of, String what, double value, String unit) {
        String name = of + "." + what;
        boolean set = ofStudy.contains(name);
        settings.add(new Manifest.Setting(
                name,
                value,
                unit.equals("1") ? "" : unit,
                set ? "study" : "model",
                set ? "" : provenance.of(name, of).orElse("")));
    }
}
