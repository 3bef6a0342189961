package org.immunarium.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.immunarium.results.Manifest;
import org.immunarium.results.RunFolder;
import org.immunarium.study.patient.report.PatientContent;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.report.figure.Histogram;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReportTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void onePageNeedsNothingFromElsewhere() throws IOException {
        String html = Files.readString(StudyRun.report(ExampleRun.ofOnePatient(folder.resolve("run"))));
        assertThat(html)
                .startsWith("<!doctype html>")
                .doesNotContain("http://", "https://", "<link", "src=", "@import")
                .contains("not for the care of patients")
                .contains("Nivolumab &amp; ipilimumab &lt;in&gt; silico");
    }

    @Test
    void dosesAreMarkedAndFiguresAreAlsoWordsAndNumbers() throws IOException {
        String html = Files.readString(StudyRun.report(ExampleRun.ofOnePatient(folder.resolve("run"))));
        assertThat(html)
                .containsPattern("class=\"dose d\\d\"")
                .containsPattern("class=\"dose-bar d\\d\"")
                .contains("nivolumab given", "ipilimumab given")
                .contains("In words", "In numbers")
                .contains("Never changed, so not drawn: k_fixed.");
    }

    @Test
    void variantsAreCurvesOfOneFigureOnALogarithmicAxis() throws IOException {
        String html = Files.readString(StudyRun.report(ExampleRun.ofFourVariants(folder.resolve("run"))));
        int first = html.indexOf("<figure");
        String figure = html.substring(first, html.indexOf("</figure>"));
        assertThat(figure)
                .contains("curve wide c0", "curve c1", "curve c2", "curve c3", "both &lt;&amp;&gt;")
                .contains("<div class=\"picture\" data-scale=\"logarithmic\">")
                .contains("<div class=\"picture\" data-scale=\"linear\" hidden>");
    }

    @Test
    void dosesOfVariantsAreMarkedOnceWithTheTitlesOfThoseThatShareThem() throws IOException {
        RunFolder run = ExampleRun.ofFourVariants(folder.resolve("run"));
        for (String variant : List.of("v1", "v3")) {
            Files.writeString(run.table(variant).resolve("events.csv"), """
                    time [d],event,what
                    3,dose,drug: 80 mg into Tumour
                    9,dose,drug: 80 mg into Tumour
                    """);
        }
        assertThat(Files.readString(StudyRun.report(run))).contains("drug (chemotherapy, both &lt;&amp;&gt;) given");
    }

    @Test
    void aHistogramOfValuesFarApartIsLogarithmicAndSaysWhatHasNoPlaceOnIt() {
        Figure histogram = new Histogram("final T", "final T [cells]", new double[] {0, 0, 1, 20, 1e5, 3e7});
        assertThat(histogram.pictures()).extracting(Figure.Picture::scale).containsExactly("logarithmic", "linear");
        assertThat(histogram.pictures().getFirst().svg())
                .contains("final T [cells], logarithmic; 2 at or below 0 left out");
    }

    @Test
    void meansOfReplicatesHaveABandOfOneStandardDeviation() throws IOException {
        RunFolder run = ExampleRun.ofOnePatient(folder.resolve("run"));
        Files.copy(run.table("timecourse.csv"), run.table("deviations.csv"));
        String html = Files.readString(StudyRun.report(run));
        assertThat(html)
                .contains("class=\"band d0\"", "mean ± one standard deviation")
                .contains("T8, sd");
    }

    @Test
    void axesSayWhatTheirScaleIs() throws IOException {
        String html = Files.readString(StudyRun.report(ExampleRun.ofOnePatient(folder.resolve("run"))));
        assertThat(html).contains(">mol/L, logarithmic</text>", ">mol/L</text>");
    }

    @Test
    void aRunThatEndedEarlySaysSoBeforeAnythingElse() throws IOException {
        RunFolder run = ExampleRun.ofFourVariants(folder.resolve("run"));
        Files.delete(run.table("v3").resolve("timecourse.csv"));
        Manifest whole = Manifest.read(run);
        Manifest failed = whole.ended(
                Manifest.Status.FAILED,
                whole.started(),
                whole.timings(),
                List.of("T became NaN at time 12"),
                whole.outputs());
        String html = Files.readString(Report.write(run, failed, PatientContent::read));
        assertThat(html.substring(0, html.indexOf("<h2")))
                .contains(
                        "This run is not complete (failed)", "Not run: both &lt;&amp;&gt;", "T became NaN at time 12");
        assertThat(html).contains("curve c2").doesNotContain("curve c3");
    }

    @Test
    void aRunThatHasNothingToReportYetSaysHowItGoesOn() throws IOException {
        RunFolder run = ExampleRun.ofOnePatient(folder.resolve("run"));
        Files.delete(run.table("timecourse.csv"));
        Manifest whole = Manifest.read(run);
        Manifest stopped = whole.ended(
                Manifest.Status.STOPPED, whole.started(), whole.timings(), whole.notices(), whole.outputs());
        assertThatThrownBy(() -> Report.write(run, stopped, PatientContent::read))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("this run is not complete (stopped)")
                .hasMessageContaining("immunarium resume");
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        var run = ExampleRun.ofOnePatient(folder.resolve("run"));
        byte[] once = Files.readAllBytes(StudyRun.report(run));
        assertThat(Files.readAllBytes(StudyRun.report(run))).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    timecourse.csv | 0,1000000 | abc,1000000 | timecourse.csv:2: is damaged: a number was expected
                    timecourse.csv | ,1000000, | ,abc, | expected under "Tumour [cells]"; found "abc"
                    timecourse.csv | Tumour [cells], | '' | :2: is damaged: 7 cells were expected, as in the header; found 8
                    columns.csv | compartment | place | columns.csv:1: is damaged: the column "compartment" was expected
                    events.csv | ,what | ,that | events.csv:1: is damaged: the column "what" was expected
                    events.csv | 14,infusion start | x,infusion start | events.csv:5: is damaged: a number was expected
                    """)
    void aDamagedTableIsToldByNameAndPlace(String table, String was, String is, String says) throws IOException {
        RunFolder run = ExampleRun.ofOnePatient(folder.resolve("run"));
        String text = Files.readString(run.table(table));
        assertThat(text).contains(was);
        Files.writeString(run.table(table), text.replaceFirst(Pattern.quote(was), is));
        assertThatThrownBy(() -> StudyRun.report(run))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(says)
                .hasMessageEndingWith("; run the study again in a new folder");
    }

    @Test
    void aTimeCourseOfWhichOnlyTheHeaderIsLeftIsToldAsDamage() throws IOException {
        RunFolder run = ExampleRun.ofOnePatient(folder.resolve("run"));
        Path table = run.table("timecourse.csv");
        Files.writeString(table, Files.readAllLines(table).getFirst() + "\n");
        assertThatThrownBy(() -> StudyRun.report(run))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("timecourse.csv: is damaged: a row for each time was expected; it has only its"
                        + " header; run the study again");
    }

    @Test
    void tablesOfDifferentTimeCoursesAreToldAsDamage() throws IOException {
        RunFolder run = ExampleRun.ofOnePatient(folder.resolve("run"));
        String columns = Files.readString(run.table("columns.csv"));
        Files.writeString(run.table("columns.csv"), columns.replaceFirst("k_fixed.*\n", ""));
        assertThatThrownBy(() -> StudyRun.report(run))
                .hasMessageContaining("columns.csv: is damaged: a row for each of the 7 columns of timecourse.csv was"
                        + " expected; found 6");
        Files.writeString(run.table("columns.csv"), columns);
        String text = Files.readString(run.table("timecourse.csv"));
        Files.writeString(run.table("deviations.csv"), text.lines().limit(5).collect(Collectors.joining("\n")));
        assertThatThrownBy(() -> StudyRun.report(run))
                .hasMessageContaining("deviations.csv: is damaged: the columns and as many rows as in timecourse.csv");
    }
}
