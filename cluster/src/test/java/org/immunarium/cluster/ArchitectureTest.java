package org.immunarium.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

    @Test
    void theClusterKnowsStudiesAndNotTheCommandLine() {
        noClasses()
                .that()
                .resideInAPackage("org.immunarium.cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.immunarium.app..", "picocli..", "org.snakeyaml..", "com.fasterxml..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.immunarium"));
    }
}
