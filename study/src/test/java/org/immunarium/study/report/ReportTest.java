package org.immunarium.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void onePageNeedsNothingFromElsewhere() throws IOException {
        String html = Files.readString(Report.write(ExampleRun.ofOnePatient(folder.resolve("run"))));
        assertThat(html)
                .startsWith("<!doctype html>")
                .doesNotContain("http://", "https://", "<link", "src=", "@import")
                .contains("not for the care of patients")
                .contains("Nivolumab &amp; ipilimumab &lt;in&gt; silico");
    }

    @Test
    void dosesAreMarkedAndFiguresAreAlsoWordsAndNumbers() throws IOException {
        String html = Files.readString(Report.write(ExampleRun.ofOnePatient(folder.resolve("run"))));
        assertThat(html)
                .contains("class=\"dose d0\"", "class=\"dose-bar d0\"", "nivolumab given", "ipilimumab given")
                .contains("In words", "In numbers")
                .contains("Never changed, so not drawn: k_fixed.");
    }

    @Test
    void variantsAreCurvesOfOneFigureOnALogarithmicAxis() throws IOException {
        String html = Files.readString(Report.write(ExampleRun.ofFourVariants(folder.resolve("run"))));
        int first = html.indexOf("<figure");
        String figure = html.substring(first, html.indexOf("</figure>"));
        assertThat(figure)
                .contains("curve c0", "curve c1", "curve c2", "curve c3", "both &lt;&amp;&gt;")
                .contains("<div class=\"picture\" data-scale=\"logarithmic\">")
                .contains("<div class=\"picture\" data-scale=\"linear\" hidden>");
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        var run = ExampleRun.ofOnePatient(folder.resolve("run"));
        byte[] once = Files.readAllBytes(Report.write(run));
        assertThat(Files.readAllBytes(Report.write(run))).isEqualTo(once);
    }
}
