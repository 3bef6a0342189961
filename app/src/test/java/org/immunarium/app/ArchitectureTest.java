package org.immunarium.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The arrows of `docs/architecture.md`.
final class ArchitectureTest {

    private static final String ROOT = "org.immunarium.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.immunarium");

    /// What each module may use, beside itself and what those use.
    private static final Map<String, List<String>> ARROWS = arrows();

    /// Results must not depend on the machine, and these may: their last bits are not specified.
    private static final Set<String> INEXACT = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

    private static Map<String, List<String>> arrows() {
        Map<String, List<String>> arrows = new LinkedHashMap<>();
        arrows.put("units", List.of());
        arrows.put("numerics", List.of());
        arrows.put("results", List.of("units"));
        arrows.put("equations", List.of("numerics", "units"));
        arrows.put("therapy", List.of("numerics", "units"));
        arrows.put("tissue", List.of("therapy", "numerics", "units", "results"));
        arrows.put("patient", List.of("equations", "therapy", "results"));
        arrows.put("trial", List.of("patient"));
        arrows.put("study", List.of("tissue", "patient", "trial"));
        arrows.put("app", List.of("study"));
        arrows.put("cluster", List.of("study"));
        return arrows;
    }

    /// Those whose classes are on the class path here; the cluster has a test of its own.
    static Stream<String> modules() {
        return ARROWS.keySet().stream().filter(module -> !module.equals("cluster"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleUsesOnlyWhatIsBelowIt(String module) {
        Set<String> forbidden = new LinkedHashSet<>(ARROWS.keySet());
        forbidden.removeAll(below(module));
        if (!forbidden.isEmpty()) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            forbidden.stream().map(each -> ROOT + each + "..").toArray(String[]::new))
                    .check(CLASSES);
        }
    }

    private static Set<String> below(String module) {
        Set<String> below = new LinkedHashSet<>(Set.of(module));
        for (String each : ARROWS.getOrDefault(module, List.of())) {
            below.addAll(below(each));
        }
        return below;
    }

    @ParameterizedTest
    @ValueSource(strings = {"study", "tissue", "patient", "trial"})
    void packagesOfAModuleDoNotDependOnEachOtherInACircle(String module) {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return type.getPackageName().startsWith(ROOT + module)
                                ? SliceIdentifier.of(type.getPackageName())
                                : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "packages of " + module;
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void yamlHasOneDoor() {
        onlyIn("org.snakeyaml..", "org.immunarium.study.file..");
    }

    @Test
    void jsonIsReadAndWrittenByResultsAndSpokenToOtherProgramsByTheApp() {
        onlyIn("com.fasterxml.jackson..", "org.immunarium.results..", "org.immunarium.app..");
    }

    @Test
    void theCommandLineLibraryIsNamedOnlyInTheCommandLine() {
        onlyIn("picocli..", "org.immunarium.app..");
    }

    @Test
    void databasesAreOpenedOnlyWhereResultsAre() {
        onlyIn("java.sql..", "org.immunarium.results..");
    }

    @Test
    void sparkIsNamedOnlyInTheCluster() {
        onlyIn("org.apache.spark..", "org.immunarium.cluster..");
        onlyIn("scala..", "org.immunarium.cluster..");
    }

    @Test
    void hipparchusIsNamedOnlyInTheNumerics() {
        onlyIn("org.hipparchus..", "org.immunarium.numerics..");
    }

    @Test
    void xmlParsersAreNamedOnlyWhereModelsAreReadFromXml() {
        String[] doors = {"org.immunarium.equations.sbml..", "org.immunarium.tissue.physicell.."};
        onlyIn("javax.xml..", doors);
        onlyIn("org.xml..", doors);
    }

    @Test
    void tissuesKnowNoProjectsOfPhysiCell() {
        noClasses()
                .that()
                .resideInAPackage("org.immunarium.tissue..")
                .and()
                .resideOutsideOfPackage("org.immunarium.tissue.physicell..")
                .or()
                .resideInAPackage("org.immunarium.study.tissue.model..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.immunarium.tissue.physicell..")
                .check(CLASSES);
    }

    @Test
    void resultsDoNotDependOnTheMachinesElementaryFunctions() {
        noClasses()
                .should()
                .callMethodWhere(
                        new DescribedPredicate<JavaMethodCall>("a function of Math whose last bits may differ") {
                            @Override
                            public boolean test(JavaMethodCall call) {
                                String owner = call.getTargetOwner().getName();
                                return (owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath"))
                                        && INEXACT.contains(call.getTarget().getName());
                            }
                        })
                .check(CLASSES);
    }

    private static void onlyIn(String library, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(Arrays.stream(packages).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }
}
