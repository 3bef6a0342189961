package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Files that people give to a browser: good ones run, bad ones are refused with all that is wrong with them.
class UploadsPageTest {

    @RegisterExtension
    static final OpenLab LAB = new OpenLab();

    private static final String SBML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
            <model id="decay">
            <listOfCompartments><compartment id="body" spatialDimensions="3" size="1" constant="true"/></listOfCompartments>
            <listOfSpecies><species id="S" compartment="body" initialAmount="1" hasOnlySubstanceUnits="true"
              boundaryCondition="false" constant="false"/></listOfSpecies>
            <listOfRules><rateRule variable="S"><math xmlns="http://www.w3.org/1998/Math/MathML">
              <apply><times/><cn>-0.1</cn><ci>S</ci></apply></math></rateRule></listOfRules>
            </model>
            </sbml>
            """;

    @Test
    void aModelInSbmlRuns() throws IOException {
        Page page = LAB.open();
        give(page, "#/patient", "decay.xml", SBML);
        page.waitForSelector(".study textarea");
        page.getByText("Run", new Page.GetByTextOptions().setExact(true)).click();
        Browsers.awaitEnd(page);
        page.waitForSelector("figure");
    }

    @Test
    void aTableOfDosesBecomesAStudy() throws IOException {
        Page page = LAB.open();
        give(
                page,
                "#/patient",
                "doses.csv",
                "TIME [d],AMT [mg],CMT,RATE [mg/h]\n0,240,nivolumab,480\n14,240,nivolumab,480\n");
        page.waitForSelector(".study textarea");
        page.getByText("Check", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("This can be run").or(page.locator(".problem")).first().waitFor();
        assertThat(page.locator(".problem").allTextContents()).isEmpty();
    }

    @Test
    void aProjectOfPhysiCellRuns() throws IOException {
        Path project =
                Path.of(Optional.ofNullable(System.getenv("IMMUNARIUM_DATA")).orElse(""), "physicell", "rules_sample");
        assumeTrue(
                Files.isDirectory(project), "skipped: a project of PhysiCell in a browser (IMMUNARIUM_DATA has none)");
        Path zip = LAB.folder().resolve("rules_sample.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(project)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                packed.putNextEntry(new ZipEntry("rules_sample/" + project.relativize(each)));
                Files.copy(each, packed);
            }
        }
        Page page = LAB.open();
        Browsers.go(page, "#/tissue");
        page.locator("input[type=file]").setInputFiles(zip);
        page.waitForSelector(".tissue canvas[data-drawn]");
        page.getByText("Pause", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForSelector("[data-status=stopped]");
    }

    @Test
    void ofAnArchiveWithSeveralFilesAPersonChoosesOne() throws IOException {
        Path zip = LAB.folder().resolve("several.zip");
        Map<String, String> files = Map.of(
                "__MACOSX/._study.yaml", "nobody's",
                "cells.yaml", "format: 1\nmodel: tissue\n",
                "model.xml", SBML,
                "study.yaml", "format: 1\nstudy: patient\nmodel: model.xml\nduration: 10\n");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                packed.putNextEntry(new ZipEntry(each.getKey()));
                packed.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        Page page = LAB.open();
        Browsers.go(page, "#/patient");
        page.locator("input[type=file]").setInputFiles(zip);
        Locator offered = page.locator("fieldset:has-text(\"Which file\") button");
        offered.first().waitFor();
        assertThat(offered.allTextContents()).containsExactly("cells.yaml", "study.yaml", "model.xml");
        Browsers.picture(page, "several-files");
        offered.first().click();
        page.waitForSelector(".problem");
        offered.nth(1).click();
        page.waitForSelector(".study textarea");
        assertThat(page.locator(".study textarea").inputValue()).contains("model: model.xml");
    }

    @Test
    void whatCannotBeUsedIsRefusedWithAllThatIsWrong() throws IOException {
        Page page = LAB.open();
        Map<String, List<String>> bad = Map.of(
                "format: 1\nstudy: tissue\nmodel: nothing\nfoo: 1\n",
                List.of("bad.yaml", "nothing", "foo"),
                SBML.replace("<cn>-0.1</cn>", "<ci>nobody</ci>"),
                List.of("bad.xml", "nobody", "donebad.xml:8"),
                "PK, but no archive",
                List.of("bad.zip", "archive"),
                "time [d],SLD [mm]\n0,60\n",
                List.of("scans.csv", "found a table with the columns \"time [d]\", \"SLD [mm]\"", "TIME and AMT"),
                "Dear all,\nhere are our doses.\n",
                List.of("letter.txt", "found a text that begins with \"Dear all,\"", "expected a study"));
        for (Map.Entry<String, List<String>> each : bad.entrySet()) {
            String name = each.getValue().getFirst();
            give(page, "#/tissue", name, each.getKey());
            page.waitForSelector(".problem");
            assertThat(page.locator(".problem").textContent())
                    .as(name)
                    .contains(each.getValue().subList(1, each.getValue().size()));
            Browsers.picture(page, "refused-" + name.replace('.', '-'));
        }
        Browsers.go(page, "#/patient?model=melanoma");
    }

    private static void give(Page page, String where, String name, String content) throws IOException {
        Path file = LAB.folder().resolve(name);
        Files.writeString(file, content);
        Browsers.go(page, where);
        page.locator("input[type=file]").setInputFiles(file);
    }
}
