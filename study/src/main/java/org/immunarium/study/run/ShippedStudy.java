package org.immunarium.study.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A study that comes with Immunarium and runs as it is, by its name.
///
/// @param name     as in `immunarium run NAME`; its file is the resource `/studies/NAME.yaml`
/// @param title    in a line
/// @param expected how long it takes on two cores
public record ShippedStudy(String name, String title, String expected) {

    /// All of them; a new one is a line here and a file.
    public static final List<ShippedStudy> ALL = List.of(
            patient(
                    "one-tumour-four-treatments",
                    "de Pillis 2006, patient 9: no treatment, chemotherapy, T cells with IL-2, and both"),
            patient("depillis2006-patient9-combination", "de Pillis 2006, patient 9: all three together"),
            patient("depillis2006-patient10-combination", "de Pillis 2006, patient 10: all three together"),
            patient("depillis2006-chemotherapy-interval", "de Pillis 2006: chemotherapy every five or ten days"),
            patient("depillis2006-healthy-or-depleted", "de Pillis 2006: a healthy and a depleted immune system"),
            patient("kirschner1998-antigenicity", "Kirschner and Panetta 1998: three antigenicities"),
            patient("kuznetsov1994-dormancy-and-escape", "Kuznetsov 1994: dormancy and escape"),
            patient("barros2021-memory", "Barros 2021: CAR-T cells and their memory"),
            patient("barros2021-ido", "Barros 2021: a tumour that suppresses CAR-T cells"),
            patient("pd-1-dose-response", "A lung tumour behind PD-L1, and five doses of nivolumab"),
            patient("immunotherapy-or-chemotherapy", "Melanoma: poison the tumour, or free the immune system"),
            patient("checkpoints-together", "Melanoma: blocking PD-1, CTLA-4, or both"),
            patient("acquired-resistance", "Melanoma in two places: a response that cells without antigen take back"),
            patient("t-cells-given", "Melanoma: T cells given back, IL-2 to feed them, and a brake released"),
            patient("vaccine-and-checkpoint", "Melanoma that is left: a vaccine, a checkpoint inhibitor, or both"),
            patient(
                    "antibody-marks-cells",
                    "HER2-positive breast cancer: an antibody marks cells for NK cells and macrophages"),
            patient("after-surgery", "Melanoma taken out: pembrolizumab before or after, and a vaccine"),
            patient("metastasis-that-wakes", "Melanoma taken out, and what it had seeded in the lung before"),
            patient("clone-that-hides", "Two clones, of which nivolumab leaves the one that T cells hardly see"),
            patient("car-t-relapse", "Leukaemia under CAR-T cells: remission, and relapse of cells without CD19"),
            patient("side-effects-stop-treatment", "Melanoma: both checkpoints blocked, until the gut is inflamed"),
            patient("side-effects", "A gut that is prone to inflammation, under one antibody and two"),
            trial("small-trial", "Lung cancer, second line: nivolumab or docetaxel, 80 patients for two years"),
            trial(
                    "nsclc-second-line",
                    "Lung cancer, second line: nivolumab or docetaxel, 600 patients for three years"),
            trial("checkmate-017", "Squamous lung cancer, second line: nivolumab or docetaxel, as in CheckMate-017"),
            trial(
                    "checkmate-057",
                    "Non-squamous lung cancer, second line: nivolumab or docetaxel, as in CheckMate-057"),
            trial(
                    "keynote-024",
                    "Lung cancer with much PD-L1, first line: pembrolizumab or chemotherapy, as in KEYNOTE-024"),
            trial("oak", "Lung cancer, second line: atezolizumab or docetaxel, as in OAK"),
            trial("poplar", "Lung cancer, second line: atezolizumab or docetaxel, as in POPLAR"),
            trial("keynote-010", "Lung cancer with PD-L1, second line: pembrolizumab or docetaxel, as in KEYNOTE-010"),
            trial("keynote-042-tps-1", "Lung cancer, first line: pembrolizumab or chemotherapy, as in KEYNOTE-042"),
            trial("keynote-042-tps-20", "The same, of those with PD-L1 on 20 % of cells and more"),
            trial("keynote-042-tps-50", "The same, of those with PD-L1 on 50 % of cells and more"),
            trial(
                    "keynote-189",
                    "Lung cancer, first line: chemotherapy with or without pembrolizumab, as in KEYNOTE-189"),
            trial("checkmate-066", "Melanoma: nivolumab or dacarbazine, as in CheckMate-066"),
            trial("keynote-006", "Melanoma: pembrolizumab or ipilimumab, as in KEYNOTE-006"),
            trial("ca184-024", "Melanoma: dacarbazine with or without ipilimumab, as in CA184-024"),
            trial("checkmate-067", "Melanoma: nivolumab, ipilimumab or both, as in CheckMate-067"),
            trial("mdx010-20", "Melanoma: ipilimumab, a gp100 vaccine or both, as in MDX010-20"),
            trial("magrit", "Lung cancer taken out: a MAGE-A3 vaccine that failed, or placebo, as in MAGRIT"),
            trial("keynote-942", "Melanoma taken out: pembrolizumab with or without a vaccine, as in KEYNOTE-942"),
            trial(
                    "treatment-by-pd-l1",
                    "Lung cancer, first line: pembrolizumab alone where there is much PD-L1, else with chemotherapy, or"
                            + " the same for all"),
            trial("car-t-lymphoma", "Large B-cell lymphoma that came back: CAR-T cells or nothing, as in ZUMA-1"),
            trial(
                    "trastuzumab-pembrolizumab",
                    "HER2-positive breast cancer: trastuzumab with or without pembrolizumab"),
            new ShippedStudy(
                    "tissue/t-cells-find-a-tumour",
                    "A small tumour, short of oxygen, and T cells that find and kill it",
                    "10 s"),
            new ShippedStudy(
                    "tissue/pd-1-block", "A tumour that hides behind PD-L1, without and with nivolumab", "20 s"),
            new ShippedStudy(
                    "tissue/surveillance",
                    "T cells and natural killer cells find what has gone wrong, and spare the healthy",
                    "25 s"),
            new ShippedStudy("tissue/three-ways-to-hide", "Three ways in which a tumour hides from T cells", "20 s"),
            new ShippedStudy(
                    "tissue/car-t",
                    "CAR-T cells clear a lymphoma and the B cells beside it, until CD19 is lost",
                    "30 s"),
            new ShippedStudy(
                    "tissue/antibody", "Rituximab marks a lymphoma for natural killer cells and macrophages", "15 s"),
            new ShippedStudy(
                    "tissue/engager", "Blinatumomab holds T cells to a lymphoma that they do not know", "15 s"),
            new ShippedStudy("tissue/b-cells", "Antibodies from plasma cells, and who reads them", "20 s"),
            new ShippedStudy(
                    "tissue/dendritic-cells",
                    "T cells that dendritic cells call, ipilimumab, and regulatory T cells",
                    "20 s"),
            new ShippedStudy(
                    "tissue/vaccine",
                    "A vaccine sends T cells into a tumour that does not hide, and into one that does",
                    "15 s"),
            new ShippedStudy(
                    "tissue/chemotherapy", "Paclitaxel against a hidden tumour, and what it does to T cells", "20 s"),
            new ShippedStudy(
                    "tissue/combination", "A vaccine and nivolumab against a cold tumour, each alone and both", "20 s"),
            new ShippedStudy(
                    "tissue/healthy-tissue-harm", "What treatment of a tumour does to the organ beside it", "20 s"),
            new ShippedStudy("tissue/spheroid", "A spheroid with a dead core, and T cells at its surface", "1 min"),
            new ShippedStudy(
                    "tissue/large-tumour",
                    "A tumour of a hundred thousand cells, and T cells that wander or follow its chemokine",
                    "1 min"),
            new ShippedStudy(
                    "tissue/cart-organoid",
                    "CAR-T cells against a tumour organoid: no dose, one, two, for 30 days",
                    "2 h"),
            new ShippedStudy("learn/patrol", "Learn 1: T, NK or B cells taken off patrol", "5 s"),
            new ShippedStudy(
                    "learn/disguise", "Learn 2: a tumour that loses its antigen, grows faster, or hides", "5 s"),
            new ShippedStudy("learn/wake", "Learn 3: chemotherapy, or T cells that are woken", "10 s"),
            new ShippedStudy("learn/handshake", "Learn 4: five doses of nivolumab around a hidden tumour", "5 s"),
            new ShippedStudy("learn/soldiers", "Learn 5: more T cells, a vaccine, or an antibody", "5 s"),
            new ShippedStudy("learn/keys", "Learn 6: four tumours, and four therapies against each", "20 s"),
            new ShippedStudy(
                    "learn/benefit",
                    "Learn 7: nivolumab or docetaxel in lung cancer, 200 patients for two years",
                    "10 s"),
            new ShippedStudy("learn/next-trial", "Learn 8: four ways to treat lung cancer against docetaxel", "20 s"),
            new ShippedStudy(
                    "learn/sandbox", "Learn: the tumour of its experiments, with everything to be set", "5 s"));

    private static ShippedStudy patient(String name, String title) {
        return new ShippedStudy("patient/" + name, title, "2 s");
    }

    private static ShippedStudy trial(String name, String title) {
        return new ShippedStudy("trial/" + name, title, "1 min");
    }

    /// The study of this name, with or without its folder.
    public static Optional<ShippedStudy> find(String name) {
        return ALL.stream()
                .filter(study -> study.name().equals(name) || study.name().endsWith("/" + name))
                .findFirst();
    }

    public static List<String> names() {
        return ALL.stream().map(ShippedStudy::name).toList();
    }

    /// The study file.
    public String text() {
        try (InputStream in = ShippedStudy.class.getResourceAsStream("/studies/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the shipped study " + name + " has no file");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
