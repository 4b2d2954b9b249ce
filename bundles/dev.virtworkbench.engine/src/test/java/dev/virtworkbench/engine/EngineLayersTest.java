package dev.virtworkbench.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The layers of {@code docs/architecture.md} inside the engine. */
class EngineLayersTest {

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.virtworkbench.engine");

    @Test
    void knowsOnlyTheJdkTheLanguageLibvirtAndJson() {
        classes().should().onlyDependOnClassesThat(resideInAnyPackage("dev.virtworkbench.engine..",
                "dev.virtworkbench.language..", "java..", "javax.crypto..", "com.sun.jna..", "org.libvirt..", "com.google.gson..", ""))
                .check(ENGINE);
    }

    @Test
    void onlyOnePackageCallsNativeCode() {
        noClasses().that().resideOutsideOfPackage("dev.virtworkbench.engine.libvirt")
                .should().dependOnClassesThat().resideInAnyPackage("com.sun.jna..", "org.libvirt..")
                .check(ENGINE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.virtworkbench.engine.(*)..").should().beFreeOfCycles().check(ENGINE);
    }

    @Test
    void nothingPrintsOrEnds() {
        noClasses().should().callMethod(System.class, "exit", int.class)
                .orShould().accessField(System.class, "out")
                .orShould().accessField(System.class, "err")
                .check(ENGINE);
    }
}
