package org.immunarium.patient.shipped;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immunarium.patient.published.Barros2021;
import org.immunarium.patient.published.DePillis2006;
import org.immunarium.patient.published.Hardiansyah2019;
import org.immunarium.patient.published.Jafarnejad2019;
import org.immunarium.patient.published.KirschnerPanetta1998;
import org.immunarium.patient.published.Kuznetsov1994;
import org.immunarium.patient.published.PublishedModel;
import org.immunarium.patient.published.QspIo;
import org.immunarium.patient.published.Stein2019;
import org.immunarium.patient.published.Wang2020;

/// The published models, and the patients of our own making, that come with Immunarium, by name.
public final class ShippedModels {

    private static final List<PublishedModel> ALL = new ArrayList<>(List.of(
            Kuznetsov1994.mouse(),
            KirschnerPanetta1998.patient(),
            DePillis2006.patient9(),
            DePillis2006.patient10(),
            Jafarnejad2019.patient(),
            QspIo.firstExample(),
            QspIo.secondExample(),
            Hardiansyah2019.upn1(),
            Hardiansyah2019.upn3(),
            Stein2019.patient(),
            Wang2020.patient(),
            Barros2021.hdlm2(),
            Barros2021.raji(),
            Barros2021.rajiIdo(),
            Barros2021.rajiIdoInhibited()));

    /// Names of patients of our own making.
    private static final Set<String> OWN;

    static {
        List<PublishedModel> own = new ArrayList<>(List.of(
                BCellLeukaemia.patient(),
                BCellLymphoma.patient(),
                LesionUnderTreatment.patient(),
                SideEffects.patient(),
                ChemotherapySideEffects.patient()));
        SolidCancer.all().forEach(cancer -> own.add(cancer.patient()));
        ALL.addAll(own);
        OWN = own.stream().map(PublishedModel::name).collect(Collectors.toUnmodifiableSet());
    }

    /// Names of papers, for the patient that each is best known for.
    private static final Map<String, String> SHORT_NAMES = Map.of(
            "depillis2006", "depillis2006-patient9",
            "barros2021", "barros2021-hdlm2",
            "hardiansyah2019", "hardiansyah2019-upn1");

    private ShippedModels() {}

    /// All of them: models of papers by year, then patients of our own making.
    public static List<PublishedModel> all() {
        return List.copyOf(ALL);
    }

    /// The model of this name, whatever its capitals; a paper's name alone is its best-known patient.
    public static Optional<PublishedModel> find(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        String full = SHORT_NAMES.getOrDefault(wanted, wanted);
        return ALL.stream().filter(model -> model.name().equals(full)).findFirst();
    }

    /// Whether a patient is of our own making, whatever a study makes it of, and no paper's.
    public static boolean isOwn(PublishedModel model) {
        return OWN.contains(model.name());
    }

    /// All names that [#find] knows, to list and to suggest from.
    public static List<String> names() {
        List<String> names =
                new ArrayList<>(ALL.stream().map(PublishedModel::name).toList());
        SHORT_NAMES.keySet().stream().sorted().forEach(names::add);
        return names;
    }
}
