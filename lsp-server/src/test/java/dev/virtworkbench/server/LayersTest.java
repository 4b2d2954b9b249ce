package dev.virtworkbench.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The layers of {@code docs/architecture.md}: who may know whom. */
class LayersTest {

    private static final String LANGUAGE = "dev.virtworkbench.language..";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.virtworkbench");

    @Test
    void languageKnowsOnlyTheJdkJingAndXerces() {
        classes().that().resideInAPackage(LANGUAGE)
                .should().onlyDependOnClassesThat(resideInAnyPackage(LANGUAGE, "java..", "javax.xml..", "org.xml.sax..",
                        "org.w3c.dom..", "com.thaiopensource..", "org.relaxng.datatype..", "org.apache.xerces..",
                        // arrays of primitives have no package
                        ""))
                .check(PRODUCT);
    }

    @Test
    void languageReadsFilesOnlyForSchemasAndDocuments() {
        noClasses().that().resideInAPackage(LANGUAGE)
                .and().resideOutsideOfPackages("dev.virtworkbench.language.relaxng..",
                        "dev.virtworkbench.language.schema..", "dev.virtworkbench.language.reading..")
                .should().dependOnClassesThat().haveFullyQualifiedName("java.nio.file.Files")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.io.File")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.io.FileInputStream")
                .orShould().dependOnClassesThat().resideInAPackage("java.net.http..")
                .check(PRODUCT);
    }

    @Test
    void packagesOfTheLanguageFormNoCycle() {
        slices().matching("dev.virtworkbench.language.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void onlyTheChosenHostKnowsTheEngine() {
        noClasses().that().resideInAPackage("dev.virtworkbench.server..")
                .and().resideOutsideOfPackage("dev.virtworkbench.server.hosts..")
                .should().dependOnClassesThat().resideInAPackage("dev.virtworkbench.engine..")
                .check(PRODUCT);
    }

    @Test
    void onlyTheServerPrintsAndEnds() {
        noClasses().that().resideInAPackage(LANGUAGE)
                .should().callMethod(System.class, "exit", int.class)
                .orShould().accessField(System.class, "out")
                .orShould().accessField(System.class, "err")
                .check(PRODUCT);
    }
}
