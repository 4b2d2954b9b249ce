package dev.virtworkbench.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.virtworkbench.language.findings.Finding;
import dev.virtworkbench.language.findings.Fix;
import dev.virtworkbench.language.rules.WorkspaceFacts;
import dev.virtworkbench.language.schema.SchemaException;
import dev.virtworkbench.language.schema.SchemaLocations;
import dev.virtworkbench.language.schema.Schemas;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every document in {@code samples/} does what it says: it works, or has the one mistake that it is there for. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("../../samples");
    private static final LibvirtLanguage LANGUAGE =
            new LibvirtLanguage(new Schemas(SchemaLocations.search(Optional.empty()), Runnable::run));

    @TestFactory
    Stream<DynamicTest> workingExamplesHaveNoFindings() throws IOException {
        return samples().stream().filter(file -> !isMistake(file)).map(file -> dynamicTest(name(file),
                () -> assertEquals(List.of(), findings(file, Files.readString(file)))));
    }

    @TestFactory
    Stream<DynamicTest> aMistakeIsOneFinding() throws IOException {
        return samples().stream().filter(SamplesTest::isMistake).map(file -> dynamicTest(name(file),
                () -> assertEquals(1, findings(file, Files.readString(file)).size(),
                        findings(file, Files.readString(file)).toString())));
    }

    @TestFactory
    Stream<DynamicTest> noFixOfAMistakeMakesANewOne() throws IOException {
        return samples().stream().filter(SamplesTest::isMistake).map(file -> dynamicTest(name(file), () -> {
            String text = Files.readString(file);
            List<Finding> before = findings(file, text);
            for (Fix fix : before.stream().flatMap(finding -> finding.fixes().stream()).toList()) {
                String mended = TextEdit.apply(text, fix.edits());
                assertTrue(findings(file, mended).size() < before.size(), fix.title() + "\n" + mended);
            }
        }));
    }

    private static List<Finding> findings(Path file, String text) throws SchemaException, IOException {
        List<WorkspaceFacts.Pool> others = pools().stream().filter(pool -> !pool.document().equals(name(file))).toList();
        return LANGUAGE.readDeclared(name(file), text).orElseThrow().findings(() -> others);
    }

    private static List<WorkspaceFacts.Pool> pools() throws IOException {
        return samples().stream().filter(file -> file.getParent().endsWith("pools")).flatMap(file -> {
            try {
                return WorkspaceFacts.Pool.of(name(file), XmlTree.parse(Files.readString(file))).stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).toList();
    }

    private static boolean isMistake(Path file) {
        return file.getParent().endsWith("mistakes");
    }

    private static String name(Path file) {
        return SAMPLES.relativize(file).toString().replace('\\', '/');
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
        }
    }
}
