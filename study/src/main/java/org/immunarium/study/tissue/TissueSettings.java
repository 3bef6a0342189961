package org.immunarium.study.tissue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.immunarium.results.Manifest;
import org.immunarium.results.Numbers;
import org.immunarium.study.tissue.model.Giving;
import org.immunarium.study.tissue.model.TypeNumber;
import org.immunarium.study.tissue.treatment.StatedTreatment;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.therapy.drug.DrugParameter;
import org.immunarium.therapy.drug.Fact;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.DefaultBehaviours;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Vocabulary;
import org.immunarium.units.Quantity;
import org.immunarium.units.Unit;

/// The values that a run uses, each with where it is from: those of the study first. Where variants differ, each has
/// its own.
final class TissueSettings {

    private static final String MODEL = "model";
    private static final String STUDY = "study";

    private final Provenance provenance;
    private final Giving giving;

    /// @param giving how what is given comes into the tissue
    TissueSettings(Provenance provenance, Giving giving) {
        this.provenance = provenance;
        this.giving = giving;
    }

    /// A tissue whose values are written down.
    ///
    /// @param given what the study gives it
    /// @param own   the names of values that the study set for it, as settings have them
    record Used(TissueArm arm, StatedTreatment given, Set<String> own) {}

    /// What substances and cell types are, what each type does by itself, where that was said or is not nothing, and
    /// how drugs and cells come into the tissue.
    ///
    /// @param used  the only tissue, or each variant
    /// @param drugs what is known of the drugs that are given, by their names in the model
    List<Manifest.Setting> all(List<Used> used, Map<String, Drug> drugs) {
        // What one variant sets is said of all.
        Set<String> told = new HashSet<>(provenance.said());
        used.forEach(each -> told.addAll(each.own()));
        Map<String, Map<Integer, Manifest.Setting>> byName = new LinkedHashMap<>();
        for (int arm = 0; arm < used.size(); arm++) {
            for (Manifest.Setting each : settings(used.get(arm), told)) {
                byName.computeIfAbsent(each.name(), _ -> new TreeMap<>()).put(arm, each);
            }
        }
        List<Manifest.Setting> settings = new ArrayList<>();
        byName.values().forEach(each -> settings.addAll(together(each, used)));
        drugs.forEach((name, drug) -> drug.facts().forEach(fact -> add(settings, name, fact)));
        settings.sort(Comparator.comparing(each -> each.origin().equals(MODEL)));
        return List.copyOf(settings);
    }

    /// One value where all have the same, else one for each that has it.
    private static List<Manifest.Setting> together(Map<Integer, Manifest.Setting> byArm, List<Used> used) {
        Collection<Manifest.Setting> all = byArm.values();
        boolean same = all.size() == used.size()
                && all.stream()
                                .map(each -> Numbers.text(each.value()) + " " + each.unit())
                                .distinct()
                                .count()
                        == 1;
        if (same) {
            return all.stream()
                    .sorted(Comparator.comparing(each -> each.origin().equals(MODEL)))
                    .limit(1)
                    .toList();
        }
        List<Manifest.Setting> each = new ArrayList<>();
        byArm.forEach((arm, its) -> each.add(new Manifest.Setting(
                its.name(),
                its.value(),
                its.unit(),
                STUDY + ", variant \"" + used.get(arm).arm().variant().title() + '"',
                its.source())));
        return each;
    }

    private List<Manifest.Setting> settings(Used used, Set<String> told) {
        TissueModel model = used.arm().model();
        List<ModelNumber> numbers = new ArrayList<>();
        for (Substance substance : model.substances()) {
            numbers.add(new ModelNumber(substance.name(), "diffusion", substance.diffusion(), "µm^2/min"));
            numbers.add(new ModelNumber(substance.name(), "decay", substance.decay(), "1/min"));
            numbers.add(new ModelNumber(substance.name(), "start", substance.initial(), substance.unit()));
        }
        for (CellType type : model.types()) {
            TypeNumber.of(model, type)
                    .forEach(each -> numbers.add(new ModelNumber(type.name(), each.name(), each.value(), each.unit())));
            numbers.addAll(behaviours(model, type, told));
        }
        numbers.addAll(ModelNumbers.of(model, used.arm().beginning().variations(), giving));
        numbers.addAll(ModelNumbers.ofStart(used.arm().beginning()));
        List<Manifest.Setting> settings = new ArrayList<>();
        numbers.forEach(each -> settings.add(setting(each, used.own())));
        used.given().amounts().forEach((name, amount) -> settings.add(given(name, amount)));
        return settings;
    }

    private static Manifest.Setting given(String name, Quantity value) {
        return new Manifest.Setting(
                name,
                value.value(),
                value.unit().equals(Unit.ONE) ? "" : value.unit().toString(),
                STUDY);
    }

    private static List<ModelNumber> behaviours(TissueModel model, CellType type, Set<String> told) {
        Vocabulary<Behaviour> behaviours = model.behaviours();
        double[] usual = DefaultBehaviours.of(behaviours);
        List<ModelNumber> numbers = new ArrayList<>();
        for (int place = 0; place < usual.length; place++) {
            String name = behaviours.name(place);
            double value = type.behaviours()[place];
            if (value != 0 || usual[place] != 0 || told.contains(type.name() + "." + name)) {
                String unit = model.unit(behaviours.word(place), behaviours.subject(place));
                numbers.add(new ModelNumber(type.name(), name, value, unit));
            }
        }
        return numbers;
    }

    private Manifest.Setting setting(ModelNumber number, Set<String> own) {
        boolean set = own.contains(number.name());
        return new Manifest.Setting(
                number.name(),
                number.value(),
                number.unit().equals("1") ? "" : number.unit(),
                set ? STUDY : MODEL,
                set ? "" : provenance.of(number.name(), number.of()).orElse(""));
    }

    /// How a drug is spread and cleared, and what leads to its concentration in the tissue.
    private void add(List<Manifest.Setting> settings, String drug, Fact fact) {
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
                    MODEL,
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
}
