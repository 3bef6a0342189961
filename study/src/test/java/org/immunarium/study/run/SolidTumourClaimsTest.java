package org.immunarium.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the shipped studies of patients with a solid tumour claim.
final class SolidTumourClaimsTest {

    @TempDir
    private Path folder = Path.of("");

    private static double last(double[] values) {
        return values[values.length - 1];
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    @Test
    void chemotherapySlowsWhileItIsGivenAndImmunotherapyLasts() throws IOException {
        RunVariants run = RunVariants.of("immunotherapy-or-chemotherapy", folder);
        double[] untreated = run.column("no-treatment", "D");
        double[] poisoned = run.column("dacarbazine", "D");
        double[] freed = run.column("nivolumab-for-a-year", "D");
        int twelveWeeks = 12;
        int year = 52;
        // After twelve weeks chemotherapy is no worse: T cells take their time.
        assertThat(poisoned[twelveWeeks]).isLessThan(0.9 * untreated[twelveWeeks]);
        assertThat(freed[twelveWeeks]).isGreaterThan(0.95 * poisoned[twelveWeeks]);
        assertThat(poisoned[year]).isLessThan(0.6 * untreated[year]);
        assertThat(last(poisoned)).isGreaterThan(0.95 * last(untreated));
        assertThat(last(run.column("nivolumab-for-a-year", "V_T.C1"))).isZero();
        assertThat(least(run.column("dacarbazine", "V_C.NK")))
                .isLessThan(0.97 * run.column("dacarbazine", "V_C.NK")[0]);
        assertThat(last(run.column("nivolumab-where-t-cells-know-no-antigen", "D")))
                .isGreaterThan(0.95 * last(untreated));
    }

    @Test
    void bothCheckpointsDoWhatNeitherDoes() throws IOException {
        RunVariants run = RunVariants.of("checkpoints-together", folder);
        assertThat(last(run.column("ipilimumab", "D"))).isGreaterThan(0.95 * last(run.column("no-treatment", "D")));
        int year = 52;
        assertThat(run.column("nivolumab", "D")[year]).isLessThan(0.5 * run.column("no-treatment", "D")[year]);
        assertThat(last(run.column("nivolumab", "V_T.C1"))).isGreaterThan(1e9);
        assertThat(last(run.column("both", "V_T.C1"))).isZero();
        // Ipilimumab gives CD28 its signal back, and depletes regulatory T cells.
        int twelveWeeks = 12;
        assertThat(run.column("ipilimumab", "H_CD28_APC")[twelveWeeks])
                .isGreaterThan(3 * run.column("no-treatment", "H_CD28_APC")[twelveWeeks]);
        assertThat(run.column("ipilimumab", "V_T.T0")[twelveWeeks])
                .isLessThan(0.3 * run.column("no-treatment", "V_T.T0")[twelveWeeks]);
    }

    @Test
    void aTreatmentThatWouldClearTheTumourIsStoppedForItsSideEffects() throws IOException {
        RunVariants run = RunVariants.of("side-effects-stop-treatment", folder);
        String tolerates = "a-gut-that-tolerates-it";
        String prone = "a-gut-that-is-prone-to-inflammation";
        String one = "the-same-with-nivolumab-alone";
        assertThat(run.responses(tolerates)).endsWith("CR");
        assertThat(run.responses(prone)).endsWith("PD").doesNotContain("PR", "CR");
        assertThat(run.table(prone, "toxicity.csv").rows()).anyMatch(row -> row.containsAll(List.of("colitis", "3+")));
        assertThat(run.table(tolerates, "toxicity.csv").rows())
                .noneMatch(row -> row.containsAll(List.of("colitis", "3+")));
        assertThat(last(run.column(prone, "given_PD1"))).isZero();
        assertThat(last(run.column(prone, "given_CTLA4"))).isZero();
        assertThat(run.table(prone, "events.csv").rows())
                .filteredOn(row -> row.contains("dose withheld"))
                .hasSizeGreaterThan(40);
        assertThat(run.table(tolerates, "events.csv").rows()).noneMatch(row -> row.contains("dose withheld"));
        // With one antibody the same gut is inflamed, but not so that treatment stops: the tumour grows less.
        assertThat(last(run.column(one, "given_PD1"))).isEqualTo(1);
        assertThat(last(run.column(one, "SLD"))).isLessThan(0.75 * last(run.column(prone, "SLD")));
    }

    @Test
    void aResponseIsLostToCellsThatNobodySees() throws IOException {
        RunVariants run = RunVariants.of("acquired-resistance", folder);
        String treated = "both-antibodies";
        double[] sum = run.column(treated, "SLD");
        assertThat(least(sum)).isLessThan(0.2 * sum[0]);
        assertThat(last(sum)).isGreaterThan(sum[0]);
        assertThat(last(run.column(treated, "V_skin.C1"))).isZero();
        assertThat(last(run.column(treated, "V_skin.C3"))).isGreaterThan(10 * last(run.column(treated, "V_skin.C2")));
        assertThat(last(run.column("both-antibodies-all-cells-seen", "SLD"))).isLessThan(0.05 * sum[0]);
    }

    @Test
    void tCellsThatAreGivenNeedTheBrakeReleased() throws IOException {
        RunVariants run = RunVariants.of("t-cells-given", folder);
        double untreated = last(run.column("no-treatment", "D"));
        assertThat(last(run.column("t-cells-and-il-2", "D"))).isGreaterThan(0.95 * untreated);
        assertThat(last(run.column("pembrolizumab", "D"))).isGreaterThan(0.9 * untreated);
        assertThat(last(run.column("t-cells-il-2-and-pembrolizumab", "D"))).isLessThan(0.3);
        int month = 15;
        double own = run.column("no-treatment", "V_C.T1")[month];
        double given = run.column("t-cells", "V_C.T1")[month];
        assertThat(given).isGreaterThan(10 * own);
        assertThat(run.column("t-cells-and-il-2", "V_C.T1")[month]).isGreaterThan(1.8 * given);
    }

    @Test
    void aVaccinePrimesWhatACheckpointInhibitorFrees() throws IOException {
        RunVariants run = RunVariants.of("vaccine-and-checkpoint", folder);
        int weeks = 8;
        assertThat(run.column("vaccine", "V_C.T1")[weeks])
                .isGreaterThan(1.4 * run.column("no-treatment", "V_C.T1")[weeks]);
        double untreated = last(run.column("no-treatment", "D"));
        assertThat(last(run.column("vaccine", "D"))).isGreaterThan(0.95 * untreated);
        double freed = last(run.column("pembrolizumab", "D"));
        assertThat(freed).isLessThan(0.6 * untreated);
        assertThat(last(run.column("both", "D"))).isLessThan(0.5 * freed);
    }

    @Test
    void anAntibodyNeedsItsTargetAndWhoKillsWhatItMarks() throws IOException {
        RunVariants run = RunVariants.of("antibody-marks-cells", folder);
        double untreated = last(run.column("no-treatment", "D"));
        double marked = last(run.column("trastuzumab", "D"));
        assertThat(marked).isLessThan(0.85 * untreated);
        assertThat(last(run.column("trastuzumab-cells-carry-little-her2", "D")))
                .isBetween(marked + 0.5 * (untreated - marked), untreated);
        double gone = (last(run.column("trastuzumab-no-nk-cells", "D")) - marked) / (untreated - marked);
        assertThat(gone).as("what trastuzumab does, without NK cells").isBetween(0.6, 0.75);
        assertThat(last(run.column("trastuzumab-and-docetaxel", "D"))).isLessThan(0.6 * marked);
    }

    /// The week in which it is a centimetre again.
    private static int relapse(RunVariants run, String variant) throws IOException {
        double[] diameters = run.column(variant, "D");
        int week = 20;
        while (diameters[week] < 1) {
            week++;
        }
        return week;
    }

    @Test
    void afterSurgeryARelapseComesLaterWithMoreHelp() throws IOException {
        RunVariants run = RunVariants.of("after-surgery", folder);
        int surgery = relapse(run, "surgery");
        int before = relapse(run, "pembrolizumab-before-surgery");
        int antibody = relapse(run, "surgery-pembrolizumab-for-a-year");
        int vaccine = relapse(run, "surgery-pembrolizumab-and-a-vaccine");
        assertThat(surgery).isBetween(60, 80);
        assertThat(before).isGreaterThan(surgery + 5);
        assertThat(antibody).isGreaterThan(surgery + 20);
        assertThat(vaccine).isGreaterThan(antibody + 8);
    }

    /// The day on which scans show a centimetre, to four weeks; none is the end.
    private static int seenInTheLung(RunVariants run, String variant) throws IOException {
        double[] diameters = run.column(variant, "D_lung");
        int row = 0;
        while (row < diameters.length && diameters[row] < 1) {
            row++;
        }
        return 28 * row;
    }

    @Test
    void whatWasSeededBeforeSurgeryWakes() throws IOException {
        RunVariants run = RunVariants.of("metastasis-that-wakes", folder);
        String surgery = "surgery";
        String early = "surgery-at-a-centimetre";
        String antibody = "surgery-and-pembrolizumab-for-a-year";
        String asleep = "surgery-cells-that-do-not-wake";
        assertThat(run.column(surgery, "V_lung.dormant_C1")[0]).isBetween(200.0, 280.0);
        assertThat(run.column(surgery, "V_lung.C1")[0]).isBetween(1000.0, 1250.0);
        assertThat(run.column(surgery, "D_lung")[0]).isLessThan(0.03);
        // The primary tumour is gone for good, and seeds no more; otherwise it does.
        assertThat(last(run.column(surgery, "V_skin.C1"))).isLessThan(1e-6);
        assertThat(last(run.column(surgery, "V_lung.dormant_C1"))).isLessThan(1);
        assertThat(last(run.column("no-treatment", "V_lung.dormant_C1"))).isGreaterThan(1e4);
        int without = seenInTheLung(run, surgery);
        assertThat(without).isBetween(900, 1095);
        assertThat(seenInTheLung(run, antibody) - without).isBetween(84, 140);
        assertThat(seenInTheLung(run, early) - without).isBetween(280, 370);
        assertThat(run.column(early, "V_lung.C1")[0]).isLessThan(0.03 * run.column(surgery, "V_lung.C1")[0]);
        assertThat(last(run.column(asleep, "D_lung"))).isLessThan(0.03);
        assertThat(last(run.column(asleep, "V_lung.C1"))).isZero();
    }
}
